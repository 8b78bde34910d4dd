package safe

import (
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/raw"
	"github.com/rttgen/rttgen/plan/step"
)

// argument is an argument of the C call.
func (b *body) argument(a *Arg) step.Expr {
	t, x := a.Param.Type, from(a)
	switch a.Kind {
	case ArgReceiver:
		if n := b.f.Class.Number; n != nil {
			return b.convertTo(t, b.recv(), b.own(b.f.Class.Go))
		}
		return b.cast(t, b.object(), gotype.PointerTo(b.rawNamed(b.f.Class.Record.Go)))
	case ArgStorage:
		return address(fieldOf(b.recv(), "obj"))
	case ArgConst:
		return b.passConst(t, a.Const)
	case ArgName, ArgText:
		if a.Kind == ArgName && b.safe.NamesKept {
			return b.cast(t, b.local(a), gotype.PointerTo(gotype.Byte))
		}
		return b.cast(t, address(step.First{Of: b.local(a)}), gotype.PointerTo(gotype.Byte))
	case ArgAddress:
		return b.cast(t, address(b.local(a)), gotype.PointerTo(addressed(a.GoType)))
	case ArgOut:
		return b.cast(t, address(step.Name(a.Go)), gotype.PointerTo(b.outVar(a)))
	case ArgTickAddress:
		return b.cast(t, address(b.local(a)), gotype.PointerTo(unitOf(a.Time).typ(b.planner)))
	case ArgSlice:
		return b.cast(t, callOf(step.Global{Path: "unsafe", Name: "SliceData"}, x), gotype.PointerTo(a.GoType.Elem))
	case ArgLen:
		return b.convertTo(t, lenOf(x), gotype.Int)
	case ArgObject:
		return b.cast(t, b.local(a), gotype.PointerTo(b.rawNamed(b.classOf(a).Record.Go)))
	case ArgBool, ArgUnits:
		return b.local(a)
	case ArgUnitsAddress:
		return b.cast(t, address(b.local(a)), gotype.PointerTo(b.unitVar(a)))
	case ArgRecord, ArgRecordOut, ArgRecordShared:
		return b.cast(t, address(b.local(a)), gotype.PointerTo(b.rawNamed(a.Record.Raw.Go)))
	case ArgEntry:
		return b.convertTo(t, entryAddress(a.Callback.Entry), gotype.Uintptr)
	case ArgUser:
		return b.user(t)
	case ArgTicks, ArgPeriod:
		if t.Size > 4 { // for ever is -1 there too
			return b.convertTo(t, convert(gotype.Int32, x), gotype.Int32)
		}
		return b.convertTo(t, x, b.ticks())
	case ArgMillis:
		return b.convertTo(t, x, gotype.Int32)
	case ArgPointer, ArgShared:
		return b.cast(t, x, a.GoType)
	case ArgWord:
		return b.cast(t, b.word(x), gotype.Unsafe)
	}
	return b.convertTo(t, x, a.GoType)
}

// passConst passes a constant. In place of a pointer it is a number, as C code passes one there, or NULL.
func (b *body) passConst(t *raw.GoType, c Const) step.Expr {
	if !raw.IsPointer(t) {
		return b.constExpr(c)
	}
	n, ok := b.constValue(c)
	if !ok || n == 0 {
		return null
	}
	x := b.constExpr(c)
	if n < 0 { // no uintptr: the function converts it
		return b.cast(t, callOf(step.Global(b.internal("values", "Word")), x), gotype.Unsafe)
	}
	return b.cast(t, b.word(x), gotype.Unsafe)
}

// word is an integer in place of a pointer.
func (p *planner) word(x step.Expr) step.Expr {
	return callOf(step.Global(p.internal("values", "Word")), convert(gotype.Uintptr, x))
}

// user is the user data of a callback.
func (b *body) user(t *raw.GoType) step.Expr {
	user := callOf(fieldOf(b.slot(), "User"))
	if t.Basic() == "uintptr" {
		return convert(gotype.Uintptr, user)
	}
	return b.cast(t, user, gotype.Unsafe)
}
