package mapping

import "strings"

// hoist writes out what stands under the classes of a file: their functions and methods become rules in the one table of
// functions, in which overlays find them whatever they stand under. The Go name remembers the class.
func (c checker) hoist(root *node) *node {
	classes := mappingOf(root, "classes")
	if classes == nil {
		return root
	}
	out := newTable(root)
	out.flawed = root.flawed
	functions := newTable(&node{kind: mappingNode, pos: classes.pos})
	if p := root.find("functions"); p != nil {
		if p.value.kind != mappingNode {
			return root
		}
		functions = newTable(p.value)
		functions.flawed = p.value.flawed
	}
	left := newTable(classes)
	left.flawed = classes.flawed
	for _, class := range classes.pairs {
		if class.value.kind != mappingNode {
			continue
		}
		rest := newTable(class.value)
		rest.flawed = class.value.flawed
		for _, key := range []string{"functions", "methods"} {
			p := class.value.find(key)
			if p == nil {
				continue
			}
			rest.drop(key)
			functions.flawed = functions.flawed || p.value.flawed
			for _, rule := range p.value.pairs {
				stand(rule.value, standing{class.key, key == "methods"})
				c.raise(functions, rule)
			}
		}
		left.put(&pair{key: class.key, pos: class.pos, value: rest.finish()})
	}
	out.put(&pair{key: "classes", pos: root.find("classes").pos, value: left.finish()})
	if len(functions.pairs) > 0 {
		out.put(&pair{key: "functions", pos: functions.pos, value: functions.finish()})
	}
	return out.finish()
}

// stand marks rules, and their Go names, which an overlay may replace.
func stand(n *node, under standing) {
	n.under = &under
	if name := n.find("go"); name != nil {
		name.value.under = &under
	}
	for _, item := range n.items {
		stand(item, under)
	}
}

// raise puts the rules of a C function into the table of functions. Rules that a file has in several places add up.
func (c checker) raise(functions *table, p *pair) {
	old := functions.find(p.key)
	isRule := func(n *node) bool { return n.kind == mappingNode || n.kind == sequenceNode }
	switch {
	case old == nil:
		functions.put(p)
	case old.append != p.append || !isRule(old.value) || !isRule(p.value):
		c.add(p.pos, "join the two", "%s has rules that contradict each other, the first at %s", p.key, old.pos)
	default:
		m := merger{c.reporter}
		items := append(m.items(old.value), m.items(p.value)...)
		functions.put(&pair{key: p.key, pos: old.pos, append: p.append, value: &node{kind: sequenceNode, pos: old.value.pos, items: items}})
	}
}

// spread writes out keys that stand for several: a|b is a and b.
func spread(pairs []*pair) []*pair {
	var out []*pair
	for _, p := range pairs {
		for name := range strings.SplitSeq(p.key, "|") {
			one := *p
			one.key = name
			out = append(out, &one)
		}
	}
	return out
}
