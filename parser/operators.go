package parser

import "modernc.org/cc/v4"

// operands takes a binary expression apart.
func operands(e cc.ExpressionNode) (op string, x, y cc.ExpressionNode, ok bool) {
	switch n := e.(type) {
	case *cc.AdditiveExpression:
		return n.Token.SrcStr(), n.AdditiveExpression, n.MultiplicativeExpression, true
	case *cc.MultiplicativeExpression:
		return n.Token.SrcStr(), n.MultiplicativeExpression, n.CastExpression, true
	case *cc.ShiftExpression:
		return n.Token.SrcStr(), n.ShiftExpression, n.AdditiveExpression, true
	case *cc.AndExpression:
		return "&", n.AndExpression, n.EqualityExpression, true
	case *cc.InclusiveOrExpression:
		return "|", n.InclusiveOrExpression, n.ExclusiveOrExpression, true
	case *cc.ExclusiveOrExpression:
		return "^", n.ExclusiveOrExpression, n.AndExpression, true
	case *cc.EqualityExpression:
		return n.Token.SrcStr(), n.EqualityExpression, n.RelationalExpression, true
	case *cc.RelationalExpression:
		return n.Token.SrcStr(), n.RelationalExpression, n.ShiftExpression, true
	case *cc.LogicalAndExpression:
		return "&&", n.LogicalAndExpression, n.InclusiveOrExpression, true
	case *cc.LogicalOrExpression:
		return "||", n.LogicalOrExpression, n.LogicalAndExpression, true
	}
	return "", nil, nil, false
}

func (b *builder) binary(op string, left, right cc.ExpressionNode) (number, bool) {
	x, ok := b.eval(left)
	if !ok {
		return number{}, false
	}
	if op == "&&" && x.v == 0 || op == "||" && x.v != 0 {
		return number{v: truth(x.v != 0), signed: true}, true // the other side is not evaluated, as in C
	}
	y, ok := b.eval(right)
	if !ok {
		return number{}, false
	}
	if op == "<<" || op == ">>" {
		return shift(op, x, y)
	}
	x, y = usual(x, y)
	if compare, ok := comparisons[op]; ok {
		return number{v: truth(compare(x.v, y.v, x.signed)), signed: true}, true
	}
	if (op == "/" || op == "%") && y.v == 0 {
		return number{}, false
	}
	calc, ok := arithmetic[op]
	if !ok {
		return number{}, false
	}
	return x.with(calc(x.v, y.v, x.signed)), true
}

// usual applies the usual arithmetic conversions: the wider type counts, and among those of a width the unsigned one.
func usual(x, y number) (number, number) {
	wide := x.wide || y.wide
	signed := x.signed && y.signed
	if x.wide != y.wide { // the narrower one fits either way
		signed = x.signed
		if y.wide {
			signed = y.signed
		}
	}
	return number{x.v, wide, signed}.with(x.v), number{y.v, wide, signed}.with(y.v)
}

// shift has the type of its left operand.
func shift(op string, x, y number) (number, bool) {
	bits := int64(32)
	if x.wide {
		bits = 64
	}
	if y.v < 0 || y.v >= bits {
		return number{}, false
	}
	switch {
	case op == "<<":
		return x.with(x.v << uint(y.v)), true
	case x.signed:
		return x.with(x.v >> uint(y.v)), true
	}
	return x.with(int64(uint64(x.v) >> uint(y.v))), true
}

var comparisons = map[string]func(x, y int64, signed bool) bool{
	"<":  less,
	">":  func(x, y int64, signed bool) bool { return less(y, x, signed) },
	"<=": func(x, y int64, signed bool) bool { return !less(y, x, signed) },
	">=": func(x, y int64, signed bool) bool { return !less(x, y, signed) },
	"==": func(x, y int64, _ bool) bool { return x == y },
	"!=": func(x, y int64, _ bool) bool { return x != y },
	"&&": func(x, y int64, _ bool) bool { return x != 0 && y != 0 },
	"||": func(x, y int64, _ bool) bool { return x != 0 || y != 0 },
}

func less(x, y int64, signed bool) bool {
	if signed {
		return x < y
	}
	return uint64(x) < uint64(y)
}

var arithmetic = map[string]func(x, y int64, signed bool) int64{
	"+": func(x, y int64, _ bool) int64 { return x + y },
	"-": func(x, y int64, _ bool) int64 { return x - y },
	"*": func(x, y int64, _ bool) int64 { return x * y },
	"&": func(x, y int64, _ bool) int64 { return x & y },
	"|": func(x, y int64, _ bool) int64 { return x | y },
	"^": func(x, y int64, _ bool) int64 { return x ^ y },
	"/": func(x, y int64, signed bool) int64 {
		if signed {
			return x / y
		}
		return int64(uint64(x) / uint64(y))
	},
	"%": func(x, y int64, signed bool) int64 {
		if signed {
			return x % y
		}
		return int64(uint64(x) % uint64(y))
	},
}
