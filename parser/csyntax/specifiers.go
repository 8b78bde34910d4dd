package csyntax

import (
	"strings"

	"github.com/rttgen/rttgen/parser/cpp"
)

var storageWords = words("typedef", "extern", "static", "auto", "register", "inline", "__inline", "__inline__", "_Noreturn",
	"_Thread_local", "__thread", "const", "__const", "__const__", "volatile", "__volatile", "__volatile__", "restrict",
	"__restrict", "__restrict__", "_Alignas", "__extension__", "__attribute__", "__attribute")

// basicWords are the words of basic types, with their usual spelling.
var basicWords = map[string]string{
	"void": "void", "char": "char", "short": "short", "int": "int", "long": "long", "float": "float", "double": "double",
	"signed": "signed", "__signed": "signed", "__signed__": "signed", "unsigned": "unsigned", "_Bool": "_Bool",
	"_Complex": "_Complex", "__complex": "_Complex", "__complex__": "_Complex", "_Imaginary": "_Imaginary",
	"__int128": "__int128", "__int128_t": "__int128", "_Float16": "_Float16", "__fp16": "__fp16", "__bf16": "__bf16",
	"_Float32": "_Float32", "_Float64": "_Float64", "_Float128": "_Float128", "_Float32x": "_Float32x", "_Float64x": "_Float64x",
	"_Decimal32": "_Decimal32", "_Decimal64": "_Decimal64", "_Decimal128": "_Decimal128", "_Sat": "_Sat", "_Fract": "_Fract",
	"_Accum": "_Accum",
}

var typeofWords = words("typeof", "__typeof", "__typeof__", "typeof_unqual")

// keywords are words that name nothing.
var keywords = func() map[string]bool {
	m := words("struct", "union", "enum", "sizeof", "if", "else", "while", "for", "do", "switch", "case", "default", "return",
		"break", "continue", "goto", "_Atomic", "_Generic", "_Alignof", "__alignof__", "__alignof", "__auto_type", "asm", "__asm",
		"__asm__", "_Static_assert")
	for _, list := range []map[string]bool{storageWords, typeofWords} {
		for w := range list {
			m[w] = true
		}
	}
	for w := range basicWords {
		m[w] = true
	}
	return m
}()

// typeStart reports whether a token starts a type.
func (p *Parser) typeStart(t *cpp.Token) bool {
	if t.Kind != cpp.Ident {
		return false
	}
	switch t.Text {
	case "struct", "union", "enum", "_Atomic", "const", "__const", "__const__", "volatile", "__volatile", "__volatile__",
		"__extension__", "__attribute__", "__attribute", "_Alignas", "restrict", "__restrict", "__restrict__", "__auto_type":
		return true
	}
	return basicWords[t.Text] != "" || typeofWords[t.Text] || p.types[t.Text]
}

// typeNameStart reports whether a token behind a bracket starts a type; behind __extension__ there is an expression.
func (p *Parser) typeNameStart(t *cpp.Token) bool { return t.Text != "__extension__" && p.typeStart(t) }

// specifiers reads declaration specifiers, in any order. Storage classes are only allowed where storage says so.
func (p *Parser) specifiers(storage bool) *Specs {
	s := &Specs{Pos: p.cur().Pos}
	for p.isPunct("[") && p.ahead(1).Is("[") {
		s.Enders = append(s.Enders, p.stdAttributes()...)
	}
	for p.specifier(s, storage) {
	}
	s.Attrs = append(s.Attrs, s.Enders...)
	if s.none() && p.cur().Kind == cpp.Ident && !keywords[p.cur().Text] {
		p.unknownType(s)
	}
	return s
}

// unknownType fails if a name stands where a type must. Without a type a name may be that of a function of old.
func (p *Parser) unknownType(s *Specs) {
	next := p.ahead(1)
	if next.Is("(") && !p.ahead(2).Is("*") || next.Is("=") || next.Is(";") && s.Typedef {
		if p.proto == 0 {
			return
		}
	}
	if next.Is(",") || next.Is(")") || next.Is("*") || next.Kind == cpp.Ident || next.Is(";") || next.Is("[") || next.Is(":") || next.Is("(") || next.Kind == cpp.EOF {
		panic(&syntaxError{pos: p.cur().Pos, reason: "unknown type " + p.cur().Text, typ: p.cur().Text})
	}
}

