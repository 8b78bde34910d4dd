package plan

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/gotype"
)

// argument plans one argument of the C call, and the Go parameter it comes from, if there is one. It says why if it cannot.
func (p *safePlanner) argument(f *SafeFunc, i int, param RawParam, r *model.ParamRule) (SafeArg, *SafeParam, string) {
	arg := SafeArg{Param: param, Nullable: r.Nullable}
	if i == 0 && p.isReceiver(f, param, r) {
		arg.Kind = ArgReceiver
		if f.Role == model.RoleInit {
			arg.Kind = ArgStorage
		}
		return arg, nil, ""
	}
	if r.Const != "" {
		if !p.isConstant(r.Const) {
			return arg, nil, r.Const + " is not defined"
		}
		arg.Kind, arg.Const = ArgConst, p.constant(r.Const)
		return arg, nil, ""
	}
	if user := userOf(f.Rule, param.C); user {
		arg.Kind = ArgUser
		return arg, nil, ""
	}
	gp := &SafeParam{Go: p.paramName(f, param, r), Doc: r.Doc}
	arg.Kind, gp.Type = p.argKind(f, param, r)
	switch arg.Kind {
	case ArgOut:
		f.Outs = append(f.Outs, SafeOut{Go: gp.Go, Type: gp.Type, Raw: param.Type.Elem, Time: r.Time})
		arg.GoType = gp.Type
		arg.Go = gp.Go
		return arg, nil, ""
	case ArgLen:
		of := p.paramNamed(f, r.LenOf)
		arg.Go = p.paramName(f, of, paramRule(f.Rule, of.C))
		return arg, nil, ""
	case ArgEntry:
		entry, reason := p.entry(f, param, r, gp.Type)
		if reason != "" {
			return arg, nil, reason
		}
		arg.Callback = &SafeCallback{Entry: entry, Key: r.Callback.Key, Lifetime: r.Callback.Lifetime, Ends: r.Callback.Ends,
			Func: gp.Type}
	case ArgTicks, ArgPeriod, ArgMillis, ArgTickAddress:
		gp.Time = r.Time
	}
	arg.Go, arg.GoType = gp.Go, gp.Type
	arg.Bounds = p.bounds(&arg, r)
	p.keep(f, &arg, r)
	if r.Group != "" {
		p.group(f, &arg, gp, r)
	}
	return arg, gp, ""
}

