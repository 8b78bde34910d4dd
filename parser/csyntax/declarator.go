package csyntax

import "github.com/rttgen/rttgen/parser/cpp"

// declarator reads a declarator with or without a name. If typeless, there was no type in front of it.
func (p *Parser) declarator(typeless bool) *Declarator {
	d := &Declarator{Pos: p.cur().Pos}
	p.declaratorParts(d)
	if typeless && !d.isFunc() {
		p.unexpected("a type")
	}
	return d
}

// declaratorParts appends the parts from the name outwards: what is behind the name binds stronger than a * before it.
func (p *Parser) declaratorParts(d *Declarator) {
	p.nest()
	defer p.up()
	pointers := p.pointers()
	p.directDeclarator(d)
	for i := len(pointers) - 1; i >= 0; i-- {
		d.Parts = append(d.Parts, pointers[i])
	}
}

// pointers reads the stars, in the order of the source, with the attributes behind each.
func (p *Parser) pointers() []Part {
	var list []Part
	for p.isPunct("*") {
		star := Part{Kind: Pointer, Pos: p.cur().Pos}
		p.advance()
		star.Attrs = p.qualifiers(&star)
		if list = append(list, star); len(list) > maxParts {
			p.fail("the declarator has more than %d parts", maxParts)
		}
	}
	return list
}

func (p *Parser) qualifiers(part *Part) []Attr {
	var attrs []Attr
	for {
		t := p.cur()
		if p.attributeStart() {
			attrs = append(attrs, p.attributes()...)
			continue
		}
		if t.Kind != cpp.Ident {
			return attrs
		}
		switch t.Text {
		case "const", "__const", "__const__":
			part.Const = true
		case "volatile", "__volatile", "__volatile__":
			part.Volatile = true
		case "_Atomic":
			part.Atomic = true
		case "restrict", "__restrict", "__restrict__", "__extension__":
		default:
			return attrs
		}
		p.advance()
	}
}

// directDeclarator reads the name, or a declarator in parentheses, and what stands behind it.
func (p *Parser) directDeclarator(d *Declarator) {
	t := p.cur()
	switch {
	case t.Kind == cpp.Ident && !keywords[t.Text]:
		d.Name, d.Pos = t.Text, t.Pos
		p.advance()
		if p.isPunct("[") && p.ahead(1).Is("[") {
			d.Attrs = append(d.Attrs, p.attributes()...)
		}
	case p.isPunct("(") && p.innerDeclarator():
		p.advance()
		attrs := p.attributes()
		p.declaratorParts(d)
		if len(attrs) > 0 {
			d.Parts = append(d.Parts, Part{Kind: Attributes, Pos: t.Pos, Attrs: attrs})
		}
		p.expect(")")
	case t.Kind == cpp.Bad || t.Kind == cpp.Other:
		p.unexpected("")
	}
	p.suffixes(d)
}

// innerDeclarator tells a parenthesis around a declarator from one around parameters.
func (p *Parser) innerDeclarator() bool {
	next := p.ahead(1)
	switch {
	case next.Is("*"), next.Is("("), next.Is("["):
		return true
	case next.Kind == cpp.Ident && attributeWords[next.Text]:
		return !p.typeStart(p.behindAttributes())
	case next.Kind == cpp.Ident:
		return !p.typeStart(next) && !keywords[next.Text]
	}
	return false
}

// behindAttributes returns the token behind attributes that follow a parenthesis.
func (p *Parser) behindAttributes() *cpp.Token {
	from := p.at
	p.advance()
	p.attributes()
	t := p.cur()
	p.at = from
	return t
}

// suffixes reads arrays and parameter lists behind a name; the first binds strongest.
func (p *Parser) suffixes(d *Declarator) {
	for {
		if len(d.Parts) > maxParts {
			p.fail("the declarator has more than %d parts", maxParts)
		}
		switch {
		case p.isPunct("[") && p.ahead(1).Is("["):
			d.Attrs = append(d.Attrs, p.stdAttributes()...)
		case p.isPunct("["):
			d.Parts = append(d.Parts, p.array())
		case p.isPunct("("):
			d.Parts = append(d.Parts, p.params())
		default:
			return
		}
	}
}

func (p *Parser) array() Part {
	a := Part{Kind: Array, Pos: p.cur().Pos}
	p.expect("[")
	for {
		a.Attrs = append(a.Attrs, p.qualifiers(&a)...)
		if !p.isWord("static") {
			break
		}
		p.advance()
	}
	switch {
	case p.isPunct("*") && p.ahead(1).Is("]"):
		p.advance()
		a.Star = true
	case !p.isPunct("]"):
		a.Len = p.assignment()
	}
	p.expect("]")
	return a
}

func (p *Parser) params() Part {
	f := Part{Kind: Func, Pos: p.cur().Pos}
	p.expect("(")
	p.proto++
	defer func() { p.proto-- }()
	if p.accept(")") {
		return f
	}
	if t := p.cur(); t.Kind == cpp.Ident && !p.typeStart(t) && !storageWords[t.Text] && p.identifierList() {
		for !p.accept(")") {
			f.Names = append(f.Names, p.advance().Text)
			p.accept(",")
		}
		return f
	}
	f.Proto = true
	for {
		if p.accept("...") {
			f.Variadic = true
			break
		}
		f.Params = append(f.Params, p.param())
		if !p.accept(",") {
			break
		}
	}
	p.expect(")")
	return f
}

// identifierList reports whether the parameters are names alone, and what follows declares them: a K&R definition. Elsewhere a
// name without a type is a type that is not known.
func (p *Parser) identifierList() bool {
	i := p.at
	for p.toks[i].Kind == cpp.Ident {
		if i++; p.toks[i].Is(")") {
			next := &p.toks[i+1]
			return p.proto == 1 && (next.Is("{") || p.typeStart(next) && !attributeWords[next.Text] || storageWords[next.Text] && !attributeWords[next.Text])
		}
		if !p.toks[i].Is(",") {
			return false
		}
		i++
	}
	return false
}

func (p *Parser) param() *Decl {
	p.nest()
	defer p.up()
	d := &Decl{Pos: p.cur().Pos}
	d.Specs = p.specifiers(true)
	if d.Specs.none() && !d.Specs.Const && !d.Specs.Volatile && len(d.Specs.Attrs) == 0 && !d.Specs.hasStorage() {
		p.unexpected("")
	}
	item := p.declarator(false)
	for p.attributeStart() {
		item.Attrs = append(item.Attrs, p.attributes()...)
	}
	d.Items = []*Declarator{item}
	return d
}

func (s *Specs) hasStorage() bool { return s.Typedef || s.Static || s.Extern || s.Inline }

// typeName reads a type without a name.
func (p *Parser) typeName() *TypeName {
	p.nest()
	defer p.up()
	t := &TypeName{Pos: p.cur().Pos}
	t.Specs = p.specifiers(false)
	if t.Specs.none() && !t.Specs.Const && !t.Specs.Volatile {
		p.unexpected("a type")
	}
	t.Decl = p.declarator(false)
	if t.Decl.Name != "" {
		panic(&syntaxError{pos: t.Decl.Pos, reason: "unexpected '" + t.Decl.Name + "'"})
	}
	return t
}
