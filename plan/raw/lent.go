package raw

import (
	"strings"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/when"
)

// lentParams knows the pointers that C gives back when it returns, because the mapping says so. Any other pointer may be
// kept: it is passed as an address, since TinyGo moves what a pointer parameter points to onto the stack.
type lentParams map[string]map[string]bool // C function, C parameter

func lentParamsOf(api *model.API, m *mapping.Rules) lentParams {
	lent := lentParams{}
	namesAreCopied := true
	if n, ok := api.Constant("RT_NAME_MAX"); ok && n == 0 {
		namesAreCopied = false // objects point to the name they were given
	}
	for _, f := range m.Functions {
		for _, p := range f.Params {
			if p.Const == "RT_NULL" {
				continue // nothing that could be kept
			}
			for name := range strings.SplitSeq(p.C, "|") {
				lent.note(f.C, name, isLent(p, namesAreCopied))
			}
		}
	}
	code := func(r *mapping.CodeRule) {
		if !when.Holds(api, r.When) {
			return
		}
		for _, w := range r.Wraps { // hand-written code keeps alive what C keeps
			if f := api.Function(w.C); f != nil {
				for _, p := range f.Params {
					lent.note(w.C, p.Name, true)
				}
			}
		}
	}
	for _, r := range m.Code {
		code(r)
	}
	for _, c := range m.Classes {
		for _, r := range c.Code {
			code(r)
		}
	}
	return lent
}

// isLent reports whether a rule says that C does not keep a pointer.
func isLent(p *mapping.ParamRule, namesAreCopied bool) bool {
	switch {
	case p.String == mapping.StringName && !namesAreCopied:
		return false
	case p.Lifetime != mapping.LifeNone:
		return p.Lifetime == mapping.LifeBorrowed
	}
	return p.Direction != mapping.DirNone || p.String != mapping.StringNone
}

// note adds what a rule says; where rules disagree, the pointer may be kept.
func (l lentParams) note(function, param string, lent bool) {
	params := l[function]
	if params == nil {
		params = map[string]bool{}
		l[function] = params
	}
	if old, ok := params[param]; ok {
		lent = lent && old
	}
	params[param] = lent
}

func (l lentParams) has(function, param string) bool { return l[function][param] }
