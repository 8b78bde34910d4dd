package parser

import (
	"reflect"

	"modernc.org/cc/v4"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/layout"
)

// number is the value of an integer constant expression with what C's arithmetic needs of its type.
type number struct {
	v      int64
	wide   bool // 64 bit, else 32
	signed bool
}

// constant evaluates an integer constant expression. cc could, but only after checking the types of the whole unit: it
// refuses attributes that gcc accepts, and sizes and offsets would be those of another ABI.
func (b *builder) constant(e cc.ExpressionNode) (int64, bool) {
	n, ok := b.eval(e)
	return n.v, ok
}

// isNil reports whether an interface holds nothing or a nil pointer; cc's nodes have both.
func isNil(e cc.ExpressionNode) bool {
	return e == nil || reflect.ValueOf(e).IsNil()
}

func (b *builder) eval(e cc.ExpressionNode) (number, bool) {
	if isNil(e) {
		return number{}, false
	}
	switch n := e.(type) {
	case *cc.ConstantExpression:
		return b.eval(n.ConditionalExpression)
	case *cc.ConditionalExpression:
		return b.conditional(n)
	case *cc.CastExpression:
		return b.cast(n)
	case *cc.UnaryExpression:
		return b.unary(n)
	case *cc.PrimaryExpression:
		return b.primary(n)
	case *cc.PostfixExpression:
		if n.Case == cc.PostfixExpressionPrimary {
			return b.eval(n.PrimaryExpression)
		}
	case *cc.ExpressionList:
		if n.ExpressionList == nil {
			return b.eval(n.AssignmentExpression)
		}
	}
	if op, x, y, ok := operands(e); ok {
		return b.binary(op, x, y)
	}
	return number{}, false
}

func (b *builder) primary(n *cc.PrimaryExpression) (number, bool) {
	switch n.Case {
	case cc.PrimaryExpressionInt:
		return integerLiteral(n.Token.SrcStr())
	case cc.PrimaryExpressionChar:
		return charLiteral(n.Token.SrcStr())
	case cc.PrimaryExpressionExpr:
		return b.eval(n.ExpressionList)
	case cc.PrimaryExpressionIdent:
		v, ok := b.constants[n.Token.SrcStr()]
		return fit(v), ok
	}
	return number{}, false
}

// fit gives an enumeration constant the type it has in C: int, or one that holds its value.
func fit(v int64) number {
	n := number{v: v, signed: true}
	if v != int64(int32(v)) {
		n.wide = v != int64(uint32(v))
		n.signed = n.wide
	}
	return n
}

func (b *builder) conditional(n *cc.ConditionalExpression) (number, bool) {
	c, ok := b.eval(n.LogicalOrExpression)
	if !ok {
		return number{}, false
	}
	if c.v != 0 {
		return b.eval(n.ExpressionList)
	}
	return b.eval(n.ConditionalExpression)
}

func (b *builder) cast(n *cc.CastExpression) (number, bool) {
	if n.Case != cc.CastExpressionCast {
		return b.eval(n.UnaryExpression)
	}
	x, ok := b.eval(n.CastExpression)
	if !ok {
		return number{}, false
	}
	return convert(x.v, b.typeName(n.TypeName))
}

// convert gives a value a type, and promotes the result as every operand is.
func convert(v int64, t *model.Type) (number, bool) {
	u := t.Underlying()
	size, _, complete := layout.SizeAlign(u)
	if !complete || size > 8 {
		return number{}, false
	}
	signed := u.Signed
	switch u.Kind {
	case model.Bool:
		return number{v: truth(v != 0), signed: true}, true
	case model.EnumT:
		signed = u.Enum.Signed
	case model.Int, model.Pointer:
	default:
		return number{}, false
	}
	n := number{v: truncate(v, size, signed), wide: size == 8, signed: signed}
	if size < 4 {
		n.signed = true
	}
	return n, true
}

func truncate(v int64, size int, signed bool) int64 {
	if size <= 0 || size >= 8 {
		return v
	}
	shift := uint(64 - 8*size)
	if signed {
		return v << shift >> shift
	}
	return int64(uint64(v) << shift >> shift)
}

func (b *builder) unary(n *cc.UnaryExpression) (number, bool) {
	switch n.Case {
	case cc.UnaryExpressionPostfix:
		return b.eval(n.PostfixExpression)
	case cc.UnaryExpressionSizeofType:
		return measure(b.typeName(n.TypeName), sizeOf)
	case cc.UnaryExpressionSizeofExpr:
		return measure(b.typeOf(n.UnaryExpression), sizeOf)
	case cc.UnaryExpressionAlignofType:
		return measure(b.typeName(n.TypeName), alignOf)
	case cc.UnaryExpressionAlignofExpr:
		return measure(b.typeOf(n.UnaryExpression), alignOf)
	case cc.UnaryExpressionAddrof:
		return b.address(n.CastExpression)
	}
	x, ok := b.eval(n.CastExpression)
	if !ok {
		return number{}, false
	}
	switch n.Case {
	case cc.UnaryExpressionPlus:
		return x, true
	case cc.UnaryExpressionMinus:
		return x.with(-x.v), true
	case cc.UnaryExpressionCpl:
		return x.with(^x.v), true
	case cc.UnaryExpressionNot:
		return number{v: truth(x.v == 0), signed: true}, true
	}
	return number{}, false
}

// with returns a value of the same type, wrapped around as C wraps it.
func (x number) with(v int64) number {
	if !x.wide {
		v = truncate(v, 4, x.signed)
	}
	x.v = v
	return x
}

func sizeOf(size, _ int) int   { return size }
func alignOf(_, align int) int { return align }

// measure makes a size_t of a type's size or alignment.
func measure(t *model.Type, what func(size, align int) int) (number, bool) {
	if t == nil {
		return number{}, false
	}
	size, align, ok := layout.SizeAlign(t)
	return number{v: int64(what(size, align))}, ok
}

func truth(b bool) int64 {
	if b {
		return 1
	}
	return 0
}
