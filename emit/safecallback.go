package emit

import (
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan"
)

// prepareEntry prints taking a slot for a callback.
func (e *safeEmitter) prepareEntry(g *jen.Group, fn *plan.SafeFunc, a *plan.SafeArg) {
	if a.Callback.Entry.Key != "" {
		g.Qual(e.internal("callback"), hookVar(a.Callback.Entry)).Dot("Set").Call(e.key(fn, a), e.callback(a))
		return
	}
	if a.Callback.Entry.Hook {
		g.If(jen.Op("!").Qual(e.internal("callback"), hookVar(a.Callback.Entry)).Dot("Set").Call(e.callback(a))).Block(
			jen.Comment("The kernel has the entry point already."), jen.Return(e.succeeding(fn)...))
		return
	}
	if fn.Class == nil {
		g.Id("slot").Op(":=").Qual(e.internal("callback"), "Add").Call(e.run(a))
		return
	}
	e.prepareObjectValue(g, fn)
	if fn.Method && fn.Role == model.RoleNone {
		g.Id("old").Op(":=").Id(recv).Dot(slotOf(fn))
	}
	run := e.run(a)
	if a.Callback.Ends {
		run = jen.Func().Params().Block(e.expr(a.Go).Call(), jen.Id(recv).Dot("ended").Call())
	}
	g.Id(recv).Dot(slotOf(fn)).Op("=").Qual(e.internal("callback"), "Add").Call(run)
}

// slotOf names the member that holds the slot of a function's callback: a method that sets one has its own.
func slotOf(fn *plan.SafeFunc) string {
	if fn.Method && fn.Role == model.RoleNone {
		return "slot" + fn.Go
	}
	return "slot"
}

// slots lists the members of a class that hold slots.
func slots(c *plan.SafeClass) []string {
	var list []string
	if c.Callback {
		list = append(list, "slot")
	}
	for _, fn := range c.Funcs {
		if name := slotOf(fn); name != "slot" && hasSlot(fn) {
			list = append(list, name)
		}
	}
	return list
}

// callback is a function of the user's as an interface; a nil function must be a nil interface.
func (e *safeEmitter) callback(a *plan.SafeArg) *jen.Statement {
	return jen.Qual(e.internal("callback"), "Func").Call(e.run(a), e.expr(a.Go).Op("!=").Nil())
}

// key is what tells the functions of a callback apart: the object of the receiver, or a Go parameter.
func (e *safeEmitter) key(fn *plan.SafeFunc, a *plan.SafeArg) *jen.Statement {
	if a.Callback.Entry.Object {
		return objectKey()
	}
	for i := range fn.Args {
		if fn.Args[i].Param.C == a.Callback.Key {
			return jen.Uintptr().Call(e.expr(fn.Args[i].Go))
		}
	}
	return jen.Lit(0)
}

// objectKey is what a callback finds its function by if C passes the object of the receiver.
func objectKey() *jen.Statement {
	return jen.Uintptr().Call(jen.Qual("unsafe", "Pointer").Call(jen.Id(objPtr)))
}

// run is a function of the user's as what C calls takes it. An enum is a number to that.
func (e *safeEmitter) run(a *plan.SafeArg) *jen.Statement {
	if a.Callback.Converts == nil {
		return e.expr(a.Go)
	}
	_, result, _ := strings.Cut(a.GoType, ")")
	var params, args []jen.Code
	for i, c := range a.Callback.Converts {
		name := "a" + strconv.Itoa(i)
		params = append(params, jen.Id(name).Add(e.goType(c.From)))
		if c.From != c.To {
			args = append(args, e.goType(c.To).Call(jen.Id(name)))
			continue
		}
		args = append(args, jen.Id(name))
	}
	call := e.expr(a.Go).Call(args...)
	if result = strings.TrimSpace(result); result != "" {
		return jen.Func().Params(params...).Add(e.goType(result)).Block(jen.Return(call))
	}
	return jen.Func().Params(params...).Block(call)
}
