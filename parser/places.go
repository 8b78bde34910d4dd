package parser

import (
	"modernc.org/cc/v4"

	"github.com/rttgen/rttgen/model"
)

// typeOf finds the type of an expression under sizeof, typeof or &: a variable, a member, what a pointer points to.
func (b *builder) typeOf(e cc.ExpressionNode) *model.Type {
	if isNil(e) {
		return nil
	}
	switch n := e.(type) {
	case *cc.ExpressionList:
		return b.typeOf(n.AssignmentExpression)
	case *cc.CastExpression:
		if n.Case == cc.CastExpressionCast {
			return b.typeName(n.TypeName)
		}
		return b.typeOf(n.UnaryExpression)
	case *cc.UnaryExpression:
		return b.typeOfUnary(n)
	case *cc.PostfixExpression:
		return b.typeOfPostfix(n)
	case *cc.PrimaryExpression:
		return b.typeOfPrimary(n)
	}
	if n, ok := b.eval(e); ok {
		return n.typ()
	}
	return nil
}

func (b *builder) typeOfUnary(n *cc.UnaryExpression) *model.Type {
	switch n.Case {
	case cc.UnaryExpressionPostfix:
		return b.typeOf(n.PostfixExpression)
	case cc.UnaryExpressionDeref:
		return pointee(b.typeOf(n.CastExpression))
	case cc.UnaryExpressionAddrof:
		if t := b.typeOf(n.CastExpression); t != nil {
			return &model.Type{Kind: model.Pointer, Elem: t, Size: 4, Align: 4}
		}
		return nil
	}
	if v, ok := b.unary(n); ok {
		return v.typ()
	}
	return nil
}

func (b *builder) typeOfPostfix(n *cc.PostfixExpression) *model.Type {
	switch n.Case {
	case cc.PostfixExpressionPrimary:
		return b.typeOf(n.PrimaryExpression)
	case cc.PostfixExpressionIndex:
		return pointee(b.typeOf(n.PostfixExpression))
	case cc.PostfixExpressionSelect:
		_, t := member(b.typeOf(n.PostfixExpression), n.Token2.SrcStr())
		return t
	case cc.PostfixExpressionPSelect:
		_, t := member(pointee(b.typeOf(n.PostfixExpression)), n.Token2.SrcStr())
		return t
	}
	return nil
}

func (b *builder) typeOfPrimary(n *cc.PrimaryExpression) *model.Type {
	switch n.Case {
	case cc.PrimaryExpressionExpr:
		return b.typeOf(n.ExpressionList)
	case cc.PrimaryExpressionIdent:
		if v := b.variables[n.Token.SrcStr()]; v != nil {
			return v.Type
		}
	case cc.PrimaryExpressionString:
		char := basicTypes["char"]
		char.Name = "char"
		return &model.Type{Kind: model.Array, Elem: &char, Len: int64(len(n.Token.SrcStr()) - 1)}
	}
	if v, ok := b.primary(n); ok {
		return v.typ()
	}
	return nil
}

// typ is the C type of a computed value.
func (x number) typ() *model.Type {
	name := map[number]string{
		{signed: true}: "int", {}: "unsigned int", {wide: true, signed: true}: "long long", {wide: true}: "unsigned long long",
	}[number{wide: x.wide, signed: x.signed}]
	t := basicTypes[name]
	t.Name = name
	return &t
}

func pointee(t *model.Type) *model.Type {
	if t == nil {
		return nil
	}
	if u := t.Underlying(); u.Kind == model.Pointer || u.Kind == model.Array {
		return u.Elem
	}
	return nil
}

// member finds a member and its offset, through anonymous ones.
func member(t *model.Type, name string) (int64, *model.Type) {
	if t == nil || t.Underlying().Kind != model.Struct {
		return 0, nil
	}
	for _, f := range t.Underlying().Record.Fields {
		if f.Name == name {
			return int64(f.Offset), f.Type
		}
		if f.Name == "" && !f.IsBits {
			if off, inner := member(f.Type, name); inner != nil {
				return int64(f.Offset) + off, inner
			}
		}
	}
	return 0, nil
}

// address computes &((T *)0)->member, which is how offsetof is spelled.
func (b *builder) address(e cc.ExpressionNode) (number, bool) {
	v, ok := b.place0(e)
	return number{v: v}, ok
}

// place0 returns where an lvalue lies, its pointers being constants.
func (b *builder) place0(e cc.ExpressionNode) (int64, bool) {
	switch n := e.(type) {
	case *cc.CastExpression:
		return b.place0(n.UnaryExpression)
	case *cc.UnaryExpression:
		if n.Case == cc.UnaryExpressionPostfix {
			return b.place0(n.PostfixExpression)
		}
	case *cc.PrimaryExpression:
		if n.Case == cc.PrimaryExpressionExpr {
			return b.place0(n.ExpressionList)
		}
	case *cc.ExpressionList:
		return b.place0(n.AssignmentExpression)
	case *cc.PostfixExpression:
		return b.placeOfMember(n)
	}
	return 0, false
}

func (b *builder) placeOfMember(n *cc.PostfixExpression) (int64, bool) {
	switch n.Case {
	case cc.PostfixExpressionPrimary:
		return b.place0(n.PrimaryExpression)
	case cc.PostfixExpressionSelect:
		base, ok := b.place0(n.PostfixExpression)
		off, t := member(b.typeOf(n.PostfixExpression), n.Token2.SrcStr())
		return base + off, ok && t != nil
	case cc.PostfixExpressionPSelect:
		base, ok := b.eval(n.PostfixExpression)
		off, t := member(pointee(b.typeOf(n.PostfixExpression)), n.Token2.SrcStr())
		return base.v + off, ok && t != nil
	case cc.PostfixExpressionIndex:
		base, ok := b.place0(n.PostfixExpression)
		index, known := b.constant(n.ExpressionList)
		size, fits := measure(pointee(b.typeOf(n.PostfixExpression)), sizeOf)
		return base + index*size.v, ok && known && fits
	}
	return 0, false
}
