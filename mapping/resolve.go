package mapping

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/model"
)

// resolver gives each function rule what it does not say itself. What is nearer wins:
//
//  1. the rule itself
//  2. the rule that it is like, and what that one is like
//  3. the defaults whose pattern fits the name of the C function, longer patterns first
//  4. the defaults for the rule that it is like
//  5. the class that it stands under: the receiver, the class of what it makes, the context of a method
//
// What still nobody says is decided by the language, in decode.go, or by C's types, in the plan. Trees are not changed.
type resolver struct {
	*reporter
	functions *node // as merged
	removed   map[string]*node
	classes   *node
	defaults  []*pair // the nearest first
	busy      []*node // rules whose resolution has begun
}

// resolve returns a merged tree whose function rules are complete.
func resolve(r *reporter, root *node) *node {
	functions := root.find("functions")
	if functions == nil || functions.value.kind != mappingNode {
		return root
	}
	res := resolver{reporter: r, functions: functions.value, removed: functions.value.removed, classes: mappingOf(root, "classes")}
	if d := mappingOf(root, "defaults"); d != nil {
		res.defaults = slices.Clone(d.pairs)
		slices.SortStableFunc(res.defaults, func(a, b *pair) int { return cmp.Compare(literal(b.key), literal(a.key)) })
	}
	out := newTable(root)
	out.flawed = root.flawed
	out.put(&pair{key: functions.key, pos: functions.pos, value: res.all()})
	return out.finish()
}

// mappingOf returns the mapping under a key, or nil.
func mappingOf(n *node, key string) *node {
	if p := n.find(key); p != nil && p.value.kind == mappingNode {
		return p.value
	}
	return nil
}

// literal counts what a pattern says: everything but the stars.
func literal(pattern string) int { return len(strings.ReplaceAll(pattern, "*", "")) }

// all resolves the rules of every C function. Those of a class that an overlay removed go with it.
func (r *resolver) all() *node {
	out := &node{kind: mappingNode, pos: r.functions.pos, flawed: r.functions.flawed}
	for _, p := range r.functions.pairs {
		value := p.value
		switch value.kind {
		case mappingNode:
			if value = r.rule(p.key, value); r.orphaned(value) {
				continue
			}
		case sequenceNode:
			list := &node{kind: sequenceNode, pos: value.pos}
			for _, item := range value.items {
				if item.kind == mappingNode {
					item = r.rule(p.key, item)
				}
				if !r.orphaned(item) {
					list.items = append(list.items, item)
				}
			}
			if value = list; len(list.items) == 0 {
				continue
			}
		}
		out.pairs = append(out.pairs, &pair{key: p.key, pos: p.pos, value: value})
	}
	return out
}

// orphaned reports whether a rule stands under a class that is not there any more.
func (r *resolver) orphaned(rule *node) bool {
	return rule.under != nil && (r.classes == nil || r.classes.find(rule.under.class) == nil)
}

// rule resolves one rule of a C function.
func (r *resolver) rule(c string, own *node) *node {
	out, alike := r.said(c, own)
	name := ""
	if alike != nil {
		name = goName(alike.said)
	}
	out = r.defaulted(c, out, name)
	if alike != nil {
		out = inherit(out, r.defaulted(alike.c, alike.said, ""), alike.source)
	}
	return r.stand(out)
}

// said returns a rule with what the one says that it is like, and that one.
func (r *resolver) said(c string, own *node) (*node, *template) {
	like := own.find("like")
	if like == nil || like.value.kind != scalarNode {
		return own, nil
	}
	r.busy = append(r.busy, own)
	t := r.like(c, like.value)
	r.busy = r.busy[:len(r.busy)-1]
	if t == nil {
		return own, nil
	}
	return inherit(own, t.said, t.source), t
}

// template is a rule that another one is like.
type template struct {
	c      string
	said   *node
	source source
}

// defaulted returns a rule with the defaults for the name of a C function.
func (r *resolver) defaulted(c string, rule *node, alike string) *node {
	out := rule
	for _, d := range r.defaults {
		if d.value.kind == mappingNode && fits(d.key, c) {
			out = inherit(out, filled(d.value, goName(rule), alike), source{"the defaults of " + d.key, d.pos, false})
		}
	}
	return out
}