// specifier reads one specifier.
func (p *Parser) specifier(s *Specs, storage bool) bool {
	t := p.cur()
	if t.Kind != cpp.Ident {
		if p.isPunct("[") && p.ahead(1).Is("[") && !s.none() {
			s.Attrs = append(s.Attrs, p.stdAttributes()...)
			return true
		}
		return false
	}
	if word := basicWords[t.Text]; word != "" && s.Name == "" && s.Tag == nil {
		p.advance()
		if t.Text == "__int128_t" && s.none() {
			s.Words = append(s.Words, "signed")
		}
		s.Words = append(s.Words, word)
		return true
	}
	switch t.Text {
	case "const", "__const", "__const__":
		s.Const = true
	case "volatile", "__volatile", "__volatile__":
		s.Volatile = true
	case "restrict", "__restrict", "__restrict__", "__extension__":
	case "__attribute__", "__attribute":
		s.Attrs = append(s.Attrs, p.gnuAttributes()...)
		return true
	case "_Alignas", "alignas":
		if t.Text == "alignas" && !p.ahead(1).Is("(") {
			return false
		}
		p.advance()
		s.Alignas = append(s.Alignas, p.alignas())
		return true
	case "struct", "union", "enum":
		if !s.none() {
			return false
		}
		s.Tag = p.tag()
		return true
	case "_Atomic":
		p.advance()
		s.Atomic = true
		if p.isPunct("(") && s.none() {
			p.advance()
			s.TypeofType = p.typeName()
			p.expect(")")
		}
		return true
	case "__auto_type":
		s.AutoType = true
	default:
		return p.otherSpecifier(s, storage)
	}
	p.advance()
	return true
}

func (p *Parser) otherSpecifier(s *Specs, storage bool) bool {
	t := p.cur()
	if typeofWords[t.Text] && s.none() {
		p.advance()
		p.typeof(s)
		return true
	}
	if storage {
		switch t.Text {
		case "typedef":
			s.Typedef = true
		case "static":
			s.Static = true
		case "extern":
			s.Extern = true
		case "inline", "__inline", "__inline__":
			s.Inline = true
		case "_Noreturn":
			s.NoReturn = true
		case "register":
			s.Register = true
		case "_Thread_local", "__thread":
			s.ThreadLocal = true
		case "auto":
		default:
			return p.typedefName(s)
		}
		p.advance()
		return true
	}
	return p.typedefName(s)
}

// typedefName takes a name for that of a type if there is no other type yet.
func (p *Parser) typedefName(s *Specs) bool {
	t := p.cur()
	if !s.none() || !p.types[t.Text] {
		return false
	}
	s.Name, s.NamePos = t.Text, t.Pos
	p.advance()
	return true
}

func (p *Parser) typeof(s *Specs) {
	p.expect("(")
	if p.typeStart(p.cur()) {
		s.TypeofType = p.typeName()
	} else {
		s.TypeofExpr = p.comma()
	}
	p.expect(")")
}

func (p *Parser) alignas() Align {
	p.expect("(")
	var a Align
	if p.typeStart(p.cur()) {
		a.Type = p.typeName()
	} else {
		a.Expr = p.conditional()
	}
	p.expect(")")
	return a
}

// tag reads struct, union or enum with what belongs to it.
func (p *Parser) tag() *Tag {
	p.nest()
	defer p.up()
	kw := p.advance()
	t := &Tag{Kind: TagKind(kw.Text), Pos: kw.Pos, Prototype: p.proto > 0}
	t.Attrs = p.attributes()
	if cur := p.cur(); cur.Kind == cpp.Ident && !keywords[cur.Text] {
		t.Name, t.NamePos = cur.Text, cur.Pos
		p.advance()
		t.Attrs = append(t.Attrs, p.attributesBeforeBrace()...)
	}
	if t.Kind == Enum && p.isPunct(":") && p.typeStart(p.ahead(1)) {
		p.advance()
		t.Underlying = &TypeName{Pos: p.cur().Pos, Specs: p.specifiers(false), Decl: &Declarator{}}
	}
	if !p.isPunct("{") {
		if t.Name == "" {
			p.unexpected("a tag or '{'")
		}
		return t
	}
	open := p.at
	p.advance()
	t.Defined = true
	if failed := p.attempt(func() { p.body(t) }); failed != nil {
		if !p.skipBody(open) {
			panic(failed)
		}
		t.Broken = &Broken{Pos: failed.pos, Start: t.Pos, Reason: failed.reason, Type: failed.typ}
	}
	t.Pragmas = p.pragmasNow()
	p.expect("}")
	t.Attrs = append(t.Attrs, p.attributes()...)
	return t
}

