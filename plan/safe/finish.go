package safe

import (
	"slices"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/raw"
	"github.com/rttgen/rttgen/plan/step"
)

// finish makes the call and the steps that make Go results of C's.
func (b *body) finish(call step.Call) {
	if b.f.Role == mapping.RoleInit {
		b.finishInit(call)
		return
	}
	switch b.f.Result.Style {
	case mapping.ResultHandle:
		b.finishHandle(call)
	case mapping.ResultError:
		b.finishError(call)
	case mapping.ResultMust:
		b.try(call)
		b.finishIgnored()
	case mapping.ResultCount:
		b.finishCount(call)
	case mapping.ResultAll:
		b.finishAll(call)
	case mapping.ResultBytes:
		block := b.ask("block", call)
		b.guardFailed(equals(block, null), b.absent())
		bytes := b.castFrom(b.f.C.Result, block, gotype.PointerTo(gotype.Byte))
		b.succeed(callOf(step.Global{Path: "unsafe", Name: "Slice"}, bytes, from(b.f.argNamed(b.f.Rule.Result.Len))))
	case mapping.ResultIgnore:
		b.add(step.Do{Call: call})
		b.finishIgnored()
	default:
		b.finishValue(call)
	}
}

// ask keeps what C returns in a variable.
func (b *body) ask(name string, call step.Expr) step.Name {
	v := b.vars.name(name)
	b.add(step.Let{Var: string(v), Value: call})
	return v
}

// guardFailed undoes what was done, and leaves with an error that C reports.
func (b *body) guardFailed(cond, err step.Expr) {
	b.add(step.Guard{Check: step.Failed, If: cond, Undo: b.undo, Leave: b.fail(err)})
}

// try makes a call that returns a code, and leaves with the error for it, after undoing what was done.
func (b *body) try(call step.Call) {
	b.add(step.Try{Call: call, Undo: b.undo, Leave: b.fail(b.failure("code"))})
}

// failure is the error for a code, in a variable, that is one.
func (p *planner) failureOf(f *Func, code step.Expr) step.Expr {
	if c := f.Result.Codes; c != nil {
		return convert(p.own(c.Go), code)
	}
	return callOf(step.Name("failure"), code)
}

func (b *body) failure(code step.Name) step.Expr {
	if b.waitsFor() {
		return b.waited(code)
	}
	return b.failureOf(b.f, code)
}

// waitsFor reports whether a method waits for its object, which another thread may close meanwhile.
func (b *body) waitsFor() bool {
	return b.f.Rule.Blocks && b.f.Method && b.f.Class != nil && b.f.Result.Codes == nil
}

// waited is the error for a code of a method that waits for its object, or nil.
func (b *body) waited(code step.Expr) step.Expr {
	return callOf(step.Name("waited"), code, equals(held(b.recv()), null))
}

// errorOf is the error for a code, or nil.
func (b *body) errorOf(code step.Expr) step.Expr {
	if c := b.f.Result.Codes; c != nil {
		return callOf(step.Name(c.Func()), code)
	}
	if b.waitsFor() {
		return b.waited(code)
	}
	return callOf(step.Name("errnoOf"), code)
}

// succeed does what is to be done when C took the call, and returns, with a value if there is one.
func (b *body) succeed(v step.Expr) {
	b.add(b.done...)
	var list []step.Expr
	if v != nil {
		list = append(list, v)
	}
	list = append(list, b.outs()...)
	if b.f.Result.Error {
		list = append(list, null)
	}
	b.add(step.Return{Values: list})
}

// outs are the results that C wrote through pointers.
func (b *body) outs() []step.Expr {
	list := make([]step.Expr, len(b.f.Outs))
	for i, o := range b.f.Outs {
		list[i] = b.out(o)
	}
	return list
}

// out converts what C wrote to the Go result.
func (b *body) out(o Out) step.Expr {
	x := step.Name(o.Go)
	switch {
	case o.Record != nil:
		return b.structOf(o.Record, b.localOf(o.Go))
	case o.Time != mapping.TimeNone:
		return b.duration(o.Time, x)
	case o.Type.Is("bool") && (o.Raw == nil || o.Raw.Basic() != "bool"):
		return differs(x, number(0))
	case o.Raw == nil && o.Type == addressed(o.Type), o.Raw != nil && o.Type.Equal(b.typeOf(o.Raw)):
		return x
	}
	return convert(o.Type, x)
}

