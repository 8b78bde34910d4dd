// Package lexical reads C source files without preprocessing or parsing them. It finds what a C front end drops on its
// way to the declarations: the #if conditions around a line, the comments beside it, and where RT-Thread's own sources
// document the functions that its headers merely declare.
//
// Nothing in here fails: the input may be truncated, in any encoding, or not C at all. What cannot be made sense of is
// left out.
package lexical

import "bytes"

// kind is the kind of a token.
type kind uint8

const (
	eof       kind = iota
	ident          // identifiers, keywords, and bytes outside of ASCII
	number         // preprocessing numbers
	literal        // string and character literals
	punct          // a single byte of anything else
	comment        // one comment, with its markers
	directive      // a preprocessing directive up to the end of its last line, without the newline
)

// token is a piece of a source file: src[start:end].
type token struct {
	kind       kind
	start, end int
	line       int  // of its first byte, from 1
	first      bool // only blanks and comments come before it on its line
}

// scanner splits a source file in tokens.
type scanner struct {
	src   []byte
	pos   int
	line  int
	first bool
	// inDirective gets the comments inside directives, which next swallows; nil if nobody wants them.
	inDirective func(token)
}

func newScanner(src []byte) *scanner {
	s := &scanner{src: src, line: 1, first: true}
	if bytes.HasPrefix(src, []byte("\xef\xbb\xbf")) {
		s.pos = 3
	}
	return s
}

// Classes of bytes. Everything outside of ASCII counts as a letter: whatever the encoding of the file, those bytes are
// names or prose, never C.
const (
	isOther = iota
	isLetter
	isDigit
	isBlank
)

var classOf = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_', c == '$', c >= 0x80:
			t[c] = isLetter
		case c >= '0' && c <= '9':
			t[c] = isDigit
		case c == ' ', c == '\t', c == '\r', c == '\f', c == '\v', c == 0:
			t[c] = isBlank
		}
	}
	return t
}()

// next returns the next token; its kind is eof at the end.
func (s *scanner) next() token {
	s.blanks()
	t := token{start: s.pos, line: s.line, first: s.first}
	if s.pos >= len(s.src) {
		t.end = s.pos
		return t
	}
	c := s.src[s.pos]
	switch {
	case classOf[c] == isLetter:
		t.kind = ident
		s.word()
	case classOf[c] == isDigit:
		t.kind = number
		s.word()
	case c == '/' && s.comment():
		t.kind, t.end = comment, s.pos
		return t // a comment is a blank: what follows it can still be the first of its line
	case c == '"', c == '\'':
		t.kind = literal
		s.literal(c)
	case c == '#' && s.first:
		t.kind = directive
		s.directive()
	default:
		t.kind = punct
		s.pos++
	}
	s.first = false
	t.end = s.pos
	return t
}

// blanks skips white space and spliced lines.
func (s *scanner) blanks() {
	for s.pos < len(s.src) {
		switch c := s.src[s.pos]; {
		case c == '\n':
			s.pos++
			s.line++
			s.first = true
		case classOf[c] == isBlank:
			s.pos++
		case c == '\\' && s.splice():
		default:
			return
		}
	}
}

// splice skips a backslash that ends a line, along with the newline. Like gcc it allows blanks between the two.
func (s *scanner) splice() bool {
	p := s.pos + 1
	for p < len(s.src) && classOf[s.src[p]] == isBlank {
		p++
	}
	if p >= len(s.src) || s.src[p] != '\n' {
		return false
	}
	s.pos = p + 1
	s.line++
	return true
}

func (s *scanner) word() {
	for s.pos < len(s.src) {
		if k := classOf[s.src[s.pos]]; k != isLetter && k != isDigit {
			return
		}
		s.pos++
	}
}

// comment skips a comment if there is one. An unterminated one reaches to the end of the file.
func (s *scanner) comment() bool {
	if s.pos+1 >= len(s.src) {
		return false
	}
	switch s.src[s.pos+1] {
	case '*':
		end := len(s.src)
		if i := bytes.Index(s.src[s.pos+2:], []byte("*/")); i >= 0 {
			end = s.pos + 2 + i + 2
		}
		s.line += bytes.Count(s.src[s.pos:end], []byte{'\n'})
		s.pos = end
		return true
	case '/':
		for s.pos < len(s.src) && s.src[s.pos] != '\n' {
			if s.src[s.pos] != '\\' || !s.splice() {
				s.pos++
			}
		}
		return true
	}
	return false
}

