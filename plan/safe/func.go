package safe

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/plan/checks"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/raw"
)

// function plans the wrapper of a C function, or says why there is none.
func (p *planner) function(r *mapping.FunctionRule, c *raw.Func) (*Func, string) {
	r = ruleOf(r, c)
	f := &Func{C: c, Rule: r, Role: r.Role, Context: r.Context}
	f.Go = r.Go
	if class, name, ok := strings.Cut(r.Go, "."); ok {
		f.Go, f.Method = name, true
		if f.Class, f.Static = p.classNamed(class); f.Class == nil {
			return nil, fmt.Sprintf("class %s is not configured", class)
		}
	}
	p.lacks = ""
	if reason := p.arguments(f); reason != "" {
		return nil, reason
	}
	if p.safe.NamesKept && f.Role != mapping.RoleNew && f.Role != mapping.RoleInit &&
		slices.ContainsFunc(f.Args, func(a Arg) bool { return a.Kind == ArgName }) {
		return nil, "with RT_NAME_MAX 0 RT-Thread compares no names: it takes the first object for the one with any name"
	}
	if reason := cmp.Or(p.result(f), p.lacks); reason != "" {
		return nil, reason
	}
	p.roleFits(f)
	if r.Except != "" {
		f.Except = p.raw.Func(r.Except)
	}
	f.Check = p.check(f)
	f.Doc = p.document(f)
	return f, ""
}

// ruleOf is a rule without what it inherits about parameters that the C function does not have.
func ruleOf(r *mapping.FunctionRule, c *raw.Func) *mapping.FunctionRule {
	own := *r
	own.Params = slices.DeleteFunc(slices.Clone(r.Params), func(p *mapping.ParamRule) bool {
		return p.Inherited && !slices.ContainsFunc(c.Params, func(q raw.Param) bool { return hasName(p.C, q.C) })
	})
	return &own
}

// classNamed finds a class by its name or that of its static variant.
func (p *planner) classNamed(name string) (c *Class, static bool) {
	if c := p.classes[name]; c != nil {
		return c, false
	}
	for _, c := range p.classes {
		if c.Static == name {
			return c, true
		}
	}
	return nil, false
}

// check decides what the wrapper finds out before the call.
func (p *planner) check(f *Func) ContextCheck {
	if p.options.Checks == checks.None || p.safe.Nest == nil {
		return CheckNone
	}
	full := p.options.Checks != checks.Cheap
	switch {
	case f.Context == mapping.ContextAny || f.Context == mapping.ContextISR || !full && !f.Rule.Blocks:
		return CheckNone
	case full && f.Context == mapping.ContextScheduler && p.safe.Level != nil:
		return CheckScheduler
	}
	return CheckThread
}

// hasName reports whether a name is one of the spellings that versions use: "timeout|time".
func hasName(spellings, name string) bool {
	return slices.Contains(strings.Split(spellings, "|"), name)
}

// paramRule finds the rule for a C parameter. A rule names it, in one of the spellings that versions use.
func paramRule(r *mapping.FunctionRule, name string) *mapping.ParamRule {
	for _, pr := range r.Params {
		if hasName(pr.C, name) {
			return pr
		}
	}
	return &mapping.ParamRule{C: name}
}

// ParamRule returns the rule for a C parameter.
func (f *Func) ParamRule(c string) *mapping.ParamRule { return paramRule(f.Rule, c) }

// arguments plans every argument of the C call, and from them the parameters of the Go function.
func (p *planner) arguments(f *Func) string {
	byC := map[string]*Param{}
	for i, param := range f.C.Params {
		rule := paramRule(f.Rule, param.C)
		if reason := p.refers(rule); reason != "" {
			return reason
		}
		arg, goParam, reason := p.argument(f, i, param, rule)
		if reason != "" {
			return reason
		}
		f.Args = append(f.Args, arg)
		if goParam != nil {
			byC[param.C] = goParam
			f.Timed = f.Timed || goParam.Time != mapping.TimeNone
		}
	}
	p.order(f, byC)
	p.oneUnit(f)
	return ""
}

// oneUnit refuses times in more than one unit: the variant that takes numbers has one in its name.
func (p *planner) oneUnit(f *Func) {
	var first *Param
	for i := range f.Params {
		param := &f.Params[i]
		switch {
		case param.Time == mapping.TimeNone:
		case first == nil:
			first = param
		case unitOf(first.Time).suffix != unitOf(param.Time).suffix:
			p.errorAt(f.Rule.Pos, "give one of them a type: instead of time:", "%s takes %s in %s and %s in %s: its variant without durations has one unit",
				f.C.C, first.Go, unitOf(first.Time).plural, param.Go, unitOf(param.Time).plural)
			return
		}
	}
}

// refers reports why a parameter cannot be: what its rule refers to is not configured.
func (p *planner) refers(r *mapping.ParamRule) string {
	if r.Enum != "" && p.enums[r.Enum] == nil {
		return fmt.Sprintf("none of the values of %s is defined", r.Enum)
	}
	if r.Class != "" && p.classes[r.Class] == nil {
		return fmt.Sprintf("class %s is not configured", r.Class)
	}
	if r.Record != "" && p.records[r.Record] == nil {
		return fmt.Sprintf("record %s is not configured", r.Record)
	}
	return ""
}

