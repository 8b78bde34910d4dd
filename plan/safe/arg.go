package safe

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/names"
	"github.com/rttgen/rttgen/plan/raw"
)

// argument plans one argument of the C call, and the Go parameter it comes from, if there is one. It says why if it cannot.
func (p *planner) argument(f *Func, i int, param raw.Param, r *mapping.ParamRule) (Arg, *Param, string) {
	arg := Arg{Param: param, Lifetime: r.Lifetime, Nullable: r.Nullable}
	if i == 0 && p.isReceiver(f, param, r) {
		arg.Kind = ArgReceiver
		if f.Role == mapping.RoleInit {
			arg.Kind = ArgStorage
		}
		return arg, nil, ""
	}
	if r.Const != "" {
		if !p.isConstant(r.Const) {
			return arg, nil, r.Const + " is not defined"
		}
		arg.Kind, arg.Const = ArgConst, p.constant(r.Const)
		p.fits(f, &arg, r)
		return arg, nil, ""
	}
	if user := userOf(f.Rule, param.C); user {
		arg.Kind = ArgUser
		return arg, nil, ""
	}
	gp := &Param{Go: p.paramName(f, param, r), Doc: r.Doc}
	arg.Kind, gp.Type = p.argKind(f, param, r)
	switch arg.Kind {
	case ArgOut:
		arg.Go, arg.GoType, arg.Time = gp.Go, gp.Type, r.Time
		p.fits(f, &arg, r)
		f.Outs = append(f.Outs, Out{Go: gp.Go, Type: gp.Type, Raw: param.Type.Elem, Time: r.Time})
		return arg, nil, ""
	case ArgRecordOut:
		arg.Go, arg.GoType, arg.Record = gp.Go, gp.Type, p.records[r.Record]
		p.fits(f, &arg, r)
		f.Outs = append(f.Outs, Out{Go: gp.Go, Type: gp.Type, Record: arg.Record})
		return arg, nil, ""
	case ArgLen:
		of := p.paramNamed(f, r.LenOf)
		arg.Go = p.paramName(f, of, paramRule(f.Rule, of.C))
		if record := p.records[paramRule(f.Rule, of.C).Record]; record != nil {
			size := strconv.Itoa(record.Raw.Size)
			arg.Kind, arg.Const = ArgConst, Const{C: size, Text: size}
		}
		p.fits(f, &arg, r)
		return arg, nil, ""
	case ArgEntry:
		entry, reason := p.entry(f, param, r, gp.Type)
		if reason != "" {
			return arg, nil, reason
		}
		arg.Callback = &Callback{Entry: entry, Key: r.Callback.Key, Lifetime: p.lifetime(f, entry, r), Ends: r.Callback.Ends,
			Func: gp.Type}
	case ArgTicks, ArgPeriod, ArgMillis, ArgTickAddress:
		gp.Time, arg.Time = r.Time, r.Time
	case ArgUnits, ArgUnitsAddress:
		arg.Time = r.Time
	case ArgRecord, ArgRecordShared:
		arg.Record = p.records[r.Record]
	}
	arg.Go, arg.GoType = gp.Go, gp.Type
	arg.Bounds = p.bounds(f, &arg, r)
	if low, _, ok := bounds(p.under(gp.Type)); arg.Kind == ArgValue && ok && low < 0 && r.Min == "" && hasName(f.Rule.Result.Len, param.C) {
		arg.Bounds = append(arg.Bounds, Bound{"<", Const{C: "0", Text: "0"}}) // no memory has such a length
	}
	if r.Until != "Close" {
		arg.Until = r.Until
	}
	gp.Doc = joined(gp.Doc, lifetimeDoc(&arg, r))
	p.keep(f, &arg, r)
	p.fits(f, &arg, r)
	if r.Group != "" {
		p.group(f, &arg, gp, r)
	}
	return arg, gp, ""
}

// isReceiver reports whether the first C parameter is the object itself: a pointer to its record, or to one it begins with.
// Where C has only a pointer to nothing in particular, that is the object unless the rule says otherwise.
func (p *planner) isReceiver(f *Func, param raw.Param, r *mapping.ParamRule) bool {
	if !f.Method || f.Role == mapping.RoleNew || r.Const != "" || r.Class != "" {
		return false
	}
	if f.Class.Number != nil {
		return isInteger(param.Type)
	}
	u := param.CType.Underlying()
	if u.Kind != model.Pointer {
		return false
	}
	switch e := u.Elem.Underlying(); e.Kind {
	case model.Void:
		return r.Direction == mapping.DirNone && r.Lifetime == mapping.LifeNone && r.Type == "" && r.Record == "" && !p.isSlice(f, param)
	case model.Struct:
		return beginsWith(f.Class.Record.Record, e.Record)
	}
	return false
}

