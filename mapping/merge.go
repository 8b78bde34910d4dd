package mapping

import (
	"cmp"
	"maps"
	"slices"

	"github.com/rttgen/rttgen/internal/diag"
)

// merger lays overlays over a base, on the level of checked trees. Mappings merge key by key, everything else is replaced.
// Trees are not changed: what is merged is new.
type merger struct {
	*reporter
}

// mapping lays a mapping over another, which may be empty.
func (m merger) mapping(base, over *node, s *spec) *node {
	out := newTable(base)
	out.flawed, out.removed, out.under = base.flawed || over.flawed, base.removed, cmp.Or(over.under, base.under)
	if len(base.pairs) == 0 {
		out.pos = over.pos
	}
	for _, p := range over.pairs {
		switch {
		case p.value.kind == removeNode:
			m.remove(out, p, s)
		case p.append:
			m.extend(out, p, m.below(s, p.key))
		default:
			known := out.find(p.key) != nil
			m.set(out, p, m.below(s, p.key))
			if !known {
				m.advise(base, out.find(p.key), s)
			}
		}
	}
	return out.finish()
}

// advise notes which rule of the base was probably meant by a new one that is not complete.
func (m merger) advise(base *node, p *pair, s *spec) {
	if s.kind == tableSpec && p.value.kind == mappingNode && len(missing(p.value, s.elem)) > 0 {
		p.value.hint = diag.DidYouMean(p.key, base.keys())
	}
}

// below returns the spec of the value of a key.
func (m merger) below(s *spec, key string) *spec {
	if s.kind == tableSpec {
		return s.elem
	}
	return s.field(key).value
}

// set lays the value of a key over what is there.
func (m merger) set(out *table, p *pair, s *spec) {
	old := out.find(p.key)
	value := m.value(old, p.value, s)
	pos := p.pos
	if old != nil && old.value.kind == mappingNode && value.kind == mappingNode {
		pos = old.pos // the rule is still where it was
	}
	out.put(&pair{key: p.key, pos: pos, value: value})
}

// value lays a value over what is there, which may be nothing.
func (m merger) value(old *pair, over *node, s *spec) *node {
	switch over.kind {
	case mappingNode:
		base := &node{kind: mappingNode}
		if old != nil && old.value.kind == mappingNode {
			base = old.value
		}
		return m.mapping(base, over, s)
	case sequenceNode:
		return m.list(over, s)
	}
	return over
}

// list returns a list whose elements, which replace nothing, are merged in themselves.
func (m merger) list(n *node, s *spec) *node {
	elem := s
	if s.kind == listSpec {
		elem = s.elem
	}
	out := &node{kind: sequenceNode, pos: n.pos}
	for _, item := range n.items {
		out.items = append(out.items, m.value(nil, item, elem))
	}
	return out
}

// extend adds to what is there: elements to a list, rules to those of a function, names to a table.
func (m merger) extend(out *table, p *pair, s *spec) {
	old := out.find(p.key)
	switch {
	case old == nil && s.many:
		m.add(p.pos, diag.DidYouMean(p.key, slices.Sorted(maps.Keys(out.index))), "there is no rule for %q to add to", p.key)
		out.flawed = true
	case old == nil:
		m.set(out, p, s)
	case old.value.kind == brokenNode || p.value.kind == brokenNode:
	case s.kind == tableSpec:
		m.extendTable(out, old, p, s)
	default:
		items := append(m.items(old.value), m.items(m.value(nil, p.value, s))...)
		out.put(&pair{key: p.key, pos: old.pos, value: &node{kind: sequenceNode, pos: old.value.pos, items: items}})
	}
}

// extendTable adds names to a table that must not have them yet.
func (m merger) extendTable(out *table, old, p *pair, s *spec) {
	for _, q := range p.value.pairs {
		if was := old.value.find(q.key); was != nil && q.value.kind != removeNode {
			m.add(q.pos, "to change it, write "+p.key+" without the +", "%q is there already, at %s", q.key, was.pos)
		}
	}
	out.put(&pair{key: p.key, pos: old.pos, value: m.mapping(old.value, p.value, s)})
}

// items returns the elements of a list; a single rule is a list of one.
func (m merger) items(n *node) []*node {
	if n.kind == sequenceNode {
		return n.items[:len(n.items):len(n.items)]
	}
	return []*node{n}
}

// remove takes away a key.
func (m merger) remove(out *table, p *pair, s *spec) {
	old := out.find(p.key)
	switch {
	case old == nil:
		m.add(p.pos, diag.DidYouMean(p.key, slices.Sorted(maps.Keys(out.index))), "there is no %q to remove", p.key)
	case s.kind == objectSpec && s.field(p.key).required:
		m.add(p.value.pos, "write another value, or remove the rule", "%q cannot be removed: %s needs it", p.key, s.what)
	default:
		out.drop(p.key)
		out.remember(p.key, old.value)
	}
}

// table is a mapping under construction. Keys keep the place where they first were.
type table struct {
	node
	index map[string]int
}

// newTable returns a table with the keys of a mapping, which is not changed.
func newTable(n *node) *table {
	t := &table{node: node{kind: mappingNode, pos: n.pos}, index: map[string]int{}}
	for _, p := range n.pairs {
		t.put(p)
	}
	return t
}

// find returns the pair with a key, or nil.
func (t *table) find(key string) *pair {
	if i, ok := t.index[key]; ok {
		return t.pairs[i]
	}
	return nil
}

// put adds a pair, or replaces the one with its key.
func (t *table) put(p *pair) {
	if i, ok := t.index[p.key]; ok {
		t.pairs[i] = p
		return
	}
	t.index[p.key] = len(t.pairs)
	t.pairs = append(t.pairs, p)
}

// drop removes a key.
func (t *table) drop(key string) {
	t.pairs[t.index[key]] = nil
	delete(t.index, key)
}

// remember keeps what was removed: other rules may be like it.
func (t *table) remember(key string, value *node) {
	t.removed = maps.Clone(t.removed)
	if t.removed == nil {
		t.removed = map[string]*node{}
	}
	t.removed[key] = value
}

// finish returns the mapping.
func (t *table) finish() *node {
	t.pairs = slices.DeleteFunc(t.pairs, func(p *pair) bool { return p == nil })
	return &t.node
}
