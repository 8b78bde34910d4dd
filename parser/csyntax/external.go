package csyntax

import "github.com/rttgen/rttgen/parser/cpp"

// LeftOpen is the reason of a declaration that the end of the headers cuts off.
const LeftOpen = "this header leaves a bracket open"

// Next returns the next external declaration, or one that is broken; at the end of the unit neither.
func (p *Parser) Next() (d *Decl, broken *Broken) {
	for {
		for p.accept(";") {
		}
		if p.cur().Kind == cpp.EOF || p.ctx.Err() != nil {
			return nil, nil
		}
		start := p.at
		failed := p.attempt(func() { d = p.external() })
		if failed != nil {
			broken = &Broken{Pos: failed.pos, Start: p.toks[start].Pos, Reason: failed.reason, Type: failed.typ}
			if open := p.recover(start); open != nil {
				broken.Pos, broken.Reason, broken.Type = open.Pos, LeftOpen, ""
			}
			p.describe(broken, start, p.at)
			return nil, broken
		}
		if d != nil {
			return d, nil
		}
	}
}

// external reads one declaration; nil stands for one that declares nothing.
func (p *Parser) external() *Decl {
	p.depth, p.proto = 0, 0
	for p.isWord("__extension__") {
		p.advance()
	}
	switch t := p.cur(); {
	case t.Kind == cpp.Ident && staticAsserts[t.Text]:
		p.staticAssert()
		return nil
	case t.Kind == cpp.Ident && asmWords[t.Text]:
		p.asm()
		p.accept(";")
		return nil
	}
	return p.declaration()
}

var staticAsserts = words("_Static_assert", "static_assert")
var asmWords = words("asm", "__asm", "__asm__")

func words(list ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range list {
		m[w] = true
	}
	return m
}

func (p *Parser) staticAssert() {
	p.advance()
	if !p.isPunct("(") {
		p.unexpected("'('")
	}
	p.skipBalanced()
	p.accept(";")
}

// asm passes over asm(…), and returns its first string.
func (p *Parser) asm() string {
	p.advance()
	for p.cur().Kind == cpp.Ident { // volatile
		p.advance()
	}
	if !p.isPunct("(") {
		p.unexpected("'('")
	}
	label := ""
	for i := p.at + 1; p.toks[i].Kind == cpp.String; i++ {
		if _, body, ok := cpp.Literal(p.toks[i].Text); ok {
			label += body
		}
	}
	p.skipBalanced()
	return label
}

// declaration reads specifiers and declarators up to the semicolon, or a function definition.
func (p *Parser) declaration() *Decl {
	d := &Decl{Pos: p.cur().Pos}
	d.Specs = p.specifiers(true)
	if p.accept(";") {
		return d
	}
	for first := true; ; first = false {
		var attrs []Attr // in front of a further declarator: for it alone
		if !first {
			attrs = p.attributes()
		}
		item := p.declarator(d.Specs.none())
		if first && p.functionBody(d, item) {
			return d
		}
		p.afterDeclarator(item)
		item.Attrs = append(item.Attrs, attrs...)
		d.Items = append(d.Items, item)
		if first && p.isPunct("{") && item.isFunc() { // behind the attributes of a definition
			p.skipBalanced()
			d.Body = true
			return d
		}
		if d.Specs.Typedef && item.Name != "" {
			p.types[item.Name] = true
		}
		if p.accept(";") {
			return d
		}
		if !p.accept(",") {
			p.unexpected("")
		}
	}
}

func (d *Declarator) isFunc() bool { return len(d.Parts) > 0 && d.Parts[0].Kind == Func }

// none reports whether nothing but a name can be meant: without any type a declaration is one of a function at most.
func (s *Specs) none() bool {
	return s.Tag == nil && s.Name == "" && len(s.Words) == 0 && s.TypeofType == nil && s.TypeofExpr == nil && !s.AutoType
}

// functionBody reads the body of a function definition, if there is one.
func (p *Parser) functionBody(d *Decl, item *Declarator) bool {
	if !item.isFunc() {
		return false
	}
	if p.isPunct("{") {
		p.skipBalanced()
		d.Items, d.Body = []*Declarator{item}, true
		return true
	}
	if len(item.Parts[0].Names) == 0 || !p.typeStart(p.cur()) && !storageWords[p.cur().Text] {
		return false
	}
	for !p.isPunct("{") {
		d.OldStd = append(d.OldStd, p.declaration())
	}
	p.skipBalanced()
	d.Items, d.Body = []*Declarator{item}, true
	return true
}

// afterDeclarator reads what may stand behind a declarator: a label, attributes, an initializer.
func (p *Parser) afterDeclarator(item *Declarator) {
	for {
		switch t := p.cur(); {
		case t.Kind == cpp.Ident && asmWords[t.Text]:
			item.Label = p.asm()
			continue
		case p.attributeStart():
			item.Attrs = append(item.Attrs, p.attributes()...)
			continue
		}
		break
	}
	if !p.accept("=") {
		return
	}
	item.Init = true
	for !p.isPunct(",") && !p.isPunct(";") {
		switch t := p.cur(); {
		case t.Kind == cpp.EOF || t.Kind == cpp.Bad:
			p.unexpected("")
		case p.isPunct("("), p.isPunct("["), p.isPunct("{"):
			p.skipBalanced()
		case p.isPunct(")"), p.isPunct("]"), p.isPunct("}"):
			p.unexpected("")
		default:
			p.advance()
		}
	}
}
