package parser

import (
	"slices"
	"strings"

	"modernc.org/cc/v4"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/layout"
)

// specifiers are what stands before the declarators.
type specifiers struct {
	typ      *model.Type
	attrs    attributes
	typedef  bool
	static   bool
	inline   bool
	noReturn bool
	words    []string // basic type words
	quals    qualifiers
	base     *model.Type // a struct, enum, typedef name
	enum     *model.Enum // an enum that is defined here, and not followed by anything yet
}

type qualifiers struct{ isConst, isVolatile bool }

func (b *builder) specifiers(n *cc.DeclarationSpecifiers) specifiers {
	var sp specifiers
	for ; n != nil; n = n.DeclarationSpecifiers {
		b.attach(&sp, b.attributes(n.AttributeSpecifierList))
		switch n.Case {
		case cc.DeclarationSpecifiersStorage:
			switch n.StorageClassSpecifier.Case {
			case cc.StorageClassSpecifierTypedef:
				sp.typedef = true
			case cc.StorageClassSpecifierStatic:
				sp.static = true
			}
		case cc.DeclarationSpecifiersTypeSpec:
			b.typeSpecifier(&sp, n.TypeSpecifier)
		case cc.DeclarationSpecifiersTypeQual:
			b.typeQualifier(&sp, n.TypeQualifier)
		case cc.DeclarationSpecifiersFunc:
			sp.inline = sp.inline || n.FunctionSpecifier.Case == cc.FunctionSpecifierInline
			sp.noReturn = sp.noReturn || n.FunctionSpecifier.Case == cc.FunctionSpecifierNoreturn
		case cc.DeclarationSpecifiersAlignSpec:
			sp.attrs.aligned = max(sp.attrs.aligned, b.alignas(n.AlignmentSpecifier))
		}
	}
	sp.typ = sp.finish()
	return sp
}

// attach adds attributes to the specifiers. Right behind the braces of an enum they belong to the enum, for which only packed
// has a meaning; cc keeps those of a struct apart by itself.
func (b *builder) attach(sp *specifiers, a attributes) {
	if sp.enum == nil {
		sp.attrs = sp.attrs.with(a)
		return
	}
	if a.packed {
		sp.enum.Packed = true
		layout.Enum(sp.enum, b.cfg.Target)
	}
}

func (b *builder) specifierQualifiers(n *cc.SpecifierQualifierList) specifiers {
	var sp specifiers
	for ; n != nil; n = n.SpecifierQualifierList {
		b.attach(&sp, b.attributes(n.AttributeSpecifierList))
		switch n.Case {
		case cc.SpecifierQualifierListTypeSpec:
			b.typeSpecifier(&sp, n.TypeSpecifier)
		case cc.SpecifierQualifierListTypeQual:
			b.typeQualifier(&sp, n.TypeQualifier)
		case cc.SpecifierQualifierListAlignSpec:
			sp.attrs.aligned = max(sp.attrs.aligned, b.alignas(n.AlignmentSpecifier))
		}
	}
	sp.typ = sp.finish()
	return sp
}

func (b *builder) typeQualifier(sp *specifiers, q *cc.TypeQualifier) {
	b.attach(sp, b.attributes(q.AttributeSpecifierList))
	sp.quals = sp.quals.with(q)
}

func (q qualifiers) with(n *cc.TypeQualifier) qualifiers {
	q.isConst = q.isConst || n.Case == cc.TypeQualifierConst
	q.isVolatile = q.isVolatile || n.Case == cc.TypeQualifierVolatile
	return q
}

func (b *builder) alignas(n *cc.AlignmentSpecifier) int {
	if n.TypeName != nil {
		_, align, _ := layout.SizeAlign(b.typeName(n.TypeName))
		return align
	}
	v, ok := b.constant(n.ConstantExpression)
	if !ok {
		b.errorAt(n, "the argument of _Alignas is not an integer constant")
	}
	return int(v)
}

