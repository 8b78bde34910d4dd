package csyntax

import "github.com/rttgen/rttgen/parser/cpp"

var attributeWords = words("__attribute__", "__attribute")

func (p *Parser) attributeStart() bool {
	t := p.cur()
	return t.Kind == cpp.Ident && attributeWords[t.Text] || p.isPunct("[") && p.ahead(1).Is("[") && !p.ahead(1).Space
}

// attributes reads any number of attribute lists.
func (p *Parser) attributes() []Attr {
	var attrs []Attr
	for p.attributeStart() {
		if p.isPunct("[") {
			attrs = append(attrs, p.stdAttributes()...)
		} else {
			attrs = append(attrs, p.gnuAttributes()...)
		}
	}
	return attrs
}

// gnuAttributes reads __attribute__((a, b(args), …)).
func (p *Parser) gnuAttributes() []Attr {
	p.advance()
	p.expect("(")
	p.expect("(")
	attrs := p.attributeList(false)
	p.expect(")")
	p.expect(")")
	return attrs
}

// stdAttributes reads [[a, gnu::b(args)]].
func (p *Parser) stdAttributes() []Attr {
	p.expect("[")
	p.expect("[")
	attrs := p.attributeList(true)
	p.expect("]")
	p.expect("]")
	return attrs
}

func (p *Parser) attributeList(std bool) []Attr {
	var attrs []Attr
	for {
		t := p.cur()
		if t.Kind == cpp.Ident {
			a := Attr{Pos: t.Pos, Name: trimName(t.Text), Std: std}
			p.advance()
			if std && p.isPunct(":") && p.ahead(1).Is(":") {
				p.advance()
				p.advance()
				a.Std = a.Name != "gnu"
				a.Name = trimName(p.advance().Text)
			}
			if p.isPunct("(") {
				from := p.at
				p.skipBalanced()
				a.Args = p.toks[from+1 : p.at-1]
			}
			attrs = append(attrs, a)
		}
		if !p.accept(",") {
			return attrs
		}
	}
}
