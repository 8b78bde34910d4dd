package cpp

// define obeys #define.
func (p *preprocessor) define() {
	f := p.top()
	name := f.next()
	if name.Kind != Ident || name.Text == "defined" {
		p.problem(Invalid, name.Pos, "", "#define names no macro")
		p.skipLine(name)
		return
	}
	m := &Macro{Name: name.Text, Pos: name.Pos}
	toks := p.line()
	if len(toks) > 0 && toks[0].Text == "(" && !toks[0].Space {
		m.FuncLike = true
		n, ok := m.parameters(toks)
		if !ok {
			p.problem(Invalid, name.Pos, "", "the parameters of the macro "+name.Text+" are not understood")
			return
		}
		toks = toks[n:]
	}
	if len(toks) > 0 {
		toks[0].Space = false
		if isPaste(toks[0]) || isPaste(toks[len(toks)-1]) {
			p.problem(Invalid, name.Pos, "", "## stands at an end of what "+name.Text+" is defined to")
			return
		}
	}
	for i := range toks {
		if toks[i].Kind == Bad {
			p.bad(toks[i])
		}
		toks[i].Pos = Pos{} // what comes out of a macro is where the macro is used
		toks[i].First = false
	}
	m.Body = toks
	p.macros[m.Name] = m
}

// parameters reads a parameter list and returns how many tokens it has.
func (m *Macro) parameters(toks []Token) (n int, ok bool) {
	for i := 1; i < len(toks); i++ {
		t := toks[i]
		switch {
		case t.Text == ")" && t.Kind == Punct:
			return i + 1, i == 1 || toks[i-1].Text != ","
		case t.Text == "," && len(m.Params) > 0 && toks[i-1].Text != "," && !m.Variadic:
		case t.Text == "..." && !m.Variadic:
			m.Variadic = true
			if i == 1 || toks[i-1].Text == "," {
				m.Params = append(m.Params, "__VA_ARGS__")
			} // else the parameter before it is the rest
		case t.Kind == Ident && !m.Variadic && (i == 1 || toks[i-1].Text == ","):
			m.Params = append(m.Params, t.Text)
		default:
			return 0, false
		}
	}
	return 0, false
}

func (p *preprocessor) undef() {
	name := p.top().next()
	p.skipLine(name)
	if name.Kind != Ident {
		p.problem(Invalid, name.Pos, "", "#undef names no macro")
		return
	}
	delete(p.macros, name.Text)
}