func (p *Parser) body(t *Tag) {
	if t.Kind == Enum {
		p.enumerators(t)
	} else {
		p.members(t)
	}
	if !p.isPunct("}") {
		p.unexpected("'}'")
	}
}

// attempt runs f and returns the error that ended it.
func (p *Parser) attempt(f func()) (failed *syntaxError) {
	depth, proto := p.depth, p.proto
	defer func() {
		if e := recover(); e != nil {
			is, ok := e.(*syntaxError)
			if !ok {
				panic(e)
			}
			failed, p.depth, p.proto = is, depth, proto
		}
	}()
	f()
	return nil
}

// skipBody goes to the brace that closes the one at open, unless another declaration seems to start before it.
func (p *Parser) skipBody(open int) bool {
	depth := 0
	for i := open; i < len(p.toks); i++ {
		t := &p.toks[i]
		switch {
		case t.Kind == cpp.EOF, i > open && t.First && p.startsAnewAt(i, depth):
			return false
		case t.Is("{"):
			depth++
		case t.Is("}"):
			if depth--; depth == 0 {
				p.at = i
				return true
			}
		}
	}
	return false
}

func (p *Parser) startsAnewAt(i, depth int) bool {
	at := p.at
	p.at = i
	defer func() { p.at = at }()
	return p.startsAnew(&p.toks[i], depth, i >= at)
}

// attributesBeforeBrace reads attributes between a tag and its braces. Behind a tag without braces they are the declaration's.
func (p *Parser) attributesBeforeBrace() []Attr {
	from := p.at
	attrs := p.attributes()
	if len(attrs) > 0 && !p.isPunct("{") {
		p.at = from
		return nil
	}
	return attrs
}

func (p *Parser) enumerators(t *Tag) {
	for !p.isPunct("}") {
		cur := p.cur()
		if cur.Kind != cpp.Ident {
			p.unexpected("a name")
		}
		e := Enumerant{Pos: cur.Pos, Name: cur.Text}
		p.advance()
		e.Attrs = p.attributes()
		if p.accept("=") {
			e.Value = p.conditional()
		}
		t.Enumerants = append(t.Enumerants, e)
		if !p.accept(",") && !p.isPunct("}") {
			p.unexpected("',' or '}'")
		}
	}
}

func (p *Parser) members(t *Tag) {
	for !p.isPunct("}") {
		for p.isWord("__extension__") {
			p.advance()
		}
		switch {
		case p.accept(";"):
		case p.cur().Kind == cpp.Ident && staticAsserts[p.cur().Text]:
			p.staticAssert()
		default:
			t.Members = append(t.Members, p.memberDecl())
		}
	}
}

func (p *Parser) memberDecl() *Decl {
	d := &Decl{Pos: p.cur().Pos}
	d.Specs = p.specifiers(false)
	if d.Specs.none() && !d.Specs.Const && !d.Specs.Volatile {
		p.unexpected("a member")
	}
	if p.accept(";") {
		return d
	}
	for {
		attrs := p.attributes()
		item := &Declarator{Pos: p.cur().Pos}
		if !p.isPunct(":") {
			item = p.declarator(false)
		}
		if p.accept(":") {
			item.Bits = p.conditional()
		}
		for p.attributeStart() {
			item.Attrs = append(item.Attrs, p.attributes()...)
		}
		item.Attrs = append(item.Attrs, attrs...)
		d.Items = append(d.Items, item)
		switch {
		case p.accept(";"):
			return d
		case p.isPunct("}"):
			return d // gcc lets the last semicolon go
		}
		if !p.accept(",") {
			p.unexpected("")
		}
	}
}

// trimName takes the underscores from around an attribute's name.
func trimName(s string) string {
	if len(s) > 4 && strings.HasPrefix(s, "__") && strings.HasSuffix(s, "__") {
		return s[2 : len(s)-2]
	}
	return s
}
