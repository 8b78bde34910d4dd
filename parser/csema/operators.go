package csema

import (
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/csyntax"
)

func (a *Analyzer) unary(e *csyntax.Expr) value {
	switch e.Op {
	case "&":
		v := a.object(e.X)
		if v.t == nil {
			return value{}
		}
		p := typed(pointerTo(v.t))
		if v.kind == isPlace {
			p.kind, p.i = isInt, v.i
		}
		return p
	case "*":
		return a.object(e)
	}
	v := decay(a.eval(e.X))
	if e.Op == "!" {
		holds, known := truthOf(v)
		if !known {
			return typed(basicType("int"))
		}
		return boolValue(!holds)
	}
	t := promoteType(v.t)
	if t == nil || !isArithmetic(t) {
		return value{}
	}
	if v.kind != isInt && v.kind != isFloat {
		return typed(t)
	}
	v = convert(v, t)
	switch {
	case e.Op == "+":
	case e.Op == "-" && v.kind == isFloat:
		v.f = -v.f
	case e.Op == "-":
		v.i = wrap(-v.i, t)
	case v.kind == isInt:
		v.i = wrap(^v.i, t)
	default:
		return value{}
	}
	return v
}

func (a *Analyzer) binary(e *csyntax.Expr) value {
	switch e.Op {
	case ",":
		a.eval(e.X)
		v := decay(a.eval(e.Y))
		v.comma = true
		return v
	case "&&", "||":
		return a.logical(e)
	}
	x, y := decay(a.eval(e.X)), decay(a.eval(e.Y))
	if isPointer(x.t) || isPointer(y.t) {
		return pointerOp(e.Op, x, y)
	}
	if !isArithmetic(x.t) || !isArithmetic(y.t) {
		return value{}
	}
	if e.Op == "<<" || e.Op == ">>" {
		return shift(e.Op == "<<", promoted(x), promoted(y))
	}
	t := commonType(x.t, y.t)
	_, compares := comparisons[e.Op]
	if !isConstant(x) || !isConstant(y) {
		if compares {
			t = basicType("int")
		}
		return typed(t)
	}
	x, y = convert(x, t), convert(y, t)
	if x.kind == isFloat {
		return floatOp(e.Op, x, y)
	}
	return integerOp(e.Op, x, y)
}

func isConstant(v value) bool { return v.kind == isInt || v.kind == isFloat }

// logical does not look at the right side if the left one decides.
func (a *Analyzer) logical(e *csyntax.Expr) value {
	x, known := truthOf(decay(a.eval(e.X)))
	if known && x == (e.Op == "||") {
		return boolValue(x)
	}
	y, knownToo := truthOf(decay(a.eval(e.Y)))
	if !known || !knownToo {
		return typed(basicType("int"))
	}
	return boolValue(y)
}

var comparisons = map[string]func(less, equal bool) bool{
	"<":  func(less, _ bool) bool { return less },
	"<=": func(less, equal bool) bool { return less || equal },
	">":  func(less, equal bool) bool { return !less && !equal },
	">=": func(less, _ bool) bool { return !less },
	"==": func(_, equal bool) bool { return equal },
	"!=": func(_, equal bool) bool { return !equal },
}

func integerOp(op string, x, y value) value {
	t := x.t
	if compare, ok := comparisons[op]; ok {
		less := uint64(x.i) < uint64(y.i)
		if signed(t) {
			less = x.i < y.i
		}
		return boolValue(compare(less, x.i == y.i))
	}
	var i int64
	switch op {
	case "+":
		i = x.i + y.i
	case "-":
		i = x.i - y.i
	case "*":
		i = x.i * y.i
	case "&":
		i = x.i & y.i
	case "|":
		i = x.i | y.i
	case "^":
		i = x.i ^ y.i
	case "/", "%":
		if y.i == 0 {
			return typed(t)
		}
		i = divide(op, x.i, y.i, signed(t))
	default:
		return value{}
	}
	return value{kind: isInt, t: t, i: wrap(i, t)}
}

func divide(op string, x, y int64, signed bool) int64 {
	switch {
	case signed && op == "/":
		return x / y
	case signed:
		return x % y
	case op == "/":
		return int64(uint64(x) / uint64(y))
	}
	return int64(uint64(x) % uint64(y))
}

