package parser

import (
	"fmt"
	"path"
	"strings"

	"modernc.org/cc/v4"

	"github.com/rttgen/rttgen/diag"
	"github.com/rttgen/rttgen/model"
)

// builder turns the syntax tree of a translation unit into facts. It reads the syntax, not cc's types, because those do not
// keep what is written (typedef names, attributes) and lay out structs for another ABI.
type builder struct {
	cfg      Config
	files    *files
	problems *diag.List

	records   map[string]*model.Record // by C name
	enums     map[string]*model.Enum
	typedefs  map[string]*model.Typedef
	functions map[string]*model.Function
	variables map[string]*model.Variable
	objMacros map[string]*model.Macro
	fnMacros  map[string]*model.FuncMacro

	constants map[string]int64 // enumeration constants
	aligned   map[string]int   // aligned attributes of typedefs

	specs   map[*cc.StructOrUnionSpecifier]*model.Record // definitions seen: declarators share one specifier
	enumDef map[*cc.EnumSpecifier]*model.Enum
	pack    packStack
}

func newBuilder(cfg Config, files *files, problems *diag.List) *builder {
	return &builder{
		cfg: cfg, files: files, problems: problems,
		records:   map[string]*model.Record{},
		enums:     map[string]*model.Enum{},
		typedefs:  map[string]*model.Typedef{},
		functions: map[string]*model.Function{},
		variables: map[string]*model.Variable{},
		objMacros: map[string]*model.Macro{},
		fnMacros:  map[string]*model.FuncMacro{},
		constants: map[string]int64{},
		aligned:   map[string]int{},
		specs:     map[*cc.StructOrUnionSpecifier]*model.Record{},
		enumDef:   map[*cc.EnumSpecifier]*model.Enum{},
	}
}

// decl starts a declaration of a name at a node, which may be a token.
func (b *builder) decl(name string, n cc.Node) model.Decl {
	p := n.Position()
	return model.Decl{Name: name, Pos: model.Pos{File: b.files.display(p.Filename), Line: p.Line, Col: p.Column}}
}

// errorAt reports a problem at a node.
func (b *builder) errorAt(n cc.Node, format string, args ...any) {
	p := n.Position()
	b.problems.Add(diag.Diagnostic{
		Pos:     b.files.pos(p.Filename, p.Line, p.Column),
		Source:  b.files.line(p.Filename, p.Line),
		Message: fmt.Sprintf(format, args...),
	})
}

// ours reports whether a token stands in a header, and not in a source made by rttgen.
func ours(tok cc.Token) bool {
	name := tok.Position().Filename
	return name != "" && (!strings.HasPrefix(name, "<") || name == "<command line>")
}

// unit walks the translation unit.
func (b *builder) unit(ast *cc.AST) {
	for tu := ast.TranslationUnit; tu != nil; tu = tu.TranslationUnit {
		ext := tu.ExternalDeclaration
		if ext == nil {
			continue
		}
		switch ext.Case {
		case cc.ExternalDeclarationFuncDef:
			b.functionDefinition(ext.FunctionDefinition)
		case cc.ExternalDeclarationDecl:
			b.declaration(ext.Declaration)
		}
	}
}

func (b *builder) functionDefinition(n *cc.FunctionDefinition) {
	sp := b.specifiers(n.DeclarationSpecifiers)
	b.declareFunction(sp, n.Declarator, true)
}

func (b *builder) declaration(n *cc.Declaration) {
	switch n.Case {
	case cc.DeclarationAssert:
		b.pack.mark(n.StaticAssertDeclaration)
		return
	case cc.DeclarationAuto:
		return
	}
	sp := b.specifiers(n.DeclarationSpecifiers)
	trailing := b.attributes(n.AttributeSpecifierList)
	for l := n.InitDeclaratorList; l != nil; l = l.InitDeclaratorList {
		d := l.InitDeclarator
		own := sp
		own.attrs = sp.attrs.with(trailing).with(b.attributes(l.AttributeSpecifierList)).with(b.attributes(d.AttributeSpecifierList))
		b.declareOne(own, d.Declarator)
	}
}

