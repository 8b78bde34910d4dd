package plan

import (
	"slices"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/step"
)

// from is the Go value that an argument is made of.
func from(a *SafeArg) step.Expr {
	if a.Field != "" {
		return fieldOf(step.Name(a.Go), a.Field)
	}
	return step.Name(a.Go)
}

// local is the variable for an argument.
func (b *body) local(a *SafeArg) step.Name { return b.vars.name("c" + capital(a.Param.Go)) }

// prepare makes the steps that an argument needs before the call: checks of its value, a copy that C can read.
func (b *body) prepare(a *SafeArg) {
	x, local := from(a), ""
	switch a.Kind {
	case ArgName, ArgText, ArgAddress, ArgTickAddress, ArgBool, ArgObject:
		local = string(b.local(a))
	}
	switch a.Kind {
	case ArgName:
		b.add(step.CName{Var: local, Of: x, Leave: b.fail(step.Name("ErrName"))})
	case ArgText:
		ok := b.vars.name("ok" + capital(a.Param.Go))
		b.add(step.CText{Var: local, OK: string(ok), Of: x, Leave: b.fail(step.Name("ErrName"))})
	case ArgAddress:
		b.checkBounds(a)
		b.add(step.Let{Var: local, Value: x})
	case ArgOut:
		b.add(step.Out{Var: a.Go, Type: b.outVar(a)})
	case ArgTickAddress:
		b.checkTicks(a)
		b.add(step.Let{Var: local, Value: x})
	case ArgTicks, ArgPeriod:
		b.checkTicks(a)
	case ArgSlice, ArgWord:
		b.checkBounds(a)
	case ArgShared:
		b.refuseNil(a)
	case ArgEntry:
		if !a.Callback.Entry.Hook && !a.Nullable { // a hook without a function calls nothing
			b.refuseNil(a)
		}
	case ArgObject:
		b.prepareObject(a, local)
	case ArgLen:
		b.checkLen(a)
	case ArgValue:
		if a.Default != nil {
			b.add(step.Default{In: x, Value: b.constExpr(*a.Default)})
		}
		b.checkBounds(a)
	case ArgBool:
		b.add(step.Flag{Var: local, Type: b.typeOf(a.Param.Type), Of: x})
	}
}

// refuseNil checks that there is something: a variable that C writes, a function that it calls.
func (b *body) refuseNil(a *SafeArg) {
	if b.canRefuse() {
		b.guard(step.Range, equals(from(a), null), "ErrRange")
	}
}

// prepareObject gets the object of another handle.
func (b *body) prepareObject(a *SafeArg, local string) {
	if a.Nullable {
		b.add(step.Optional{Var: local, Type: b.typeOf(a.Param.Type), Of: from(a)})
		return
	}
	b.guard(step.Range, equals(from(a), null), "ErrClosed")
	b.add(step.Object{Var: local, Of: from(a)})
	if b.checked() {
		b.guard(step.Range, equals(step.Name(local), null), "ErrClosed")
	}
}

// checkLen checks that C can count the elements of a slice.
func (b *body) checkLen(a *SafeArg) {
	if max, _ := limit(a.Param.Type, gotype.Int); max != "" && b.canRefuse() {
		b.guard(step.Range, step.Binary{X: lenOf(from(a)), Op: ">", Y: step.Number(max)}, "ErrRange")
	}
}

func lenOf(x step.Expr) step.Expr { return callOf(step.Name("len"), x) }

// checkBounds checks that a value, or the length of a slice, is one that C takes.
func (b *body) checkBounds(a *SafeArg) {
	if !b.canRefuse() {
		return
	}
	x := from(a)
	if a.Kind == ArgSlice {
		x = lenOf(x)
	}
	var cond step.Expr
	for _, bound := range slices.Concat(a.Bounds, typeBounds(a)) {
		cond = either(cond, step.Binary{X: x, Op: bound.Op, Y: b.constExpr(bound.Value)})
	}
	if cond != nil {
		b.guard(step.Range, cond, "ErrRange")
	}
}

// typeBounds returns what C's type does not hold and the Go type does, as far as the rule has no narrower bound.
func typeBounds(a *SafeArg) []SafeBound {
	if a.Kind != ArgValue {
		return nil
	}
	low, high := false, false
	for _, b := range a.Bounds {
		low, high = low || b.Op == "<", high || b.Op != "<"
	}
	var list []SafeBound
	max, unsigned := limit(a.Param.Type, a.GoType)
	if unsigned && a.GoType.Is("int") && !low {
		list = append(list, SafeBound{Op: "<", Value: SafeConst{Text: "0"}})
	}
	if max != "" && !high {
		list = append(list, SafeBound{Op: ">", Value: SafeConst{Text: max}})
	}
	return list
}