// literal skips a string or character literal. It ends with its line at the latest: an apostrophe in the prose of an
// #error or in a part that is compiled out must not swallow the rest of the file.
func (s *scanner) literal(quote byte) {
	for s.pos++; s.pos < len(s.src); {
		switch c := s.src[s.pos]; {
		case c == '\n':
			s.beforeCR()
			return
		case c == quote:
			s.pos++
			return
		case c == '\\' && s.splice():
		case c == '\\' && s.pos+1 < len(s.src) && s.src[s.pos+1] != '\n':
			s.pos += 2
		default:
			s.pos++
		}
	}
}

// beforeCR steps back over the carriage return that belongs to the newline.
func (s *scanner) beforeCR() {
	if s.src[s.pos-1] == '\r' {
		s.pos--
	}
}

// directive skips a directive: to the end of the line, where spliced lines and comments count as one line.
func (s *scanner) directive() {
	for s.pos++; s.pos < len(s.src); {
		start, line := s.pos, s.line
		switch c := s.src[s.pos]; {
		case c == '\n':
			s.beforeCR()
			return
		case c == '/' && s.comment():
			if s.inDirective != nil {
				s.inDirective(token{kind: comment, start: start, end: s.pos, line: line})
			}
		case c == '\\' && s.splice():
		case c == '"', c == '\'':
			s.literal(c)
		default:
			s.pos++
		}
	}
}

// braces skips to behind the brace that closes the one just read. Where the branches of an #if open different numbers of
// braces, the first branch counts, since every branch has to lead to the same place.
func (s *scanner) braces() {
	depth := 1
	var ifs []ifDepth
	for depth > 0 {
		if !s.toBrace() {
			return
		}
		switch s.src[s.pos] {
		case '{':
			depth++
			s.pos++
		case '}':
			depth--
			s.pos++
		case '#':
			start := s.pos
			s.directive()
			name, _ := splitDirective(s.src[start:s.pos])
			ifs = trackDepth(ifs, name, &depth)
		}
	}
	s.first = false
}

// ifDepth is the nesting of braces at an #if and at the end of its first branch.
type ifDepth struct {
	at, after int
	closed    bool // the first branch has ended
}

func trackDepth(ifs []ifDepth, name string, depth *int) []ifDepth {
	top := len(ifs) - 1
	switch name {
	case "if", "ifdef", "ifndef":
		return append(ifs, ifDepth{at: *depth})
	case "elif", "else", "elifdef", "elifndef":
		if top >= 0 {
			if !ifs[top].closed {
				ifs[top].closed, ifs[top].after = true, *depth
			}
			*depth = max(ifs[top].at, 1)
		}
	case "endif":
		if top >= 0 {
			if ifs[top].closed {
				*depth = ifs[top].after
			}
			return ifs[:top]
		}
	}
	return ifs
}

var stopsBraces = func() (t [256]bool) {
	for _, c := range []byte("{}\"'/#\n") {
		t[c] = true
	}
	return t
}()

// toBrace moves to the next brace or directive; false at the end of the file.
func (s *scanner) toBrace() bool {
	for s.pos < len(s.src) {
		c := s.src[s.pos]
		if !stopsBraces[c] {
			s.pos++
			continue
		}
		switch c {
		case '\n':
			s.pos++
			s.line++
		case '"', '\'':
			s.literal(c)
		case '/':
			if !s.comment() {
				s.pos++
			}
		case '#':
			if startsLine(s.src, s.pos) {
				return true
			}
			s.pos++
		default:
			return true
		}
	}
	return false
}

// startsLine reports whether only blanks come before pos on its line.
func startsLine(src []byte, pos int) bool {
	for pos--; pos >= 0 && src[pos] != '\n'; pos-- {
		if classOf[src[pos]] != isBlank {
			return false
		}
	}
	return true
}
