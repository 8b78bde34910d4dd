package emit

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan"
)

// prepare prints what must be done before the call to have an argument.
func (e *safeEmitter) prepare(g *jen.Group, fn *plan.SafeFunc, a *plan.SafeArg) {
	switch a.Kind {
	case plan.ArgName:
		g.Var().Id(local(a)).Index(jen.Id("NameMax").Op("+").Lit(1)).Byte()
		e.giveUp(g, fn, jen.Op("!").Qual(e.internal("text"), "Name").Call(
			jen.Id(local(a)).Index(jen.Empty(), jen.Empty()), e.expr(a.Go)), "ErrName")
	case plan.ArgText:
		g.List(jen.Id(local(a)), jen.Id("ok"+exported(a.Param.Go))).Op(":=").Qual(e.internal("text"), "C").Call(e.expr(a.Go))
		e.giveUp(g, fn, jen.Op("!").Id("ok"+exported(a.Param.Go)), "ErrName")
	case plan.ArgAddress:
		e.bounds(g, fn, a)
		g.Id(local(a)).Op(":=").Add(e.expr(a.Go))
	case plan.ArgOut:
		g.Var().Id(a.Go).Add(e.goType(outVar(a)))
	case plan.ArgTickAddress:
		e.prepareTicks(g, fn, a)
		g.Id(local(a)).Op(":=").Add(e.expr(a.Go))
	case plan.ArgTicks, plan.ArgPeriod:
		e.prepareTicks(g, fn, a)
	case plan.ArgSlice:
		e.bounds(g, fn, a)
	case plan.ArgShared:
		e.refuseNil(g, fn, a)
	case plan.ArgEntry:
		if !a.Callback.Entry.Hook && !a.Nullable { // a hook without a function calls nothing
			e.refuseNil(g, fn, a)
		}
	case plan.ArgObject:
		e.prepareObject(g, fn, a)
	case plan.ArgLen:
		e.prepareLen(g, fn, a)
	case plan.ArgValue, plan.ArgWord:
		e.prepareValue(g, fn, a)
	case plan.ArgBool:
		g.Var().Id(local(a)).Add(e.goType(a.Param.Type.In("raw")))
		g.If(e.expr(a.Go)).Block(jen.Id(local(a)).Op("=").Lit(1))
	}
}

// take prints taking what must be given back if C refuses the call: a slot for a callback, a pointer that keeps memory alive.
func (e *safeEmitter) take(g *jen.Group, fn *plan.SafeFunc, a *plan.SafeArg) {
	if a.Kind == plan.ArgEntry {
		e.prepareEntry(g, fn, a)
	}
	if a.Kept != "" {
		e.prepareObjectValue(g, fn)
		g.Id(recv).Dot(a.Kept).Op("=").Add(e.expr(a.Go))
	}
}

// refuseNil prints the check that there is something: a variable that C writes, a function that it calls.
func (e *safeEmitter) refuseNil(g *jen.Group, fn *plan.SafeFunc, a *plan.SafeArg) {
	if e.canRefuse(fn) {
		e.giveUp(g, fn, e.expr(a.Go).Op("==").Nil(), "ErrRange")
	}
}

// prepareLen prints the check that C can count the elements of a slice.
func (e *safeEmitter) prepareLen(g *jen.Group, fn *plan.SafeFunc, a *plan.SafeArg) {
	counts := *a
	counts.GoType = "int"
	if max, _ := limit(&counts); max != "" && e.canRefuse(fn) {
		e.giveUp(g, fn, jen.Len(e.expr(a.Go)).Op(">").Id(max), "ErrRange")
	}
}

// local names a variable of the wrapper after the C parameter it is for.
func local(a *plan.SafeArg) string { return "c" + exported(a.Param.Go) }

func exported(s string) string { return string(s[0]-'a'+'A') + s[1:] }

// prepareValue prints the default of a grouped parameter, and the check that a value fits C's type.
func (e *safeEmitter) prepareValue(g *jen.Group, fn *plan.SafeFunc, a *plan.SafeArg) {
	if a.Default != "" {
		g.If(e.expr(a.Go).Op("==").Lit(0)).Block(e.expr(a.Go).Op("=").Add(e.expr(a.Default)))
	}
	e.bounds(g, fn, a)
}

