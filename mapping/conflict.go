package mapping

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/model"
)

// symbol is a Go name that a rule makes.
type symbol struct {
	name string
	what string
	pos  model.Pos
	when When
	may  bool // limited by a when clause
}

// symbols reports Go names that two rules make.
func (v validator) symbols() {
	all := v.allSymbols()
	slices.SortStableFunc(all, func(a, b symbol) int { return v.compare(a.pos, b.pos) })
	seen := map[string][]symbol{}
	for _, s := range all {
		for _, was := range seen[s.name] {
			if disjoint(was.when, s.when) {
				continue
			}
			hint := "rename one of them"
			if was.may && s.may {
				hint += `, or limit them with "when" so that only one holds`
			}
			v.add(s.pos, hint, "%s %s has the name of the %s at %s", s.what, s.name, was.what, was.pos)
			break
		}
		seen[s.name] = append(seen[s.name], s)
	}
}

func (v validator) allSymbols() []symbol {
	var all []symbol
	for _, r := range v.m.Errors {
		all = append(all, symbol{name: r.Name, what: "error", pos: r.Pos})
	}
	for _, r := range v.m.ErrorTypes {
		all = append(all, symbol{name: r.Name, what: "error type", pos: r.Pos})
	}
	for _, r := range v.m.Enums {
		all = append(all, symbol{name: r.Name, what: "enum", pos: r.Pos})
		for _, value := range r.Values {
			all = append(all, symbol{name: value.Name, what: "enum value", pos: value.Pos})
		}
	}
	for _, r := range v.m.Records {
		all = append(all, symbol{name: r.Name, what: "record", pos: r.Pos})
	}
	for _, r := range v.m.Classes {
		all = append(all, symbol{name: r.Name, what: "class", pos: r.Pos, when: r.When, may: true})
		if r.Static != "" && r.Static != r.Name {
			all = append(all, symbol{name: r.Static, what: "static class", pos: v.at(r, "static", r.Pos), when: r.When, may: true})
		}
	}
	groups := map[string]bool{}
	for _, r := range v.m.Functions {
		if r.Go != "" {
			all = append(all, symbol{name: r.Go, what: "function", pos: v.at(r, "go", r.Pos), when: r.When, may: true})
		}
		for _, p := range r.Params {
			if p.Group != "" && !groups[p.Group] {
				groups[p.Group] = true
				all = append(all, symbol{name: p.Group, what: "group", pos: v.at(p, "group", p.Pos)})
			}
		}
	}
	return all
}

// errorCodes reports C codes that two errors stand for.
func (v validator) errorCodes() {
	first := map[string]*ErrorRule{}
	for _, r := range v.inOrder(v.m.Errors) {
		if was := first[r.C]; was != nil && r.C != "" {
			v.add(v.at(r, "c", r.Pos), "remove one of them", "%s and %s stand for the same code %s, see %s", was.Name, r.Name, r.C, was.Pos)
			continue
		}
		first[r.C] = r
	}
}

// inOrder returns error rules in the order of the files.
func (v validator) inOrder(rules []*ErrorRule) []*ErrorRule {
	rules = slices.Clone(rules)
	slices.SortStableFunc(rules, func(a, b *ErrorRule) int { return v.compare(a.Pos, b.Pos) })
	return rules
}

// groups reports fields of a group whose zero value stands for different things.
func (v validator) groups() {
	type fieldName struct{ group, name string }
	type use struct {
		rule  *FunctionRule
		param *ParamRule
	}
	first := map[fieldName][]use{}
	for _, r := range v.m.Functions {
		for _, p := range r.Params {
			if p.Group == "" || p.Go == "" {
				continue
			}
			key := fieldName{p.Group, p.Go}
			for _, was := range first[key] {
				if (was.param.Default != p.Default || was.param.Zero != p.Zero) && was.rule != r && !disjoint(was.rule.When, r.When) {
					v.add(v.at(p, "default", p.Pos), "give both the same default", "the default of %s.%s is %s here and %s at %s", p.Group, p.Go,
						cmp.Or(p.Default, "none"), cmp.Or(was.param.Default, "none"), was.param.Pos)
					break
				}
			}
			first[key] = append(first[key], use{r, p})
		}
	}
}

// rawNames reports names in package raw that two C symbols get.
func (v validator) rawNames() {
	first := map[string]*RawNameRule{}
	for _, r := range v.m.RawNames {
		if was := first[r.Go]; was != nil {
			a, b := was, r
			if v.compare(a.Pos, b.Pos) > 0 {
				a, b = b, a
			}
			v.add(b.Pos, "rename one of them", "%s and %s are both called %s in package raw, see %s", a.C, b.C, r.Go, a.Pos)
			continue
		}
		first[r.Go] = r
	}
}

// bound is what a function rule does with a C function, in messages.
const bound = "bound"

// skips reports C symbols that are skipped by name although a rule uses them.
func (v validator) skips() {
	type use struct {
		what string
		pos  model.Pos
		when When
	}
	used := map[string][]use{}
	note := func(c, what string, pos model.Pos, when When) { used[c] = append(used[c], use{what, pos, when}) }
	for _, r := range v.m.Functions {
		note(r.C, bound, r.Pos, r.When)
	}
	wraps := func(r *CodeRule) {
		for _, w := range r.Wraps {
			note(w.C, "wrapped by "+r.File, w.Pos, r.When)
		}
	}
	for _, r := range v.m.Code {
		wraps(r)
	}
	for _, r := range v.m.Classes {
		note(r.C, "used for class "+r.Name, r.Pos, r.When)
		for _, c := range r.Code {
			wraps(c)
		}
	}
	for _, r := range v.m.Errors {
		note(r.C, "used for error "+r.Name, r.Pos, When{})
	}
	for _, r := range v.m.Enums {
		for _, value := range r.Values {
			note(value.C, "used for value "+value.Name, value.Pos, When{})
		}
	}
	for _, r := range v.m.Skips {
		for _, u := range used[r.C] {
			if u.what == bound && !r.When.Always() {
				continue // takes the binding away where it holds
			}
			if !disjoint(u.when, r.When) {
				hint := "remove one of them, or limit them with \"when\""
				if file, ok := strings.CutPrefix(u.what, "wrapped by "); ok && u.pos.File != r.Pos.File {
					hint = "under code, write " + file + ": ~ to take it away, if it is there and not with a class"
				}
				if u.what == bound && u.pos.File != r.Pos.File { // the user cannot edit the mapping that comes with rttgen
					hint = "under functions, write " + r.C + ": ~ to take the binding away"
				}
				v.add(r.Pos, hint, "%s is skipped here and %s at %s", r.C, u.what, u.pos)
				break
			}
		}
	}
}
