package cpp

import "strings"

// pragma obeys the pragmas that are the preprocessor's, and returns a token for the others.
func (p *preprocessor) pragma(at Token) Token {
	toks := p.line()
	return p.pragmaOf(at, toks)
}

func (p *preprocessor) pragmaOf(at Token, toks []Token) Token {
	if len(toks) == 0 {
		return Token{}
	}
	switch toks[0].Text {
	case "once":
		if f := p.top(); f != nil {
			p.once[f.name] = true
		}
		return Token{}
	case "push_macro", "pop_macro":
		p.pushPop(toks)
		return Token{}
	case "GCC":
		if len(toks) > 1 && toks[1].Text == "error" {
			p.problem(Refused, at.Pos, "", "#pragma "+Text(toks))
			return Token{}
		}
	case "redefine_extname": // the only one of these in which gcc for arm expands macros
		toks = p.pragmaArgs(toks)
	}
	return Token{Kind: Pragma, Pos: at.Pos, First: true, Args: toks}
}

// pragmaArgs expands macros in the arguments of a pragma.
func (p *preprocessor) pragmaArgs(toks []Token) []Token {
	inLine := p.inLine
	p.inLine = true // a pragma does not go on behind its end
	defer func() { p.inLine = inLine }()
	return append([]Token{toks[0]}, p.expandAll(toks[1:])...)
}

// pushPop keeps a macro and brings it back.
func (p *preprocessor) pushPop(toks []Token) {
	if len(toks) < 4 || toks[1].Text != "(" || toks[2].Kind != String || toks[3].Text != ")" {
		return // gcc warns and does nothing
	}
	name := strings.Trim(toks[2].Text, `"`)
	saved := p.saved[name]
	if toks[0].Text == "push_macro" {
		p.saved[name] = append(saved, p.macros[name])
		return
	}
	if len(saved) == 0 {
		return
	}
	if m := saved[len(saved)-1]; m != nil {
		p.macros[name] = m
	} else {
		delete(p.macros, name)
	}
	p.saved[name] = saved[:len(saved)-1]
}

// pragmaOperator reads _Pragma("…"). What it stands for may be nothing.
func (p *preprocessor) pragmaOperator(at Token) (Token, bool) {
	open := p.get()
	var text, end Token
	if open.Is("(") {
		text = p.get()
		end = p.get()
	}
	if text.Kind != String || !end.Is(")") {
		return Token{Kind: Bad, Pos: at.Pos, Text: "_Pragma takes one string literal"}, false
	}
	s := strings.TrimLeft(text.Text, "LuU8")
	s = strings.NewReplacer(`\\`, `\`, `\"`, `"`).Replace(s[1 : len(s)-1])
	var toks []Token
	for l := newLexer([]byte(s), at.Pos.File); ; {
		tok := l.next()
		if tok.Kind == EOF {
			break
		}
		if tok.Kind != newline {
			tok.Pos = at.Pos
			toks = append(toks, tok)
		}
	}
	return p.pragmaOf(at, toks), true
}