// canRefuse reports whether a wrapper has a way to refuse an argument, and is to look at it.
func (e *safeEmitter) canRefuse(fn *plan.SafeFunc) bool {
	return fn.Result.Error && e.p.Options.Checks != plan.ChecksNone
}

// bounds prints the check that a value, or the length of a slice, is one that C takes.
func (e *safeEmitter) bounds(g *jen.Group, fn *plan.SafeFunc, a *plan.SafeArg) {
	if !e.canRefuse(fn) {
		return
	}
	x := e.expr(a.Go)
	if a.Kind == plan.ArgSlice {
		x = jen.Len(x)
	}
	var cond *jen.Statement
	for _, b := range slices.Concat(a.Bounds, typeBounds(a)) {
		c := x.Clone().Op(b.Op).Add(e.expr(b.Go))
		if cond == nil {
			cond = c
			continue
		}
		cond = cond.Op("||").Add(c)
	}
	e.giveUp(g, fn, cond, "ErrRange")
}

// typeBounds returns what C's type does not hold and the Go type does, as far as the plan has no narrower bound.
func typeBounds(a *plan.SafeArg) []plan.SafeBound {
	if a.Kind != plan.ArgValue {
		return nil
	}
	low, high := false, false
	for _, b := range a.Bounds {
		low, high = low || b.Op == "<", high || b.Op != "<"
	}
	var list []plan.SafeBound
	max, unsigned := limit(a)
	if unsigned && a.GoType == "int" && !low {
		list = append(list, plan.SafeBound{Op: "<", Go: "0"})
	}
	if max != "" && !high {
		list = append(list, plan.SafeBound{Op: ">", Go: max})
	}
	return list
}

// prepareTicks prints the check that C will take ticks for what they are: it takes what is negative as no limit at all.
func (e *safeEmitter) prepareTicks(g *jen.Group, fn *plan.SafeFunc, a *plan.SafeArg) {
	if !e.canRefuse(fn) {
		return
	}
	x := e.expr(a.Go)
	if a.Kind == plan.ArgTicks {
		e.giveUp(g, fn, jen.Int32().Call(x).Op("<").Lit(-1), "ErrRange")
		return
	}
	e.giveUp(g, fn, x.Clone().Op("==").Lit(0).Op("||").Add(x.Clone()).Op(">").Id("Ticks").Call(jen.Qual(e.internal("ticks"), "MaxTicks")), "ErrRange")
}

// limit returns the largest value that C's type holds, if the Go type holds larger ones, and whether it is unsigned.
func limit(a *plan.SafeArg) (max string, unsigned bool) {
	if a.GoType != "int" && a.GoType != "uint" {
		return "", false
	}
	switch a.Param.Type.Basic() {
	case "uint8", "byte":
		return "0xff", true
	case "uint16":
		return "0xffff", true
	case "uint32", "uintptr":
		return "", true
	case "int8":
		return "0x7f", false
	case "int16":
		return "0x7fff", false
	}
	return "", false
}

func (e *safeEmitter) prepareObject(g *jen.Group, fn *plan.SafeFunc, a *plan.SafeArg) {
	name := local(a)
	if a.Nullable {
		g.Var().Id(name).Add(e.goType(a.Param.Type.In("raw")))
		g.If(e.expr(a.Go).Op("!=").Nil()).Block(jen.Id(name).Op("=").Add(e.expr(a.Go)).Dot("h").Dot("Get").Call())
		return
	}
	e.giveUp(g, fn, e.expr(a.Go).Op("==").Nil(), "ErrClosed")
	g.Id(name).Op(":=").Add(e.expr(a.Go)).Dot("h").Dot("Get").Call()
	if e.p.Options.Checks != plan.ChecksNone {
		e.giveUp(g, fn, jen.Id(name).Op("==").Nil(), "ErrClosed")
	}
}

// outVar is the type of the variable that C writes.
func outVar(a *plan.SafeArg) string {
	switch {
	case a.Param.Type.Kind == plan.GoPointer:
		return a.Param.Type.Elem.In("raw")
	case a.GoType == "time.Duration":
		return "Ticks"
	case a.GoType == "bool":
		return "uint32"
	}
	return a.GoType
}

// prepareObjectValue prints making the Go value of a new object, before something of it is needed.
func (e *safeEmitter) prepareObjectValue(g *jen.Group, fn *plan.SafeFunc) {
	if !e.makesObject(fn) || e.made[fn] {
		return
	}
	e.made[fn] = true
	g.Id(recv).Op(":=").Op("&").Id(fn.Class.Go).Values()
}

