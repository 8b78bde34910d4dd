package mapping

import (
	"fmt"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
)

// checker compares a tree with the vocabulary, writes short forms out, and reports what does not fit.
type checker struct {
	*reporter
}

// root checks a whole file.
func (c checker) root(n *node, s *spec) *node {
	out := c.value("the file", n, s)
	if out.kind != mappingNode {
		return &node{kind: mappingNode, pos: n.pos, flawed: true}
	}
	return c.hoist(out)
}

// value checks the value of a key and returns what later stages see of it.
func (c checker) value(key string, n *node, s *spec) *node {
	switch {
	case n.kind == brokenNode:
		return n
	case s.kind == scalarSpec:
		return c.scalar(key, n, s.scalar)
	case s.kind == boolSpec:
		return c.boolean(key, n)
	case n.kind == sequenceNode && (s.kind == listSpec || s.many):
		return c.list(key, n, s)
	case n.kind == mappingNode && s.kind == objectSpec:
		return c.object(n, s)
	case n.kind == mappingNode && s.kind == tableSpec:
		return c.table(n, s)
	case n.kind == scalarNode && s.short != "" && !n.isNull():
		long := &pair{key: s.short, pos: n.pos, value: c.value(key, n, s.field(s.short).value)}
		return &node{kind: mappingNode, pos: n.pos, pairs: []*pair{long}}
	}
	return c.mismatch(key, n, want(s), shapeHint(n, s))
}

// scalar checks a text.
func (c checker) scalar(key string, n *node, s *scalar) *node {
	isNumber := n.tag == "!!int" || n.tag == "!!float"
	if n.kind != scalarNode || n.tag != "!!str" && !(isNumber && s.numbers) {
		hint := ""
		if msg, _ := s.problem(n.text); msg == "" && n.kind == scalarNode && !n.isNull() {
			hint = fmt.Sprintf("quote it: \"%s\"", n.text)
		}
		if s.words != nil {
			hint = "one of: " + strings.Join(s.words, ", ")
		}
		return c.mismatch(key, n, s.what, hint)
	}
	if strings.TrimSpace(n.text) == "" {
		c.add(n.pos, "write "+s.what, "%s is empty", quoteKey(key))
		return broken(n)
	}
	if msg, hint := s.problem(n.text); msg != "" {
		c.add(n.pos, hint, "%s", msg)
		return broken(n)
	}
	return n
}

func (c checker) boolean(key string, n *node) *node {
	if n.kind != scalarNode || n.tag != "!!bool" {
		return c.mismatch(key, n, "true or false", boolHint(n.text))
	}
	out := *n
	out.text = strings.ToLower(n.text)
	return &out
}

// list checks a list, or the list that stands for one object.
func (c checker) list(key string, n *node, s *spec) *node {
	elem := s.elem
	if s.many {
		one := *s
		one.many = false
		elem = &one
		if len(n.items) == 0 {
			c.add(n.pos, "write the rules, or ~ to remove those of the base", "the list for %q is empty", key)
			return broken(n)
		}
	}
	out := &node{kind: sequenceNode, pos: n.pos}
	for _, item := range n.items {
		out.items = append(out.items, c.value("an element of "+key, item, elem))
	}
	return out
}

// object checks the keys of an object.
func (c checker) object(n *node, s *spec) *node {
	n = c.former(n, s)
	out := &node{kind: mappingNode, pos: n.pos, flawed: n.flawed}
	for _, p := range n.pairs {
		key, add := strings.CutSuffix(p.key, "+")
		f := s.field(key)
		switch {
		case f == nil:
			out.flawed = true
			c.add(p.pos, diag.DidYouMeanOr(key, s.keys()), "unknown key %q in %s", shorten(p.key), s.what)
		case add && !f.value.extensible():
			out.flawed = true
			c.add(p.pos, fmt.Sprintf("write %q", key), "%q is not a list to add to", key)
		case f.value.section && p.value.empty(): // everything in it is commented out
		default:
			out.pairs = append(out.pairs, c.entry(p, key, add, f.value))
		}
	}
	return out
}