// order brings the Go parameters in the order of the rule, else in C's. Grouped ones are one parameter, where the first was.
func (p *planner) order(f *Func, byC map[string]*Param) {
	var names []string
	for _, name := range f.Rule.Order {
		for _, c := range f.C.Params {
			if hasName(name, c.C) {
				names = append(names, c.C)
			}
		}
	}
	for _, c := range f.C.Params {
		if !slices.Contains(names, c.C) {
			names = append(names, c.C)
		}
	}
	for _, n := range names {
		gp := byC[n]
		if gp == nil || gp.Group != nil && slices.ContainsFunc(f.Params, func(q Param) bool { return q.Group == gp.Group }) {
			continue
		}
		f.Params = append(f.Params, *gp)
	}
}

// result plans what the C result becomes.
func (p *planner) result(f *Func) string {
	r := f.Rule.Result
	style := cmp.Or(r.Style, p.defaultStyle(f))
	res := Result{Style: style, Life: r.Lifetime, Null: cmp.Or(r.Null, "ErrNoMemory"), Time: r.Time, Codes: p.codesOf(f)}
	if r.Class != "" {
		if res.Class, _ = p.classNamed(r.Class); res.Class == nil {
			return fmt.Sprintf("class %s is not configured", r.Class)
		}
	}
	if f.Role == mapping.RoleNew {
		res.Style, res.Life = mapping.ResultHandle, mapping.LifeOwned
		if res.Class == nil {
			p.errorAt(f.Rule.Pos, "add class: to the result", "%s makes an object, but its rule does not say of which class", f.C.C)
			return "the mapping does not say which class it makes"
		}
		f.Class = res.Class
	} else if res.Style == mapping.ResultHandle && !f.Method {
		f.Class = res.Class
	}
	if !p.errors[res.Null] {
		res.Null = "ErrError"
	}
	res.Type = p.resultType(f, r, res)
	f.Context = p.context(f, res.Style)
	res.Error = returnsError(f, res.Style) || r.Null != "" && (res.Style == mapping.ResultValue || res.Style == mapping.ResultText)
	f.Result = res
	p.resultFits(f, res)
	return ""
}

// codesOf finds the error type of the codes that a C function returns; nil for RT-Thread's.
func (p *planner) codesOf(f *Func) *Codes {
	if name := f.Rule.Result.Error; name != "" {
		return p.codes[name]
	}
	if f.C.Result == nil {
		return nil
	}
	for _, c := range p.safe.Codes {
		if c.C != "" && c.C == f.C.Function.Result.String() {
			return c
		}
	}
	return nil
}

// returnsError decides whether the Go function has an error to return.
func returnsError(f *Func, style mapping.ResultStyle) bool {
	switch style {
	case mapping.ResultError, mapping.ResultCount, mapping.ResultHandle, mapping.ResultBytes, mapping.ResultAll:
		return true
	case mapping.ResultMust, mapping.ResultOK:
		return false
	case mapping.ResultIgnore:
		if f.Method && f.Class.Number == nil { // whether it did anything must not stay unsaid
			return true
		}
	}
	if f.inThreads() { // what it returns elsewhere, or does not do, must not look like an answer
		return true
	}
	if style == mapping.ResultBool {
		return false
	}
	return slices.ContainsFunc(f.Args, func(a Arg) bool {
		return a.Kind == ArgName || a.Kind == ArgText || len(a.Bounds) > 0 || a.Kind >= ArgUnits
	})
}

func (p *planner) defaultStyle(f *Func) mapping.ResultStyle {
	switch {
	case f.C.Result == nil:
		return mapping.ResultIgnore
	case f.C.Function.Result.String() == "rt_err_t", f.Rule.Result.Error != "", p.codesOf(f) != nil && f.Rule.Result.Enum == "":
		return mapping.ResultError
	}
	return mapping.ResultValue
}

func (p *planner) resultType(f *Func, r mapping.ResultRule, res Result) *gotype.Type {
	switch res.Style {
	case mapping.ResultError, mapping.ResultIgnore, mapping.ResultMust, mapping.ResultAll:
		return nil
	case mapping.ResultHandle:
		if res.Class != nil {
			return gotype.PointerTo(p.own(res.Class.Go))
		}
	case mapping.ResultBool, mapping.ResultOK:
		return gotype.Bool
	case mapping.ResultText:
		return gotype.String
	case mapping.ResultBytes:
		return gotype.ByteSlice
	case mapping.ResultCount:
		if r.Type == "" {
			return gotype.Int
		}
	}
	switch {
	case r.Time != mapping.TimeNone:
		return timeType(r.Time)
	case r.Enum != "":
		return p.own(r.Enum)
	case r.Type != "":
		return p.parse(r.Pos, r.Type)
	case f.C.Result == nil:
		return nil
	}
	return p.typeOf(f.C.Result)
}
