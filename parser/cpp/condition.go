package cpp

import (
	"strconv"
	"strings"
)

// holds evaluates the expression of an #if.
func (p *preprocessor) holds(toks []Token, at Pos) bool {
	e := &condExpr{toks: p.expandAll(p.operators(toks))}
	v := e.comma()
	if e.problem == "" && e.at < len(e.toks) {
		e.problem = "unexpected " + e.toks[e.at].Text
	}
	if e.problem != "" {
		if e.at < len(e.toks) && e.toks[e.at].Pos.Line > 0 {
			at = e.toks[e.at].Pos
		}
		p.problem(Invalid, at, "", "this condition is not understood: "+e.problem)
		return false
	}
	return v.n != 0
}

// operators replaces defined X and __has_…(X) by numbers, before macros are expanded.
func (p *preprocessor) operators(toks []Token) []Token {
	out := make([]Token, 0, len(toks))
	for i := 0; i < len(toks); i++ {
		t := toks[i]
		if t.Kind != Ident {
			out = append(out, t)
			continue
		}
		n, took, ok := p.operator(toks[i:])
		if !ok {
			if m := p.macros[t.Text]; m != nil && m.dynamic == nil && mentions(m.Body) {
				// defined comes out of a macro, which gcc allows
				k := 1
				if m.FuncLike {
					k = callLen(toks[i:])
				}
				out = append(out, p.operators(p.expandKeeping(toks[i:i+k]))...)
				i += k - 1
				continue
			}
			out = append(out, t)
			continue
		}
		out = append(out, Token{Kind: Number, Pos: t.Pos, Text: strconv.Itoa(n), fixed: true})
		i += took - 1
	}
	return out
}

// mentions reports whether tokens hold an operator of conditions.
func mentions(toks []Token) bool {
	for _, t := range toks {
		if t.Text == "defined" || strings.HasPrefix(t.Text, "__has_") {
			return true
		}
	}
	return false
}

// callLen returns how many tokens a macro and its arguments take.
func callLen(toks []Token) int {
	depth := 0
	for i := 1; i < len(toks); i++ {
		switch toks[i].Text {
		case "(":
			depth++
		case ")":
			if depth--; depth == 0 {
				return i + 1
			}
		default:
			if depth == 0 {
				return 1
			}
		}
	}
	return 1
}

// expandKeeping expands the macro at the start of tokens by one step, so that what defined asks for is still there.
func (p *preprocessor) expandKeeping(toks []Token) []Token {
	p.push(expansion{tokens: toks, fence: true})
	depth := len(p.contexts)
	name := p.read()
	var out []Token
	if p.invoke(p.macros[name.Text], name) {
		for len(p.contexts) > depth {
			tok := p.read()
			if tok.Kind == EOF {
				break
			}
			out = append(out, tok)
		}
		out = append(out, p.contexts[depth-1].rest()...)
	} else {
		name.fixed = true
		out = []Token{name}
	}
	for len(p.contexts) >= depth {
		p.pop()
	}
	return out
}

func (e *expansion) rest() []Token { return e.tokens[e.at:] }

// operator computes defined X or __has_…(X) at the start of tokens.
func (p *preprocessor) operator(toks []Token) (n, took int, ok bool) {
	switch op := toks[0].Text; {
	case op == "defined":
		switch {
		case len(toks) > 1 && toks[1].Kind == Ident:
			return truth(p.macros[toks[1].Text] != nil), 2, true
		case len(toks) > 3 && toks[1].Text == "(" && toks[3].Text == ")":
			return truth(p.macros[toks[2].Text] != nil), 4, true
		}
	case strings.HasPrefix(op, "__has_"):
		took := callLen(toks)
		if took < 4 || p.macros[op] == nil || p.macros[op].dynamic == nil {
			return 0, 0, false
		}
		return p.has(op, toks[2:took-1]), took, true
	}
	return 0, 0, false
}

func (p *preprocessor) has(op string, operand []Token) int {
	if op == "__has_include" || op == "__has_include_next" {
		header, quoted, _, ok := p.headerName(joinAngle(operand), Token{})
		if !ok {
			return 0
		}
		_, _, found := p.find(header, quoted, op == "__has_include_next")
		return truth(found)
	}
	if p.cfg.Has == nil {
		return 0
	}
	var b strings.Builder
	for _, t := range operand {
		b.WriteString(t.Text)
	}
	return p.cfg.Has(op, b.String())
}

// joinAngle makes one token of <name>, which is read as several where the lexer does not look for a header.
func joinAngle(toks []Token) []Token {
	if len(toks) < 2 || toks[0].Text != "<" {
		return toks
	}
	var b strings.Builder
	for i, t := range toks {
		if t.Space && i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Text)
	}
	return []Token{{Kind: Other, Pos: toks[0].Pos, Text: b.String()}}
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}
