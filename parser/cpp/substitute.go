package cpp

import "strings"

func hasPaste(body []Token) bool {
	for i := range body {
		if body[i].Text == "##" && body[i].Kind == Punct {
			return true
		}
	}
	return false
}

// substitution is the work of putting arguments in the place of parameters.
type substitution struct {
	p    *preprocessor
	m    *Macro
	args []argument
	name Token
	out  []Token
}

// substitute returns the replacement list with the arguments in it: expanded, or as written beside # and ##.
func (p *preprocessor) substitute(m *Macro, args []argument, name Token) []Token {
	s := &substitution{p: p, m: m, args: args, name: name}
	s.list(m.Body)
	out := s.out[:0]
	for _, t := range s.out {
		if t.Kind != marker {
			out = append(out, t)
		}
	}
	return out
}

func (s *substitution) param(t Token) int {
	if t.Kind == Ident {
		for i, name := range s.m.Params {
			if name == t.Text {
				return i
			}
		}
	}
	return -1
}

func isPaste(t Token) bool { return t.Kind == Punct && t.Text == "##" }

func (s *substitution) list(body []Token) {
	for i := 0; i < len(body) && s.p.stop == nil; i++ {
		t := body[i]
		switch {
		case isPaste(t) && i > 0 && i+1 < len(body):
			i += s.paste(body, i+1)
		case t.Kind == Punct && t.Text == "#" && s.m.FuncLike && i+1 < len(body) && s.param(body[i+1]) >= 0:
			s.out = append(s.out, s.stringize(t, s.args[s.param(body[i+1])].tokens))
			i++
		case t.Kind == Ident && t.Text == "__VA_OPT__" && s.m.Variadic:
			i += s.optional(body[i:])
		default:
			before := i+1 < len(body) && isPaste(body[i+1])
			s.put(t, before)
		}
	}
}

// put adds a token or the argument it stands for.
func (s *substitution) put(t Token, raw bool) {
	k := s.param(t)
	if k < 0 || k >= len(s.args) {
		s.out = append(s.out, t)
		return
	}
	a := &s.args[k]
	tokens := a.tokens
	if !raw {
		if !a.done {
			a.expanded, a.done = s.p.expandAll(a.tokens), true
		}
		tokens = a.expanded
	}
	s.add(t, tokens)
}

func (s *substitution) add(at Token, tokens []Token) {
	if len(tokens) == 0 {
		s.out = append(s.out, Token{Kind: marker, Space: at.Space})
		return
	}
	n := len(s.out)
	s.out = append(s.out, tokens...)
	s.out[n].Space = at.Space
	s.p.work(len(tokens))
}

// paste joins what was put last and the operand at i, and returns how many tokens of the body it took.
func (s *substitution) paste(body []Token, i int) int {
	t := body[i]
	took := 1
	var right []Token
	switch k := s.param(t); {
	case t.Kind == Punct && t.Text == "#" && s.m.FuncLike && i+1 < len(body) && s.param(body[i+1]) >= 0:
		right = []Token{s.stringize(t, s.args[s.param(body[i+1])].tokens)}
		took = 2
	case t.Kind == Ident && t.Text == "__VA_OPT__" && s.m.Variadic:
		sub := &substitution{p: s.p, m: s.m, args: s.args, name: s.name}
		took = 1 + sub.optional(body[i:])
		right = sub.out
	case k < 0:
		right = []Token{t}
	default:
		right = s.args[k].tokens
		if s.m.Variadic && k == len(s.m.Params)-1 && len(s.out) > 0 && s.out[len(s.out)-1].Text == "," {
			s.comma(t, k, right, body, i) // GNU: the comma before an empty rest goes
			return took
		}
	}
	if len(right) == 0 {
		right = []Token{{Kind: marker}}
	}
	s.join(right[0])
	s.out = append(s.out, right[1:]...)
	return took
}

// comma does ", ## __VA_ARGS__": nothing is joined, but the comma disappears with the arguments.
func (s *substitution) comma(t Token, k int, right, body []Token, i int) {
	if a := s.args[k]; a.absent || len(right) == 0 && len(s.m.Params) == 1 {
		s.out[len(s.out)-1] = Token{Kind: marker}
		return
	}
	s.put(t, i+1 < len(body) && isPaste(body[i+1]))
}

// join replaces the last token by itself and another one written together.
func (s *substitution) join(right Token) {
	if len(s.out) == 0 {
		s.out = append(s.out, right)
		return
	}
	left := &s.out[len(s.out)-1]
	switch {
	case right.Kind == marker:
		return
	case left.Kind == marker:
		right.Space = left.Space
		*left = right
		return
	}
	text := left.Text + right.Text
	s.p.work(1 + len(text)/16)
	l := newLexer([]byte(text), 0)
	tok := l.next()
	if end := l.next(); end.Kind != EOF || tok.Kind == EOF || tok.Kind == Bad || strings.HasPrefix(text, "//") {
		tok = Token{Kind: Bad, Text: "## makes no token of " + left.Text + " and " + right.Text}
	}
	tok.Space, tok.First, tok.Pos = left.Space, false, left.Pos
	tok.Moment = left.Moment || right.Moment
	*left = tok
}

// stringize makes a string literal of an argument.
func (s *substitution) stringize(at Token, tokens []Token) Token {
	var b strings.Builder
	b.WriteByte('"')
	moment := false
	for i, t := range tokens {
		if i > 0 && (t.Space || t.First) {
			b.WriteByte(' ')
		}
		moment = moment || t.Moment
		if t.Kind == String || t.Kind == Char {
			for _, c := range []byte(t.Text) {
				if c == '"' || c == '\\' {
					b.WriteByte('\\')
				}
				b.WriteByte(c)
			}
			continue
		}
		b.WriteString(t.Text)
	}
	b.WriteByte('"')
	s.p.work(1 + b.Len()/16)
	return Token{Kind: String, Space: at.Space, Pos: at.Pos, Text: b.String(), Moment: moment}
}

// optional does __VA_OPT__(…), and returns how many further tokens of the body it took.
func (s *substitution) optional(body []Token) int {
	if len(body) < 2 || body[1].Text != "(" {
		s.out = append(s.out, body[0])
		return 0
	}
	depth, end := 0, -1
	for i := 1; i < len(body) && end < 0; i++ {
		switch body[i].Text {
		case "(":
			depth++
		case ")":
			if depth--; depth == 0 {
				end = i
			}
		}
	}
	if end < 0 {
		s.out = append(s.out, body[0])
		return 0
	}
	rest := &s.args[len(s.m.Params)-1]
	if !rest.done {
		rest.expanded, rest.done = s.p.expandAll(rest.tokens), true
	}
	if len(rest.expanded) == 0 {
		s.out = append(s.out, Token{Kind: marker, Space: body[0].Space})
	} else {
		s.list(body[2:end])
	}
	return end
}
