package cpp

import "strings"

// lexer splits one source into tokens. It knows about lines, because directives do.
type lexer struct {
	src   source
	file  int32
	at    int // next byte
	line  int // newlines before at, from 1; joined lines not counted
	start int // offset of the line that at is on
	bol   bool
	angle bool // <…> is the name of a header
}

const openComment = "comment not terminated"

func newLexer(text []byte, file int32) *lexer {
	return &lexer{src: newSource(text), file: file, line: 1, bol: true}
}

func (l *lexer) pos(offset int) Pos {
	line, start := l.line, l.start
	if n, last := l.src.joinsBefore(offset); n > 0 {
		line += n
		start = max(start, last)
	}
	return Pos{l.file, int32(line), int32(offset - start + 1)}
}

// next returns the next token; at the end of each line a newline, at the end of the text EOF.
func (l *lexer) next() Token {
	s := l.src.text
	tok := Token{First: l.bol}
	for l.at < len(s) {
		c := s[l.at]
		switch {
		case c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v' || c == 0:
			l.at++
			tok.Space = true
			continue
		case c == '/' && strings.HasPrefix(s[l.at:], "/*"):
			if bad, ok := l.comment(); !ok {
				return bad
			}
			tok.Space = true
			continue
		case c == '/' && strings.HasPrefix(s[l.at:], "//"):
			l.toLineEnd()
			tok.Space = true
			continue
		case c == '\n':
			tok.Kind, tok.Pos = newline, l.pos(l.at)
			l.at++
			l.line++
			l.start = l.at
			l.bol = true
			return tok
		}
		l.bol = false
		tok.Pos = l.pos(l.at)
		l.token(&tok, c)
		return tok
	}
	tok.Pos = l.pos(l.at)
	return tok
}

// comment skips a comment; without an end it is a token that says so.
func (l *lexer) comment() (Token, bool) {
	from := l.at
	n := strings.Index(l.src.text[l.at+2:], "*/")
	if n < 0 {
		bad := Token{Kind: Bad, Pos: l.pos(from), Text: openComment}
		l.at = len(l.src.text)
		return bad, false
	}
	end := l.at + 2 + n + 2
	for i := l.at; ; {
		k := strings.IndexByte(l.src.text[i:end], '\n')
		if k < 0 {
			break
		}
		i += k + 1
		l.line++
		l.start = i
	}
	l.at = end
	return Token{}, true
}

func (l *lexer) toLineEnd() {
	if n := strings.IndexByte(l.src.text[l.at:], '\n'); n >= 0 {
		l.at += n
	} else {
		l.at = len(l.src.text)
	}
}

// token reads one token that starts with c.
func (l *lexer) token(tok *Token, c byte) {
	s := l.src.text[l.at:]
	if l.angle && c == '<' {
		if end := strings.IndexAny(s, ">\n"); end > 0 && s[end] == '>' {
			tok.Kind, tok.Text = Other, s[:end+1]
			l.at += end + 1
			return
		}
	}
	switch {
	case isLetter(c) || c == '\\' && isUCN(s):
		n := identLen(s)
		if n < len(s) && (s[n] == '"' || s[n] == '\'') && l.prefixed(tok, s, n) {
			return
		}
		tok.Kind, tok.Text = Ident, s[:n]
		l.at += n
		if strings.IndexByte(tok.Text, '\\') >= 0 {
			tok.Text = plainName(tok.Text)
		}
		return
	case isDigit(c) || c == '.' && len(s) > 1 && isDigit(s[1]):
		tok.Kind, tok.Text = Number, s[:numberLen(s)]
	case c == '"' || c == '\'':
		l.quoted(tok, s, 0)
		return
	default:
		n := punctLen(s)
		tok.Kind, tok.Text = Punct, s[:max(n, 1)]
		if n == 0 {
			tok.Kind = Other
		} else if d, ok := digraphs[tok.Text]; ok {
			tok.Text = d
		}
		l.at += max(n, 1)
		return
	}
	l.at += len(tok.Text)
}

// prefixed reads a literal with a prefix of n letters, if it is one.
func (l *lexer) prefixed(tok *Token, s string, n int) bool {
	switch prefix := s[:n]; {
	case prefix == "L" || prefix == "u" || prefix == "U":
		l.quoted(tok, s, n)
		return true
	case prefix == "u8" && s[n] == '"':
		l.quoted(tok, s, n)
		return true
	case s[n] == '"' && (prefix == "R" || prefix == "LR" || prefix == "uR" || prefix == "UR" || prefix == "u8R"):
		return l.raw(tok, s, n)
	}
	return false
}

