package plan

import (
	"slices"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/step"
)

// finish makes the call and the steps that make Go results of C's.
func (b *body) finish(call step.Call) {
	if b.f.Role == model.RoleInit {
		b.finishInit(call)
		return
	}
	switch b.f.Result.Style {
	case model.ResultHandle:
		b.finishHandle(call)
	case model.ResultError:
		b.finishError(call)
	case model.ResultMust:
		b.try(call)
	case model.ResultCount:
		b.finishCount(call)
	case model.ResultBytes:
		block := b.ask("block", call)
		b.guardFailed(equals(block, null), b.absent())
		bytes := convert(gotype.PointerTo(gotype.Byte), block)
		b.succeed(callOf(step.Global{Path: "unsafe", Name: "Slice"}, bytes, step.Name(b.f.Result.Len)))
	case model.ResultIgnore:
		b.finishIgnored(call)
	default:
		if b.f.Rule.Result.Null != "" {
			b.finishPointer(call)
			return
		}
		b.succeed(b.value(call))
	}
}

// ask keeps what C returns in a variable.
func (b *body) ask(name string, call step.Expr) step.Name {
	v := b.vars.name(name)
	b.add(step.Let{Var: string(v), Value: call})
	return v
}

// guardFailed leaves with an error that C reports.
func (b *body) guardFailed(cond, err step.Expr, undo ...step.Step) {
	b.add(step.Guard{Check: step.Failed, If: cond, Undo: undo, Leave: b.fail(err)})
}

// try makes a call that returns a code, and leaves with the error for it.
func (b *body) try(call step.Call, undo ...step.Step) {
	b.add(step.Try{Call: call, Undo: undo, Leave: b.fail(b.failure("code"))})
}

