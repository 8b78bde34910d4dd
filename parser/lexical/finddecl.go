package lexical

import (
	"bytes"
	"slices"
	"strings"
)

// FindDecl looks for the place where an identifier is declared: as a typedef name, a struct, union or enum with its
// members, an enumerator, a function or a macro. It is for hints in error messages, where the headers could not be parsed, so it
// goes by tokens and shows the conditions that the parser did not meet. An identifier may carry its keyword: "struct rt_thread".
//
// The first file that declares it is the answer.
func FindDecl(files func(yield func(path string, src []byte) bool), ident string) (path string, line int, guards []string, ok bool) {
	words := strings.Fields(ident)
	if len(words) == 0 {
		return "", 0, nil, false
	}
	name := []byte(words[len(words)-1])
	files(func(p string, src []byte) bool {
		if !bytes.Contains(src, name) {
			return true
		}
		lines := declLines(src, name, len(words) > 1)
		if len(lines) == 0 {
			return true
		}
		g := Guards(src)
		line = lines[0]
		for _, l := range lines { // rather one that can be had at all
			if !slices.Contains(g.Exact(l), "0") {
				line = l
				break
			}
		}
		path, guards, ok = p, g.Exact(line), true
		return false
	})
	return path, line, guards, ok
}

// declLines returns the lines of a file that declare a name, in order.
func declLines(src, name []byte, tagOnly bool) (lines []int) {
	d := &declFinder{src: src, name: name, tagOnly: tagOnly}
	s := newStatements(src)
	s.onDirective = func(t token, directive string, rest []byte) {
		if directive == "define" && !tagOnly && firstWord(rest) == string(name) {
			lines = append(lines, t.line)
		}
	}
	for st, ok := s.next(); ok; st, ok = s.next() {
		if line := d.statement(st); line > 0 {
			lines = append(lines, line)
		}
	}
	slices.Sort(lines)
	return lines
}

type declFinder struct {
	src, name []byte
	tagOnly   bool
}

func (d *declFinder) is(t token, word string) bool { return string(d.src[t.start:t.end]) == word }

// statement returns the line where a statement declares the name, 0 if it does not.
func (d *declFinder) statement(st *statement) int {
	if line := d.tag(st.tokens); line > 0 || d.tagOnly {
		return line
	}
	if d.is(st.tokens[0], "typedef") {
		return d.typedef(st.tokens)
	}
	if functionName(d.src, st.tokens[:len(st.tokens)-1]) == string(d.name) {
		for _, t := range st.tokens {
			if d.is(t, string(d.name)) {
				return t.line
			}
		}
	}
	return 0
}

// tag looks for "struct name {" and, in an enum, for the enumerator.
func (d *declFinder) tag(tokens []token) int {
	for i, t := range tokens {
		if !isTagWord(d.src, t) {
			continue
		}
		for _, u := range tokens[i+1:] {
			if d.src[u.start] != '{' {
				continue
			}
			for _, v := range tokens[i+1:] {
				if d.is(v, string(d.name)) && v.start < u.start {
					return v.line
				}
			}
			if d.is(t, "enum") && !d.tagOnly {
				return d.enumerator(u)
			}
			break
		}
		return 0
	}
	return 0
}

// enumerator looks for a constant in the braces of an enum.
func (d *declFinder) enumerator(body token) int {
	s := newScanner(d.src[:body.end])
	s.pos, s.line = body.start+1, body.line
	first := true
	for t := s.next(); t.kind != eof; t = s.next() {
		switch {
		case t.kind == comment, t.kind == directive:
			continue
		case first && t.kind == ident && d.is(t, string(d.name)):
			return t.line
		}
		first = t.kind == punct && s.src[t.start] == ','
	}
	return 0
}

// typedef looks for the name among the declarators of a typedef: last before a comma, a bracket or the end, or in "(*name)(".
func (d *declFinder) typedef(tokens []token) int {
	depth := 0
	for i, t := range tokens {
		switch c := d.src[t.start]; {
		case c == '(':
			depth++
		case c == ')':
			depth--
		case t.kind == ident && i+1 < len(tokens) && d.is(t, string(d.name)) && i > 0:
			next, prev := d.src[tokens[i+1].start], d.src[tokens[i-1].start]
			if depth == 0 && (next == ';' || next == ',' || next == '[' || next == '(') && !isTagWord(d.src, tokens[i-1]) ||
				depth == 1 && next == ')' && (prev == '(' || prev == '*' && d.src[tokens[i-2].start] == '(') {
				return t.line
			}
			if depth == 0 && next != '{' && i+2 < len(tokens) && d.is(tokens[i+1], "__attribute__") {
				return t.line
			}
		}
	}
	return 0
}
