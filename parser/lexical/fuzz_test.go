package lexical

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// seeds are pieces of C that have been trouble somewhere.
var seeds = []string{
	"", "#", "#if", "#endif", "#else", "/*", "//", "//\\\n#if A\n", "\"", "'", "\\", "#if \"\nx", "#if 0\"\r", "#ifdef \x89\n", "#if \\", "{", "}", "}{", "(", ")", "#define",
	"#ifdef A\n#elif B\n#else\n#else\n#endif\n#endif\nint x;", "#ifndef A_H\n#define A_H\nint x;\n#endif\nint y;\n",
	"/** a */\nint f(void) { if (x) { \"}\" '}' } }\nint g(void) { return f(1); }", "#if defined\n#if defined(\n#if defined()\n",
	"/**\n * @param a b\n * @return c\n@code\n */\n#if A\nint f(void)\n#else\n{\n#endif\n}\n", "int x; /**< a\n b */\n/* c */",
	"\xef\xbb\xbf#if A\r\n\f/* \xd6\xd0\\ */\r\n", "typedef struct a { int b; } *c; enum { D, E };", "extern \"C\" {\nint f(int, int (*)(void));\n}",
}

func FuzzGuards(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 1<<12 {
			return
		}
		g := Guards(src)
		lines := bytes.Count(src, []byte{'\n'}) + 1
		var all [][]string
		for l := -1; l <= lines+1; l++ {
			at, exact := g.At(l), g.Exact(l)
			if len(at) != len(exact) {
				t.Fatalf("line %d: %q and %q", l, at, exact)
			}
			for _, c := range append(at, exact...) {
				if !utf8.ValidString(c) || strings.ContainsAny(c, "\n\r") {
					t.Fatalf("line %d: %q", l, c)
				}
			}
			all = append(all, at)
		}
		if bytes.ContainsAny(src, "\r\\") {
			return
		}
		crlf := Guards(bytes.ReplaceAll(src, []byte("\n"), []byte("\r\n")))
		for i, want := range all {
			if got := crlf.At(i - 1); !slices.Equal(got, want) {
				t.Fatalf("line %d: %q with LF, %q with CRLF", i-1, want, got)
			}
		}
	})
}

func FuzzComments(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 1<<12 {
			return
		}
		c := Comments(src)
		for l := -1; l <= bytes.Count(src, []byte{'\n'})+2; l++ {
			for _, text := range []string{c.Before(l), c.Trailing(l)} {
				if text != "" && !strings.HasPrefix(text, "/") {
					t.Fatalf("line %d: %q is no comment", l, text)
				}
				checkDoc(t, text)
			}
		}
	})
}

func FuzzDefinitions(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 1<<12 {
			return
		}
		lines := bytes.Count(src, []byte{'\n'}) + 1
		for name, d := range Definitions(src) {
			if name == "" || d.Line < 1 || d.Line > lines || !strings.HasPrefix(d.Comment, "/") {
				t.Fatalf("%q: %+v", name, d)
			}
			checkDoc(t, d.Comment)
			one := func(yield func(string, []byte) bool) { yield("a.c", src) }
			if _, l, _, ok := FindDecl(one, name); ok && (l < 1 || l > lines) {
				t.Fatalf("%q is declared at line %d", name, l)
			}
		}
	})
}

// checkDoc fails on text that could not stand in a Go file.
func checkDoc(t *testing.T, comment string) {
	t.Helper()
	d := Text(comment)
	texts := slices.Concat([]string{d.Brief, d.Deprecated}, d.Body, d.Returns, d.Notes, d.Warnings, d.See)
	for _, p := range d.Params {
		texts = append(texts, p.Name, p.Dir, p.Text)
	}
	for _, s := range texts {
		if !utf8.ValidString(s) || strings.ContainsAny(s, "\x00\r\u2028\u202e") {
			t.Fatalf("%q in the text of %q", s, comment)
		}
	}
}
