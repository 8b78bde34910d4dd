package mapping

import (
	"fmt"

	"github.com/rttgen/rttgen/model"
)

// nodeKind is the kind of a node.
type nodeKind int

const (
	scalarNode nodeKind = iota
	mappingNode
	sequenceNode
	removeNode // in an overlay: what the base says is removed
	brokenNode // a value that has been reported; it counts as present and is not looked at again
)

// node is a YAML value that knows its place.
type node struct {
	kind   nodeKind
	pos    model.Pos
	tag    string // of a scalar: "!!str", "!!int", "!!float", "!!bool", "!!null"
	text   string // of a scalar, as written
	pairs  []*pair
	items  []*node
	flawed bool   // keys that were reported are missing from it
	hint   string // what to do if required keys are missing

	under     *standing        // of a function rule, and of its Go name: the class that it stands under; nil for none
	removed   map[string]*node // of a table: what an overlay took away
	inherited bool             // of a parameter: a function rule has it from another place, and the function need not have it
	origins   []Origin         // of a function rule: what it has from another place
}

// standing is a place under a class.
type standing struct {
	class  string
	method bool // among the methods of the class, not its functions
}

// pair is a key of a mapping with its value.
type pair struct {
	key    string
	pos    model.Pos // of the key
	value  *node
	append bool // the key was written with a "+": add to what is there
}

// find returns the pair with a key, or nil. Nothing has no keys.
func (n *node) find(key string) *pair {
	if n == nil {
		return nil
	}
	for _, p := range n.pairs {
		if p.key == key {
			return p
		}
	}
	return nil
}

// keys returns the keys of a mapping in the order of the file.
func (n *node) keys() []string {
	keys := make([]string, len(n.pairs))
	for i, p := range n.pairs {
		keys[i] = p.key
	}
	return keys
}

// empty reports whether n is a value that was left out, as after "doc:".
func (n *node) empty() bool { return n.isNull() && n.text == "" }

// isNull reports whether n is YAML's null, written out or left out.
func (n *node) isNull() bool { return n.kind == scalarNode && n.tag == "!!null" }

// describe names a value for messages.
func (n *node) describe() string {
	switch {
	case n.kind == mappingNode:
		return "a mapping"
	case n.kind == sequenceNode:
		return "a list"
	case n.empty():
		return "nothing"
	case n.tag == "!!int" || n.tag == "!!float":
		return "the number " + n.text
	case n.tag == "!!bool" || n.tag == "!!null":
		return n.text
	}
	return fmt.Sprintf("the text %q", shorten(n.text))
}

// shorten cuts a text that is too long for a message.
func shorten(s string) string {
	const limit = 60
	runes := []rune(s)
	if len(runes) <= limit {
		return s
	}
	return string(runes[:limit]) + "…"
}
