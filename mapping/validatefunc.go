package mapping

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
)

func (v validator) function(r *FunctionRule) {
	v.when(&r.When)
	if class, _, method := strings.Cut(r.Go, "."); method {
		v.refer(r, "go", class, v.receivers)
	}
	if r.Blocks && (r.Context == ContextAny || r.Context == ContextISR) {
		v.add(v.at(r, "context", r.Pos), "make it scheduler, or remove blocks", "a call that blocks cannot have context %s", r.Context)
	}
	for i, p := range r.Params {
		if p.Inherited { // looked at where it stands; the function may not have it
			continue
		}
		v.param(r, p)
		for _, other := range r.Params[:i] {
			if !other.Inherited {
				v.params(other, p)
			}
		}
	}
	for _, e := range r.Errors {
		v.returned(e)
	}
	v.order(r)
	v.result(&r.Result)
}

// returned reports an error that is none.
func (v validator) returned(e ReturnedError) {
	if v.errors.names[e.Name] || v.errors.partial || slices.Contains(OwnErrors(), e.Name) {
		return
	}
	v.add(e.Pos, cmp.Or(diag.DidYouMean(e.Name, slices.Sorted(maps.Keys(v.errors.names))), `define it under "errors"`), "there is no error %s", e.Name)
}

func (v validator) param(r *FunctionRule, p *ParamRule) {
	v.exclusive(p, "const", "string", "enum", "class", "record", "time", "len_of", "callback", "type")
	v.exclusive(p, "const", "go")
	v.exclusive(p, "record", "group")
	v.exclusive(p, "const", "group")
	v.exclusive(p, "max", "below")
	v.requires(p, "default", "group")
	v.requires(p, "zero", "default")
	v.requires(p, "group", "go")
	v.refer(p, "enum", p.Enum, v.enums)
	v.refer(p, "class", p.Class, v.classes)
	v.refer(p, "record", p.Record, v.records)
	v.paramName(p)
	v.until(r, p)
	v.lenOf(r, p)
	v.callback(r, p)
}

// paramName checks that a field is exported and a parameter is not.
func (v validator) paramName(p *ParamRule) {
	pos := v.at(p, "go", p.Pos)
	switch better := capitalise(p.Go); {
	case p.Go == "":
	case p.Group != "" && p.Go != better:
		v.add(pos, fmt.Sprintf("did you mean %q?", better), "%q cannot be a field of %s: it is not exported", p.Go, p.Group)
	case p.Group == "" && !v.has(p, "group") && p.Go == better:
		v.add(pos, fmt.Sprintf("did you mean %q?", strings.ToLower(p.Go[:1])+p.Go[1:]), "the Go parameter %q starts with a capital letter", p.Go)
	}
}

// until checks that a method which ends something retained is one of the class.
func (v validator) until(r *FunctionRule, p *ParamRule) {
	if p.Until == "" {
		return
	}
	pos := v.at(p, "until", p.Pos)
	if p.Lifetime != LifeRetained {
		if !v.isBroken(p, "lifetime") {
			v.add(pos, "add lifetime: retained, or remove until", `"until" says nothing without "lifetime: retained"`)
		}
		return
	}
	class := v.classOf(r)
	if class == "" || p.Until == "Close" || v.methods.partial || v.classes.partial {
		return
	}
	if !v.methods.names[class+"."+p.Until] {
		var names []string
		for name := range v.methods.names {
			if method, ok := strings.CutPrefix(name, class+"."); ok {
				names = append(names, method)
			}
		}
		slices.Sort(names)
		v.add(pos, cmp.Or(diag.DidYouMean(p.Until, names), "name a method of "+class+", or remove until: it is Close then"), "%s has no method %s", class, p.Until)
	}
}

// classOf is the class of the object that a function belongs to or makes; a static variant is the class. Empty for none.
func (v validator) classOf(r *FunctionRule) string {
	class, _, method := strings.Cut(r.Go, ".")
	if !method {
		return r.Result.Class
	}
	return cmp.Or(v.variants[class], class)
}

