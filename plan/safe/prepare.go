package safe

import (
	"slices"
	"strconv"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/names"
	"github.com/rttgen/rttgen/plan/raw"
	"github.com/rttgen/rttgen/plan/step"
)

// from is the Go value that an argument is made of.
func from(a *Arg) step.Expr {
	if a.Field != "" {
		return fieldOf(step.Name(a.Go), a.Field)
	}
	return step.Name(a.Go)
}

// local is the variable for an argument.
func (b *body) local(a *Arg) step.Name { return b.vars.name("c" + names.Capital(a.Param.Go)) }

// prepare makes the steps that an argument needs before the call: checks of its value, a copy that C can read.
func (b *body) prepare(a *Arg) {
	x, local := from(a), ""
	switch a.Kind {
	case ArgName, ArgText, ArgAddress, ArgTickAddress, ArgBool, ArgObject, ArgUnits, ArgUnitsAddress, ArgRecord, ArgRecordOut, ArgRecordShared:
		local = string(b.local(a))
	}
	switch a.Kind {
	case ArgName:
		b.add(step.CName{Kept: b.safe.NamesKept, Var: local, Of: x, Leave: b.fail(step.Name("ErrName"))})
	case ArgText:
		ok := b.vars.name("ok" + names.Capital(a.Param.Go))
		b.add(step.CText{Var: local, OK: string(ok), Of: x, Leave: b.fail(step.Name("ErrName"))})
	case ArgAddress:
		b.checkBounds(a)
		if t := addressed(a.GoType); t != a.GoType {
			x = convert(t, x)
		}
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
			b.add(step.Default{In: x, Value: b.constExpr(*a.Default), Zero: a.Zero})
		}
		b.checkBounds(a)
	case ArgUnits, ArgUnitsAddress:
		b.prepareUnits(a, local)
	case ArgRecord:
		b.prepareRecord(a, local, x)
	case ArgRecordOut:
		b.add(step.Out{Var: local, Type: b.rawNamed(a.Record.Raw.Go)})
	case ArgRecordShared:
		b.refuseNil(a)
		b.prepareRecord(a, local, x)
		b.done = append(b.done, step.Set{Field: step.Unary{Op: "*", X: x}, Value: b.structOf(a.Record, step.Name(local))})
	case ArgBool:
		b.add(step.Flag{Var: local, Type: b.typeOf(a.Param.Type), Of: x})
	}
}

// refuseNil checks that there is something: a variable that C writes, a function that it calls.
func (b *body) refuseNil(a *Arg) {
	if b.canRefuse() {
		b.guard(step.Range, equals(from(a), null), "ErrRange")
	}
}

// prepareObject gets the object of another handle.
func (b *body) prepareObject(a *Arg, local string) {
	if a.Nullable {
		b.add(step.Optional{Var: local, Type: gotype.PointerTo(b.rawNamed(b.classOf(a).Record.Go)), Of: from(a)})
		if b.checked() { // NULL means something else than an object that is closed
			b.guard(step.Range, step.Binary{X: differs(from(a), null), Op: "&&", Y: equals(step.Name(local), null)}, "ErrClosed")
		}
		return
	}
	b.guard(step.Range, equals(from(a), null), "ErrClosed")
	b.add(step.Object{Var: local, Of: from(a)})
	if b.checked() {
		b.guard(step.Range, equals(step.Name(local), null), "ErrClosed")
	}
}

// checkLen checks that C can count the elements of a slice.
func (b *body) checkLen(a *Arg) {
	if _, high := b.limits(a.Param.Type, gotype.Int); high != "" && b.canRefuse() {
		b.guard(step.Range, step.Binary{X: lenOf(from(a)), Op: ">", Y: step.Number(high)}, "ErrRange")
	}
}

func lenOf(x step.Expr) step.Expr { return callOf(step.Name("len"), x) }

// checkBounds checks that a value, or the length of a slice, is one that C takes.
func (b *body) checkBounds(a *Arg) {
	if !b.canRefuse() {
		return
	}
	x := from(a)
	if a.Kind == ArgSlice {
		x = lenOf(x)
	}
	var cond step.Expr
	for _, bound := range slices.Concat(a.Bounds, b.typeBounds(a)) {
		cond = either(cond, step.Binary{X: x, Op: bound.Op, Y: b.constExpr(bound.Value)})
	}
	if cond != nil {
		b.guard(step.Range, cond, "ErrRange")
	}
}

