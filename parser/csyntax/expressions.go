package csyntax

import "github.com/rttgen/rttgen/parser/cpp"

// ParseExpr reads tokens as one expression, if they are one. It asks isType which names are those of types.
func ParseExpr(tokens []cpp.Token, isType func(string) bool) (e *Expr, ok bool) {
	p := exprParser(tokens, isType)
	defer recoverSyntax(&ok)
	e = p.comma()
	return e, p.cur().Kind == cpp.EOF
}

// ParseTypeName reads tokens as a type without a name, if they are one.
func ParseTypeName(tokens []cpp.Token, isType func(string) bool) (t *TypeName, ok bool) {
	p := exprParser(tokens, isType)
	defer recoverSyntax(&ok)
	t = p.typeName()
	return t, p.cur().Kind == cpp.EOF
}

func recoverSyntax(ok *bool) {
	if e := recover(); e != nil {
		if _, is := e.(*syntaxError); !is {
			panic(e)
		}
		*ok = false
	}
}

func exprParser(tokens []cpp.Token, isType func(string) bool) *Parser {
	p := &Parser{types: map[string]bool{}}
	for i := range tokens {
		if tokens[i].Kind == cpp.Pragma {
			continue
		}
		if tokens[i].Kind == cpp.Ident && isType(tokens[i].Text) {
			p.types[tokens[i].Text] = true
		}
		p.toks = append(p.toks, tokens[i])
	}
	p.toks = append(p.toks, cpp.Token{Kind: cpp.EOF})
	return p
}

func (p *Parser) comma() *Expr {
	x := p.assignment()
	for p.isPunct(",") {
		pos := p.advance().Pos
		x = &Expr{Kind: Binary, Op: ",", Pos: pos, X: x, Y: p.assignment()}
	}
	return x
}

var assignments = words("=", "*=", "/=", "%=", "+=", "-=", "<<=", ">>=", "&=", "^=", "|=")

func (p *Parser) assignment() *Expr {
	x := p.conditional()
	if t := p.cur(); t.Kind == cpp.Punct && assignments[t.Text] {
		pos := p.advance().Pos
		p.nest()
		defer p.up()
		return &Expr{Kind: Unknown, Pos: pos, X: x, Y: p.assignment()}
	}
	return x
}

func (p *Parser) conditional() *Expr {
	p.nest()
	defer p.up()
	c := p.binary(0)
	if !p.isPunct("?") {
		return c
	}
	e := &Expr{Kind: Cond, Pos: p.advance().Pos, X: c}
	if !p.isPunct(":") {
		e.Y = p.comma()
	}
	p.expect(":")
	e.Z = p.conditional()
	return e
}

// levels are the binary operators, the weakest first.
var levels = []map[string]bool{
	words("||"), words("&&"), words("|"), words("^"), words("&"), words("==", "!="), words("<", ">", "<=", ">="),
	words("<<", ">>"), words("+", "-"), words("*", "/", "%"),
}

// strength of each binary operator: its index in levels, plus one.
var strength = func() map[string]int {
	m := map[string]int{}
	for i, ops := range levels {
		for op := range ops {
			m[op] = i + 1
		}
	}
	return m
}()

// binary reads operators that bind stronger than a level.
func (p *Parser) binary(level int) *Expr {
	x := p.cast()
	for {
		t := p.cur()
		s := 0
		if t.Kind == cpp.Punct {
			s = strength[t.Text]
		}
		if s <= level {
			return x
		}
		p.advance()
		x = &Expr{Kind: Binary, Op: t.Text, Pos: t.Pos, X: x, Y: p.binary(s)}
	}
}

func (p *Parser) cast() *Expr {
	if !p.isPunct("(") || !p.typeNameStart(p.ahead(1)) {
		return p.unary()
	}
	p.nest()
	defer p.up()
	pos := p.advance().Pos
	t := p.typeName()
	p.expect(")")
	if p.isPunct("{") {
		p.skipBalanced()
		return p.postfix(&Expr{Kind: CompoundLiteral, Pos: pos, Type: t})
	}
	return &Expr{Kind: Cast, Pos: pos, Type: t, X: p.cast()}
}

var prefixes = words("+", "-", "~", "!", "*", "&")

func (p *Parser) unary() *Expr {
	p.nest()
	defer p.up()
	t := p.cur()
	if t.Kind == cpp.Punct && prefixes[t.Text] {
		p.advance()
		return &Expr{Kind: Unary, Op: t.Text, Pos: t.Pos, X: p.cast()}
	}
	if p.isPunct("++") || p.isPunct("--") {
		p.advance()
		return &Expr{Kind: Unknown, Pos: t.Pos, X: p.cast()}
	}
	if p.isPunct("&&") { // a label's address
		p.advance()
		p.advance()
		return &Expr{Kind: Unknown, Pos: t.Pos}
	}
	if t.Kind == cpp.Ident {
		switch t.Text {
		case "sizeof":
			return p.sizeof(SizeofExpr, SizeofType)
		case "_Alignof", "__alignof__", "__alignof", "alignof":
			if t.Text != "alignof" || p.ahead(1).Is("(") {
				return p.sizeof(AlignofExpr, AlignofType)
			}
		case "__extension__", "__real__", "__imag__", "__real", "__imag":
			p.advance()
			x := p.cast()
			if t.Text != "__extension__" {
				return &Expr{Kind: Unknown, Pos: t.Pos}
			}
			return x
		}
	}
	return p.postfix(p.primary())
}

