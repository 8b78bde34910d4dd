package parser

import (
	"reflect"

	"modernc.org/cc/v4"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/layout"
)

// constant evaluates an integer constant expression. cc does it well, but for sizes and offsets: its layout is another
// ABI's. So whatever holds a sizeof is computed here, operator by operator, with cc's types.
func (b *builder) constant(e cc.ExpressionNode) (int64, bool) {
	if isNil(e) {
		return 0, false
	}
	if !measures(e) {
		return ccInt(e)
	}
	v, ok := b.eval(e)
	return v, ok
}

func ccInt(e cc.ExpressionNode) (int64, bool) {
	switch v := e.Value().(type) {
	case cc.Int64Value:
		return int64(v), true
	case cc.UInt64Value:
		return int64(v), true
	}
	return 0, false
}

// isNil reports whether an interface holds nothing or a nil pointer; cc's nodes have both.
func isNil(e cc.ExpressionNode) bool {
	return e == nil || reflect.ValueOf(e).IsNil()
}

// measures reports whether an expression depends on the size or layout of a type.
func measures(e cc.ExpressionNode) bool {
	for _, t := range cc.NodeTokens(e) {
		switch t.SrcStr() {
		case "sizeof", "_Alignof", "__alignof__", "__alignof", "->", "&":
			return true
		}
	}
	return false
}

func (b *builder) eval(e cc.ExpressionNode) (int64, bool) {
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
		if n.Case == cc.PrimaryExpressionExpr {
			return b.eval(n.ExpressionList)
		}
	case *cc.ExpressionList:
		if n.ExpressionList == nil {
			return b.eval(n.AssignmentExpression)
		}
	}
	if op, x, y, ok := operands(e); ok {
		return b.binary(e, op, x, y)
	}
	return ccInt(e)
}

func (b *builder) conditional(n *cc.ConditionalExpression) (int64, bool) {
	c, ok := b.eval(n.LogicalOrExpression)
	if !ok {
		return 0, false
	}
	if c != 0 {
		return b.eval(n.ExpressionList)
	}
	return b.eval(n.ConditionalExpression)
}

func (b *builder) cast(n *cc.CastExpression) (int64, bool) {
	if n.Case != cc.CastExpressionCast {
		return b.eval(n.UnaryExpression)
	}
	v, ok := b.eval(n.CastExpression)
	if !ok {
		return 0, false
	}
	t := b.typeName(n.TypeName)
	size, _, _ := layout.SizeAlign(t)
	return truncate(v, size, t.Underlying().Signed), true
}

func (b *builder) unary(n *cc.UnaryExpression) (int64, bool) {
	switch n.Case {
	case cc.UnaryExpressionSizeofType:
		return b.size(b.typeName(n.TypeName))
	case cc.UnaryExpressionSizeofExpr:
		return b.size(b.fromCC(n.UnaryExpression.Type()))
	case cc.UnaryExpressionAlignofType:
		_, align, ok := layout.SizeAlign(b.typeName(n.TypeName))
		return int64(align), ok
	case cc.UnaryExpressionAlignofExpr:
		_, align, ok := layout.SizeAlign(b.fromCC(n.UnaryExpression.Type()))
		return int64(align), ok
	case cc.UnaryExpressionAddrof:
		return b.address(n.CastExpression)
	}
	if isNil(n.CastExpression) {
		return ccInt(n)
	}
	v, ok := b.eval(n.CastExpression)
	if !ok {
		return 0, false
	}
	switch n.Case {
	case cc.UnaryExpressionPlus:
		return v, true
	case cc.UnaryExpressionMinus:
		return b.fit(n, -v), true
	case cc.UnaryExpressionCpl:
		return b.fit(n, ^v), true
	case cc.UnaryExpressionNot:
		return truth(v == 0), true
	}
	return 0, false
}

func (b *builder) size(t *model.Type) (int64, bool) {
	n, _, ok := layout.SizeAlign(t)
	return int64(n), ok
}

// address computes &((T *)0)->member, which is how offsetof is spelled.
func (b *builder) address(e cc.ExpressionNode) (int64, bool) {
	switch n := e.(type) {
	case *cc.CastExpression:
		return b.address(n.UnaryExpression)
	case *cc.UnaryExpression:
		return b.address(n.PostfixExpression)
	case *cc.PrimaryExpression:
		if n.Case == cc.PrimaryExpressionExpr {
			return b.address(n.ExpressionList)
		}
	case *cc.ExpressionList:
		return b.address(n.AssignmentExpression)
	case *cc.PostfixExpression:
		return b.memberAddress(n)
	}
	return 0, false
}

func (b *builder) memberAddress(n *cc.PostfixExpression) (int64, bool) {
	var base int64
	var t *model.Type
	var ok bool
	switch n.Case {
	case cc.PostfixExpressionPrimary:
		return b.address(n.PrimaryExpression)
	case cc.PostfixExpressionPSelect:
		if t = b.fromCC(n.PostfixExpression.Type()).Underlying(); t.Kind == model.Pointer {
			t = t.Elem
		}
		base, ok = b.eval(n.PostfixExpression)
	case cc.PostfixExpressionSelect:
		t = b.fromCC(n.PostfixExpression.Type())
		base, ok = b.address(n.PostfixExpression)
	}
	if !ok || t.Underlying().Kind != model.Struct {
		return 0, false
	}
	off, ok := offsetOf(t.Underlying().Record, n.Token2.SrcStr())
	return base + off, ok
}

// offsetOf finds a member, through anonymous ones.
func offsetOf(r *model.Record, name string) (int64, bool) {
	for _, f := range r.Fields {
		if f.Name == name {
			return int64(f.Offset), true
		}
		if u := f.Type.Underlying(); f.Name == "" && u.Kind == model.Struct {
			if off, ok := offsetOf(u.Record, name); ok {
				return int64(f.Offset) + off, true
			}
		}
	}
	return 0, false
}

// fit truncates a value to the C type of the expression it is the value of.
func (b *builder) fit(e cc.ExpressionNode, v int64) int64 {
	t := b.fromCC(e.Type()).Underlying()
	return truncate(v, t.Size, t.Signed)
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

func truth(b bool) int64 {
	if b {
		return 1
	}
	return 0
}
