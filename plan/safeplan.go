package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/diag"
	"github.com/rttgen/rttgen/model"
)

// safePlanner resolves the rules of a mapping against the facts and the raw package.
type safePlanner struct {
	api      *model.API
	mapping  *model.Mapping
	raw      *Raw
	options  Options
	problems *diag.List
	safe     *Safe
	classes  map[string]*SafeClass
	enums    map[string]*SafeEnum
	errors   map[string]bool
	groups   map[string]*SafeGroup
	missing  map[string]string // why a bound C function has no wrapper
}

// PlanSafe decides about the safe package. It returns, for C functions that rules name and that get no wrapper, why not.
func PlanSafe(api *model.API, m *model.Mapping, raw *Raw, o Options) (*Safe, map[string]string, *diag.List) {
	p := &safePlanner{
		api: api, mapping: m, raw: raw, options: o,
		problems: &diag.List{},
		safe:     &Safe{},
		classes:  map[string]*SafeClass{},
		enums:    map[string]*SafeEnum{},
		errors:   map[string]bool{},
		groups:   map[string]*SafeGroup{},
		missing:  map[string]string{},
	}
	p.environment()
	p.planErrors()
	p.planEnums()
	p.planClasses()
	p.planFunctions()
	p.finishClasses()
	return p.safe, p.missing, p.problems
}

// environment looks up what the support code rests on.
func (p *safePlanner) environment() {
	p.safe.Nest = p.raw.Func("rt_interrupt_get_nest")
	p.safe.Level = p.raw.Func("rt_critical_level")
	p.safe.NameMax, _ = p.api.Constant("RT_NAME_MAX")
	p.safe.Tick, _ = p.api.Constant("RT_TICK_PER_SECOND")
	for _, c := range []struct {
		name string
		v    int64
	}{{"RT_NAME_MAX", p.safe.NameMax}, {"RT_TICK_PER_SECOND", p.safe.Tick}} {
		if c.v <= 0 {
			p.problems.Add(diag.Diagnostic{
				Message: fmt.Sprintf("%s is not a positive number in this configuration", c.name),
				Hint:    "set it in rtconfig.h; names and times cannot be converted without it",
			})
		}
	}
}

// ownErrors are what only the wrappers themselves can find. Their codes are negative, which RT-Thread's never are.
func ownErrors() []SafeError {
	return []SafeError{
		{Go: "ErrClosed", Value: -1, Text: "object is closed", Doc: "ErrClosed is returned by methods of an object that was closed or never made."},
		{Go: "ErrContext", Value: -2, Text: "not allowed in this context", Doc: "ErrContext is returned when a function is called in an interrupt, or with the scheduler locked, and must not be."},
		{Go: "ErrName", Value: -3, Text: "name is too long or holds a NUL", Doc: "ErrName is returned for a name of more than NameMax bytes, which RT-Thread would cut, or one with a zero byte."},
		{Go: "ErrInUse", Value: -4, Text: "object is in use", Doc: "ErrInUse is returned by Init of an object that is already initialized."},
		{Go: "ErrRange", Value: -5, Text: "value out of range", Doc: "ErrRange is returned for a value that the C type cannot hold."},
	}
}

func (p *safePlanner) planErrors() {
	for _, e := range ownErrors() {
		p.errors[e.Go] = true
		p.safe.Errors = append(p.safe.Errors, e)
	}
	for _, r := range p.mapping.Errors {
		v, ok := p.api.Constant(r.C)
		if !ok {
			continue // this version has no such code
		}
		p.errors[r.Name] = true
		doc := r.Doc
		if doc == "" {
			doc = fmt.Sprintf("%s: %s.", r.Name, r.Text)
		}
		p.safe.Errors = append(p.safe.Errors, SafeError{Go: r.Name, C: r.C, Value: v, Text: cmp.Or(r.Text, r.C), Doc: doc})
	}
	slices.SortFunc(p.safe.Errors, func(a, b SafeError) int { return cmp.Compare(a.Go, b.Go) })
}

