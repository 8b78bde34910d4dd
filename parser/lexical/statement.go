package lexical

import "bytes"

// statement is a declaration or definition at the top level of a file. What stands in braces is a single token "{".
type statement struct {
	tokens []token
	doc    []token // comments right before it: one, or a run of // comments
	body   bool    // it ends with the body of a function, the last token
}

// statements splits a source file in statements.
type statements struct {
	*scanner
	cur     statement
	pending []token // comments that may belong to the next statement
	// onDirective gets the directives on the top level; nil if nobody wants them.
	onDirective func(t token, name string, rest []byte)
}

func newStatements(src []byte) *statements { return &statements{scanner: newScanner(src)} }

// next returns the next statement, which is valid up to the following call; false at the end of the file.
func (s *statements) next() (*statement, bool) {
	s.cur.tokens, s.cur.doc, s.cur.body = s.cur.tokens[:0], s.cur.doc[:0], false
	for t := s.scanner.next(); t.kind != eof; t = s.scanner.next() {
		switch t.kind {
		case comment:
			s.comment(t)
		case directive:
			s.directive(t)
		default:
			if s.token(t) {
				return &s.cur, true
			}
		}
	}
	return nil, false
}

// longest is more tokens than any declaration has. Something without an end is not one, and looking at all of it again at
// every brace would take for ever.
const longest = 1000

// token adds a token and reports whether it ends the statement.
func (s *statements) token(t token) bool {
	if len(s.cur.tokens) >= longest {
		s.cur.tokens, s.cur.doc = s.cur.tokens[:0], s.cur.doc[:0]
	}
	if len(s.cur.tokens) == 0 {
		s.cur.doc, s.pending = append(s.cur.doc[:0], s.pending...), s.pending[:0]
	}
	switch c := s.src[t.start]; {
	case t.kind == punct && c == ';':
		s.pending = s.pending[:0]
		if len(s.cur.tokens) == 0 {
			return false
		}
		s.cur.tokens = append(s.cur.tokens, t)
		return true
	case t.kind == punct && c == '}': // of an extern "C", or the file is broken: start over
		s.cur.tokens, s.cur.doc, s.pending = s.cur.tokens[:0], s.cur.doc[:0], s.pending[:0]
		return false
	case t.kind == punct && c == '{':
		return s.brace(t)
	}
	s.cur.tokens = append(s.cur.tokens, t)
	return false
}

// brace skips what stands in braces, other than those of an extern "C".
func (s *statements) brace(t token) bool {
	if n := len(s.cur.tokens); n > 0 && s.cur.tokens[n-1].kind == literal {
		s.cur.tokens = s.cur.tokens[:0]
		return false
	}
	s.cur.body = functionName(s.src, s.cur.tokens) != ""
	s.braces()
	t.end = s.pos
	s.cur.tokens = append(s.cur.tokens, t)
	return s.cur.body
}

// comment keeps a comment if it may document what follows.
func (s *statements) comment(t token) {
	text := s.src[t.start:t.end]
	if t.first && s.afterMacroCall() {
		s.cur.tokens, s.cur.doc = s.cur.tokens[:0], s.cur.doc[:0]
	}
	if len(s.cur.tokens) > 0 || !t.first {
		return
	}
	if isBanner(string(text)) {
		s.pending = s.pending[:0]
		return
	}
	if n := len(s.pending); n > 0 {
		last := s.pending[n-1]
		if text[1] == '/' && s.src[last.start+1] == '/' && last.line == t.line-1 {
			s.pending = append(s.pending, t)
			return
		}
		if isDocComment(string(s.src[last.start:min(last.start+8, last.end)])) && !isDocComment(string(text)) {
			return // a remark between the documentation and the function
		}
	}
	s.pending = append(s.pending[:0], t)
}

// afterMacroCall reports whether the statement so far is a macro call that goes without a semicolon, RTM_EXPORT(rt_sem_take).
func (s *statements) afterMacroCall() bool {
	n := len(s.cur.tokens)
	if n < 3 || s.src[s.cur.tokens[n-1].start] != ')' || s.src[s.cur.tokens[1].start] != '(' {
		return false
	}
	first := s.cur.tokens[0]
	return first.kind == ident && isMacroName(s.src[first.start:first.end])
}

// directive drops what documents a macro or stands at the head of the file; conditions may come between comment and function.
func (s *statements) directive(t token) {
	name, rest := splitDirective(s.src[t.start:t.end])
	switch name {
	case "if", "ifdef", "ifndef", "elif", "else", "endif", "pragma":
	default:
		s.pending = s.pending[:0]
	}
	if s.onDirective != nil {
		s.onDirective(t, name, rest)
	}
}

// functionName returns the name of the function that a statement declares or defines, the empty string for none. It is given the
// tokens in front of the body or the semicolon.
func functionName(src []byte, tokens []token) string {
	depth, name := 0, ""
	for i, t := range tokens {
		switch c := src[t.start]; {
		case t.kind == punct && c == '(':
			if i > 0 && (depth == 0 || depth == 1 && i > 2 && src[tokens[i-2].start] == '*') {
				name = betterName(src, tokens, i-1, name)
			}
			depth++
		case t.kind == punct && c == ')':
			depth--
		case t.kind == punct && (c == '=' || c == '{') && depth == 0:
			return ""
		}
	}
	return name
}

// betterName chooses between the name found so far and the token in front of another parenthesis. Macros in capitals stand before
// ("ALIGN(4)") and after ("SECTION(x)") the name, which itself rarely is in capitals.
func betterName(src []byte, tokens []token, i int, name string) string {
	t := tokens[i]
	word := src[t.start:t.end]
	if t.kind != ident || notFunction[string(word)] || i > 0 && isTagWord(src, tokens[i-1]) {
		return name
	}
	if name == "" || isMacroName([]byte(name)) && (!isMacroName(word) || name == string(src[tokens[0].start:tokens[0].end])) {
		return string(word)
	}
	return name
}

func isMacroName(word []byte) bool {
	return bytes.ContainsAny(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") && !bytes.ContainsAny(word, "abcdefghijklmnopqrstuvwxyz")
}

func isTagWord(src []byte, t token) bool {
	switch string(src[t.start:t.end]) {
	case "struct", "union", "enum":
		return true
	}
	return false
}

// notFunction holds the words that stand in front of a parenthesis without naming a function.
var notFunction = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range []string{
		"__attribute__", "__attribute", "__declspec", "__asm__", "__asm", "asm", "_Alignas", "__aligned", "__typeof__", "typeof",
		"void", "char", "short", "int", "long", "float", "double", "signed", "unsigned", "const", "volatile", "_Bool",
		"if", "for", "while", "switch", "return", "sizeof", "_Static_assert", "static_assert", "defined", "do", "else",
	} {
		m[w] = true
	}
	return m
}()
