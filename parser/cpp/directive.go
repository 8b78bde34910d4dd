package cpp

import (
	"strconv"
	"strings"
)

// condition is an #if that is not closed yet.
type condition struct {
	pos    Pos
	taken  bool // a branch was taken, the others are not
	isElse bool
}

// guard finds out whether a file is all within one #ifndef X, so that it need not be read again while X is defined.
type guard struct {
	state int // 0 nothing seen yet, 1 within #ifndef, 2 behind its #endif, 3 there is something else
	name  string
	depth int
}

func (g *guard) text() {
	if g.state != 1 {
		g.state = 3
	}
}

func (g *guard) open(name string) {
	if g.state == 0 && name != "" {
		g.state, g.name = 1, name
	}
	if g.state != 1 {
		g.state = 3
	}
	g.depth++
}

func (g *guard) close() {
	if g.depth--; g.depth == 0 && g.state == 1 {
		g.state = 2
	}
}

func (g *guard) other() {
	if g.depth == 1 && g.state == 1 {
		g.state = 3
	}
}

func (g *guard) whole() (string, bool) { return g.name, g.state == 2 }

// directive obeys the directive behind a #. It returns a token of kind Pragma for a pragma that is not for the preprocessor.
func (p *preprocessor) directive(hash Token) Token {
	f := p.top()
	p.inLine = true
	frozen, contexts := p.frozen, p.contexts
	p.frozen, p.contexts = false, nil
	name := f.next()
	var out Token
	switch name.Kind {
	case newline:
	case EOF:
	case Number: // a line marker
		p.line()
		p.renumber([]Token{name})
	default:
		out = p.obey(name)
	}
	p.inLine, p.frozen, p.contexts = false, frozen, contexts
	return out
}

func (p *preprocessor) obey(name Token) Token {
	f := p.top()
	switch name.Text {
	case "ifdef", "ifndef", "if":
		p.openIf(name)
		return Token{}
	case "elif", "else", "elifdef", "elifndef":
		// What came before was taken, or this would be read by skip.
		p.middle(name)
		return Token{}
	case "endif":
		p.endif(name)
		return Token{}
	}
	f.guard.text()
	switch name.Text {
	case "define":
		p.define()
	case "undef":
		p.undef()
	case "include", "include_next", "import":
		p.include(name)
	case "error":
		line := p.restText(name)
		p.problem(Refused, name.Pos, "", line)
	case "pragma":
		return p.pragma(name)
	case "line":
		p.renumber(p.expandAll(p.line()))
	case "warning", "ident", "sccs", "assert", "unassert":
		p.skipLine(name)
	default:
		p.problem(Invalid, name.Pos, "", "there is no directive #"+name.Text)
		p.skipLine(name)
	}
	return Token{}
}

// renumber obeys #line, which only __LINE__ goes by: places are those of the file.
func (p *preprocessor) renumber(toks []Token) {
	if len(toks) == 0 {
		return
	}
	if n, err := strconv.Atoi(toks[0].Text); err == nil {
		f := p.top()
		f.presumed = n - int(f.pos(f.at).Line)
	}
}

// line returns the tokens up to the end of the line.
func (p *preprocessor) line() []Token {
	var out []Token
	for {
		tok := p.top().next()
		if tok.Kind == newline || tok.Kind == EOF {
			return out
		}
		if tok.Kind == Bad && tok.Text == openComment {
			p.bad(tok)
			return out
		}
		out = append(out, tok)
	}
}

func (p *preprocessor) skipLine(tok Token) {
	if tok.Kind != newline && tok.Kind != EOF {
		p.line()
	}
}

// restText returns a directive as it is written.
func (p *preprocessor) restText(name Token) string {
	l := p.top().lexer
	from := l.at
	l.toLineEnd()
	return "#" + name.Text + strings.TrimRight(l.src.text[from:l.at], " \t\r")
}

func (p *preprocessor) openIf(name Token) {
	f := p.top()
	var holds bool
	controls := ""
	switch name.Text {
	case "if":
		toks := p.line()
		holds = p.holds(toks, name.Pos)
		controls = notDefined(toks)
	default:
		macro := f.next()
		p.skipLine(macro)
		if macro.Kind != Ident {
			p.problem(Invalid, name.Pos, "", "#"+name.Text+" names no macro")
		}
		holds = (p.macros[macro.Text] != nil) == (name.Text == "ifdef")
		if name.Text == "ifndef" {
			controls = macro.Text
		}
	}
	f.guard.open(controls)
	f.conds = append(f.conds, condition{pos: f.hashPos(name), taken: holds})
	if !holds {
		p.skip()
	}
}

