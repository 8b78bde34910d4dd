package python

import (
	"strings"
	"unicode/utf8"
)

type kind int

const (
	end     kind = iota
	newline      // the end of a statement
	indent
	dedent
	name
	number
	text // a string literal; its value is in token.text
	op
)

type token struct {
	kind      kind
	text      string
	formatted bool // an f-string
	line      int
}

// lexer splits a script into tokens. It never fails: a character that is no Python becomes an operator, which the parser
// refuses in its place.
type lexer struct {
	src     string
	at      int
	line    int
	depth   int // of brackets
	indents []int
	tokens  []token
}

func scan(src string) []token {
	src = strings.TrimPrefix(src, "\ufeff")
	src = strings.ReplaceAll(strings.ReplaceAll(src, "\r\n", "\n"), "\r", "\n")
	l := &lexer{src: src, line: 1, indents: []int{0}, tokens: make([]token, 0, len(src)/4)} // as scripts have
	for l.at < len(l.src) {
		l.logicalLine()
	}
	for range l.indents[1:] {
		l.add(dedent, "")
	}
	l.add(end, "")
	return l.tokens
}

func (l *lexer) add(k kind, s string) {
	l.tokens = append(l.tokens, token{kind: k, text: s, line: l.line})
}

// logicalLine reads a line with those that continue it.
func (l *lexer) logicalLine() {
	column := l.skipBlank()
	switch {
	case l.at >= len(l.src):
		return
	case l.src[l.at] == '\n':
		l.at++
		l.line++
		return
	}
	l.indentation(column)
	for l.at < len(l.src) {
		c := l.src[l.at]
		switch {
		case c == '\n' && l.depth == 0:
			l.add(newline, "")
			l.at++
			l.line++
			return
		case c == '\n':
			l.at++
			l.line++
		case c == ' ' || c == '\t' || c == '\f':
			l.at++
		case c == '\\' && strings.HasPrefix(strings.TrimLeft(l.src[l.at+1:], " \t"), "\n"):
			l.at = strings.IndexByte(l.src[l.at:], '\n') + l.at + 1
			l.line++
		case c == '#':
			l.comment()
		default:
			l.token(c)
		}
	}
	l.add(newline, "")
}

// skipBlank skips white space and a comment at the beginning of a line and returns the column of what follows. A tab goes to
// the next multiple of eight, as in Python 2.
func (l *lexer) skipBlank() int {
	column := 0
	for ; l.at < len(l.src); l.at++ {
		switch l.src[l.at] {
		case ' ':
			column++
		case '\t':
			column += 8 - column%8
		case '\f':
			column = 0
		case '#':
			l.comment()
			return column
		default:
			return column
		}
	}
	return column
}

func (l *lexer) comment() {
	if i := strings.IndexByte(l.src[l.at:], '\n'); i >= 0 {
		l.at += i
		return
	}
	l.at = len(l.src)
}

func (l *lexer) indentation(column int) {
	top := l.indents[len(l.indents)-1]
	if column > top {
		l.indents = append(l.indents, column)
		l.add(indent, "")
	}
	for column < l.indents[len(l.indents)-1] {
		l.indents = l.indents[:len(l.indents)-1]
		l.add(dedent, "")
	}
}

// operators are those of more than one character, longest first.
var operators = []string{"**=", "//=", ">>=", "<<=", "...", "==", "!=", "<>", "<=", ">=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
	"**", "//", ">>", "<<", "->", ":="}

func (l *lexer) token(c byte) {
	switch {
	case c == '"' || c == '\'':
		l.literal("")
		return
	case letter(c):
		start := l.at
		for l.at < len(l.src) && (letter(l.src[l.at]) || digit(l.src[l.at])) {
			l.at++
		}
		word := l.src[start:l.at]
		if l.at < len(l.src) && (l.src[l.at] == '"' || l.src[l.at] == '\'') && len(word) <= 2 && strings.Trim(strings.ToLower(word), "rbuf") == "" {
			l.literal(strings.ToLower(word))
			return
		}
		l.add(name, word)
		return
	case digit(c):
		start := l.at
		for l.at < len(l.src) && (letter(l.src[l.at]) || digit(l.src[l.at]) || l.src[l.at] == '.') {
			l.at++
		}
		l.add(number, l.src[start:l.at])
		return
	}
	for _, o := range operators {
		if strings.HasPrefix(l.src[l.at:], o) {
			l.at += len(o)
			l.add(op, o)
			return
		}
	}
	_, size := utf8.DecodeRuneInString(l.src[l.at:])
	s := l.src[l.at : l.at+size]
	l.at += size
	switch s {
	case "(", "[", "{":
		l.depth++
	case ")", "]", "}":
		l.depth = max(l.depth-1, 0)
	}
	l.add(op, s)
}

// literal reads a string. One that is not ended ends with its line, or with the script if it has three quotes.
func (l *lexer) literal(prefix string) {
	quote := l.src[l.at : l.at+1]
	if strings.HasPrefix(l.src[l.at:], strings.Repeat(quote, 3)) {
		quote = strings.Repeat(quote, 3)
	}
	t := token{kind: text, line: l.line, formatted: strings.Contains(prefix, "f")}
	raw := strings.Contains(prefix, "r")
	l.at += len(quote)
	var b strings.Builder
	for l.at < len(l.src) && !strings.HasPrefix(l.src[l.at:], quote) {
		c := l.src[l.at]
		switch {
		case c == '\\' && l.at+1 < len(l.src):
			l.escape(&b, raw)
			continue
		case c == '\n' && len(quote) == 1:
			t.text = b.String()
			l.tokens = append(l.tokens, t)
			return
		case c == '\n':
			l.line++
		}
		b.WriteByte(c)
		l.at++
	}
	l.at = min(l.at+len(quote), len(l.src))
	t.text = b.String()
	l.tokens = append(l.tokens, t)
}

var escapes = map[byte]string{'n': "\n", 't': "\t", 'r': "\r", '\\': "\\", '\'': "'", '"': "\"", '0': "\x00", 'a': "\a", 'b': "\b", 'f': "\f", 'v': "\v"}

func (l *lexer) escape(b *strings.Builder, raw bool) {
	c := l.src[l.at+1]
	l.at += 2
	if c == '\n' {
		l.line++
		if !raw {
			return
		}
	}
	s, known := escapes[c]
	if raw || !known {
		s = "\\" + string(c)
	}
	b.WriteString(s)
}

func letter(c byte) bool { return c == '_' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= utf8.RuneSelf }

func digit(c byte) bool { return c >= '0' && c <= '9' }