// table checks the names and values of a table.
func (c checker) table(n *node, s *spec) *node {
	out := &node{kind: mappingNode, pos: n.pos, flawed: n.flawed}
	for _, p := range n.pairs {
		name, add := p.key, false
		if s.elem.many {
			name, add = strings.CutSuffix(p.key, "+")
		}
		if msg, hint := s.scalar.problem(name); msg != "" {
			out.flawed = true
			c.add(p.pos, hint, "%s", msg)
			continue
		}
		out.pairs = append(out.pairs, c.entry(p, name, add, s.elem))
	}
	if s.alternatives {
		out.pairs = c.unique(spread(out.pairs))
	}
	return out
}

// unique reports names that are there twice, now that each stands for itself.
func (c checker) unique(pairs []*pair) []*pair {
	first := newTable(&node{})
	for _, p := range pairs {
		if was := first.find(p.key); was != nil {
			c.add(p.pos, fmt.Sprintf("the first is at %s; join the two", was.pos), "key %q appears twice", shorten(p.key))
			continue
		}
		first.put(p)
	}
	return first.pairs
}

// entry checks the value of a key; null removes what the base says.
func (c checker) entry(p *pair, key string, add bool, s *spec) *pair {
	out := &pair{key: key, pos: p.pos, append: add}
	switch {
	case p.value.empty():
		c.add(p.pos, "write a value, or ~ to remove what the base says", "%q has no value", key)
		out.value = broken(p.value)
	case p.value.isNull() && (add || s.section):
		c.add(p.value.pos, "remove its entries one by one", "%q cannot be removed", p.key)
		out.value = broken(p.value)
	case p.value.isNull():
		out.value = &node{kind: removeNode, pos: p.value.pos}
	default:
		out.value = c.value(key, p.value, s)
	}
	return out
}

// mismatch reports a value of the wrong type.
func (c checker) mismatch(key string, n *node, want, hint string) *node {
	c.add(n.pos, hint, "%s must be %s, not %s", quoteKey(key), want, n.describe())
	return broken(n)
}

func broken(n *node) *node { return &node{kind: brokenNode, pos: n.pos} }

// quoteKey quotes a key; phrases such as "the file" stay as they are.
func quoteKey(key string) string {
	if strings.Contains(key, " ") {
		return key
	}
	return fmt.Sprintf("%q", key)
}

// want names the shape of a value for messages.
func want(s *spec) string {
	switch {
	case s.def == "mapping":
		return "a mapping"
	case s.kind == listSpec && s.elem.kind == scalarSpec:
		return "a list of " + s.elem.scalar.plural
	case s.kind == listSpec:
		return "a list"
	case s.kind == tableSpec && s.elem.kind == scalarSpec:
		return "a mapping from " + s.scalar.plural + " to " + s.elem.scalar.plural
	case s.kind == tableSpec:
		return "a mapping from " + s.scalar.plural + " to rules"
	case s.many:
		return s.what + " (a mapping) or a list of them"
	case s.short != "":
		return s.what + " (a mapping) or " + s.field(s.short).value.scalar.what
	}
	return s.what + " (a mapping)"
}

// shapeHint tells how to write a value that has the wrong shape.
func shapeHint(n *node, s *spec) string {
	switch {
	case s.kind == listSpec && n.kind == scalarNode && !n.isNull():
		return fmt.Sprintf("write [%s]", shorten(n.text))
	case s.def == "function" && n.kind == scalarNode && n.tag == "!!str":
		return fmt.Sprintf("write {go: %s}", shorten(n.text))
	case s.kind == objectSpec && len(s.fields) > 0:
		return "keys: " + strings.Join(s.keys(), ", ")
	}
	return ""
}

// boolHint explains words that are booleans elsewhere.
func boolHint(text string) string {
	switch strings.ToLower(text) {
	case "yes", "on", "y", "1":
		return "write true"
	case "no", "off", "n", "0":
		return "write false"
	case "true", "false":
		return "write it without quotes"
	}
	return ""
}