// duration converts what C counts to a time.Duration.
func (b *body) duration(u mapping.TimeUnit, x step.Expr) step.Expr {
	if isExact(u) {
		return exactTime(u, x)
	}
	if u == mapping.TimeMillis {
		return step.Binary{X: convert(gotype.Duration, x), Op: "*", Y: step.Global{Path: "time", Name: "Millisecond"}}
	}
	return callOf(fieldOf(convert(b.ticks(), x), "Duration"))
}

// finishError returns RT-Thread's code, with what C wrote through pointers.
func (b *body) finishError(call step.Call) {
	if len(b.undo)+len(b.done) > 0 {
		b.try(call)
		b.succeed(nil)
		return
	}
	code := convert(gotype.Int32, call)
	if len(b.f.Outs) == 0 {
		b.add(step.Return{Values: []step.Expr{b.errorOf(code)}})
		return
	}
	v := b.ask("code", code)
	b.add(step.Return{Values: append(b.outs(), b.errorOf(v))})
}

// finishCount returns a number that is an error below zero.
func (b *body) finishCount(call step.Call) {
	n := b.ask("n", convert(gotype.Int32, call))
	var bad step.Expr = step.Binary{X: n, Op: "<", Y: number(0)}
	if i := slices.IndexFunc(b.f.Args, func(a Arg) bool { return a.Kind == ArgLen }); i >= 0 {
		// RT-Thread 5 returns the error of a queue that is reset or closed with no sign.
		bad = either(bad, step.Binary{X: convert(gotype.Int, n), Op: ">", Y: lenOf(from(&b.f.Args[i]))})
		if b.waitsFor() && b.errors["ErrError"] { // a mapping of the user's own may have no name for it
			closed := step.Binary{X: equals(n, convert(gotype.Int32, step.Name("ErrError"))), Op: "&&", Y: equals(held(b.recv()), null)}
			bad = either(bad, closed)
		}
	}
	b.guardFailed(bad, b.failure(n))
	b.succeed(convert(b.f.Result.Type, n))
}

// finishAll returns an error unless all was done that C was asked for.
func (b *body) finishAll(call step.Call) {
	n := b.ask("n", convert(gotype.Int32, call))
	b.guardFailed(step.Binary{X: n, Op: "<", Y: number(0)}, b.failure(n))
	var asked step.Expr
	switch a := b.f.argNamed(b.f.Rule.Result.Len); {
	case a.Kind == ArgConst:
		asked = b.constExpr(a.Const)
	case a.Kind == ArgLen:
		asked = convert(gotype.Int32, lenOf(from(a)))
	default:
		asked = convert(gotype.Int32, from(a))
	}
	b.guardFailed(differs(n, asked), step.Name("ErrIO"))
	b.succeed(nil)
}

// finishIgnored returns, whatever C returned.
func (b *body) finishIgnored() {
	if len(b.f.results()) > 0 {
		b.succeed(nil)
		return
	}
	b.add(b.done...)
}

// finishValue returns a value.
func (b *body) finishValue(call step.Call) {
	switch {
	case b.f.Rule.Result.Null != "":
		b.finishPointer(call)
	case b.f.Result.Style == mapping.ResultOK && len(b.undo)+len(b.done) > 0:
		b.add(step.Guard{Check: step.Failed, If: differs(call, number(0)), Undo: b.undo, Leave: b.leave(null)})
		b.succeed(step.Name("true"))
	case len(b.done)+len(b.f.Outs) > 0: // what comes after the call must not come before it
		b.succeed(b.ask("v", b.value(call)))
	default:
		b.succeed(b.value(call))
	}
}

// maxText bounds the strings that C returns.
const maxText = 1024

// value converts a C result to its Go type.
func (b *body) value(call step.Expr) step.Expr {
	r := b.f.Result
	switch r.Style {
	case mapping.ResultBool:
		switch c := b.f.C.Result; {
		case c.Basic() == "bool":
			return call
		case raw.IsPointer(c):
			return differs(call, null)
		}
		return differs(call, number(0))
	case mapping.ResultOK:
		return equals(call, number(0))
	case mapping.ResultText:
		chars := b.castFrom(b.f.C.Result, call, gotype.PointerTo(gotype.Byte))
		return callOf(step.Global(b.internal("text", "Go")), chars, number(maxText))
	}
	if r.Time != mapping.TimeNone {
		return b.duration(r.Time, call)
	}
	if raw.IsPointer(b.f.C.Result) {
		return b.castFrom(b.f.C.Result, call, r.Type)
	}
	return b.convertFrom(b.f.C.Result, call, r.Type)
}