// like returns the rule that another one is like: the first of its C function. One that an overlay took away still serves.
func (r *resolver) like(c string, name *node) *template {
	p := r.functions.find(name.text)
	if p == nil && r.removed[name.text] != nil {
		p = &pair{key: name.text, value: r.removed[name.text]}
	}
	if p == nil {
		r.add(name.pos, diag.DidYouMean(name.text, r.functions.keys()), "there is no rule for %s that this one could be like", name.text)
		return nil
	}
	rule := p.value
	if rule.kind == sequenceNode && len(rule.items) > 0 {
		rule = rule.items[0]
	}
	switch {
	case rule.kind != mappingNode: // reported
		return nil
	case slices.Contains(r.busy, rule):
		r.add(name.pos, "say in one of them what it is", "%s is like itself", c)
		return nil
	}
	said, _ := r.said(p.key, rule)
	return &template{p.key, said, source{"like " + name.text, name.pos, true}}
}

// stand gives a rule what follows from the class that it stands under: a method gets its receiver, what makes or finds an object
// the class of that.
func (r *resolver) stand(rule *node) *node {
	if rule.under == nil {
		return rule
	}
	class, from := rule.under.class, "class "+rule.under.class
	out := newTable(rule)
	out.keep(rule)
	if context := mappingOf(r.classes, class).find("context"); context != nil && inheritsContext(out) {
		out.put(context)
		out.origins = append(slices.Clip(out.origins), Origin{Key: "context", From: from, Pos: context.value.pos})
	}
	if name := rule.find("go"); name != nil && name.value.under != nil && name.value.under.method {
		out.put(&pair{key: "go", pos: name.pos, value: r.methodName(name.value, word(rule, "role"))})
	}
	if result := rule.find("result"); !rule.under.method && makes(rule) && (result == nil || result.value.kind == mappingNode && result.value.find("class") == nil) {
		pos := rule.pos
		value := &node{kind: mappingNode, pos: pos}
		if result != nil {
			*value = *result.value
		}
		value.pairs = append(slices.Clip(value.pairs), &pair{key: "class", pos: pos, value: &node{kind: scalarNode, tag: "!!str", text: class, pos: pos}})
		out.put(&pair{key: "result", pos: value.pos, value: value})
		out.origins = append(slices.Clip(out.origins), Origin{Key: "result.class", From: from, Pos: pos})
	}
	return out.finish()
}

// inheritsContext reports whether a rule has the context of its class: a method that neither blocks nor begins or ends an object.
func inheritsContext(rule *table) bool {
	return rule.under.method && rule.find("context") == nil && rule.find("role") == nil && word(&rule.node, "blocks") != "true"
}

// methodName is the name of a method with its receiver: what begins and ends storage of the caller's belongs to the static variant.
func (r *resolver) methodName(name *node, role string) *node {
	if name.kind != scalarNode {
		return name
	}
	full, receiver := *name, name.under.class
	if rule := mappingOf(r.classes, receiver); rule != nil && (role == string(RoleInit) || role == string(RoleDetach)) {
		switch static := rule.find("static"); {
		case static == nil:
		case static.value.kind != scalarNode: // reported
			return broken(name)
		default:
			receiver = static.value.text
		}
	}
	full.text = receiver + "." + full.text
	return &full
}

// filled returns defaults for one rule: {go} in a comment stands for its name, {like} for that of the rule that it is like.
func filled(defaults *node, name, alike string) *node {
	doc := defaults.find("doc")
	if doc == nil || doc.value.kind != scalarNode {
		return defaults
	}
	value := *doc.value
	value.text = strings.NewReplacer("{go}", name, "{like}", alike).Replace(value.text)
	out := newTable(defaults)
	out.put(&pair{key: "go", value: &node{kind: scalarNode, text: name}})
	out.put(&pair{key: doc.key, pos: doc.pos, value: &value})
	return out.finish()
}

// goName is the Go name of a rule, without the class.
func goName(rule *node) string {
	name := word(rule, "go")
	return name[strings.LastIndexByte(name, '.')+1:]
}

// makes reports whether a rule is of a function whose result is an object.
func makes(rule *node) bool {
	if word(rule, "role") == string(RoleNew) {
		return true
	}
	result := mappingOf(rule, "result")
	return result != nil && word(result, "style") == string(ResultHandle)
}

// word returns the text of a key, "" without one.
func word(n *node, key string) string {
	if p := n.find(key); p != nil && p.value.kind == scalarNode {
		return p.value.text
	}
	return ""
}

// source is where a value comes from that a rule does not say itself.
type source struct {
	what string
	pos  model.Pos
	like bool // from the rule that it is like
}

// ownKeys belong to one rule alone: its name, what its object lives by, and where it holds.
var ownKeys = []string{"go", "role", "except", "needs", "when", "like"}