// isReceiver reports whether the first C parameter is the object itself: a pointer to its record, or to one it begins with.
// Where C has only a pointer to nothing in particular, that is the object unless the rule says otherwise.
func (p *safePlanner) isReceiver(f *SafeFunc, param RawParam, r *model.ParamRule) bool {
	if !f.Method || f.Role == model.RoleNew || r.Const != "" || r.Class != "" {
		return false
	}
	u := param.CType.Underlying()
	if u.Kind != model.Pointer {
		return false
	}
	switch e := u.Elem.Underlying(); e.Kind {
	case model.Void:
		return r.Ownership == model.OwnNone && r.Type == "" && !p.isSlice(f, param)
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
func (p *safePlanner) bounds(arg *SafeArg, r *model.ParamRule) []SafeBound {
	var list []SafeBound
	for _, b := range []struct{ op, c string }{{"<", r.Min}, {">", r.Max}, {">=", r.Below}} {
		if b.c != "" && !p.impossible(b.op, b.c, arg.GoType) {
			list = append(list, SafeBound{b.op, p.constant(b.c)})
		}
	}
	if arg.Kind == ArgSlice && r.Min == "" && !r.Nullable {
		list = append(list, SafeBound{"<", SafeConst{Text: "1"}})
	}
	return list
}

// impossible reports whether the Go type holds no value that a bound refuses; go vet and linters object to such conditions.
func (p *safePlanner) impossible(op, constant string, t *gotype.Type) bool {
	limit, known := map[string]int64{"uint8": math.MaxUint8, "uint16": math.MaxUint16, "uint32": math.MaxUint32}[t.Ident.Name]
	n, err := strconv.ParseInt(constant, 0, 64)
	if err != nil {
		c, ok := p.api.Constant(constant)
		n, known = c, known && ok
	}
	return known && (op == "<" && n <= 0 || op == ">" && n >= limit || op == ">=" && n > limit)
}

// userOf reports whether a parameter carries the user data of a callback.
func userOf(r *model.FunctionRule, name string) bool {
	for _, pr := range r.Params {
		if pr.Callback != nil && pr.Callback.User == name {
			return true
		}
	}
	return false
}

func (p *safePlanner) paramNamed(f *SafeFunc, c string) RawParam {
	for _, q := range f.C.Params {
		if slices.Contains(strings.Split(c, "|"), q.C) {
			return q
		}
	}
	return RawParam{C: c, Go: c}
}

func (p *safePlanner) paramName(f *SafeFunc, param RawParam, r *model.ParamRule) string {
	return cmp.Or(r.Go, param.Go)
}

// isConstant reports whether a constant of a rule has a value in this configuration.
func (p *safePlanner) isConstant(s string) bool {
	_, ok := p.raw.Const(s)
	return ok || s[0] == '-' || '0' <= s[0] && s[0] <= '9' || p.api.Defined(s)
}

// constant spells a constant in Go: an integer as it is, a C constant through raw.
func (p *safePlanner) constant(s string) SafeConst {
	if c, ok := p.raw.Const(s); ok {
		return SafeConst{Raw: true, Text: c.Go}
	}
	return SafeConst{Text: s}
}

// argKind decides how an argument is made, and the Go type of its parameter.
func (p *safePlanner) argKind(f *SafeFunc, param RawParam, r *model.ParamRule) (ArgKind, *gotype.Type) {
	typed := p.ruleType(r)
	switch {
	case r.Callback != nil:
		return ArgEntry, p.parse(r.Callback.Pos, r.Callback.Func)
	case r.LenOf != "":
		return ArgLen, nil
	case r.String == model.StringName:
		return ArgName, gotype.String
	case r.String == model.StringText:
		return ArgText, gotype.String
	case r.Class != "":
		return ArgObject, gotype.PointerTo(p.own(r.Class))
	case r.Ownership == model.OwnOut:
		return ArgOut, p.outType(param, r)
	case r.Time != model.TimeNone && isPointer(param.Type):
		return ArgTickAddress, gotype.Duration
	case r.Time != model.TimeNone:
		return timeKinds[r.Time], gotype.Duration
	case p.isSlice(f, param), typed.Equal(gotype.ByteSlice):
		return ArgSlice, cmp.Or(p.written(r), gotype.ByteSlice)
	case isPointer(param.Type):
		return p.pointerKind(param, r)
	case typed.Is("bool"):
		return ArgBool, gotype.Bool
	}
	return ArgValue, cmp.Or(typed, p.plainType(param.Type))
}

// ruleType is the type that a rule gives a parameter; nil for none.
func (p *safePlanner) ruleType(r *model.ParamRule) *gotype.Type {
	if r.Enum != "" {
		return p.own(r.Enum)
	}
	return p.written(r)
}

// written is the type that a rule spells; nil for none.
func (p *safePlanner) written(r *model.ParamRule) *gotype.Type {
	if r.Type == "" {
		return nil
	}
	return p.parse(r.Pos, r.Type)
}

// pointerKind decides what a pointer is that is no string, slice, object or function.
func (p *safePlanner) pointerKind(param RawParam, r *model.ParamRule) (ArgKind, *gotype.Type) {
	t := p.ruleType(r)
	switch {
	case r.Ownership == model.OwnInOut && t != nil:
		return ArgShared, gotype.PointerTo(t)
	case t == nil || t.Equal(gotype.Unsafe) || t.Kind == gotype.Pointer:
		return ArgPointer, cmp.Or(t, p.typeOf(param.Type))
	case r.Ownership == model.OwnIn:
		return ArgAddress, t
	}
	return ArgWord, t
}

// outType is the Go type of what C writes.
func (p *safePlanner) outType(param RawParam, r *model.ParamRule) *gotype.Type {
	switch t := p.ruleType(r); {
	case r.Time != model.TimeNone:
		return gotype.Duration
	case t != nil:
		return t
	case param.Type.Kind == GoPointer:
		return p.typeOf(param.Type.Elem)
	}
	p.errorAt(r.Pos, "add type: to the rule", "%s points to nothing in particular: its rule must say what C writes there", param.C)
	return gotype.Uintptr
}

var timeKinds = map[model.TimeUnit]ArgKind{
	model.TimeTicks: ArgTicks, model.TimePeriod: ArgPeriod, model.TimeMillis: ArgMillis,
}

// plainType is what a Go developer expects of a number: the predeclared type.
func (p *safePlanner) plainType(t *GoType) *gotype.Type {
	switch b := t.Basic(); b {
	case "":
		return p.typeOf(t)
	case goUnsafe.Name:
		return gotype.Unsafe
	default:
		return gotype.Basic(b)
	}
}

// isSlice reports whether another parameter is the length of this one.
func (p *safePlanner) isSlice(f *SafeFunc, param RawParam) bool {
	for _, r := range f.Rule.Params {
		if slices.Contains(strings.Split(r.LenOf, "|"), param.C) {
			return true
		}
	}
	return false
}

// keep plans the field that keeps alive what the kernel keeps a pointer to.
func (p *safePlanner) keep(f *SafeFunc, arg *SafeArg, r *model.ParamRule) {
	class := f.Class
	if class == nil && f.Rule.Result.Class != "" {
		class = p.classes[f.Rule.Result.Class]
	}
	if class == nil {
		return
	}
	switch {
	case arg.Kind == ArgEntry && !arg.Callback.Entry.Hook:
		class.Callback = class.Callback || !f.Method || f.Role != model.RoleNone
	case r.Ownership == model.OwnStatic || r.Ownership == model.OwnRetained:
		arg.Kept = "kept" + exportedName(arg.Go)
		for _, k := range class.Kept {
			if k.Field == arg.Kept {
				return
			}
		}
		class.Kept = append(class.Kept, SafeKept{Field: arg.Kept, Type: arg.GoType})
	}
}

// group moves a parameter into the struct that gathers it.
func (p *safePlanner) group(f *SafeFunc, arg *SafeArg, gp *SafeParam, r *model.ParamRule) {
	g := p.groups[r.Group]
	if g == nil {
		g = &SafeGroup{Go: r.Group, For: f.Go, Class: f.Class}
		if f.Static {
			g.For = f.QualifiedName()
		}
		if g.Class == nil {
			g.Class = p.classes[f.Rule.Result.Class]
		}
		p.groups[r.Group] = g
		p.safe.Groups = append(p.safe.Groups, g)
	}
	field := SafeField{Go: cmp.Or(r.Go, exportedName(gp.Go)), Type: gp.Type, Doc: r.Doc}
	if r.Default != "" {
		c := p.constant(r.Default)
		field.Default, arg.Default = &c, &c
	}
	known := false
	for _, old := range g.Fields {
		known = known || old.Go == field.Go
	}
	if !known {
		g.Fields = append(g.Fields, field)
	}
	arg.Go, arg.Field = "config", field.Go
	gp.Go, gp.Type, gp.Group, gp.Doc = "config", p.own(g.Go), g, ""
}
