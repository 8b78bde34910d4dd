package plan

import (
	"cmp"

	"github.com/rttgen/rttgen/model"
)

// argument plans one argument of the C call, and the Go parameter it comes from, if there is one. It says why if it cannot.
func (p *safePlanner) argument(f *SafeFunc, i int, param RawParam, r *model.ParamRule) (SafeArg, *SafeParam, string) {
	arg := SafeArg{Param: param, Nullable: r.Nullable}
	if i == 0 && p.isReceiver(f, r) {
		arg.Kind = ArgReceiver
		if f.Role == model.RoleInit {
			arg.Kind = ArgStorage
		}
		return arg, nil, ""
	}
	if r.Const != "" {
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
		f.Outs = append(f.Outs, SafeOut{Go: gp.Go, Type: gp.Type, Raw: param.Type.Elem})
		arg.GoType = gp.Type
		arg.Go = gp.Go
		return arg, nil, ""
	case ArgLen:
		arg.Go = p.paramName(f, p.paramNamed(f, r.LenOf), paramRule(f.Rule, r.LenOf))
		return arg, nil, ""
	case ArgEntry:
		entry, reason := p.entry(f, param, r)
		if reason != "" {
			return arg, nil, reason
		}
		arg.Callback = &SafeCallback{Entry: entry, Lifetime: r.Callback.Lifetime, Ends: r.Callback.Ends}
	case ArgTicks, ArgPeriod, ArgMillis, ArgTickAddress:
		gp.Time = r.Time
	}
	arg.Go, arg.GoType = gp.Go, gp.Type
	p.keep(f, &arg, r)
	if r.Group != "" {
		p.group(f, &arg, gp, r)
	}
	return arg, gp, ""
}

// isReceiver reports whether the first C parameter is the object itself.
func (p *safePlanner) isReceiver(f *SafeFunc, r *model.ParamRule) bool {
	return f.Method && f.Role != model.RoleNew && r.Const == ""
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
		if q.C == c {
			return q
		}
	}
	return RawParam{C: c, Go: c}
}

func (p *safePlanner) paramName(f *SafeFunc, param RawParam, r *model.ParamRule) string {
	return cmp.Or(r.Go, param.Go)
}

// constant spells a constant in Go: an integer as it is, a C constant through raw.
func (p *safePlanner) constant(s string) string {
	if c, ok := p.raw.Const(s); ok {
		return "raw." + c.Go
	}
	return s
}

// argKind decides how an argument is made, and the Go type of its parameter.
func (p *safePlanner) argKind(f *SafeFunc, param RawParam, r *model.ParamRule) (ArgKind, string) {
	switch {
	case r.Callback != nil:
		return ArgEntry, r.Callback.Func
	case r.LenOf != "":
		return ArgLen, ""
	case r.String == model.StringName:
		return ArgName, "string"
	case r.String == model.StringText:
		return ArgText, "string"
	case r.Class != "":
		return ArgObject, "*" + r.Class
	case r.Ownership == model.OwnOut:
		return ArgOut, p.outType(param, r)
	case r.Time != model.TimeNone && isPointer(param.Type):
		return ArgTickAddress, "time.Duration"
	case r.Time != model.TimeNone:
		return timeKinds[r.Time], "time.Duration"
	case p.isSlice(f, param), r.Type == "[]byte":
		return ArgSlice, cmp.Or(r.Type, "[]byte")
	case isPointer(param.Type):
		if r.Type != "" || r.Enum != "" {
			return ArgAddress, cmp.Or(r.Enum, r.Type)
		}
		return ArgPointer, param.Type.In("raw")
	case r.Type == "bool":
		return ArgBool, "bool"
	}
	return ArgValue, cmp.Or(r.Enum, r.Type, plainType(param.Type))
}

// outType is the Go type of what C writes.
func (p *safePlanner) outType(param RawParam, r *model.ParamRule) string {
	switch {
	case r.Time != model.TimeNone:
		return "Ticks"
	case r.Enum != "" || r.Type != "":
		return cmp.Or(r.Enum, r.Type)
	case param.Type.Kind == GoPointer:
		return param.Type.Elem.In("raw")
	}
	p.errorAt(r.Pos, "add type: to the rule", "%s points to nothing in particular: its rule must say what C writes there", param.C)
	return "uintptr"
}

var timeKinds = map[model.TimeUnit]ArgKind{
	model.TimeTicks: ArgTicks, model.TimePeriod: ArgPeriod, model.TimeMillis: ArgMillis,
}

// plainType is what a Go developer expects of a number: the predeclared type.
func plainType(t *GoType) string {
	if b := t.Basic(); b != "" {
		return b
	}
	return t.In("raw")
}

// isSlice reports whether another parameter is the length of this one.
func (p *safePlanner) isSlice(f *SafeFunc, param RawParam) bool {
	for _, r := range f.Rule.Params {
		if r.LenOf == param.C {
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
		class.Callback = true
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
		g = &SafeGroup{Go: r.Group, For: f.Rule.Go, Class: f.Class}
		if g.Class == nil {
			g.Class = p.classes[f.Rule.Result.Class]
		}
		p.groups[r.Group] = g
		p.safe.Groups = append(p.safe.Groups, g)
	}
	field := SafeField{Go: cmp.Or(r.Go, exportedName(gp.Go)), Type: gp.Type, Doc: r.Doc}
	if r.Default != "" {
		field.Default = p.constant(r.Default)
		arg.Default = field.Default
	}
	known := false
	for _, old := range g.Fields {
		known = known || old.Go == field.Go
	}
	if !known {
		g.Fields = append(g.Fields, field)
	}
	arg.Go = "config." + field.Go
	gp.Go, gp.Type, gp.Group, gp.Doc = "config", g.Go, g, ""
}