func (b *builder) typeSpecifier(sp *specifiers, n *cc.TypeSpecifier) {
	switch n.Case {
	case cc.TypeSpecifierStructOrUnion:
		sp.base = &model.Type{Kind: model.Struct, Record: b.record(n.StructOrUnionSpecifier)}
	case cc.TypeSpecifierEnum:
		sp.base = &model.Type{Kind: model.EnumT, Enum: b.enum(n.EnumSpecifier)}
		if n.EnumSpecifier.Case == cc.EnumSpecifierDef {
			sp.enum = sp.base.Enum
		}
	case cc.TypeSpecifierTypeName:
		sp.base = b.named(n.Token.SrcStr())
	case cc.TypeSpecifierTypeofType:
		sp.base = b.typeName(n.TypeName)
	case cc.TypeSpecifierTypeofExpr:
		if sp.base = b.typeOf(n.ExpressionList); sp.base == nil {
			sp.base = &model.Type{Kind: model.Invalid, Name: cc.NodeSource(n)}
		}
	case cc.TypeSpecifierAtomic:
		sp.base = b.typeName(n.AtomicTypeSpecifier.TypeName)
	default:
		sp.words = append(sp.words, n.Token.SrcStr())
	}
}

// named refers to a typedef by name.
func (b *builder) named(name string) *model.Type {
	if isVaList(name) {
		return &model.Type{Kind: model.VaList, Name: name, Size: 4, Align: 4}
	}
	td := b.typedefs[name]
	if td == nil {
		return &model.Type{Kind: model.Invalid, Name: name}
	}
	return &model.Type{Kind: model.Named, Name: name, Elem: td.Type, AlignOf: b.aligned[name]}
}

func isVaList(name string) bool {
	return name == "va_list" || name == "__builtin_va_list" || name == "__gnuc_va_list"
}

// finish makes the type of the specifiers.
func (sp *specifiers) finish() *model.Type {
	t := sp.base
	if t == nil {
		t = basic(sp.words)
	}
	t.Const = t.Const || sp.quals.isConst
	t.Volatile = t.Volatile || sp.quals.isVolatile
	return t
}

// basicTypes gives size, alignment and signedness of C's arithmetic types on 32 bit arm, under their usual spelling.
// Plain char is unsigned there.
var basicTypes = map[string]model.Type{
	"void":               {Kind: model.Void},
	"_Bool":              {Kind: model.Bool, Size: 1, Align: 1},
	"char":               {Kind: model.Int, Size: 1, Align: 1},
	"signed char":        {Kind: model.Int, Size: 1, Align: 1, Signed: true},
	"unsigned char":      {Kind: model.Int, Size: 1, Align: 1},
	"short":              {Kind: model.Int, Size: 2, Align: 2, Signed: true},
	"unsigned short":     {Kind: model.Int, Size: 2, Align: 2},
	"int":                {Kind: model.Int, Size: 4, Align: 4, Signed: true},
	"unsigned int":       {Kind: model.Int, Size: 4, Align: 4},
	"long":               {Kind: model.Int, Size: 4, Align: 4, Signed: true},
	"unsigned long":      {Kind: model.Int, Size: 4, Align: 4},
	"long long":          {Kind: model.Int, Size: 8, Align: 8, Signed: true},
	"unsigned long long": {Kind: model.Int, Size: 8, Align: 8},
	"float":              {Kind: model.Float, Size: 4, Align: 4},
	"double":             {Kind: model.Float, Size: 8, Align: 8},
	"long double":        {Kind: model.Float, Size: 8, Align: 8},
}

// basic makes a basic type of its words, in any order.
func basic(words []string) *model.Type {
	count := map[string]int{}
	for _, w := range words {
		count[strings.Trim(w, "_")]++
	}
	name := strings.Join(words, " ")
	switch {
	case len(words) == 0:
		name = "int"
	case count["Bool"] > 0:
		name = "_Bool"
	case count["char"] > 0:
		name = prefixed(count, "char")
	case count["short"] > 0:
		name = unsigned(count) + "short"
	case count["long"] == 2:
		name = unsigned(count) + "long long"
	case count["long"] == 1 && count["double"] > 0:
		name = "long double"
	case count["long"] == 1:
		name = unsigned(count) + "long"
	case count["unsigned"] > 0 && only(words, "unsigned", "int"):
		name = "unsigned int"
	case only(words, "signed", "__signed__", "__signed", "int"):
		name = "int"
	}
	if t, ok := basicTypes[name]; ok {
		t.Name = name
		return &t
	}
	return &model.Type{Kind: model.Invalid, Name: name}
}

func unsigned(count map[string]int) string {
	if count["unsigned"] > 0 {
		return "unsigned "
	}
	return ""
}

func prefixed(count map[string]int, name string) string {
	switch {
	case count["unsigned"] > 0:
		return "unsigned " + name
	case count["signed"] > 0:
		return "signed " + name
	}
	return name
}

