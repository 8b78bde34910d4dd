package safe

import (
	"strconv"

	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/raw"
	"github.com/rttgen/rttgen/plan/step"
)

// null is Go's nil.
const null = step.Name("nil")

func number(n int64) step.Expr { return step.Number(strconv.FormatInt(n, 10)) }

func callOf(f step.Expr, args ...step.Expr) step.Call { return step.Call{Func: f, Args: args} }

func fieldOf(x step.Expr, name string) step.Expr { return step.Field{Of: x, Name: name} }

func address(x step.Expr) step.Expr { return step.Unary{Op: "&", X: x} }

func not(x step.Expr) step.Expr { return step.Unary{Op: "!", X: x} }

func equals(x, y step.Expr) step.Expr { return step.Binary{X: x, Op: "==", Y: y} }

func differs(x, y step.Expr) step.Expr { return step.Binary{X: x, Op: "!=", Y: y} }

func either(x, y step.Expr) step.Expr {
	if x == nil {
		return y
	}
	return step.Binary{X: x, Op: "||", Y: y}
}

func convert(t *gotype.Type, x step.Expr) step.Expr { return step.Convert{To: t, X: x} }

// held is the kernel object of an object.
func held(x step.Expr) step.Expr { return callOf(fieldOf(fieldOf(x, "h"), "Get")) }

// zero is the zero value of a type.
func zero(t *gotype.Type) step.Expr {
	switch {
	case t.Is("string"):
		return step.Text("")
	case t.Is("bool"):
		return step.Name("false")
	case t.Is("error"), t.Is("any"), t.Equal(gotype.Unsafe), t.Kind == gotype.Pointer, t.Kind == gotype.Slice, t.Kind == gotype.Func:
		return null
	case t.Struct, t.Kind == gotype.Array:
		return step.Empty{Type: t}
	}
	return number(0)
}

// constExpr is a constant that a rule names.
func (p *planner) constExpr(c Const) step.Expr {
	if c.Raw {
		return step.Global(p.rawIdent(c.Text))
	}
	return step.Number(c.Text)
}

// convertTo converts an expression to what package raw calls a type, if it has another.
func (p *planner) convertTo(t *raw.GoType, x step.Expr, from *gotype.Type) step.Expr {
	to := p.typeOf(t)
	if to.Equal(from) {
		return x
	}
	return convert(to, x)
}

// cast converts between pointer types, if they differ.
func (p *planner) cast(t *raw.GoType, x step.Expr, from *gotype.Type) step.Expr {
	to := p.typeOf(t)
	switch {
	case to.Equal(from):
		return x
	case to.Equal(gotype.Unsafe):
		return convert(gotype.Unsafe, x)
	}
	return convert(to, convert(gotype.Unsafe, x))
}

// entryAddress is the address of an entry point.
func entryAddress(e *Entry) step.Expr { return callOf(step.Name(entryFunc(e))) }

// entryFunc names the function that returns the address of an entry point.
func entryFunc(e *Entry) string { return "callbackEntry" + e.Go }

// hookVar names the variable of a hook in package callback.
func hookVar(e *Entry) string { return "Hook" + e.Go }

// hook is the variable of a hook.
func (p *planner) hook(e *Entry) step.Expr {
	return step.Global(p.internal("callback", hookVar(e)))
}
