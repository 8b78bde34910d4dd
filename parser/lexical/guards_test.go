package lexical

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// at returns what g says about the line with a marker.
func at(t *testing.T, src, marker string, how func(*GuardMap, int) []string) string {
	t.Helper()
	i := strings.Index(src, marker)
	if i < 0 {
		t.Fatalf("no %q in the source", marker)
	}
	return strings.Join(how(Guards([]byte(src)), 1+strings.Count(src[:i], "\n")), " ; ")
}

func TestGuardsAt(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"none", "int X;\n", ""},
		{"ifdef", "#ifdef A\nX\n#endif\n", "defined(A)"},
		{"ifndef", "int a;\n#ifndef A\nX\n#endif\n", "!defined(A)"},
		{"behind endif", "#ifdef A\n#endif\nX\n", ""},
		{"else", "#ifdef A\n#else\nX\n#endif\n", "!(defined(A))"},
		{"else of ifndef", "int a;\n#ifndef A\n#else\nX\n#endif", "!(!defined(A))"},
		{"elif", "#if defined(A)\n#elif defined(B)\nX\n#endif", "!(defined(A)) && (defined(B))"},
		{"else of elif", "#if defined(A)\n#elif defined(B)\n#else\nX\n#endif", "!(!(defined(A)) && (defined(B)))"},
		{"elifdef", "#ifdef A\n#elifdef B\nX\n#endif", "!(defined(A)) && (defined(B))"},
		{"nested, outermost first", "#ifdef A\n#if B > 1\nX\n#endif\n#endif", "defined(A) ; B > 1"},
		{"else of the outer", "#ifdef A\n#ifdef B\n#endif\n#else\nX\n#endif", "!(defined(A))"},
		{"blanks", "#  if   defined (A)&&! defined  B || ( C )\nX\n#endif", "defined(A)&&!defined(B) || (C)"},
		{"comments", "#if /* a */ A /* b\n b */ && B // c\nX\n#endif", "A && B"},
		{"spliced", "#if A && \\\n  defined\\\n(B)\nX\n#endif", "A && defined(B)"},
		{"spliced without indentation", "#if A && \\\nB || C\\\nD\nX\n#endif", "A && B || CD"},
		{"spliced with blanks and CRLF", "#if A || \\ \r\n B\r\nX\r\n#endif\r\n", "A || B"},
		{"CRLF", "#ifdef A\r\nX\r\n#else\r\n#endif\r\n", "defined(A)"},
		{"form feed", "\f#ifdef A\nX\n#endif", "defined(A)"},
		{"BOM", "\xef\xbb\xbf#ifdef A\nX\n#endif", "defined(A)"},
		{"GBK", "// \xd6\xd0\xce\xc4\n#ifdef A /* \xb2\xe2\x5c */\nX\n#endif", "defined(A)"},
		{"in a comment", "/*\n#ifdef A\n*/\nX\n", ""},
		{"in a line comment", "// \\\n#ifdef A\nX\n", ""},
		{"in a string", "char *s = \"/*\";\n#ifdef A\nX\n#endif /* \" */", "defined(A)"},
		{"behind a comment", "/* a */ /* b\n */ #ifdef A\nX\n#endif", "defined(A)"},
		{"behind code", "a #ifdef A\nX\n", ""},
		{"stringify operator", "#define f(x) \\\n#x\nX\n", ""},
		{"apostrophe in prose", "#if 0\ndon't\n#endif\n#ifdef A\nX\n#endif", "defined(A)"},
		{"apostrophe in error", "#error don't /* do \n this */\n#ifdef A\nX\n#endif", "defined(A)"},
		{"comment in error", "#error see http://x /*\n#ifdef A\nX\n#endif", "defined(A)"},
		{"unterminated", "#ifdef A\n#ifdef B\nX", "defined(A) ; defined(B)"},
		{"stray endif and else", "#endif\n#else\n#elif 1\nX\n", ""},
		{"else twice", "#ifdef A\n#else\n#else\nX\n#endif", "!(defined(A))"},
		{"no condition", "#if\nX\n#endif", ""},
		{"text in the condition", "#if A == 'x' && B == \"a  b\"\nX\n#endif", "A == 'x' && B == \"a  b\""},

		{"include guard", "/* c */\n#ifndef A_H\n#define A_H\nX\n#endif /* A_H */\n", ""},
		{"include guard, if !defined", "#if !defined (A_H)\n#define A_H 1\nX\n#endif\n// end\n", ""},
		{"include guard behind pragma", "#pragma once\n#include <a.h>\n#ifndef A_H\n#define A_H\nX\n#endif", ""},
		{"include guard that never ends", "#ifndef A_H\n#define A_H\nX\n", ""},
		{"include guard and then some", "#ifndef A_H\n#define A_H\nX\n#endif\nint x;\n", ""},
		{"guards inside of it", "#ifndef A_H\n#define A_H\n#ifdef B\nX\n#endif\n#endif\n", "defined(B)"},
		{"default of a macro", "#ifndef A\n#define A 1\nX\n#endif\nint x;", "!defined(A)"},
		{"ifndef with an else", "#ifndef A\n#define A\n#else\nX\n#endif", "!(!defined(A))"},
		{"other macro defined", "#ifndef A_H\n#define B_H\nX\n#endif", "!defined(A_H)"},
		{"behind code no include guard", "int x;\n#ifndef A_H\n#define A_H\nX\n#endif", "!defined(A_H)"},
		{"the second of two", "#ifndef A_H\n#define A_H\n#ifndef B\n#define B\nX\n#endif\n#endif", "!defined(B)"},

		{"C++", "#ifdef __cplusplus\nextern \"C\" {\n#endif\nX\n#ifdef __cplusplus\n}\n#endif", ""},
		{"not C++", "#if !defined(__cplusplus)\n#ifdef A\nX\n#endif\n#endif", "defined(A)"},
		{"else of C++", "#ifdef __cplusplus\n#else\nX\n#endif", ""},
		{"C++ and more", "#if !defined(__cplusplus) && A\nX\n#endif", "!defined(__cplusplus) && A"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, at(t, test.src, "X", (*GuardMap).At)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestGuardsExact(t *testing.T) {
	src := "#if A\na1\n#elif B\nb1\n#elif C\nc1\n#else\nd1\n#endif\n#ifndef E\n#else\ne1\n#endif"
	for marker, want := range map[string]string{
		"a1": "A", "b1": "!(A) && (B)", "c1": "!(A) && !(B) && (C)", "d1": "!(A) && !(B) && !(C)", "e1": "!(!defined(E))",
	} {
		if diff := cmp.Diff(want, at(t, src, marker, (*GuardMap).Exact)); diff != "" {
			t.Error(marker, diff)
		}
	}
}

func TestGuardsOutside(t *testing.T) {
	g := Guards([]byte("#ifdef A\nx\n"))
	for line, want := range map[int]int{-1: 0, 0: 0, 1: 0, 2: 1, 99: 1} {
		if got := g.At(line); len(got) != want {
			t.Errorf("At(%d) = %q", line, got)
		}
	}
	if got := new(GuardMap).At(1); got != nil {
		t.Errorf("zero map: %q", got)
	}
}