func only(words []string, allowed ...string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(allowed, w) })
}

func (b *builder) typeName(n *cc.TypeName) *model.Type {
	return b.abstract(b.specifierQualifiers(n.SpecifierQualifierList).typ, n.AbstractDeclarator)
}

// declarator applies a declarator to the type before it, from the outside in, as C reads it.
func (b *builder) declarator(t *model.Type, d *cc.Declarator) *model.Type {
	if d == nil {
		return t
	}
	return b.direct(b.pointers(t, d.Pointer), d.DirectDeclarator)
}

func (b *builder) pointers(t *model.Type, p *cc.Pointer) *model.Type {
	for ; p != nil; p = p.Pointer {
		var q qualifiers
		for l := p.TypeQualifiers; l != nil; l = l.TypeQualifiers {
			if l.TypeQualifier != nil {
				q = q.with(l.TypeQualifier)
			}
		}
		t = &model.Type{Kind: model.Pointer, Elem: t, Size: 4, Align: 4, Const: q.isConst, Volatile: q.isVolatile}
	}
	return t
}

func (b *builder) direct(t *model.Type, d *cc.DirectDeclarator) *model.Type {
	switch d.Case {
	case cc.DirectDeclaratorIdent:
		return t
	case cc.DirectDeclaratorDecl:
		return b.declarator(t, d.Declarator)
	case cc.DirectDeclaratorFuncParam:
		return b.direct(b.function(t, d.ParameterTypeList), d.DirectDeclarator)
	case cc.DirectDeclaratorFuncIdent:
		return b.direct(b.function(t, nil), d.DirectDeclarator)
	}
	return b.direct(b.array(t, d.AssignmentExpression), d.DirectDeclarator)
}

func (b *builder) abstract(t *model.Type, d *cc.AbstractDeclarator) *model.Type {
	if d == nil {
		return t
	}
	t = b.pointers(t, d.Pointer)
	if d.Case == cc.AbstractDeclaratorPtr {
		return t
	}
	return b.directAbstract(t, d.DirectAbstractDeclarator)
}

func (b *builder) directAbstract(t *model.Type, d *cc.DirectAbstractDeclarator) *model.Type {
	if d == nil {
		return t
	}
	switch d.Case {
	case cc.DirectAbstractDeclaratorDecl:
		return b.abstract(t, d.AbstractDeclarator)
	case cc.DirectAbstractDeclaratorFunc:
		return b.directAbstract(b.function(t, d.ParameterTypeList), d.DirectAbstractDeclarator)
	}
	return b.directAbstract(b.array(t, d.AssignmentExpression), d.DirectAbstractDeclarator)
}

func (b *builder) array(elem *model.Type, size cc.ExpressionNode) *model.Type {
	t := &model.Type{Kind: model.Array, Elem: elem, Len: -1}
	if isNil(size) {
		return t
	}
	n, ok := b.constant(size)
	if !ok {
		b.errorAt(size, "the length of this array is not an integer constant that can be computed without a compiler")
		return t
	}
	t.Len = n
	return t
}

func (b *builder) function(result *model.Type, list *cc.ParameterTypeList) *model.Type {
	t := &model.Type{Kind: model.Func, Elem: result}
	if list == nil {
		return t
	}
	t.Variadic = list.Case == cc.ParameterTypeListVar
	for l := list.ParameterList; l != nil; l = l.ParameterList {
		t.Params = append(t.Params, b.param(l.ParameterDeclaration))
	}
	if len(t.Params) == 1 && t.Params[0].Name == "" && t.Params[0].Type.Kind == model.Void {
		t.Params = nil
	}
	return t
}

// param makes a parameter; arrays and functions become pointers, as C has it.
func (b *builder) param(n *cc.ParameterDeclaration) model.Param {
	sp := b.specifiers(n.DeclarationSpecifiers)
	var p model.Param
	if n.Case == cc.ParameterDeclarationDecl {
		p = model.Param{Name: n.Declarator.Name(), Type: b.declarator(sp.typ, n.Declarator)}
	} else {
		p = model.Param{Type: b.abstract(sp.typ, n.AbstractDeclarator)}
	}
	switch p.Type.Kind {
	case model.Array:
		p.Type = &model.Type{Kind: model.Pointer, Elem: p.Type.Elem, Size: 4, Align: 4}
	case model.Func:
		p.Type = &model.Type{Kind: model.Pointer, Elem: p.Type, Size: 4, Align: 4}
	}
	return p
}
