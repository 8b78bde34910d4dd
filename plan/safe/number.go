package safe

import (
	"fmt"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/decl"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/names"
	"github.com/rttgen/rttgen/plan/raw"
	"github.com/rttgen/rttgen/plan/step"
)

// numberType is the type of a class whose objects are numbers: the C type is an integer. It is nil for any other.
func (p *planner) numberType(c string) *gotype.Type {
	t := p.api.Typedef(c)
	if t == nil {
		return nil
	}
	u := t.Type.Underlying()
	if u.Kind != model.Int {
		return nil
	}
	name := raw.GoUints[u.Size].Name
	if u.Signed {
		name = raw.GoInts[u.Size].Name
	}
	return gotype.Basic(name)
}

// numberDecls are the type and methods of a class whose objects are numbers.
func (p *planner) numberDecls(c *Class) []decl.Decl {
	t := p.api.Typedef(c.C)
	list := []decl.Decl{&decl.Defined{Doc: []string{named(c.Go, c.Doc), fmt.Sprintf("C: %s (%s:%d).", c.C, t.Pos.File, t.Pos.Line)}, Name: c.Go, Type: c.Number}}
	for _, f := range c.Funcs {
		if hasSlot(f) {
			list = append(list, &decl.Var{
				Doc:  slotsVar(f) + " holds the functions that " + c.Go + "." + f.Go + " has set.",
				Name: slotsVar(f), Type: gotype.Of(p.internal("callback", "Slots")),
			})
		}
	}
	list = append(list, p.groupDecls(c)...)
	list = append(list, p.recordDecls(c.File)...)
	return append(list, funcDecls(c.Funcs)...)
}

// slotsVar names the variable that holds the slots of a method's callbacks, where objects are numbers.
func slotsVar(f *Func) string { return names.LowerInitial(f.Class.Go) + f.Go + "Slots" }

// swapSlot puts a slot where the one of a method's callback is, which it returns.
func (b *body) swapSlot(f *Func, field, slot step.Expr) step.Expr {
	if f.Class.Number != nil {
		return callOf(fieldOf(step.Name(slotsVar(f)), "Swap"), convert(gotype.Uintptr, b.recv()), slot)
	}
	return b.swap(field, slot)
}
