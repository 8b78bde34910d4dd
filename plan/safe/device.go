package safe

import (
	"slices"

	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/step"
)

// openDevice makes sure that a device is of the class, and opens it if it must be open.
func (b *body) openDevice(obj step.Name) {
	d := b.f.Rule.Device
	if i := slices.IndexFunc(d.Types, b.isConstant); i >= 0 {
		if kind := b.raw.Selector("struct rt_device", "type"); kind != "" {
			b.guard(step.Failed, differs(fieldOf(obj, kind), b.constExpr(b.constant(d.Types[i]))), "ErrType")
		}
	}
	open := b.raw.Func("rt_device_open")
	if len(d.Flags) == 0 || open == nil {
		return
	}
	var flags step.Expr
	for _, f := range d.Flags {
		if !b.isConstant(f) {
			continue // another version has it
		}
		c := b.constExpr(b.constant(f))
		if flags == nil {
			flags = c
			continue
		}
		flags = step.Binary{X: flags, Op: "|", Y: c}
	}
	if flags == nil {
		flags = number(0)
	}
	code := b.ask("code", convert(gotype.Int32, callOf(step.Global(b.rawIdent(open.Go)), obj, flags)))
	var refused step.Expr = differs(code, number(0))
	if b.errors["ErrNotSupported"] { // a driver without an open function is open all the same
		refused = step.Binary{X: refused, Op: "&&", Y: differs(callOf(step.Name("failure"), code), step.Name("ErrNotSupported"))}
	}
	b.add(step.Guard{Check: step.Failed, If: refused, Leave: b.fail(callOf(step.Name("failure"), code))})
}