// limit returns the largest value that C's type holds, if the Go type holds larger ones, and whether it is unsigned.
func limit(c *GoType, t *gotype.Type) (max string, unsigned bool) {
	if !t.Is("int") && !t.Is("uint") {
		return "", false
	}
	switch c.Basic() {
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

// checkTicks checks that C will take ticks for what they are: it takes what is negative as no limit at all.
func (b *body) checkTicks(a *SafeArg) {
	if !b.canRefuse() {
		return
	}
	x := from(a)
	if a.Kind == ArgTicks {
		b.guard(step.Range, step.Binary{X: convert(gotype.Int32, x), Op: "<", Y: number(-1)}, "ErrRange")
		return
	}
	most := convert(b.ticks(), step.Global(b.internal("ticks", "MaxTicks")))
	b.guard(step.Range, either(equals(x, number(0)), step.Binary{X: x, Op: ">", Y: most}), "ErrRange")
}

// outVar is the type of the variable that C writes.
func (b *body) outVar(a *SafeArg) *gotype.Type {
	switch {
	case a.Param.Type.Kind == GoPointer:
		return b.typeOf(a.Param.Type.Elem)
	case a.GoType == gotype.Duration:
		return b.ticks()
	case a.GoType.Is("bool"):
		return gotype.Uint32
	}
	return a.GoType
}

// take makes the steps that take what must be given back if C refuses the call: a slot for a callback, a pointer that keeps
// memory alive.
func (b *body) take(a *SafeArg) {
	if a.Kind == ArgEntry {
		b.takeEntry(a)
	}
	if a.Kept != "" {
		b.newObject()
		b.add(step.Keep{Field: fieldOf(b.recv(), a.Kept), Value: from(a)})
	}
}

// newObject makes the Go value of a new object, before something of it is needed.
func (b *body) newObject() {
	if makesObject(b.f) && !b.made {
		b.made = true
		b.add(step.New{Var: string(b.recv()), Type: b.own(b.f.Class.Go)})
	}
}

// takeEntry takes a slot for a callback, or sets a hook.
func (b *body) takeEntry(a *SafeArg) {
	entry := a.Callback.Entry
	switch {
	case entry.Key != "":
		b.add(step.Keyed{Hook: b.hook(entry), Key: b.key(a), Run: b.hookFunc(a)})
		return
	case entry.Hook:
		b.add(step.Hook{Hook: b.hook(entry), Run: b.hookFunc(a), Done: b.leave(null)})
		return
	case b.f.Class == nil:
		b.add(step.Slot{Var: string(b.vars.name("slot")), Run: b.run(a)})
		return
	}
	b.newObject()
	field := b.slot()
	if b.f.setsSlot() {
		b.add(step.Let{Var: string(b.vars.name("old")), Value: field})
	}
	run := b.run(a)
	if a.Callback.Ends {
		run = step.Ending{Own: callOf(step.Global(b.internal("callback", "Own"))), Run: from(a), Object: b.recv()}
	}
	b.add(step.SlotIn{Field: field, Run: run})
}

// slot is what holds the slot of the function's callback.
func (b *body) slot() step.Expr {
	if b.f.Class == nil {
		return b.vars.name("slot")
	}
	return fieldOf(b.recv(), slotOf(b.f))
}

// setsSlot reports whether a function sets a callback of an object that exists.
func (f *SafeFunc) setsSlot() bool { return f.Method && f.Role == model.RoleNone }

// slotOf names the member that holds the slot of a function's callback: a method that sets one has its own.
func slotOf(f *SafeFunc) string {
	if f.setsSlot() {
		return "slot" + f.Go
	}
	return "slot"
}

// hookFunc is a function of the user's as an interface; a nil function must be a nil interface.
func (b *body) hookFunc(a *SafeArg) step.Expr {
	return callOf(step.Global(b.internal("callback", "Func")), b.run(a), differs(from(a), null))
}

// key is what tells the functions of a callback apart: the object of the receiver, or a Go parameter.
func (b *body) key(a *SafeArg) step.Expr {
	if a.Callback.Entry.Object {
		return objectKey(b.object())
	}
	for i := range b.f.Args {
		if b.f.Args[i].Param.C == a.Callback.Key {
			return convert(gotype.Uintptr, from(&b.f.Args[i]))
		}
	}
	return number(0)
}

// objectKey is what a callback finds its function by if C passes the object of the receiver.
func objectKey(object step.Expr) step.Expr {
	return convert(gotype.Uintptr, convert(gotype.Unsafe, object))
}

// run is a function of the user's as what C calls takes it. An enum is a number to that.
func (b *body) run(a *SafeArg) step.Expr {
	called, given := a.Callback.Entry.Func, a.Callback.Func
	if called.Equal(given) {
		return from(a)
	}
	f := step.Adapter{Result: given.Result}
	var args []step.Expr
	for i, p := range called.Params {
		name := "a" + itoa(int64(i))
		f.Params = append(f.Params, gotype.Param{Name: name, Type: p.Type})
		if want := given.Params[i].Type; !want.Equal(p.Type) {
			args = append(args, convert(want, step.Name(name)))
			continue
		}
		args = append(args, step.Name(name))
	}
	f.Call = callOf(from(a), args...)
	return f
}
