// Package mapping reads mapping files: YAML that states what no C header does, who owns what, from where a function may be
// called, and what it is called in Go.
//
// A file goes through the same stages, each over the whole input so that every problem is reported at once:
//
//	parse     YAML text to a tree whose nodes know their place
//	check     the tree against the vocabulary; short forms are written out
//	merge     overlays onto the base, key by key
//	resolve   what a function rule inherits, from what it is like and from defaults
//	decode    the merged tree to Rules
//	validate  names that refer to nothing, rules that contradict each other
//
// The vocabulary is one table (vocabulary.go). It drives the decoder, the messages, the JSON schema and the tables of
// docs/mapping.md, which therefore cannot disagree.
package mapping

import (
	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/model"
)

// Source is a mapping file.
type Source struct {
	Name string // for messages
	Data []byte
}

// Load reads a mapping and the overlays that follow it; a later source wins, key by key. The mapping is what could be
// understood, never nil; it is complete only if the list holds no error.
func Load(sources ...Source) (*Rules, *diag.List) {
	r := newReporter(sources)
	root := vocabulary()
	merged, readable := &node{kind: mappingNode}, true
	for _, src := range sources {
		tree := parse(r, src)
		if tree == nil {
			readable = false
			continue
		}
		c := checker{r}
		m := merger{r}
		merged = m.mapping(merged, c.root(tree, root), root)
	}
	merged = resolve(r, merged)
	m := &Rules{}
	d := newDecoder(r)
	d.object(merged, root, m, "", model.Pos{})
	complete(m)
	if readable { // else most of what is wrong would be that the unreadable file is not there
		validate(d, m)
	}
	return m, r.list
}
