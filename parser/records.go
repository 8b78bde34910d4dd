package parser

import (
	"modernc.org/cc/v4"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/layout"
)

// record returns the record of a specifier, laid out if this is its definition.
func (b *builder) record(n *cc.StructOrUnionSpecifier) *model.Record {
	if r := b.specs[n]; r != nil {
		return r
	}
	kind := "struct"
	if n.StructOrUnion.Case == cc.StructOrUnionUnion {
		kind = "union"
	}
	tag := n.Token.SrcStr()
	name := kind + " " + tag
	at := n.Token
	if tag == "" || tag == "{" {
		tag, at = "", n.StructOrUnion.Token
		name = b.anonymous(kind, at, func(s string) bool { return b.records[s] != nil })
	}
	r := b.records[name]
	if r == nil {
		r = &model.Record{Decl: b.decl(name, at), Tag: tag, Union: kind == "union"}
		b.records[name] = r
	}
	b.specs[n] = r
	if n.Case == cc.StructOrUnionSpecifierDef {
		b.define(r, n, at)
	}
	return r
}

func (b *builder) define(r *model.Record, n *cc.StructOrUnionSpecifier, at cc.Token) {
	r.Decl = b.decl(r.Name, at)
	attrs := b.attributes(n.AttributeSpecifierList).with(b.attributes(n.AttributeSpecifierList2))
	r.Packed, r.AlignAttr = attrs.packed, attrs.alignedLast
	r.Fields = nil
	for l := n.StructDeclarationList; l != nil; l = l.StructDeclarationList {
		b.members(r, l.StructDeclaration)
	}
	r.PragmaPack = b.pack.current // gcc applies what is in effect at the closing brace
	r.Complete = true
	if err := layout.Record(r); err != nil {
		b.errorAt(n, "%s: %v", r.Name, err)
	}
}

func (b *builder) members(r *model.Record, n *cc.StructDeclaration) {
	if n == nil {
		return
	}
	if n.Case == cc.StructDeclarationAssert {
		b.pack.mark(n.StaticAssertDeclaration)
		return
	}
	sp := b.specifierQualifiers(n.SpecifierQualifierList)
	trailing := b.attributes(n.AttributeSpecifierList)
	if n.StructDeclaratorList == nil {
		b.anonymousMember(r, sp, trailing, n)
		return
	}
	for l := n.StructDeclaratorList; l != nil; l = l.StructDeclaratorList {
		attrs := sp.attrs
		if l.StructDeclaratorList == nil {
			attrs = attrs.with(trailing) // they stand behind the last declarator, and belong to it alone
		}
		r.Fields = append(r.Fields, b.member(sp, attrs, l.StructDeclarator, n))
	}
}

// anonymousMember adds a struct or union without a name; a mere tag declares nothing.
func (b *builder) anonymousMember(r *model.Record, sp specifiers, attrs attributes, n *cc.StructDeclaration) {
	if sp.typ.Kind != model.Struct || !sp.typ.Record.Anonymous() {
		return
	}
	r.Fields = append(r.Fields, &model.Field{
		Decl: b.decl("", n), Type: sp.typ, Packed: attrs.packed, AlignAttr: attrs.aligned,
	})
}

func (b *builder) member(sp specifiers, attrs attributes, d *cc.StructDeclarator, n *cc.StructDeclaration) *model.Field {
	f := &model.Field{Decl: b.decl("", n), Type: sp.typ, Packed: attrs.packed, AlignAttr: attrs.aligned}
	if d.Declarator != nil {
		f.Decl = b.decl(d.Declarator.Name(), d.Declarator.NameTok())
		f.Type = b.declarator(sp.typ, d.Declarator)
	}
	if d.Case == cc.StructDeclaratorBitField {
		width, ok := b.constant(d.ConstantExpression)
		if !ok {
			b.errorAt(d.ConstantExpression, "the width of this bit-field is not an integer constant")
		}
		f.IsBits, f.Bits = true, int(width)
	}
	return f
}

// enum returns the enum of a specifier.
func (b *builder) enum(n *cc.EnumSpecifier) *model.Enum {
	if e := b.enumDef[n]; e != nil {
		return e
	}
	tag, at := n.Token2.SrcStr(), n.Token2
	name := "enum " + tag
	if tag == "" || tag == "{" {
		tag, at = "", n.Token
		name = b.anonymous("enum", at, func(s string) bool { return b.enums[s] != nil })
	}
	e := b.enums[name]
	if e == nil {
		e = &model.Enum{Decl: b.decl(name, at), Tag: tag}
		b.enums[name] = e
	}
	b.enumDef[n] = e
	if n.Case == cc.EnumSpecifierDef {
		b.defineEnum(e, n, at)
	}
	return e
}

func (b *builder) defineEnum(e *model.Enum, n *cc.EnumSpecifier, at cc.Token) {
	e.Decl = b.decl(e.Name, at)
	e.Constants = nil
	var next int64
	for l := n.EnumeratorList; l != nil; l = l.EnumeratorList {
		c := l.Enumerator
		if c.Case == cc.EnumeratorExpr {
			v, ok := b.constant(c.ConstantExpression)
			if !ok {
				b.errorAt(c, "the value of %s is not an integer constant", c.Token.SrcStr())
			}
			next = v
		}
		b.constants[c.Token.SrcStr()] = next
		e.Constants = append(e.Constants, model.Constant{Decl: b.decl(c.Token.SrcStr(), c.Token), Value: next})
		next++
	}
	e.Complete = true
	layout.Enum(e, b.cfg.Target)
}