// beginsWith reports whether a record is another, or begins with it.
func beginsWith(r, base *model.Record) bool {
	for r != nil && r.Complete && r != base && r.Name != base.Name && len(r.Fields) > 0 {
		t := r.Fields[0].Type.Underlying()
		if t.Kind != model.Struct {
			return false
		}
		r = t.Record
	}
	return r != nil && r.Name == base.Name
}

// bounds plans what is refused: what the rule says, and for a slice that the kernel needs, an empty one.
func (p *planner) bounds(f *Func, arg *Arg, r *mapping.ParamRule) []Bound {
	var list []Bound
	for _, b := range []struct{ op, c string }{{"<", r.Min}, {">", r.Max}, {">=", r.Below}} {
		if b.c != "" && p.refuses(f, arg, r, b.op, b.c) {
			list = append(list, Bound{b.op, p.constant(b.c)})
		}
	}
	if arg.Kind == ArgSlice && r.Min == "" && !r.Nullable {
		list = append(list, Bound{"<", Const{C: "1", Text: "1"}})
	}
	return list
}

// refuses reports whether there is a value that a bound refuses; go vet and linters object to conditions that never hold. A bound
// that refuses everything is a mistake.
func (p *planner) refuses(f *Func, arg *Arg, r *mapping.ParamRule, op, constant string) bool {
	if !p.isConstant(constant) {
		p.lacks = constant + " is not defined"
		return false
	}
	t := arg.GoType
	switch arg.Kind {
	case ArgSlice:
		t = gotype.Int
	case ArgValue, ArgWord, ArgAddress:
	default:
		p.errorAt(r.Pos, "remove min, max and below", "parameter %s of %s: only numbers and slices have bounds", arg.Param.C, f.C.C)
		return false
	}
	low, high, ok := bounds(p.under(t))
	if arg.Kind == ArgSlice {
		low = 0
	}
	n, known := p.constValue(p.constant(constant))
	switch {
	case !ok && p.isNumber(t) && known:
		return true // a float
	case !ok || !known:
		p.errorAt(r.Pos, "", "parameter %s of %s: %s cannot be compared with %s", arg.Param.C, f.C.C, p.text(arg.GoType), constant)
		return false
	}
	var never, always bool
	switch last := int64(min(high, math.MaxInt64)); op {
	case "<":
		never, always = n <= low, n > last
	case ">":
		never, always = n >= last, n < low
	case ">=":
		never, always = n > last, n <= low
	}
	if always {
		p.errorAt(r.Pos, "", "parameter %s of %s: no %s is left if it must not be %s %s", arg.Param.C, f.C.C, p.text(arg.GoType), op, constant)
	}
	return !never && !always
}

// userOf reports whether a parameter carries the user data of a callback.
func userOf(r *mapping.FunctionRule, name string) bool {
	for _, pr := range r.Params {
		if pr.Callback != nil && pr.Callback.User == name {
			return true
		}
	}
	return false
}

func (p *planner) paramNamed(f *Func, c string) raw.Param {
	for _, q := range f.C.Params {
		if hasName(c, q.C) {
			return q
		}
	}
	return raw.Param{C: c, Go: c}
}

func (p *planner) paramName(f *Func, param raw.Param, r *mapping.ParamRule) string {
	return unreserved(cmp.Or(r.Go, param.Go))
}

// isConstant reports whether a constant of a rule has a value in this configuration.
func (p *planner) isConstant(s string) bool {
	_, ok := p.raw.Const(s)
	return ok || s[0] == '-' || '0' <= s[0] && s[0] <= '9' || p.api.Defined(s)
}

// constant spells a constant in Go: an integer as it is, a C constant through raw.
func (p *planner) constant(s string) Const {
	if c, ok := p.raw.Const(s); ok {
		return Const{C: s, Raw: true, Text: c.Go}
	}
	return Const{C: s, Text: s}
}

