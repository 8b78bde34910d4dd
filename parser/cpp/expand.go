package cpp

// expansion is a list of tokens being read before the files go on: what a macro stands for, or an argument of one.
type expansion struct {
	tokens []Token
	at     int
	macro  *Macro // is not expanded while this is read
	fence  bool   // its end is the end: an argument is expanded as if nothing followed
	pos    Pos    // where the macro is used
	moment bool
}

// get returns the next token, macros expanded. As in gcc, a macro is off while its expansion is read, and a name that was met
// meanwhile stays what it is for good.
func (p *preprocessor) get() Token {
	for {
		tok := p.read()
		if tok.Kind != Ident || tok.fixed || p.frozen {
			return tok
		}
		if tok.Text == "_Pragma" && !p.inLine {
			if pragma, ok := p.pragmaOperator(tok); ok {
				if pragma.Kind != Pragma {
					continue
				}
				return pragma
			}
			return tok
		}
		m := p.macros[tok.Text]
		if m == nil {
			return tok
		}
		if m.disabled > 0 {
			tok.fixed = true
			return tok
		}
		if m.dynamic != nil {
			out := m.dynamic(p, tok)
			out.Space, out.First, out.fixed = tok.Space, tok.First, true
			return out
		}
		if !p.invoke(m, tok) {
			return tok
		}
	}
}

// read returns the next token of the innermost expansion or else of the files.
func (p *preprocessor) read() Token {
	for n := len(p.contexts); n > 0; n = len(p.contexts) {
		c := &p.contexts[n-1]
		if c.at < len(c.tokens) {
			tok := c.tokens[c.at]
			c.at++
			return tok
		}
		if c.fence {
			return Token{}
		}
		p.pop()
	}
	return p.raw()
}

func (p *preprocessor) push(e expansion) {
	if e.macro != nil {
		e.macro.disabled++
	}
	p.contexts = append(p.contexts, e)
}

func (p *preprocessor) pop() {
	n := len(p.contexts) - 1
	if m := p.contexts[n].macro; m != nil {
		m.disabled--
	}
	p.contexts[n] = expansion{}
	p.contexts = p.contexts[:n]
}

// unread puts tokens back in front of what follows.
func (p *preprocessor) unread(tokens ...Token) {
	p.push(expansion{tokens: tokens})
}

// invoke starts the expansion of a macro. A function-like one without arguments is only a name.
func (p *preprocessor) invoke(m *Macro, name Token) bool {
	var args []argument
	if m.FuncLike {
		var ok bool
		if args, ok = p.arguments(m, name); !ok {
			return false
		}
	}
	body := m.Body
	if m.FuncLike || hasPaste(body) {
		body = p.substitute(m, args, name)
	}
	tokens := make([]Token, len(body))
	copy(tokens, body)
	for i := range tokens {
		t := &tokens[i]
		if i == 0 {
			t.Space = name.Space
		}
		t.First = i == 0 && name.First
		t.Moment = t.Moment || name.Moment
		if t.Pos.Line == 0 { // of the macro itself, not of an argument
			t.Pos = name.Pos
		}
	}
	if len(tokens) == 0 && name.Space {
		p.spaceNext()
	}
	p.work(len(tokens) + 1)
	p.push(expansion{tokens: tokens, macro: m})
	return true
}

// spaceNext is called when a macro expands to nothing: the white space before it is that of what follows.
func (p *preprocessor) spaceNext() {
	if n := len(p.contexts); n > 0 {
		if c := &p.contexts[n-1]; c.at < len(c.tokens) && !c.tokens[c.at].Space {
			p.work(len(c.tokens) - c.at)
			rest := append([]Token(nil), c.tokens[c.at:]...)
			rest[0].Space = true
			c.tokens, c.at = rest, 0
		}
	}
}

// argument is an argument of a macro: as it is written, and expanded when that is needed first.
type argument struct {
	tokens   []Token
	expanded []Token
	done     bool
	absent   bool // of a variadic macro: there is not even a comma for it
}

// arguments reads the arguments of a function-like macro; without a parenthesis there are none, and nothing was read.
func (p *preprocessor) arguments(m *Macro, name Token) ([]argument, bool) {
	frozen := p.frozen
	p.frozen = true
	defer func() { p.frozen = frozen }()
	tok := p.read()
	var pragmas []Token
	for tok.Kind == Pragma || tok.Kind == newline && !p.inLine {
		pragmas = append(pragmas, tok)
		tok = p.read()
	}
	if tok.Kind != Punct || tok.Text != "(" {
		switch {
		case tok.Kind == EOF && len(p.contexts) > 0: // the end of an argument comes again by itself
			p.unread(pragmas...)
		case tok.Kind == EOF && len(p.stack) == 0:
			p.unread(pragmas...)
		default:
			p.unread(append(pragmas, tok)...)
		}
		return nil, false
	}
	within := p.within
	p.within = len(p.stack)
	defer func() { p.within = within }()
	var args []argument
	var arg []Token
	for depth := 1; depth > 0; {
		tok := p.read()
		if tok.Kind == EOF || tok.Kind == newline {
			p.problem(Invalid, name.Pos, "", "the arguments of the macro "+name.Text+" have no end")
			if tok.Kind == newline {
				p.unread(tok)
			}
			return nil, false
		}
		if tok.Kind == Punct {
			switch tok.Text {
			case "(":
				depth++
			case ")":
				depth--
			case ",":
				if depth == 1 && !(m.Variadic && len(args) == len(m.Params)-1) {
					args = append(args, argument{tokens: arg})
					arg = nil
					continue
				}
			}
		}
		if depth > 0 {
			if p.work(1); p.stop != nil {
				return nil, false
			}
			arg = append(arg, tok)
		}
	}
	args = append(args, argument{tokens: arg})
	return p.fit(m, args, name)
}

// fit brings the number of arguments in line with that of the parameters.
func (p *preprocessor) fit(m *Macro, args []argument, name Token) ([]argument, bool) {
	want := len(m.Params)
	switch {
	case len(args) == want:
	case want == 0 && len(args) == 1 && len(args[0].tokens) == 0:
		return nil, true
	case m.Variadic && len(args) == want-1:
		args = append(args, argument{absent: true})
	default:
		p.unread(Token{Kind: Bad, Pos: name.Pos, Text: "the macro " + name.Text + " does not take that many arguments"})
		return nil, false
	}
	return args, true
}

// expandAll expands tokens as if nothing followed them.
func (p *preprocessor) expandAll(tokens []Token) []Token {
	frozen := p.frozen
	p.frozen = false
	defer func() { p.frozen = frozen }()
	depth := len(p.contexts)
	p.push(expansion{tokens: tokens, fence: true})
	var out []Token
	for p.stop == nil {
		tok := p.get()
		if tok.Kind == EOF {
			break
		}
		out = append(out, tok)
	}
	for len(p.contexts) > depth {
		p.pop()
	}
	return out
}