// typeBounds returns what C's type does not hold and the Go type does, as far as the rule has no narrower bound.
func (b *body) typeBounds(a *Arg) []Bound {
	if a.Kind != ArgValue {
		return nil
	}
	low, high := b.limits(a.Param.Type, a.GoType)
	var list []Bound
	if low != "" && !slices.ContainsFunc(a.Bounds, func(b Bound) bool { return b.Op == "<" }) {
		list = append(list, Bound{Op: "<", Value: Const{Text: low}})
	}
	if high != "" && !slices.ContainsFunc(a.Bounds, func(b Bound) bool { return b.Op != "<" }) {
		list = append(list, Bound{Op: ">", Value: Const{Text: high}})
	}
	return list
}

// limits returns the smallest and the largest value of C's type, where the Go type holds smaller or larger ones.
func (p *planner) limits(c *raw.GoType, t *gotype.Type) (low, high string) {
	if c.Basic() == "" {
		return "", ""
	}
	cLow, cHigh, ok := bounds(gotype.Basic(c.Basic()))
	tLow, tHigh, known := bounds(p.under(t))
	if !ok || !known {
		return "", ""
	}
	if tLow < cLow {
		low = strconv.FormatInt(cLow, 10)
	}
	if tHigh > cHigh {
		high = "0x" + strconv.FormatUint(cHigh, 16)
	}
	return low, high
}

// checkTicks checks that C will take ticks for what they are: it takes what is negative as no limit at all.
func (b *body) checkTicks(a *Arg) {
	if !b.canRefuse() {
		return
	}
	x := from(a)
	switch a.Time {
	case mapping.TimeMillis:
		return
	case mapping.TimeTicks:
		b.guard(step.Range, step.Binary{X: convert(gotype.Int32, x), Op: "<", Y: number(-1)}, "ErrRange")
		return
	}
	most := convert(b.ticks(), step.Global(b.internal("ticks", "MaxTicks")))
	b.guard(step.Range, either(equals(x, number(0)), step.Binary{X: x, Op: ">", Y: most}), "ErrRange")
}

// outVar is the type of the variable that C writes.
func (b *body) outVar(a *Arg) *gotype.Type {
	switch {
	case a.Param.Type.Kind == raw.GoPointer:
		return b.typeOf(a.Param.Type.Elem)
	case isExact(a.Time):
		return b.unitType(a.Time)
	case a.GoType == gotype.Duration:
		return b.ticks()
	case a.GoType.Is("bool"):
		return gotype.Uint32
	}
	return addressed(a.GoType)
}

// classOf is the class of an argument that is an object.
func (b *body) classOf(a *Arg) *Class { return b.classes[a.GoType.Elem.Ident.Name] }

// take makes the steps that take what must be given back if C refuses the call: a slot for a callback, a pointer that keeps
// memory alive.
func (b *body) take(a *Arg) {
	if a.Kind == ArgEntry {
		b.takeEntry(a)
	}
	if a.Kept != "" {
		b.newObject()
		b.keepAlive(a)
	}
	b.keepLonger(a)
}

// keepAlive sets the field that keeps alive what the kernel keeps a pointer to. What it kept before is still used if C refuses.
func (b *body) keepAlive(a *Arg) {
	field := fieldOf(b.recv(), a.Kept)
	switch {
	case b.f.Role == mapping.RoleInit:
		b.undo = append(b.undo, step.Keep{Field: field, Value: zero(a.GoType)})
	case b.f.Role == mapping.RoleNone:
		swap := b.swap(field, from(a))
		if !b.canFail() {
			b.add(step.Do{Call: swap})
			return
		}
		old := b.vars.name("old" + names.Capital(a.Kept))
		b.add(step.Let{Var: string(old), Value: swap})
		b.undo = append(b.undo, step.Do{Call: b.swap(field, old)})
		return
	}
	b.add(step.Keep{Field: field, Value: from(a)})
}

// swap puts a value in the place of another, which it returns: threads may call a method of one object at the same time.
func (p *planner) swap(field, value step.Expr) step.Expr {
	return callOf(step.Global(p.internal("roots", "Swap")), address(field), value)
}

// canFail reports whether C can refuse the call.
func (b *body) canFail() bool {
	switch b.f.Result.Style {
	case mapping.ResultError, mapping.ResultMust, mapping.ResultCount, mapping.ResultHandle, mapping.ResultBytes, mapping.ResultAll, mapping.ResultOK:
		return b.f.C.Result != nil
	case mapping.ResultValue, mapping.ResultText:
		return b.f.Rule.Result.Null != ""
	}
	return false
}