// share is a constant, or the part of one that a rule names: RT_THREAD_PRIORITY_MAX/3.
func (p *planner) share(s string) Const {
	name, divisor, isPart := strings.Cut(s, "/")
	c := p.constant(name)
	if !isPart {
		return c
	}
	n, _ := p.constValue(c)
	by, _ := strconv.ParseInt(divisor, 10, 64)
	return Const{C: s, Text: strconv.FormatInt(n/max(by, 1), 10)}
}

// argKind decides how an argument is made, and the Go type of its parameter.
func (p *planner) argKind(f *Func, param raw.Param, r *mapping.ParamRule) (ArgKind, *gotype.Type) {
	typed := p.ruleType(r)
	switch {
	case r.Callback != nil:
		return ArgEntry, p.parse(r.Callback.Pos, r.Callback.Func)
	case r.LenOf != "":
		return ArgLen, nil
	case r.String == mapping.StringName:
		return ArgName, gotype.String
	case r.String == mapping.StringText:
		return ArgText, gotype.String
	case r.Class != "" && p.classes[r.Class].Number != nil:
		return ArgValue, p.own(r.Class)
	case r.Class != "":
		return ArgObject, gotype.PointerTo(p.own(r.Class))
	case r.Record != "" && r.Direction == mapping.DirOut:
		return ArgRecordOut, p.own(r.Record)
	case r.Record != "" && r.Direction == mapping.DirInOut:
		return ArgRecordShared, gotype.PointerTo(p.own(r.Record))
	case r.Record != "":
		return ArgRecord, p.own(r.Record)
	case r.Direction == mapping.DirOut && p.isSlice(f, param) && (typed == nil || typed.Kind == gotype.Slice):
		return ArgSlice, cmp.Or(typed, p.sliceType(param.Type)) // C writes into it
	case r.Direction == mapping.DirOut:
		return ArgOut, p.outType(param, r)
	case isExact(r.Time) && raw.IsPointer(param.Type):
		return ArgUnitsAddress, timeType(r.Time)
	case isExact(r.Time):
		return ArgUnits, timeType(r.Time)
	case r.Time != mapping.TimeNone && raw.IsPointer(param.Type):
		return ArgTickAddress, gotype.Duration
	case r.Time != mapping.TimeNone:
		return timeKinds[r.Time], gotype.Duration
	case p.isSlice(f, param), typed.Equal(gotype.ByteSlice):
		return ArgSlice, cmp.Or(p.written(r), p.sliceType(param.Type))
	case raw.IsPointer(param.Type):
		return p.pointerKind(param, r)
	case typed.Is("bool") && param.Type.Basic() != "bool":
		return ArgBool, gotype.Bool
	}
	return ArgValue, cmp.Or(typed, p.plainType(param.Type))
}

// sliceType is a slice of what a pointer points to: bytes where C does not say.
func (p *planner) sliceType(c *raw.GoType) *gotype.Type {
	if c.Kind != raw.GoPointer || c.Elem.Size <= 1 {
		return gotype.ByteSlice
	}
	return gotype.SliceOf(p.plainType(c.Elem))
}

// ruleType is the type that a rule gives a parameter; nil for none.
func (p *planner) ruleType(r *mapping.ParamRule) *gotype.Type {
	if r.Enum != "" {
		return p.own(r.Enum)
	}
	return p.written(r)
}

// written is the type that a rule spells; nil for none.
func (p *planner) written(r *mapping.ParamRule) *gotype.Type {
	if r.Type == "" {
		return nil
	}
	return p.parse(r.Pos, r.Type)
}

// pointerKind decides what a pointer is that is no string, slice, object or function.
func (p *planner) pointerKind(param raw.Param, r *mapping.ParamRule) (ArgKind, *gotype.Type) {
	t := p.ruleType(r)
	switch {
	case r.Direction == mapping.DirInOut && t != nil:
		return ArgShared, gotype.PointerTo(t)
	case t == nil || t.Equal(gotype.Unsafe) || t.Kind == gotype.Pointer:
		return ArgPointer, cmp.Or(t, p.typeOf(param.Type))
	case r.Direction == mapping.DirIn:
		return ArgAddress, t
	}
	return ArgWord, t
}