func (b *builder) declareOne(sp specifiers, d *cc.Declarator) {
	tok := d.NameTok()
	if !ours(tok) {
		return
	}
	if sp.typedef {
		b.declareTypedef(sp, d)
		return
	}
	if t := b.declarator(sp.typ, d); t.Kind == model.Func {
		b.declareFunction(sp, d, false)
		return
	} else if !sp.static {
		b.variables[d.Name()] = &model.Variable{Decl: b.decl(d.Name(), tok), Type: t}
	}
}

func (b *builder) declareTypedef(sp specifiers, d *cc.Declarator) {
	name := d.Name()
	t := b.declarator(sp.typ, d)
	if _, ok := b.typedefs[name]; ok {
		return // a repetition; C requires it to be the same
	}
	b.typedefs[name] = &model.Typedef{Decl: b.decl(name, d.NameTok()), Type: t, AlignOf: sp.attrs.alignedLast}
	b.aligned[name] = sp.attrs.alignedLast
	switch {
	case t.Kind == model.Struct && !t.Const && !t.Volatile:
		t.Record.TypedefNames = append(t.Record.TypedefNames, name)
	case t.Kind == model.EnumT:
		t.Enum.TypedefNames = append(t.Enum.TypedefNames, name)
	}
}

func (b *builder) declareFunction(sp specifiers, d *cc.Declarator, defined bool) {
	tok := d.NameTok()
	t := b.declarator(sp.typ, d)
	if t.Kind != model.Func || !ours(tok) {
		return
	}
	if sp.static && !defined && !sp.inline {
		return // a static declaration in a header promises nothing to anyone else
	}
	f := &model.Function{
		Decl: b.decl(d.Name(), tok), Result: t.Elem, Params: t.Params, Variadic: t.Variadic,
		Inline: defined, NoReturn: sp.attrs.noReturn || sp.noReturn, Weak: sp.attrs.weak,
	}
	if old := b.functions[f.Name]; old != nil {
		old.Inline = old.Inline || f.Inline
		old.NoReturn = old.NoReturn || f.NoReturn
		old.Weak = old.Weak || f.Weak
		return
	}
	b.functions[f.Name] = f
}

// api collects what was found; the values of most macros are not known yet.
func (b *builder) api() *model.API {
	api := &model.API{Target: b.cfg.Target, Headers: b.cfg.Headers, Defines: b.cfg.Defines}
	api.Records = values(b.records)
	api.Enums = values(b.enums)
	api.Typedefs = values(b.typedefs)
	api.Functions = values(b.functions)
	api.Variables = values(b.variables)
	api.Macros = values(b.objMacros)
	api.FuncMacros = values(b.fnMacros)
	api.Sort()
	return api
}

func values[T any](m map[string]*T) []*T {
	list := make([]*T, 0, len(m))
	for _, v := range m {
		list = append(list, v)
	}
	return list
}

// version reads RT-Thread's version from its macros; they were renamed in 5.0.
func version(api *model.API) model.Version {
	pick := func(names ...string) int {
		for _, n := range names {
			if m := api.Macro(n); m != nil && m.Kind == model.MacroInt {
				return int(m.Int)
			}
		}
		return 0
	}
	return model.Version{
		Major: pick("RT_VERSION_MAJOR", "RT_VERSION"),
		Minor: pick("RT_VERSION_MINOR", "RT_SUBVERSION"),
		Patch: pick("RT_VERSION_PATCH", "RT_REVISION"),
	}
}

// anonymous names a record or enum without a tag after its place.
func (b *builder) anonymous(kind string, tok cc.Token, taken func(string) bool) string {
	p := tok.Position()
	name := fmt.Sprintf("%s <anon %s:%d>", kind, b.files.display(p.Filename), p.Line)
	if taken(name) {
		name = fmt.Sprintf("%s <anon %s:%d:%d>", kind, b.files.display(p.Filename), p.Line, p.Column)
	}
	return path.Clean(name)
}