// argument prints an argument of the C call.
func (e *safeEmitter) argument(fn *plan.SafeFunc, a *plan.SafeArg) *jen.Statement {
	t := a.Param.Type
	switch a.Kind {
	case plan.ArgReceiver:
		return e.receiver(fn, a)
	case plan.ArgStorage:
		return jen.Op("&").Id(recv).Dot("obj")
	case plan.ArgConst:
		return e.convertConst(t, a.Const)
	case plan.ArgName:
		return e.cast(t, jen.Op("&").Id(local(a)).Index(jen.Lit(0)), "*byte")
	case plan.ArgText:
		return e.cast(t, jen.Op("&").Id(local(a)).Index(jen.Lit(0)), "*byte")
	case plan.ArgAddress:
		return e.cast(t, jen.Op("&").Id(local(a)), "*"+a.GoType)
	case plan.ArgOut:
		return e.cast(t, jen.Op("&").Id(a.Go), "*"+outVar(a))
	case plan.ArgTickAddress:
		return e.cast(t, jen.Op("&").Id(local(a)), "*Ticks")
	case plan.ArgSlice:
		return e.cast(t, jen.Qual("unsafe", "SliceData").Call(e.expr(a.Go)), "*"+a.GoType[2:])
	case plan.ArgLen:
		return e.convert(t, jen.Len(e.expr(a.Go)), "int")
	case plan.ArgObject:
		return jen.Id(local(a))
	case plan.ArgEntry:
		return e.convert(t, jen.Id(entryFunc(a.Callback.Entry)).Call(), "uintptr")
	case plan.ArgUser:
		slot := jen.Id("slot")
		if fn.Class != nil {
			slot = jen.Id(recv).Dot(slotOf(fn))
		}
		if t.Basic() == "uintptr" {
			return jen.Uintptr().Call(slot.Dot("User").Call())
		}
		return e.cast(t, slot.Dot("User").Call(), "unsafe.Pointer")
	case plan.ArgBool:
		return jen.Id(local(a))
	case plan.ArgTicks, plan.ArgPeriod, plan.ArgMillis:
		return e.convert(t, e.expr(a.Go), tickType(map[plan.ArgKind]model.TimeUnit{plan.ArgMillis: model.TimeMillis}[a.Kind]))
	case plan.ArgPointer, plan.ArgShared:
		return e.cast(t, e.expr(a.Go), a.GoType)
	case plan.ArgWord:
		return e.cast(t, jen.Qual("unsafe", "Add").Call(jen.Qual("unsafe", "Pointer").Call(jen.Nil()), e.expr(a.Go)), "unsafe.Pointer")
	}
	return e.convert(t, e.expr(a.Go), a.GoType)
}

// receiver passes the object, as another type where C takes a base of it.
func (e *safeEmitter) receiver(fn *plan.SafeFunc, a *plan.SafeArg) *jen.Statement {
	return e.cast(a.Param.Type, jen.Id(objPtr), "*raw."+fn.Class.Record.Go)
}

// convert prints a conversion to a type of raw, if the expression has another.
func (e *safeEmitter) convert(t *plan.GoType, x *jen.Statement, from string) *jen.Statement {
	to := t.In("raw")
	if to == from {
		return x
	}
	return e.goType(to).Call(x)
}

// convertConst passes a constant. One that C's type does not hold as written, such as -1 for an unsigned type, needs no care:
// Go's compiler refuses it.
func (e *safeEmitter) convertConst(t *plan.GoType, c string) *jen.Statement {
	if t.Kind == plan.GoPointer || t.Basic() == "unsafe.Pointer" {
		return jen.Nil()
	}
	return e.expr(c)
}

// cast prints a conversion between pointer types, if they differ.
func (e *safeEmitter) cast(t *plan.GoType, x *jen.Statement, from string) *jen.Statement {
	to := t.In("raw")
	switch {
	case to == from:
		return x
	case to == "unsafe.Pointer":
		return jen.Qual("unsafe", "Pointer").Call(x)
	case t.Basic() == "uintptr":
		return jen.Uintptr().Call(jen.Qual("unsafe", "Pointer").Call(x))
	}
	return jen.Parens(e.goType(to)).Call(jen.Qual("unsafe", "Pointer").Call(x))
}