// quoted reads a string or character constant whose quote is at n. It ends with its line at the latest.
func (l *lexer) quoted(tok *Token, s string, n int) {
	quote := s[n]
	tok.Kind = String
	if quote == '\'' {
		tok.Kind = Char
	}
	for i := n + 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
			if i < len(s) && s[i] == '\n' {
				i--
			}
		case '\n':
			l.unterminated(tok, i)
			return
		case quote:
			tok.Text = s[:i+1]
			l.at += i + 1
			return
		}
	}
	l.unterminated(tok, len(s))
}

func (l *lexer) unterminated(tok *Token, n int) {
	what := "string literal"
	if tok.Kind == Char {
		what = "character constant"
	}
	tok.Kind, tok.Text = Bad, what+" not terminated"
	l.at += n
}

// raw reads R"delimiter(…)delimiter".
func (l *lexer) raw(tok *Token, s string, n int) bool {
	open := strings.IndexByte(s[n:], '(')
	if open < 0 || open > 17 {
		return false
	}
	end := ")" + s[n+1:n+open] + `"`
	k := strings.Index(s[n+open:], end)
	if k < 0 {
		return false
	}
	total := n + open + k + len(end)
	tok.Kind, tok.Text = String, s[:n-1]+quote(s[n+open+1:n+open+k])
	for i := 0; i < total; i++ {
		if s[i] == '\n' {
			l.line++
			l.start = l.at + i + 1
		}
	}
	l.at += total
	return true
}

// quote spells a text as an ordinary string literal.
func quote(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(text) + `"`
}

func isLetter(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c == '$' || c >= 0x80
}
func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isUCN reports whether s starts with \uXXXX or \UXXXXXXXX.
func isUCN(s string) bool {
	n := 0
	switch {
	case strings.HasPrefix(s, `\u`):
		n = 4
	case strings.HasPrefix(s, `\U`):
		n = 8
	}
	if n == 0 || len(s) < n+2 {
		return false
	}
	for _, c := range []byte(s[2 : n+2]) {
		if !isDigit(c) && !(c|0x20 >= 'a' && c|0x20 <= 'f') {
			return false
		}
	}
	return true
}

// plainName spells a name without \u: however its letters are written, it is the same.
func plainName(s string) string {
	units, ok := Units("U", s)
	if !ok {
		return s
	}
	var b strings.Builder
	for _, u := range units {
		b.WriteRune(rune(u))
	}
	return b.String()
}

func identLen(s string) int {
	i := 0
	for i < len(s) {
		switch c := s[i]; {
		case isLetter(c) || isDigit(c):
			i++
		case c == '\\' && isUCN(s[i:]):
			i += 6
			if s[i-5] == 'U' {
				i += 4
			}
		default:
			return i
		}
	}
	return i
}

func numberLen(s string) int {
	i := 1
	for i < len(s) {
		c := s[i]
		switch {
		case (c == '+' || c == '-') && strings.IndexByte("eEpP", s[i-1]) >= 0:
		case isLetter(c) || isDigit(c) || c == '.':
		default:
			return i
		}
		i++
	}
	return i
}

// punctuators by their length, longest first.
var punctuators = [...]map[string]bool{
	set("%:%:"),
	set("...", "<<=", ">>="),
	set("->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "*=", "/=", "%=", "+=", "-=", "&=", "^=", "|=", "##",
		"<:", ":>", "<%", "%>", "%:"),
	set("[", "]", "(", ")", "{", "}", ".", "&", "*", "+", "-", "~", "!", "/", "%", "<", ">", "^", "|", "?", ":", ";", "=", ",", "#"),
}

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

var digraphs = map[string]string{"<:": "[", ":>": "]", "<%": "{", "%>": "}", "%:": "#", "%:%:": "##"}

func punctLen(s string) int {
	switch s[0] {
	case '(', ')', '{', '}', '[', ']', ';', ',', '?', '~': // no longer one starts with these
		return 1
	}
	for i, words := range punctuators {
		if n := len(punctuators) - i; len(s) >= n && words[s[:n]] {
			return n
		}
	}
	return 0
}
