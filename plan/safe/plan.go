package safe

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/checks"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/raw"
	"github.com/rttgen/rttgen/plan/when"
)

// planner resolves the rules of a mapping against the facts and the raw package.
type planner struct {
	api       *model.API
	mapping   *mapping.Rules
	raw       *raw.Package
	options   Options
	problems  *diag.List
	safe      *Package
	classes   map[string]*Class
	enums     map[string]*Enum
	errors    map[string]bool
	codes     map[string]*Codes
	groups    map[string]*Group
	records   map[string]*Record
	types     map[spelled]*gotype.Type
	named     map[string]*raw.GoType // what package raw declares
	lacks     string                 // what the rule at hand needs and this configuration does not have
	zeroNames map[string]bool        // constants that stand for zero, as far as they are declared
	missing   map[string]string      // why a bound C function has no wrapper
}

// Options are what of the user's choices the safe package depends on.
type Options struct {
	Package    string       // its name: "rtt"
	ImportPath string       // "example.com/app/rtt"
	Checks     checks.Level // at run time
	Header     []string     // the first comment of each file
}

// Build decides about the safe package. It returns, for C functions that rules name and that get no wrapper, why not.
func Build(api *model.API, m *mapping.Rules, raw *raw.Package, o Options) (*Package, map[string]string, *diag.List) {
	p := &planner{
		api: api, mapping: m, raw: raw, options: o,
		problems:  &diag.List{},
		safe:      &Package{},
		classes:   map[string]*Class{},
		enums:     map[string]*Enum{},
		errors:    map[string]bool{},
		codes:     map[string]*Codes{},
		groups:    map[string]*Group{},
		records:   map[string]*Record{},
		types:     map[spelled]*gotype.Type{},
		named:     namedTypes(raw),
		missing:   map[string]string{},
		zeroNames: map[string]bool{},
	}
	p.environment()
	p.planErrors()
	p.planEnums()
	p.planClasses()
	p.planRecords()
	p.planFunctions()
	p.dropUnmade()
	p.finishClasses()
	p.useRecords()
	p.planCode()
	if !p.problems.HasErrors() { // a wrapper that does not fit has no steps
		p.declare()
	}
	return p.safe, p.missing, p.problems
}