// newObject makes the Go value of a new object, before something of it is needed.
func (b *body) newObject() {
	if makesObject(b.f) && !b.made {
		b.made = true
		b.add(step.New{Var: string(b.recv()), Type: b.own(b.f.Class.Go)})
	}
}

// takeEntry takes a slot for a callback, or sets a hook.
func (b *body) takeEntry(a *Arg) {
	entry := a.Callback.Entry
	switch {
	case entry.Key != "":
		b.takeKey(a)
		return
	case entry.Hook:
		b.add(step.Hook{Hook: b.hook(entry), Run: b.hookFunc(a), Done: b.leave(null)})
		b.undo = append(b.undo, step.Refused{Hook: b.hook(entry)})
		return
	case a.Callback.Lifetime != mapping.LifeRetained:
		b.newObject()
		b.add(step.Slot{Var: string(b.vars.name("slot")), Run: b.run(a), Once: a.Callback.Lifetime == mapping.LifeOwned})
		b.undo = append(b.undo, step.Release{Slot: b.slot()})
		if a.Callback.Lifetime == mapping.LifeBorrowed {
			b.done = append(b.done, step.Release{Slot: b.slot()})
		}
		return
	case b.f.setsSlot(): // the callback before is released when C has the new one
		slot, old, field := b.slot(), b.vars.name("old"), fieldOf(b.recv(), slotOf(b.f))
		b.add(step.Slot{Var: string(b.vars.name("slot")), Run: b.run(a)})
		b.add(step.Let{Var: string(old), Value: b.swapSlot(b.f, field, slot)})
		b.undo = append(b.undo, step.Do{Call: b.swapSlot(b.f, field, old)}, step.Release{Slot: slot})
		b.done = append(b.done, step.Release{Slot: old})
		return
	}
	b.newObject()
	b.undo = append(b.undo, step.Release{Slot: b.slot()})
	b.add(step.SlotIn{Field: b.slot(), Run: b.run(a)})
}

// takeKey sets one of the functions of a hook. The one before is called again if C refuses.
func (b *body) takeKey(a *Arg) {
	hook, key := b.hook(a.Callback.Entry), b.key(a)
	if b.canFail() {
		old := b.vars.name("old")
		b.add(step.Let{Var: string(old), Value: callOf(fieldOf(hook, "Get"), key)})
		b.undo = append(b.undo, step.Keyed{Hook: hook, Key: key, Run: old})
	}
	b.add(step.Keyed{Hook: hook, Key: key, Run: b.hookFunc(a)})
}

// slot is what holds the slot of the function's callback.
func (b *body) slot() step.Expr {
	if !hasSlot(b.f) || b.f.setsSlot() {
		return b.vars.name("slot")
	}
	return fieldOf(b.recv(), slotOf(b.f))
}

// setsSlot reports whether a function sets a callback of an object that exists.
func (f *Func) setsSlot() bool { return f.Method && f.Role == mapping.RoleNone }

// slotOf names the member that holds the slot of a function's callback: a method that sets one has its own.
func slotOf(f *Func) string {
	if f.setsSlot() {
		return "slot" + f.Go
	}
	return "slot"
}

// hookFunc is a function of the user's as an interface; a nil function must be a nil interface.
func (b *body) hookFunc(a *Arg) step.Expr {
	return callOf(step.Global(b.internal("callback", "Func")), b.run(a), differs(from(a), null))
}

// key is what tells the functions of a callback apart: the object of the receiver, or a Go parameter.
func (b *body) key(a *Arg) step.Expr {
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

// run is a function of the user's as what C calls takes it. An enum is a number to that. An object may end with the function.
func (b *body) run(a *Arg) step.Expr {
	called, given := a.Callback.Entry.Func, a.Callback.Func
	if called.Equal(given) && !a.Callback.Ends {
		return from(a)
	}
	f := step.Adapter{Result: called.Result}
	var args []step.Expr
	for i, p := range called.Params {
		name := string(b.vars.name("a" + strconv.Itoa(i)))
		f.Params = append(f.Params, gotype.Param{Name: name, Type: p.Type})
		if i >= len(given.Params) {
			continue // another rule takes it
		}
		if want := given.Params[i].Type; !want.Equal(p.Type) {
			args = append(args, convert(want, step.Name(name)))
			continue
		}
		args = append(args, step.Name(name))
	}
	f.Call = callOf(from(a), args...)
	if called.Result != nil && !called.Result.Equal(given.Result) {
		f.Call = convert(called.Result, f.Call)
	}
	if a.Callback.Ends {
		f.Own, f.Ends = callOf(step.Global(b.internal("callback", "Own"))), b.recv()
	}
	return f
}