// outType is the Go type of what C writes.
func (p *planner) outType(param raw.Param, r *mapping.ParamRule) *gotype.Type {
	switch t := p.ruleType(r); {
	case r.Time != mapping.TimeNone:
		return timeType(r.Time)
	case t != nil:
		return t
	case param.Type.Kind == raw.GoPointer:
		return p.typeOf(param.Type.Elem)
	}
	p.errorAt(r.Pos, "add type: to the rule", "%s points to nothing in particular: its rule must say what C writes there", param.C)
	return gotype.Uintptr
}

var timeKinds = map[mapping.TimeUnit]ArgKind{
	mapping.TimeTicks: ArgTicks, mapping.TimePeriod: ArgPeriod, mapping.TimeMillis: ArgMillis,
}

// plainType is what a Go developer expects of a number: the predeclared type.
func (p *planner) plainType(t *raw.GoType) *gotype.Type {
	switch b := t.Basic(); b {
	case "":
		return p.typeOf(t)
	case raw.GoUnsafe.Name:
		return gotype.Unsafe
	default:
		return gotype.Basic(b)
	}
}

// isSlice reports whether another parameter is the length of this one.
func (p *planner) isSlice(f *Func, param raw.Param) bool {
	for _, r := range f.Rule.Params {
		if r.LenOf != "" && hasName(r.LenOf, param.C) {
			return true
		}
	}
	return false
}

// keep plans the field that keeps alive what the kernel keeps a pointer to.
func (p *planner) keep(f *Func, arg *Arg, r *mapping.ParamRule) {
	if !f.hasObject() {
		return
	}
	class := f.Class
	if class == nil {
		class = p.classes[f.Rule.Result.Class]
	}
	switch {
	case class == nil:
	case arg.Kind == ArgEntry && !arg.Callback.Entry.Hook:
		class.Callback = class.Callback || f.Role != mapping.RoleNone && arg.Callback.Lifetime == mapping.LifeRetained
	case arg.Kind == ArgEntry:
	case r.Lifetime == mapping.LifeRetained:
		arg.Kept = class.keep(f, arg)
	}
}

// keep returns the field that keeps an argument alive. What an object is made with has one field, whatever makes it; what a
// method gives to the kernel later has its own, because the kernel goes on using the other.
func (c *Class) keep(f *Func, arg *Arg) string {
	name := "kept" + names.Exported(arg.Go)
	if f.Role == mapping.RoleNone {
		name = "kept" + f.Go + names.Exported(arg.Go)
	}
	field := name
	for i := 2; ; i++ {
		at := slices.IndexFunc(c.Kept, func(k Kept) bool { return k.Field == field })
		switch {
		case at < 0:
			c.Kept = append(c.Kept, Kept{Field: field, Type: arg.GoType, Set: f.Role == mapping.RoleNone})
			return field
		case c.Kept[at].Type.Equal(arg.GoType):
			return field
		}
		field = name + strconv.Itoa(i)
	}
}

// group moves a parameter into the struct that gathers it.
func (p *planner) group(f *Func, arg *Arg, gp *Param, r *mapping.ParamRule) {
	g := p.groups[r.Group]
	if g == nil {
		g = &Group{Go: r.Group, For: f.Go, Class: f.Class}
		if f.Static {
			g.For = f.QualifiedName()
		}
		if g.Class == nil {
			g.Class = p.classes[f.Rule.Result.Class]
		}
		p.groups[r.Group] = g
		p.safe.Groups = append(p.safe.Groups, g)
	}
	field := Field{Go: cmp.Or(r.Go, names.Exported(gp.Go)), Type: gp.Type, Doc: r.Doc}
	if r.Default != "" {
		c := p.share(r.Default)
		field.Default, arg.Default = &c, &c
		field.Zero, arg.Zero = r.Zero, r.Zero
	}
	known := false
	for _, old := range g.Fields {
		known = known || old.Go == field.Go
	}
	if !known {
		g.Fields = append(g.Fields, field)
	}
	name := "config"
	for i, param := range f.C.Params {
		other := paramRule(f.Rule, param.C)
		if other.Group != r.Group && (other.Group != "" || p.paramName(f, f.C.Params[i], other) == name) {
			name = unreserved(names.LowerFirst(g.Go)) // each group has its own
		}
	}
	arg.Go, arg.Field = name, field.Go
	gp.Go, gp.Type, gp.Group, gp.Doc = name, p.own(g.Go), g, ""
}