func (p *Parser) sizeof(ofExpr, ofType ExprKind) *Expr {
	pos := p.advance().Pos
	if p.isPunct("(") && p.typeNameStart(p.ahead(1)) {
		p.advance()
		t := p.typeName()
		p.expect(")")
		if !p.isPunct("{") {
			return &Expr{Kind: ofType, Pos: pos, Type: t}
		}
		p.skipBalanced()
		return &Expr{Kind: ofExpr, Pos: pos, X: p.postfix(&Expr{Kind: CompoundLiteral, Pos: pos, Type: t})}
	}
	return &Expr{Kind: ofExpr, Pos: pos, X: p.unary()}
}

func (p *Parser) postfix(x *Expr) *Expr {
	for {
		t := p.cur()
		if t.Kind != cpp.Punct {
			return x
		}
		switch t.Text {
		case "[":
			p.advance()
			x = &Expr{Kind: Index, Pos: t.Pos, X: x, Y: p.comma()}
			p.expect("]")
		case "(":
			p.advance()
			x = &Expr{Kind: Call, Pos: t.Pos, X: x, List: p.arguments()}
		case ".", "->":
			kind := Member
			if t.Text == "->" {
				kind = Arrow
			}
			p.advance()
			if p.cur().Kind != cpp.Ident {
				p.unexpected("a member")
			}
			x = &Expr{Kind: kind, Pos: t.Pos, X: x, Name: p.advance().Text}
		case "++", "--":
			p.advance()
			x = &Expr{Kind: Unknown, Pos: t.Pos, X: x}
		default:
			return x
		}
	}
}

func (p *Parser) arguments() []*Expr {
	var list []*Expr
	if p.accept(")") {
		return nil
	}
	for {
		list = append(list, p.assignment())
		if p.accept(")") {
			return list
		}
		p.expect(",")
	}
}

func (p *Parser) primary() *Expr {
	t := p.cur()
	switch t.Kind {
	case cpp.Number:
		return &Expr{Kind: Number, Pos: t.Pos, Tok: p.advance()}
	case cpp.Char:
		return &Expr{Kind: Char, Pos: t.Pos, Tok: p.advance()}
	case cpp.String:
		e := &Expr{Kind: String, Pos: t.Pos}
		for p.cur().Kind == cpp.String {
			e.Toks = append(e.Toks, p.advance())
		}
		return e
	case cpp.Ident:
		return p.named()
	}
	if !p.isPunct("(") {
		p.unexpected("an expression")
	}
	p.nest()
	defer p.up()
	if p.ahead(1).Is("{") { // a statement expression
		p.skipBalanced()
		return &Expr{Kind: Unknown, Pos: t.Pos}
	}
	p.advance()
	x := p.comma()
	p.expect(")")
	return x
}

// named reads what starts with a word: a name, or one of the forms that take types.
func (p *Parser) named() *Expr {
	t := p.cur()
	switch t.Text {
	case "__builtin_offsetof":
		return p.offsetof()
	case "__builtin_types_compatible_p":
		p.advance()
		p.expect("(")
		e := &Expr{Kind: Compatible, Pos: t.Pos, Type: p.typeName()}
		p.expect(",")
		e.Type2 = p.typeName()
		p.expect(")")
		return e
	case "__builtin_choose_expr":
		p.advance()
		p.expect("(")
		e := &Expr{Kind: Choose, Pos: t.Pos, X: p.assignment()}
		p.expect(",")
		e.Y = p.assignment()
		p.expect(",")
		e.Z = p.assignment()
		p.expect(")")
		return e
	case "__builtin_va_arg":
		p.advance()
		p.expect("(")
		p.assignment()
		p.expect(",")
		e := &Expr{Kind: Unknown, Pos: t.Pos, Type: p.typeName()}
		p.expect(")")
		return e
	case "_Generic":
		return p.generic()
	}
	if keywords[t.Text] || p.types[t.Text] {
		p.unexpected("an expression")
	}
	p.advance()
	return &Expr{Kind: Ident, Pos: t.Pos, Name: t.Text}
}

func (p *Parser) offsetof() *Expr {
	pos := p.advance().Pos
	p.expect("(")
	e := &Expr{Kind: Offsetof, Pos: pos, Type: p.typeName()}
	p.expect(",")
	if p.cur().Kind != cpp.Ident {
		p.unexpected("a member")
	}
	x := &Expr{Kind: Member, Pos: p.cur().Pos, X: &Expr{Kind: Base, Pos: pos, Type: e.Type}, Name: p.advance().Text}
	e.X = p.postfix(x)
	p.expect(")")
	return e
}

func (p *Parser) generic() *Expr {
	pos := p.advance().Pos
	p.expect("(")
	e := &Expr{Kind: Generic, Pos: pos, X: p.assignment()}
	for p.accept(",") {
		var t *TypeName
		if p.isWord("default") {
			p.advance()
		} else {
			t = p.typeName()
		}
		p.expect(":")
		e.Types = append(e.Types, t)
		e.List = append(e.List, p.assignment())
	}
	p.expect(")")
	return e
}