// lenOf checks that a length is the length of something that has a Go parameter.
func (v validator) lenOf(r *FunctionRule, p *ParamRule) {
	if p.LenOf == "" {
		return
	}
	pos := v.at(p, "len_of", p.Pos)
	if _, self := overlap(p.LenOf, p.C); self {
		v.add(pos, "name the parameter that is the buffer", "%s cannot be its own length", p.C)
		return
	}
	for _, other := range r.Params {
		if _, same := overlap(p.LenOf, other.C); same && !other.Inherited && (other.Const != "" || other.Callback != nil) {
			v.add(pos, "name the parameter that is the buffer", "%s is not a slice in Go, see %s", p.LenOf, other.Pos)
		}
	}
}

// callback checks that the user data of a callback is not described twice.
func (v validator) callback(r *FunctionRule, p *ParamRule) {
	if p.Callback == nil || p.Callback.User == "" {
		return
	}
	pos := v.at(p.Callback, "user", p.Callback.Pos)
	if _, self := overlap(p.Callback.User, p.C); self {
		v.add(pos, "name the parameter that is passed on to the function", "%s cannot be its own user data", p.C)
		return
	}
	for _, other := range r.Params {
		if _, same := overlap(p.Callback.User, other.C); same && !other.Inherited {
			v.add(other.Pos, "remove this rule", "%s carries the user data of %s and has no Go parameter", other.C, p.C)
		}
	}
}

// params checks two parameter rules of a function against each other.
func (v validator) params(first, second *ParamRule) {
	if name, same := overlap(first.C, second.C); same {
		v.add(second.Pos, fmt.Sprintf("join it with the one for %q at %s", first.C, first.Pos), "two rules for the parameter %s", name)
		return
	}
	if first.Go != "" && first.Go == second.Go && first.Group == second.Group {
		v.add(v.at(second, "go", second.Pos), "the other is at "+v.at(first, "go", first.Pos).String(), "two parameters are called %s in Go", first.Go)
	}
}

// order checks that only parameters that are in Go are put in order.
func (v validator) order(r *FunctionRule) {
	for _, name := range r.Order {
		pos := v.item(r, "order", name, r.Pos)
		for _, p := range r.Params {
			if _, same := overlap(name, p.C); same && !p.Inherited && p.Const != "" {
				v.add(pos, "remove it", "%s is always %s and has no place in the order of the Go parameters", name, p.Const)
			}
			if p.Callback == nil || p.Callback.User == "" {
				continue
			}
			if _, same := overlap(name, p.Callback.User); same {
				v.add(pos, "remove it", "%s is the user data of %s and has no place in the order of the Go parameters", name, p.C)
			}
		}
	}
}

// result checks that the keys of a result go together.
func (v validator) result(r *ResultRule) {
	v.exclusive(r, "class", "enum", "time", "type")
	v.refer(r, "null", r.Null, v.errors)
	v.refer(r, "error", r.Error, v.errTypes)
	v.refer(r, "class", r.Class, v.classes)
	v.refer(r, "enum", r.Enum, v.enums)
	v.fits(r, "error", ResultError, ResultMust)
	v.fits(r, "null", ResultHandle, ResultText, ResultBytes, ResultValue)
	v.fits(r, "len", ResultBytes, ResultAll)
	v.fits(r, "class", ResultHandle)
	v.fits(r, "lifetime", ResultHandle)
	v.fits(r, "enum", ResultValue)
	v.fits(r, "time", ResultValue)
	v.fits(r, "type", ResultValue, ResultCount)
}

// fits reports a key that the style of a result has no use for.
func (v validator) fits(r *ResultRule, key string, styles ...ResultStyle) {
	if !v.has(r, key) || r.Style == ResultDefault || slices.Contains(styles, r.Style) {
		return
	}
	all := make([]string, len(styles))
	for i, s := range styles {
		all[i] = string(s)
	}
	pos, hint := v.later(r, "style", key, key+" goes with style "+strings.Join(all, " or "))
	v.add(pos, hint, "%q says nothing about a result of style %s", key, r.Style)
}