// failure is the error for a code, in a variable, that is one.
func (p *safePlanner) failureOf(f *SafeFunc, code step.Expr) step.Expr {
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

// succeed returns success, with a value if there is one.
func (b *body) succeed(v step.Expr) {
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
func (b *body) out(o SafeOut) step.Expr {
	x := step.Name(o.Go)
	switch {
	case o.Time != model.TimeNone:
		return b.duration(o.Time, x)
	case o.Type.Is("bool") && (o.Raw == nil || o.Raw.Basic() != "bool"):
		return differs(x, number(0))
	case o.Raw == nil || o.Type.Equal(b.typeOf(o.Raw)):
		return x
	}
	return convert(o.Type, x)
}

// duration converts what C counts to a time.Duration.
func (b *body) duration(u model.TimeUnit, x step.Expr) step.Expr {
	if u == model.TimeMillis {
		return step.Binary{X: convert(gotype.Duration, x), Op: "*", Y: step.Global{Path: "time", Name: "Millisecond"}}
	}
	return callOf(fieldOf(convert(b.ticks(), x), "Duration"))
}

// finishError returns RT-Thread's code, with what C wrote through pointers.
func (b *body) finishError(call step.Call) {
	if b.hasSlot() {
		b.finishCallback(call)
		return
	}
	if e := hookOf(b.f); e != nil {
		b.try(call, step.Refused{Hook: b.hook(e)})
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
	if i := slices.IndexFunc(b.f.Args, func(a SafeArg) bool { return a.Kind == ArgLen }); i >= 0 {
		// RT-Thread 5 returns the error of a queue that is reset or closed with no sign.
		bad = either(bad, step.Binary{X: convert(gotype.Int, n), Op: ">", Y: lenOf(from(&b.f.Args[i]))})
		if b.waitsFor() {
			closed := step.Binary{X: equals(n, convert(gotype.Int32, step.Name("ErrError"))), Op: "&&", Y: equals(held(b.recv()), null)}
			bad = either(bad, closed)
		}
	}
	b.guardFailed(bad, b.failure(n))
	b.succeed(convert(b.f.Result.Type, n))
}

// finishIgnored leaves what C returns.
func (b *body) finishIgnored(call step.Call) {
	if b.hasSlot() {
		b.finishCallback(call)
		return
	}
	b.add(step.Do{Call: call})
	if len(b.f.results()) > 0 {
		b.succeed(nil)
	}
}

// maxText bounds the strings that C returns.
const maxText = 1024

// value converts a C result to its Go type.
func (b *body) value(call step.Expr) step.Expr {
	r := b.f.Result
	switch r.Style {
	case model.ResultBool:
		if b.f.C.Result.Basic() == "bool" {
			return call
		}
		return differs(call, number(0))
	case model.ResultOK:
		return equals(call, number(0))
	case model.ResultText:
		return callOf(step.Global(b.internal("text", "Go")), b.bytePointer(call), number(maxText))
	}
	if r.Time != model.TimeNone {
		return b.duration(r.Time, call)
	}
	return b.convertFrom(b.f.C.Result, call, r.Type)
}

// convertFrom converts what package raw calls a type.
func (b *body) convertFrom(t *GoType, x step.Expr, to *gotype.Type) step.Expr {
	if to.Equal(b.typeOf(t)) {
		return x
	}
	return convert(to, x)
}

// bytePointer makes a *byte of a C string, whatever raw calls its type.
func (b *body) bytePointer(x step.Expr) step.Expr {
	t := gotype.PointerTo(gotype.Byte)
	if t.Equal(b.typeOf(b.f.C.Result)) {
		return x
	}
	return convert(t, convert(gotype.Unsafe, x))
}

// finishPointer returns a pointer that is nil where there is an error.
func (b *body) finishPointer(call step.Call) {
	v := b.ask("v", call)
	b.guardFailed(equals(v, null), b.absent())
	b.succeed(b.convertFrom(b.f.C.Result, v, b.f.Result.Type))
}

// absent is the error where C returns no pointer.
func (b *body) absent() step.Expr {
	if b.waitsFor() {
		return b.waited(convert(gotype.Int32, step.Name(b.f.Result.Null)))
	}
	return step.Name(b.f.Result.Null)
}

// finishCallback makes the call of a function that takes a callback for an object that exists, or for none. The slot of the
// callback before it is released when C has the new one.
func (b *body) finishCallback(call step.Call) {
	old := func() {
		if b.f.Class != nil {
			b.add(step.Release{Slot: b.vars.name("old")})
		}
	}
	if b.f.Result.Style == model.ResultIgnore { // C takes any function
		b.add(step.Do{Call: call})
		old()
		if len(b.f.results()) > 0 {
			b.succeed(nil)
		}
		return
	}
	undo := []step.Step{step.Release{Slot: b.slot()}}
	if b.f.Class != nil {
		undo = append(undo, step.Set{Field: b.slot(), Value: b.vars.name("old")})
	}
	b.try(call, undo...)
	old()
	b.succeed(nil)
}

// finishHandle wraps an object that C made or found.
func (b *body) finishHandle(call step.Call) {
	obj := b.ask("obj", call)
	ours := makesObject(b.f)
	var undo []step.Step
	if ours && b.f.Class.Callback && b.hasSlot() {
		undo = append(undo, step.Release{Slot: b.slot()})
	}
	b.guardFailed(equals(obj, null), step.Name(b.f.Result.Null), undo...)
	target := b.recv()
	if !ours {
		target = b.vars.name("r")
		b.add(step.New{Var: string(target), Type: b.own(b.f.Result.Class.Go)})
	}
	kind := "Owned"
	if b.f.Result.Own == model.OwnBorrowed {
		kind = "Borrowed"
	}
	b.hold(target, obj, kind)
	b.add(step.Return{Values: []step.Expr{target, null}})
}

// hold makes an object hold one of the kernel's.
func (b *body) hold(target, object step.Expr, kind string) {
	b.add(step.Hold{Handle: fieldOf(target, "h"), Object: object, Kind: b.kind(kind)})
}

// kind tells who ends an object.
func (p *safePlanner) kind(name string) step.Expr { return step.Global(p.internal("handle", name)) }

// finishInit makes an object in the caller's storage. It is kept alive before the kernel knows it.
func (b *body) finishInit(call step.Call) {
	b.add(step.Root{Object: b.recv()})
	if b.f.C.Result != nil {
		undo := []step.Step{step.Unroot{Object: b.recv()}}
		if b.hasSlot() {
			undo = append(undo, step.Release{Slot: b.slot()})
		}
		for i := range b.f.Args {
			if a := &b.f.Args[i]; a.Kept != "" {
				undo = append(undo, step.Keep{Field: fieldOf(b.recv(), a.Kept), Value: zero(a.GoType)})
			}
		}
		b.try(call, undo...)
	} else {
		b.add(step.Do{Call: call})
	}
	obj := fieldOf(b.recv(), "obj")
	if c := b.f.Class.Cleanup; c != nil {
		b.add(step.Set{Field: fieldOf(obj, c.Field), Value: b.convertTo(c.Type, entryAddress(c.Entry), gotype.Uintptr)})
	}
	b.hold(b.recv(), address(obj), "Static")
	if b.f.Result.Error {
		b.add(step.Return{Values: []step.Expr{null}})
	}
}

// hookOf returns the entry point of a callback of which there is one function at a time; nil if the function takes none.
func hookOf(f *SafeFunc) *SafeEntry {
	for _, a := range f.Args {
		if a.Kind == ArgEntry && a.Callback.Entry.Hook && a.Callback.Entry.Key == "" {
			return a.Callback.Entry
		}
	}
	return nil
}

func (b *body) hasSlot() bool { return hasSlot(b.f) }

// hasSlot reports whether a function takes a callback with a slot.
func hasSlot(f *SafeFunc) bool {
	return slices.ContainsFunc(f.Args, func(a SafeArg) bool { return a.Kind == ArgEntry && !a.Callback.Entry.Hook })
}

// makesObject reports whether the object's Go value exists before the call, because a callback or the kernel refers to it.
func makesObject(f *SafeFunc) bool {
	keeps := slices.ContainsFunc(f.Args, func(a SafeArg) bool { return a.Kept != "" })
	return f.Role == model.RoleNew && (hasSlot(f) || keeps)
}
