package lexical

import (
	"bytes"
	"strings"
)

// Definition is the documentation of a function at its definition.
type Definition struct {
	Comment string // with its markers
	Line    int    // of the name of the function
	Static  bool
	Via     string // the function whose comment it is, if it only calls that: rt_sem_take via _rt_sem_take
}

// Definitions finds the documented function definitions of a source file, where RT-Thread keeps its documentation. Of a
// function that is defined several times, for several configurations, the first documented one counts.
//
// A function that does nothing but call a private one of the same file, or one that extends its name, has the documentation of
// that one: rt_sem_take has that of _rt_sem_take, rt_thread_suspend that of rt_thread_suspend_with_flag.
func Definitions(src []byte) map[string]Definition {
	found := map[string]Definition{}
	var wrappers []wrapper
	s := newStatements(src)
	for st, ok := s.next(); ok; st, ok = s.next() {
		if !st.body {
			continue
		}
		name := functionName(src, st.tokens[:len(st.tokens)-1])
		if _, known := found[name]; known {
			continue
		}
		d := Definition{Line: nameLine(src, st, name), Static: isStatic(src, st)}
		if d.Comment = docOf(src, st); d.Comment != "" {
			found[name] = d
		} else if callee := onlyCall(src, st); callee != "" && !d.Static {
			wrappers = append(wrappers, wrapper{name, callee, d})
		}
	}
	for _, w := range wrappers {
		d, ok := found[w.callee]
		if _, known := found[w.name]; known || !ok || !d.Static && w.callee[0] != '_' && !strings.HasPrefix(w.callee, w.name) {
			continue
		}
		w.def.Comment, w.def.Via = d.Comment, w.callee
		found[w.name] = w.def
	}
	return found
}

// wrapper is an undocumented function that only calls another one.
type wrapper struct {
	name, callee string
	def          Definition
}

// docOf returns the comment that documents a function: one that starts with /**, or any one without a gap to the function.
func docOf(src []byte, st *statement) string {
	if len(st.doc) == 0 {
		return ""
	}
	last := st.doc[len(st.doc)-1]
	text := string(src[st.doc[0].start:last.end])
	gap := bytes.Count(src[last.end:st.tokens[0].start], []byte{'\n'})
	if isDocComment(text) && gap <= 8 || gap == 1 {
		if !isTrailing(text) && !isSeparator(text, strip(text)) && !headingText.MatchString(oneLine(text)) {
			return text
		}
	}
	return ""
}

func nameLine(src []byte, st *statement, name string) int {
	for _, t := range st.tokens {
		if t.kind == ident && string(src[t.start:t.end]) == name {
			return t.line
		}
	}
	return st.tokens[0].line
}

func isStatic(src []byte, st *statement) bool {
	for _, t := range st.tokens {
		switch string(src[t.start:t.end]) {
		case "static", "rt_inline", "INLINE", "inline":
			return true
		case "(":
			return false
		}
	}
	return false
}

// onlyCall returns g if the body of a function is "return g(…);" or "g(…);".
func onlyCall(src []byte, st *statement) string {
	body := st.tokens[len(st.tokens)-1]
	if body.end-body.start > 400 || body.end <= body.start+2 {
		return ""
	}
	s := newScanner(src[body.start+1 : body.end-1])
	word := func(t token) string { return string(s.src[t.start:t.end]) }
	t := s.next()
	if word(t) == "return" {
		t = s.next()
	}
	callee := word(t)
	if t.kind != ident || notFunction[callee] || word(s.next()) != "(" {
		return ""
	}
	for depth := 1; depth > 0; {
		switch t = s.next(); {
		case t.kind == eof:
			return ""
		case word(t) == "(":
			depth++
		case word(t) == ")":
			depth--
		}
	}
	if word(s.next()) != ";" || s.next().kind != eof {
		return ""
	}
	return callee
}
