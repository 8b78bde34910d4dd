package parser

import (
	"modernc.org/cc/v4"

	"github.com/rttgen/rttgen/model"
)

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

func (b *builder) binary(e cc.ExpressionNode, op string, left, right cc.ExpressionNode) (int64, bool) {
	x, ok := b.eval(left)
	if !ok {
		return 0, false
	}
	y, ok := b.eval(right)
	if !ok {
		return 0, false
	}
	if compare, ok := comparisons[op]; ok {
		return truth(compare(x, y)), true
	}
	if (op == "/" || op == "%") && y == 0 {
		return 0, false
	}
	t := b.fromCC(e.Type()).Underlying()
	calc, ok := arithmetic[op]
	if !ok {
		return 0, false
	}
	return truncate(calc(x, y, t.Signed), t.Size, t.Signed), true
}

// Sizes are small and not negative, so comparing them as signed 64 bit numbers is what C does with them.
var comparisons = map[string]func(x, y int64) bool{
	"<":  func(x, y int64) bool { return x < y },
	">":  func(x, y int64) bool { return x > y },
	"<=": func(x, y int64) bool { return x <= y },
	">=": func(x, y int64) bool { return x >= y },
	"==": func(x, y int64) bool { return x == y },
	"!=": func(x, y int64) bool { return x != y },
	"&&": func(x, y int64) bool { return x != 0 && y != 0 },
	"||": func(x, y int64) bool { return x != 0 || y != 0 },
}

var arithmetic = map[string]func(x, y int64, signed bool) int64{
	"+":  func(x, y int64, _ bool) int64 { return x + y },
	"-":  func(x, y int64, _ bool) int64 { return x - y },
	"*":  func(x, y int64, _ bool) int64 { return x * y },
	"&":  func(x, y int64, _ bool) int64 { return x & y },
	"|":  func(x, y int64, _ bool) int64 { return x | y },
	"^":  func(x, y int64, _ bool) int64 { return x ^ y },
	"<<": func(x, y int64, _ bool) int64 { return x << uint64(y) },
	">>": func(x, y int64, _ bool) int64 { return x >> uint64(y) },
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

// ccKinds translates cc's arithmetic types.
var ccKinds = map[cc.Kind]string{
	cc.Void: "void", cc.Bool: "_Bool", cc.Char: "char", cc.SChar: "signed char", cc.UChar: "unsigned char",
	cc.Short: "short", cc.UShort: "unsigned short", cc.Int: "int", cc.UInt: "unsigned int",
	cc.Long: "long", cc.ULong: "unsigned long", cc.LongLong: "long long",
	cc.ULongLong: "unsigned long long", cc.Float: "float", cc.Double: "double", cc.LongDouble: "long double",
}

// fromCC translates the type of an expression, which has no syntax of its own to read.
func (b *builder) fromCC(t cc.Type) *model.Type {
	if td := t.Typedef(); td != nil && b.typedefs[td.Name()] != nil {
		return b.named(td.Name())
	}
	switch x := t.(type) {
	case *cc.PointerType:
		return &model.Type{Kind: model.Pointer, Elem: b.fromCC(x.Elem()), Size: 4, Align: 4}
	case *cc.ArrayType:
		return &model.Type{Kind: model.Array, Elem: b.fromCC(x.Elem()), Len: x.Len()}
	case *cc.StructType:
		return b.tagged("struct ", x.Tag())
	case *cc.UnionType:
		return b.tagged("union ", x.Tag())
	case *cc.EnumType:
		if e := b.enums["enum "+tokenText(x.Tag())]; e != nil {
			return &model.Type{Kind: model.EnumT, Enum: e}
		}
	}
	if name, ok := ccKinds[t.Kind()]; ok {
		basic := basicTypes[name]
		basic.Name = name
		return &basic
	}
	return &model.Type{Kind: model.Invalid, Name: t.String()}
}

func (b *builder) tagged(kind string, tag cc.Token) *model.Type {
	if r := b.records[kind+tokenText(tag)]; r != nil {
		return &model.Type{Kind: model.Struct, Record: r}
	}
	return &model.Type{Kind: model.Invalid, Name: kind + tokenText(tag)}
}

func tokenText(t cc.Token) string { return t.SrcStr() }