func floatOp(op string, x, y value) value {
	if compare, ok := comparisons[op]; ok {
		if x.f != x.f || y.f != y.f {
			return boolValue(op == "!=")
		}
		return boolValue(compare(x.f < y.f, x.f == y.f))
	}
	var f float64
	switch op {
	case "+":
		f = x.f + y.f
	case "-":
		f = x.f - y.f
	case "*":
		f = x.f * y.f
	case "/":
		f = x.f / y.f
	default:
		return value{}
	}
	return value{kind: isFloat, t: x.t, f: round(f, x.t)}
}

// shift has the type of its left operand. How far it goes must be less than its width, or C does not say what comes of it.
func shift(left bool, x, y value) value {
	if !isInteger(x.t) || !isInteger(y.t) {
		return value{}
	}
	bits := int64(8 * x.t.Size)
	if x.kind != isInt || y.kind != isInt || y.i < 0 || y.i >= bits {
		return typed(x.t)
	}
	i := x.i
	switch {
	case left:
		i <<= uint(y.i)
	case signed(x.t):
		i >>= uint(y.i)
	default:
		i = int64(uint64(i) >> uint(y.i))
	}
	return value{kind: isInt, t: x.t, i: wrap(i, x.t)}
}

// pointerOp calculates with pointers that are numbers.
func pointerOp(op string, x, y value) value {
	if compare, ok := comparisons[op]; ok {
		if x.kind != isInt || y.kind != isInt {
			return typed(basicType("int"))
		}
		xi, yi := wrap(x.i, basicType("unsigned int")), wrap(y.i, basicType("unsigned int"))
		return boolValue(compare(xi < yi, xi == yi))
	}
	switch {
	case op == "+" && isPointer(x.t) && isInteger(y.t):
		return add(x, y, 1)
	case op == "+" && isPointer(y.t) && isInteger(x.t):
		return add(y, x, 1)
	case op == "-" && isPointer(x.t) && isInteger(y.t):
		return add(x, y, -1)
	case op == "-" && isPointer(x.t) && isPointer(y.t):
		size, ok := sizeOf(x.t.Underlying().Elem)
		if x.kind != isInt || y.kind != isInt || !ok || size.i == 0 {
			return typed(basicType("int"))
		}
		return integerValue("int", int64(int32(x.i-y.i))/size.i)
	}
	return value{}
}

// compatible reports whether two types are the same to C, qualifiers of the outermost level left out.
func compatible(x, y *model.Type) bool {
	if x == nil || y == nil {
		return false
	}
	x, y = x.Underlying(), y.Underlying()
	if x.Kind != y.Kind {
		return x.Kind == model.EnumT && y.Kind == model.Int && x.Enum.Integer() == y.Name ||
			y.Kind == model.EnumT && x.Kind == model.Int && y.Enum.Integer() == x.Name
	}
	switch x.Kind {
	case model.Pointer:
		return sameQualifiers(x.Elem, y.Elem) && compatible(x.Elem, y.Elem)
	case model.Array:
		return (x.Len == y.Len || x.Len < 0 || y.Len < 0) && compatible(x.Elem, y.Elem)
	case model.Struct:
		return x.Record == y.Record
	case model.EnumT:
		return x.Enum == y.Enum
	case model.Func:
		if !compatible(x.Elem, y.Elem) || x.Variadic != y.Variadic || len(x.Params) != len(y.Params) {
			return false
		}
		for i := range x.Params {
			if !compatible(x.Params[i].Type, y.Params[i].Type) {
				return false
			}
		}
		return true
	case model.VaList:
		return true
	}
	return x.Name == y.Name
}

func sameQualifiers(x, y *model.Type) bool {
	qualifiers := func(t *model.Type) (c, v bool) {
		for ; t != nil; t = t.Elem {
			c, v = c || t.Const, v || t.Volatile
			if t.Kind != model.Named {
				break
			}
		}
		return c, v
	}
	xc, xv := qualifiers(x)
	yc, yv := qualifiers(y)
	return xc == yc && xv == yv
}

// unqualified is a type without qualifiers.
func unqualified(t *model.Type) *model.Type {
	if t == nil {
		return nil
	}
	return t.Underlying().Unqualified()
}