// convertFrom converts what package raw calls a type.
func (b *body) convertFrom(t *raw.GoType, x step.Expr, to *gotype.Type) step.Expr {
	if to.Equal(b.typeOf(t)) {
		return x
	}
	return convert(to, x)
}

// castFrom converts a pointer that C returns.
func (b *body) castFrom(t *raw.GoType, x step.Expr, to *gotype.Type) step.Expr {
	switch c := b.typeOf(t); {
	case to.Equal(c):
		return x
	case c.Equal(gotype.Unsafe), to.Equal(gotype.Unsafe):
		return convert(to, x)
	}
	return convert(to, convert(gotype.Unsafe, x))
}

// finishPointer returns a pointer that is nil where there is an error.
func (b *body) finishPointer(call step.Call) {
	v := b.ask("v", call)
	b.guardFailed(equals(v, null), b.absent())
	b.succeed(b.value(v))
}

// absent is the error where C returns no pointer.
func (b *body) absent() step.Expr {
	if b.waitsFor() {
		code := convert(gotype.Int32, step.Name(b.f.Result.Null))
		if reason := b.around(b.f.C.C); reason != "" {
			code = callOf(step.Name(reason), code)
		}
		return b.waited(code)
	}
	return step.Name(b.f.Result.Null)
}

// finishHandle wraps an object that C made or found.
func (b *body) finishHandle(call step.Call) {
	obj := b.ask("obj", call)
	ours := makesObject(b.f)
	b.guardFailed(equals(obj, null), step.Name(b.f.Result.Null))
	if b.f.Rule.Device != nil {
		b.openDevice(obj)
	}
	target := b.recv()
	if !ours {
		target = b.vars.name("r")
		b.add(step.New{Var: string(target), Type: b.own(b.f.Result.Class.Go)})
	}
	kind := "Owned"
	if b.f.Result.Life == mapping.LifeBorrowed {
		kind = "Borrowed"
	}
	record := gotype.PointerTo(b.rawNamed(b.f.Result.Class.Record.Go))
	b.hold(target, b.castFrom(b.f.C.Result, obj, record), kind)
	b.succeed(target)
}

// hold makes an object hold one of the kernel's.
func (b *body) hold(target, object step.Expr, kind string) {
	b.add(step.Hold{Handle: fieldOf(target, "h"), Object: object, Kind: b.kind(kind)})
}

// kind tells who ends an object.
func (p *planner) kind(name string) step.Expr { return step.Global(p.internal("handle", name)) }

// finishInit makes an object in the caller's storage. It is kept alive before the kernel knows it, and as long as anything of it
// is in use: nobody else can make it meanwhile.
func (b *body) finishInit(call step.Call) {
	if b.f.C.Result != nil && b.f.Result.Style != mapping.ResultIgnore {
		b.undo = append(b.undo, step.Unroot{Object: b.recv()})
		b.try(call)
	} else {
		b.add(step.Do{Call: call})
	}
	obj := fieldOf(b.recv(), "obj")
	if c := b.f.Class.Cleanup; c != nil {
		b.add(step.Set{Field: fieldOf(obj, c.Field), Value: b.convertTo(c.Type, entryAddress(c.Entry), gotype.Uintptr)})
	}
	b.hold(b.recv(), address(obj), "Static")
	b.finishIgnored()
}

// hasSlot reports whether a function takes a callback with a slot that an object holds.
func hasSlot(f *Func) bool {
	return slices.ContainsFunc(f.Args, func(a Arg) bool {
		return a.Kind == ArgEntry && !a.Callback.Entry.Hook && a.Callback.Lifetime == mapping.LifeRetained
	})
}

// makesObject reports whether the object's Go value exists before the call, because a callback or the kernel refers to it.
func makesObject(f *Func) bool {
	keeps := slices.ContainsFunc(f.Args, func(a Arg) bool { return a.Kept != "" })
	return f.Role == mapping.RoleNew && (hasSlot(f) || keeps || ends(f))
}
