package csema

import (
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/csyntax"
	"github.com/rttgen/rttgen/parser/layout"
)

// maxDepth bounds the recursion of eval: an expression of that many terms is none that a person wrote.
const maxDepth = 10_000

// integer evaluates an integer constant expression.
func (a *Analyzer) integer(e *csyntax.Expr) (int64, bool) {
	v := a.eval(e)
	if v.kind != isInt || isPointer(v.t) || v.comma {
		return 0, false
	}
	return v.i, signed(v.t) || v.i >= 0
}

// eval computes an expression: its value if that is a constant, or at least its type.
func (a *Analyzer) eval(e *csyntax.Expr) value {
	if a.depth++; a.depth > maxDepth {
		failAt(e.Pos, "the expression is too long")
	}
	defer func() { a.depth-- }()
	switch e.Kind {
	case csyntax.Number:
		return number(e.Tok.Text)
	case csyntax.Char:
		return character(e.Tok.Text)
	case csyntax.String:
		return stringLiteral(e.Toks)
	case csyntax.Ident:
		return a.ident(e.Name)
	case csyntax.Unary:
		return a.unary(e)
	case csyntax.Binary:
		return a.binary(e)
	case csyntax.Cond:
		return a.conditional(e)
	case csyntax.Cast:
		return a.cast(e)
	case csyntax.SizeofExpr:
		return measure(a.object(e.X).t)
	case csyntax.SizeofType:
		return measure(a.typeName(e.Type))
	case csyntax.AlignofExpr:
		return a.alignofExpr(e.X)
	case csyntax.AlignofType:
		return alignment(a.typeName(e.Type))
	case csyntax.Offsetof:
		if v := a.object(e.X); v.kind == isPlace {
			return integerValue("unsigned int", v.i)
		}
		return typed(basicType("unsigned int"))
	case csyntax.Compatible:
		return boolValue(compatible(a.typeName(e.Type), a.typeName(e.Type2)))
	case csyntax.Choose:
		return a.choose(e)
	case csyntax.Generic:
		return a.generic(e)
	case csyntax.Call:
		return a.call(e)
	case csyntax.Index, csyntax.Member, csyntax.Arrow, csyntax.Base:
		return loaded(a.object(e))
	case csyntax.CompoundLiteral:
		return typed(a.typeName(e.Type))
	}
	if e.Type != nil {
		return typed(a.typeName(e.Type))
	}
	if e.X != nil {
		return typed(a.eval(e.X).t)
	}
	return value{}
}

func measure(t *model.Type) value {
	v, ok := sizeOf(t)
	if !ok {
		return typed(basicType("unsigned int"))
	}
	return v
}

func alignment(t *model.Type) value {
	if t == nil {
		return typed(basicType("unsigned int"))
	}
	_, align, ok := layout.SizeAlign(t)
	if !ok && align == 0 {
		return typed(basicType("unsigned int"))
	}
	return integerValue("unsigned int", int64(align))
}

// alignofExpr measures the alignment of an object: that of a member is the one it was given.
func (a *Analyzer) alignofExpr(e *csyntax.Expr) value {
	if e.Kind == csyntax.Member || e.Kind == csyntax.Arrow {
		if f := a.memberOf(e); f != nil && (f.AlignAttr > 0 || f.Packed) {
			if f.AlignAttr > 0 {
				return integerValue("unsigned int", int64(f.AlignAttr))
			}
			return integerValue("unsigned int", 1)
		}
	}
	return alignment(a.object(e).t)
}

func (a *Analyzer) ident(name string) value {
	if v, ok := a.constants[name]; ok {
		return v
	}
	if v := a.Variables[name]; v != nil {
		return value{t: v.Type, lvalue: true}
	}
	if f := a.Functions[name]; f != nil {
		return typed(&model.Type{Kind: model.Func, Elem: f.Result, Params: f.Params, Variadic: f.Variadic})
	}
	return value{}
}

func (a *Analyzer) cast(e *csyntax.Expr) value {
	t := a.typeName(e.Type)
	v := decay(a.eval(e.X))
	if v.kind == isInt && isPointer(t) {
		v.t = basicType("unsigned int")
	}
	out := convert(v, t)
	if _, _, complete := layout.SizeAlign(t); !complete {
		out.kind = isUnknown
	}
	return out
}

func (a *Analyzer) conditional(e *csyntax.Expr) value {
	c := decay(a.eval(e.X))
	yes := c
	if e.Y != nil {
		yes = decay(a.eval(e.Y))
	}
	no := decay(a.eval(e.Z))
	t := conditionalType(yes, no)
	holds, known := truthOf(c)
	if !known {
		return typed(t)
	}
	v := no
	if holds {
		v = yes
	}
	if t == nil || v.kind == isString {
		return v
	}
	return convert(v, t)
}

func truthOf(v value) (holds, known bool) {
	switch v.kind {
	case isInt:
		return v.i != 0, true
	case isFloat:
		return v.f != 0, true
	case isString:
		return true, true
	}
	return false, false
}

// conditionalType is the common type of the two sides of a conditional.
func conditionalType(x, y value) *model.Type {
	switch {
	case isArithmetic(x.t) && isArithmetic(y.t):
		return commonType(x.t, y.t)
	case isPointer(x.t) && !isPointer(y.t):
		return x.t
	case isPointer(y.t) && !isPointer(x.t):
		return y.t
	case isPointer(x.t) && x.t.Underlying().Elem.IsVoid():
		if x.kind == isInt && x.i == 0 {
			return y.t // a null pointer takes the other type
		}
		return x.t
	case isPointer(y.t) && y.t.Underlying().Elem.IsVoid():
		if y.kind == isInt && y.i == 0 {
			return x.t
		}
		return y.t
	}
	return x.t
}

func (a *Analyzer) choose(e *csyntax.Expr) value {
	c := a.eval(e.X)
	switch {
	case c.kind != isInt:
		return value{}
	case c.i != 0:
		return a.eval(e.Y)
	}
	return a.eval(e.Z)
}

func (a *Analyzer) generic(e *csyntax.Expr) value {
	t := unqualified(decay(a.eval(e.X)).t)
	if t == nil {
		return value{}
	}
	other := -1
	for i, n := range e.Types {
		if n == nil {
			other = i
			continue
		}
		if compatible(t, a.typeName(n)) {
			return a.eval(e.List[i])
		}
	}
	if other < 0 {
		return value{}
	}
	return a.eval(e.List[other])
}

// decay turns arrays and functions into pointers, and objects into their values.
func decay(v value) value {
	if v.t == nil {
		return v
	}
	switch u := v.t.Underlying(); u.Kind {
	case model.Array:
		if v.kind == isPlace {
			return value{kind: isInt, t: pointerTo(u.Elem), i: v.i}
		}
		if v.kind == isString {
			v.t = pointerTo(u.Elem)
			return v
		}
		return typed(pointerTo(u.Elem))
	case model.Func:
		return typed(pointerTo(v.t))
	}
	return loaded(v)
}

// loaded is the value of an object, which is not known.
func loaded(v value) value {
	if v.kind == isPlace && v.t != nil && v.t.Underlying().Kind != model.Array {
		return typed(v.t)
	}
	v.lvalue = false
	return v
}