// environment looks up what the support code rests on.
func (p *planner) environment() {
	p.safe.Nest = p.raw.Func("rt_interrupt_get_nest")
	p.safe.Level = p.raw.Func("rt_critical_level")
	if p.api.Declares("RT_DEBUG_SCHEDULER_IRQ_DISABLED") && !p.api.Defined("RT_USING_SMP") { // such a kernel stops the system there
		p.safe.Masked = p.raw.Func("rt_hw_interrupt_is_disabled")
	}
	p.safe.Enter, p.safe.Exit = p.raw.Func("rt_enter_critical"), p.raw.Func("rt_exit_critical")
	p.safe.NameMax, _ = p.api.Constant("RT_NAME_MAX")
	p.safe.NamesKept = p.safe.NameMax == 0 && p.pointsToName()
	switch {
	case p.safe.NamesKept:
		p.safe.NameMax = keptNameMax
	case !p.api.Version.Less(model.Version{Major: 5}):
		p.safe.NameMax-- // the last byte is for a NUL: what is longer is cut
	}
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

// keptNameMax is how long names may be that RT-Thread sets no limit for.
const keptNameMax = 255

// pointsToName reports whether an object does not hold its name, which RT_NAME_MAX 0 means from 5.2 on.
func (p *planner) pointsToName() bool {
	r := p.api.Record("struct rt_object")
	return r != nil && slices.ContainsFunc(r.Fields, func(f *model.Field) bool { return f.Name == "name" && f.Type.IsPointer() })
}

// ownErrors are what only the wrappers themselves can find. Their codes are negative, which RT-Thread's never are.
func ownErrors() []Error {
	return []Error{
		{Go: "ErrClosed", Value: -1, Text: "object is closed", Doc: "ErrClosed is returned by methods of an object that was closed or never made."},
		{Go: "ErrContext", Value: -2, Text: "not allowed in this context", Doc: "ErrContext is returned when a function is called in an interrupt, or with the scheduler locked, and must not be."},
		{Go: "ErrName", Value: -3, Text: "name is too long or holds a NUL", Doc: "ErrName is returned for a name of more than NameMax bytes, which RT-Thread would cut, or one with a zero byte."},
		{Go: "ErrInUse", Value: -4, Text: "object is in use", Doc: "ErrInUse is returned by Init of an object that is already initialized."},
		{Go: "ErrRange", Value: -5, Text: "value out of range", Doc: "ErrRange is returned for a value that C does not hold, or RT-Thread does not take."},
		{Go: "ErrType", Value: -6, Text: "unsuitable type", Doc: "ErrType is returned for a type whose values cannot be where the garbage collector does not look, and for the name of a device of another class."},
	}
}

// firstMissing is where the codes begin of errors that RT-Thread has no code for.
const firstMissing = -100

func (p *planner) planErrors() {
	for _, e := range ownErrors() {
		p.errors[e.Go] = true
		p.safe.Errors = append(p.safe.Errors, e)
	}
	for _, r := range p.mapping.ErrorTypes {
		c := &Codes{Go: r.Name, C: r.C, Doc: r.Doc}
		p.codes[r.Name] = c
		p.safe.Codes = append(p.safe.Codes, c)
	}
	for i, r := range p.mapping.Errors {
		doc := r.Doc
		if doc == "" {
			doc = fmt.Sprintf("%s: %s.", r.Name, r.Text)
		}
		e := Error{Go: r.Name, C: r.C, Text: cmp.Or(r.Text, r.C), Doc: doc}
		v, ok := p.api.Constant(r.C)
		e.Value = v
		if !ok { // code that compares with it must compile all the same
			e.C, e.Value = "", int64(firstMissing-i)
			e.Doc += " This version of RT-Thread has no code for it."
		}
		p.errors[r.Name] = true
		if c := p.codes[r.Type]; c != nil {
			c.Errors = append(c.Errors, e)
			continue
		}
		p.safe.Errors = append(p.safe.Errors, e)
	}
	slices.SortFunc(p.safe.Errors, func(a, b Error) int { return cmp.Compare(a.Go, b.Go) })
}

func (p *planner) planEnums() {
	for _, r := range p.mapping.Enums {
		e := &Enum{Go: r.Name, Type: gotype.Basic(cmp.Or(r.Type, "uint32")), Flags: r.Flags, Doc: r.Doc}
		for _, v := range r.Values {
			c, ok := p.raw.Const(v.C)
			if !ok {
				continue
			}
			n, _ := p.api.Constant(v.C)
			e.Values = append(e.Values, EnumValue{Go: v.Name, Raw: c.Go, C: v.C, Doc: v.Doc, Value: n})
		}
		if len(e.Values) == 0 {
			continue
		}
		p.enums[r.Name] = e
		p.safe.Enums = append(p.safe.Enums, e)
	}
}

func (p *planner) planClasses() {
	for _, r := range p.mapping.Classes {
		if !when.Holds(p.api, r.When) {
			continue
		}
		rec := p.raw.Record(r.C)
		number := p.numberType(r.C)
		if number == nil && (rec == nil || rec.Opaque && r.Static != "") {
			continue // not configured
		}
		p.classes[r.Name] = &Class{
			Go: r.Name, Static: r.Static, File: cmp.Or(r.File, strings.ToLower(r.Name)), Doc: r.Doc, StaticDoc: r.StaticDoc,
			C: r.C, Record: rec, Number: number, Rule: r, Sole: r.Static == r.Name,
		}
	}
}

// isNamed reports whether a record is an object of the kernel: it is one or begins with one, or with the members of one, as
// struct rt_thread does before RT-Thread 5.
func (p *planner) isNamed(rec *raw.Record) bool {
	object := p.api.Record("struct rt_object")
	if object == nil || beginsWith(rec.Record, object) {
		return object != nil
	}
	for i, f := range object.Fields {
		if i >= len(rec.Record.Fields) || rec.Record.Fields[i].Offset != f.Offset || rec.Record.Fields[i].Type.Size != f.Type.Size {
			return false
		}
	}
	return len(object.Fields) > 0 && rec.Record.Fields[0].Name == object.Fields[0].Name
}

// cleanup plans how the kernel tells that it is done with an object.
func (p *planner) cleanup(r *mapping.ClassRule, rec *raw.Record) *Cleanup {
	for i, m := range rec.Record.Fields {
		if m.Name != r.Cleanup || r.Cleanup == "" || !m.Type.IsFuncPointer() {
			continue
		}
		for _, f := range rec.Fields {
			if f.Offset == rec.Record.Fields[i].Offset && !f.Storage && f.Go != "_" {
				name := "Gone" + r.Name
				e := p.register(&Entry{Symbol: commonEntry + "_gone_" + strings.ToLower(r.Name), Go: name, Gone: true,
					Params: []EntryParam{{Go: "object", Wire: raw.GoUnsafe}}})
				return &Cleanup{Field: f.Go, Type: f.Type, Entry: e}
			}
		}
	}
	return nil
}

// canCall reports whether everything that hand-written code needs is declared. A function that is only a macro in this
// configuration is not.
func (p *planner) canCall(needs []string) bool {
	return when.All(needs, p.api.Declares) && !slices.ContainsFunc(needs, func(n string) bool {
		return p.api.FuncMacro(n) != nil && p.raw.Func(n) == nil || p.safe.NamesKept && n == "rt_device_find"
	})
}

// planCode chooses the hand-written source that the headers have everything for.
func (p *planner) planCode() {
	add := func(r *mapping.CodeRule) {
		if p.canCall(r.Needs) && when.Holds(p.api, r.When) {
			p.safe.Code = append(p.safe.Code, &Code{File: r.File, Wraps: r.Wraps, Around: r.Around})
		}
	}
	for _, r := range p.mapping.Code {
		add(r)
	}
	for _, c := range p.safe.Classes {
		for _, r := range c.Rule.Code {
			add(r)
		}
	}
	slices.SortFunc(p.safe.Code, func(a, b *Code) int { return cmp.Compare(a.File, b.File) })
}

// takenAway reports whether a rule leaves out a function in this version and configuration, although others bind it.
func (p *planner) takenAway(c string) bool {
	return slices.ContainsFunc(p.mapping.Skips, func(s *mapping.SkipRule) bool {
		return !s.When.Always() && s.Matches(c) && when.Holds(p.api, s.When)
	})
}

func (p *planner) planFunctions() {
	for _, r := range p.mapping.Functions {
		if !when.Holds(p.api, r.When) || !when.All(r.Needs, p.api.Declares) || p.takenAway(r.C) {
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
func (p *planner) place(f *Func) {
	switch {
	case f.Class == nil:
		p.safe.Funcs = append(p.safe.Funcs, f)
	case f.Role == mapping.RoleDelete:
		f.Class.Delete = f
	case f.Role == mapping.RoleDetach:
		f.Class.Detach = f
	default:
		f.Class.Funcs = append(f.Class.Funcs, f)
	}
}

// finishClasses drops classes that nothing can make or reach, and sorts what is left.
func (p *planner) finishClasses() {
	for _, c := range p.classes {
		if len(c.Funcs) == 0 {
			continue
		}
		if !slices.ContainsFunc(c.Funcs, func(f *Func) bool { return f.Role == mapping.RoleInit }) {
			c.Static, c.Sole = "", false
		}
		if c.Static != "" {
			c.Cleanup = p.cleanup(c.Rule, c.Record)
		}
		c.Named = c.Record != nil && p.isNamed(c.Record) && !slices.ContainsFunc(c.Funcs, func(f *Func) bool { return f.Go == "Name" })
		c.Ends = slices.ContainsFunc(c.Funcs, ends)
		slices.SortFunc(c.Funcs, func(a, b *Func) int {
			return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Go, b.Go))
		})
		p.safe.Classes = append(p.safe.Classes, c)
	}
	slices.SortFunc(p.safe.Classes, func(a, b *Class) int { return cmp.Compare(a.Go, b.Go) })
	slices.SortFunc(p.safe.Funcs, func(a, b *Func) int { return cmp.Compare(a.Go, b.Go) })
	slices.SortFunc(p.safe.Groups, func(a, b *Group) int { return cmp.Compare(a.Go, b.Go) })
}

// ends reports whether an object ends when its callback returns.
func ends(f *Func) bool {
	return slices.ContainsFunc(f.Args, func(a Arg) bool { return a.Callback != nil && a.Callback.Ends })
}

// rank orders the functions of a class: what makes an object, then what finds one, then methods.
func rank(f *Func) int {
	switch {
	case f.Role == mapping.RoleNew:
		return 0
	case f.Role == mapping.RoleInit:
		return 1
	case !f.Method:
		return 2
	}
	return 3
}

// errorAt reports a problem of a rule.
func (p *planner) errorAt(pos model.Pos, hint, format string, args ...any) {
	p.problems.Add(diag.Diagnostic{Pos: pos, Message: fmt.Sprintf(format, args...), Hint: hint})
}
