package lexical

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// splitDirective returns the name of a directive ("ifdef") and what comes behind it, as written.
func splitDirective(raw []byte) (name string, rest []byte) {
	s := newScanner(raw)
	s.pos = 1 // behind the #
	for {
		switch t := s.next(); t.kind {
		case comment:
			continue
		case ident:
			return string(raw[t.start:t.end]), raw[t.end:]
		}
		return "", nil // "#" alone, "# 12 file.c"
	}
}

// clean writes what a directive says on one line: without comments and spliced lines, with single spaces.
func clean(raw []byte) string {
	var b strings.Builder
	s := newScanner(raw)
	s.first = false
	for end := 0; ; {
		t := s.next()
		for t.kind == comment {
			t = s.next()
		}
		if t.kind == eof {
			return strings.Map(visible, b.String())
		}
		if b.Len() > 0 && bytes.ContainsAny(raw[end:t.start], " \t\f\v/") { // a spliced line alone is no blank
			b.WriteByte(' ')
		}
		b.Write(raw[t.start:t.end])
		end = t.end
	}
}

// visible replaces what would break a line of text: control characters in a literal, bytes that are not UTF-8.
func visible(r rune) rune {
	switch {
	case r < ' ':
		return ' '
	case r == utf8.RuneError:
		return '?'
	}
	return r
}

// condition normalises the condition of an #if: one line, single spaces, defined(X) however it was written, no blanks
// inside of parentheses or behind an exclamation mark.
func condition(raw []byte) string {
	var b strings.Builder
	text := []byte(clean(raw))
	s := newScanner(text)
	s.first = false
	end, tight := 0, true // tight: no blank may follow
	for t := s.next(); t.kind != eof; t = s.next() {
		word := string(text[t.start:t.end])
		if t.start > end && !tight && word != ")" {
			b.WriteByte(' ')
		}
		if word == "defined" {
			word = "defined(" + definedName(s) + ")"
		}
		b.WriteString(word)
		end, tight = s.pos, word == "(" || word == "!"
	}
	return b.String()
}

// definedName reads the name behind "defined", with or without parentheses.
func definedName(s *scanner) string {
	name := ""
	t := s.next()
	paren := t.kind == punct && s.src[t.start] == '('
	if paren {
		t = s.next()
	}
	if t.kind == ident {
		name = string(s.src[t.start:t.end])
	}
	if paren {
		s.next()
	}
	return name
}

// firstWord returns the identifier that a directive's text starts with: the name in "#define NAME(x) …".
func firstWord(raw []byte) string {
	s := newScanner(raw)
	s.first = false
	t := s.next()
	for t.kind == comment {
		t = s.next()
	}
	if t.kind != ident {
		return ""
	}
	return strings.Map(visible, string(raw[t.start:t.end]))
}