// What a parameter or a result is, is one choice. A rule that makes another one inherits no more than the rest.
var (
	paramChoice  = choice{keys: []string{"string", "enum", "class", "time", "len_of", "callback", "type"}, rest: []string{"go", "doc", "direction", "lifetime", "until", "group"}}
	paramConst   = choice{keys: []string{"const"}}
	resultHandle = choice{keys: []string{"class"}, rest: []string{"doc", "style", "lifetime", "null"}}
	resultValue  = choice{keys: []string{"enum", "time", "type"}, rest: []string{"doc", "null"}}
	resultStyle  = choice{keys: []string{"style"}}
)

// choice is a set of keys of which a rule has one.
type choice struct {
	keys []string
	rest []string // what does not depend on it
}

// made reports whether a rule has made a choice.
func (c choice) made(n *node) bool {
	return slices.ContainsFunc(n.pairs, func(p *pair) bool { return slices.Contains(c.keys, p.key) })
}

// keep gives a table what a node has besides its pairs.
func (t *table) keep(n *node) {
	pairs := t.pairs
	t.node = *n
	t.pairs, t.origins = pairs, slices.Clone(n.origins)
}

// lay returns a mapping with what another one says and it does not, as far as the choices that it makes leave that open.
func lay(own, base *node, choices ...choice) *node {
	out := newTable(&node{kind: mappingNode, pos: own.pos})
	out.flawed, out.inherited = own.flawed, own.inherited
	for _, p := range base.pairs {
		if !slices.ContainsFunc(choices, func(c choice) bool { return c.made(own) && !slices.Contains(c.rest, p.key) }) {
			out.put(p)
		}
	}
	for _, p := range own.pairs {
		out.put(p)
	}
	return out.finish()
}

// inherit returns a rule with what another one says and it does not.
func inherit(own, base *node, from source) *node {
	out := newTable(own)
	out.keep(own)
	note := func(key string) {
		out.origins = append(out.origins, Origin{Key: key, From: from.what, Pos: from.pos})
	}
	waits := word(own, "blocks") == "true"
	for _, b := range base.pairs {
		o := out.find(b.key)
		both := o != nil && o.value.kind == mappingNode && b.value.kind == mappingNode
		switch {
		case slices.Contains(ownKeys, b.key), b.value.kind == brokenNode, b.key == "doc" && goName(own) != goName(base):
		case b.key == "context" && waits && !from.like && b.value.text != string(ContextScheduler):
		case b.key == "params" && (o == nil || both):
			out.put(params(o, b, note))
		case o == nil:
			out.put(b)
			note(b.key)
		case b.key == "errors" && both: // what has a name comes before what is said of many
			first, second := o.value, b.value
			if from.like {
				first, second = second, first
			}
			more := lay(o.value, lay(second, first))
			if len(more.pairs) > len(o.value.pairs) {
				note(b.key)
			}
			out.put(&pair{key: b.key, pos: o.pos, value: more})
		case b.key == "result" && both:
			more := lay(o.value, b.value, resultHandle, resultValue, resultStyle)
			if len(more.pairs) > len(o.value.pairs) {
				note(b.key)
			}
			out.put(&pair{key: b.key, pos: o.pos, value: more})
		}
	}
	return out.finish()
}

// params returns the parameters of a rule with those that it inherits. Rules for a parameter meet by any of its names.
func params(own, base *pair, note func(string)) *pair {
	out := &pair{key: base.key, pos: base.pos, value: &node{kind: mappingNode, pos: base.value.pos}}
	if own != nil {
		out.pos, out.value.pos, out.value.flawed = own.pos, own.value.pos, own.value.flawed
		out.value.pairs = slices.Clone(own.value.pairs)
	}
	for _, b := range base.value.pairs {
		if b.value.kind != mappingNode {
			continue
		}
		left := strings.Split(b.key, "|")
		for i, p := range out.value.pairs {
			if _, same := overlap(p.key, b.key); !same {
				continue
			}
			left = slices.DeleteFunc(left, func(name string) bool { return slices.Contains(strings.Split(p.key, "|"), name) })
			if p.value.kind == mappingNode {
				more := lay(p.value, b.value, paramChoice, paramConst)
				if len(more.pairs) > len(p.value.pairs) {
					note("params." + p.key)
				}
				out.value.pairs[i] = &pair{key: p.key, pos: p.pos, value: more}
			}
		}
		if len(left) > 0 {
			key, value := strings.Join(left, "|"), *b.value
			value.inherited = true
			out.value.pairs = append(out.value.pairs, &pair{key: key, pos: b.pos, value: &value})
			note("params." + key)
		}
	}
	return out
}
