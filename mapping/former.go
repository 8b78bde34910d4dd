package mapping

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/model"
)

// former writes out what earlier versions of rttgen spelt otherwise, and says how it is spelt now. The tree is not changed.
func (c checker) former(n *node, s *spec) *node {
	if rewrite := formerSpellings[s.def]; rewrite != nil {
		return rewrite(c, n)
	}
	return n
}

// formerSpellings has a function for each object that was written otherwise.
var formerSpellings = map[string]func(checker, *node) *node{
	"param":  checker.formerParam,
	"result": checker.formerResult,
	"class":  checker.formerClass,
}

// now is how a word is spelt now.
type now struct{ key, word string }

var (
	formerOwnership = map[string]now{
		"in": {"direction", "in"}, "out": {"direction", "out"}, "inout": {"direction", "inout"},
		"transfer": {"lifetime", "owned"}, "retained": {"lifetime", "retained"}, "static": {"lifetime", "retained"},
	}
	formerLifetime = map[string]now{"once": {"lifetime", "owned"}, "until": {"lifetime", "retained"}, "forever": {"lifetime", "static"}}
	formerResult   = map[string]now{"owned": {"lifetime", "owned"}, "borrowed": {"lifetime", "borrowed"}}
)

// formerParam has one word for direction and lifetime, and the lifetime of a function with the callback.
func (c checker) formerParam(n *node) *node {
	n = c.reword(n, "ownership", formerOwnership, "")
	callback := mappingOf(n, "callback")
	if callback == nil || callback.find("lifetime") == nil {
		return n
	}
	old := callback.find("lifetime")
	better, known := formerLifetime[old.value.text]
	if !known || n.find("lifetime") != nil {
		return n
	}
	if better.word == "owned" && callback.find("user") == nil { // nothing tells which call is the last
		better.word = "static"
	}
	c.respelt(old, better, ", beside callback")
	out := *n
	out.pairs = nil
	for _, p := range n.pairs {
		if p.key == "callback" {
			less := *callback
			less.pairs = slices.DeleteFunc(slices.Clone(callback.pairs), func(q *pair) bool { return q == old })
			p = &pair{key: p.key, pos: p.pos, value: &less}
		}
		out.pairs = append(out.pairs, p)
	}
	out.pairs = append(out.pairs, better.pair(old))
	return &out
}

func (c checker) formerResult(n *node) *node { return c.reword(n, "ownership", formerResult, "") }

// formerClass has a list of code, each with its file.
func (c checker) formerClass(n *node) *node {
	out := *n
	out.pairs = slices.Clone(n.pairs)
	for i, p := range n.pairs {
		if strings.TrimSuffix(p.key, "+") != "code" || p.value.kind != sequenceNode {
			continue
		}
		table := &node{kind: mappingNode, pos: p.value.pos}
		for _, item := range p.value.items {
			file := item.find("file")
			if file == nil || file.value.kind != scalarNode || table.find(file.value.text) != nil {
				return n // the check says what it should be
			}
			rest := *item
			rest.pairs = slices.DeleteFunc(slices.Clone(item.pairs), func(q *pair) bool { return q == file })
			table.pairs = append(table.pairs, &pair{key: file.value.text, pos: item.pos, value: &rest})
		}
		c.warn(p.pos, "write {file.go: {needs: [...]}}", "the code of a class is a mapping from files now, not a list")
		out.pairs[i] = &pair{key: p.key, pos: p.pos, value: table}
	}
	return &out
}

// reword replaces a key whose words are spelt otherwise now.
func (c checker) reword(n *node, key string, words map[string]now, where string) *node {
	old := n.find(key)
	if old == nil || old.value.kind != scalarNode {
		return n
	}
	better, known := words[old.value.text]
	if !known || n.find(better.key) != nil {
		return n
	}
	c.respelt(old, better, where)
	out := *n
	out.pairs = slices.Clone(n.pairs)
	out.pairs[slices.Index(out.pairs, old)] = better.pair(old)
	return &out
}

func (w now) pair(old *pair) *pair {
	value := *old.value
	value.text = w.word
	return &pair{key: w.key, pos: old.pos, value: &value}
}

func (c checker) respelt(old *pair, better now, where string) {
	c.warn(old.pos, fmt.Sprintf("write %s: %s%s", better.key, better.word, where), "%s: %s is spelt otherwise now", old.key, old.value.text)
}

// warn reports something that is understood all the same.
func (r *reporter) warn(pos model.Pos, hint, format string, args ...any) {
	r.list.Add(diag.Diagnostic{Severity: diag.Warning, Pos: pos, Message: fmt.Sprintf(format, args...), Source: r.line(pos), Hint: hint})
}