func (p *safePlanner) planEnums() {
	for _, r := range p.mapping.Enums {
		e := &SafeEnum{Go: r.Name, Type: cmp.Or(r.Type, "uint32"), Flags: r.Flags, Doc: r.Doc}
		for _, v := range r.Values {
			c, ok := p.raw.Const(v.C)
			if !ok {
				continue
			}
			n, _ := p.api.Constant(v.C)
			e.Values = append(e.Values, SafeEnumValue{Go: v.Name, Raw: c.Go, C: v.C, Doc: v.Doc, Value: n})
		}
		if len(e.Values) == 0 {
			continue
		}
		p.enums[r.Name] = e
		p.safe.Enums = append(p.safe.Enums, e)
	}
}

func (p *safePlanner) planClasses() {
	for _, r := range p.mapping.Classes {
		if !holds(p.api, r.When) {
			continue
		}
		rec := p.raw.Record(r.C)
		if rec == nil {
			continue // not configured
		}
		p.classes[r.Name] = &SafeClass{
			Go: r.Name, Static: r.Static, File: cmp.Or(r.File, strings.ToLower(r.Name)), Doc: r.Doc, StaticDoc: r.StaticDoc,
			C: r.C, Record: rec, Rule: r,
		}
	}
}

func (p *safePlanner) planFunctions() {
	for _, r := range p.mapping.Functions {
		if !holds(p.api, r.When) || !hasAll(p.api, r.Needs) {
			continue
		}
		c := p.raw.Func(r.C)
		if c == nil {
			continue // not declared, or not expressible: raw says why
		}
		f, reason := p.function(r, c)
		if reason != "" {
			p.missing[r.C] = reason
			continue
		}
		p.place(f)
	}
}

// place puts a function where it belongs.
func (p *safePlanner) place(f *SafeFunc) {
	switch {
	case f.Class == nil:
		p.safe.Funcs = append(p.safe.Funcs, f)
	case f.Role == model.RoleDelete:
		f.Class.Delete = f
	case f.Role == model.RoleDetach:
		f.Class.Detach = f
	default:
		f.Class.Funcs = append(f.Class.Funcs, f)
	}
}

// finishClasses drops classes that nothing can make or reach, and sorts what is left.
func (p *safePlanner) finishClasses() {
	for _, c := range p.classes {
		if len(c.Funcs) == 0 {
			continue
		}
		if !slices.ContainsFunc(c.Funcs, func(f *SafeFunc) bool { return f.Role == model.RoleInit }) {
			c.Static = ""
		}
		for _, code := range c.Rule.Code {
			if hasAll(p.api, code.Needs) {
				c.Code = append(c.Code, code.File)
			}
		}
		slices.SortFunc(c.Funcs, func(a, b *SafeFunc) int {
			return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Go, b.Go))
		})
		p.safe.Classes = append(p.safe.Classes, c)
	}
	slices.SortFunc(p.safe.Classes, func(a, b *SafeClass) int { return cmp.Compare(a.Go, b.Go) })
	slices.SortFunc(p.safe.Funcs, func(a, b *SafeFunc) int { return cmp.Compare(a.Go, b.Go) })
	slices.SortFunc(p.safe.Groups, func(a, b *SafeGroup) int { return cmp.Compare(a.Go, b.Go) })
}

// rank orders the functions of a class: what makes an object, then what finds one, then methods.
func rank(f *SafeFunc) int {
	switch {
	case f.Role == model.RoleNew:
		return 0
	case f.Role == model.RoleInit:
		return 1
	case !f.Method:
		return 2
	}
	return 3
}

// errorAt reports a problem of a rule.
func (p *safePlanner) errorAt(pos model.Pos, hint, format string, args ...any) {
	p.problems.Add(diag.Diagnostic{Pos: pos, Message: fmt.Sprintf(format, args...), Hint: hint})
}