// hashPos is the start of the line of a directive, where a reader looks for it.
func (l *lexer) hashPos(name Token) Pos { return Pos{name.Pos.File, name.Pos.Line, 1} }

// notDefined returns X of "!defined(X)".
func notDefined(toks []Token) string {
	words := make([]string, 0, 5)
	for _, t := range toks {
		if len(words) == 5 {
			return ""
		}
		words = append(words, t.Text)
	}
	switch {
	case len(words) == 3 && words[0] == "!" && words[1] == "defined":
		return words[2]
	case len(words) == 5 && words[0] == "!" && words[1] == "defined" && words[2] == "(" && words[4] == ")":
		return words[3]
	}
	return ""
}

// middle is met at the end of a branch that was taken: the others are skipped.
func (p *preprocessor) middle(name Token) {
	f := p.top()
	p.line()
	f.guard.other()
	if len(f.conds) == 0 {
		p.problem(Invalid, name.Pos, "", "#"+name.Text+" without #if")
		return
	}
	c := &f.conds[len(f.conds)-1]
	c.isElse = c.isElse || name.Text == "else"
	p.skip()
}

func (p *preprocessor) endif(name Token) {
	f := p.top()
	p.line()
	if len(f.conds) == 0 {
		p.problem(Invalid, name.Pos, "", "#endif without #if")
		return
	}
	f.conds = f.conds[:len(f.conds)-1]
	f.guard.close()
}

// skip passes over a branch that is not taken, up to one that is or behind the #endif.
func (p *preprocessor) skip() {
	f := p.top()
	for depth := 0; ; {
		name, ok := f.skipToDirective()
		if !ok {
			return
		}
		switch name.Text {
		case "if", "ifdef", "ifndef":
			depth++
		case "endif":
			if depth == 0 {
				p.endif(name)
				return
			}
			depth--
		case "else", "elif", "elifdef", "elifndef":
			if depth == 0 && p.branch(name) {
				return
			}
			if depth == 0 {
				continue // its line is read
			}
		}
		f.toLineEnd()
	}
}

// branch decides about the next branch of the innermost condition.
func (p *preprocessor) branch(name Token) bool {
	f := p.top()
	f.guard.other()
	c := &f.conds[len(f.conds)-1]
	toks := p.line()
	if c.isElse {
		p.problem(Invalid, name.Pos, "", "#"+name.Text+" behind #else")
		return false
	}
	c.isElse = name.Text == "else"
	if c.taken {
		return false
	}
	switch name.Text {
	case "else":
		c.taken = true
	case "elif":
		c.taken = p.holds(toks, name.Pos)
	default:
		c.taken = len(toks) > 0 && (p.macros[toks[0].Text] != nil) == (name.Text == "elifdef")
	}
	return c.taken
}

// skipToDirective passes over lines up to one that starts with # and returns the word behind it.
func (l *lexer) skipToDirective() (Token, bool) {
	for l.at < len(l.src.text) {
		if l.bol {
			tok := l.next()
			switch {
			case tok.Kind == newline:
				continue
			case tok.Kind == EOF:
				return tok, false
			case tok.Kind == Punct && tok.Text == "#":
				name := l.next()
				if name.Kind == newline {
					continue
				}
				return name, name.Kind != EOF
			}
		}
		l.skipToEnd()
	}
	return Token{}, false
}

// skipToEnd passes over the rest of a line whose tokens do not matter, save for comments and quotes, in which a comment does
// not start.
func (l *lexer) skipToEnd() {
	s := l.src.text
	for l.at < len(s) {
		switch c := s[l.at]; {
		case c == '\n':
			l.at++
			l.line++
			l.start = l.at
			l.bol = true
			return
		case c == '/' && strings.HasPrefix(s[l.at:], "/*"):
			if _, ok := l.comment(); !ok {
				return
			}
		case c == '/' && strings.HasPrefix(s[l.at:], "//"):
			l.toLineEnd()
		case c == '"' || c == '\'':
			var tok Token
			l.quoted(&tok, s[l.at:], 0)
		default:
			l.at++
		}
	}
}
