package parser_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser"
)

// first returns the first message as "line:col: message | hint".
func first(t *testing.T, problems *diag.List) string {
	t.Helper()
	all := problems.Sorted()
	if len(all) == 0 {
		t.Fatal("accepted")
	}
	d := all[0]
	return fmt.Sprintf("%s:%d:%d: %s | %s", filepath.Base(d.Pos.File), d.Pos.Line, d.Pos.Col, d.Message, d.Hint)
}

// TestBadHeaders holds the first message about a bad header to what is wrong with it.
func TestBadHeaders(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"syntax", "int f(void);\nint g(int a, ;\n", "x.h:2:14: unexpected ';'"},
		{"open parameter list", "int f(void;\n", "x.h:1:11: unexpected ';'"},
		{"unknown type of a parameter", "void f(foo_t const *x);\n", "x.h:1:8: unknown type foo_t: function f is skipped | no header that was read declares it"},
		{"unknown type of a member", "struct s {\n    foo_t x;\n};\n", "x.h:2:5: unknown type foo_t: struct s is skipped | no header that was read declares it"},
		{"cut off in a struct", "struct s {\n    int x;\n    int", "x.h:1:10: this header leaves a bracket open: struct s is skipped | it is probably cut off"},
		{"cut off behind a star", "int *", "x.h:1:5: the headers end in the middle of a declaration"},
		{"cut off in a string", "char *a = \"a\\", "x.h:1:11: string literal not terminated"},
		{"cut off in a character", "char a = 'a\\\n", "x.h:1:10: "},
		{"include without a name", "#include\nenum e { A };\n", "x.h:1:9: this #include names no header"},
		{"include with an empty name", "#include \"\"\nenum e { A };\n", "x.h:1:10: header \"\" is in none"},
		{"include of what is no macro", "#include BOARD_H\nenum e { A };\n", "x.h:1:10: this #include names no header"},
		{"missing header before an enum", "#include \"none.h\"\nenum e { A };\n", "x.h:1:10: header \"none.h\" is in none"},
		{"missing header in an enum", "enum\n#include <none.h>\ne { A };\n", "x.h:2:10: header \"none.h\" is in none"},
		{"missing header far above", "#include \"../../../none.h\"\nenum e { A };\n", "x.h:1:10: header \"../../../none.h\" is in none"},
		{"cut off in an include", "#include <a\\", "x.h:1:10: this #include names no header |"},
		{"open condition", "int a;\n#if 1\n#if 1\n#endif\nint b;\n", "x.h:2:1: this condition has no #endif"},
		{"open comment", "int a;\n/* b\n", "x.h:2:1: comment not terminated"},
		{"open string", "#define A \"b\n", "x.h:1:11: string literal not terminated"},
		{"#error", "  #  error no such board\n", "x.h:1:6: #  error no such board | the header refuses this configuration"},
		{"includes itself", "#include \"x.h\"\n", "x.h:1:1: this header includes itself without end | give x.h an include guard"},
		{"nested too deep", "int a[" + strings.Repeat("(", 5000) + "1" + strings.Repeat(")", 5000) + "];\n", "x.h:1:406: brackets are nested too deep"},
		{"binary", "\x7fELF\x01\x00\xff\xfe(\n", "x.h:1:9: this header leaves a bracket open"},
		{"no C at all", "Dear reader,\n\nthis is not C.\n", "x.h:1:"},
		{"stray character", "int a;@int b;\n", "x.h:1:7: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, problems := parse(c.text)
			if got := first(t, problems); !strings.HasPrefix(got, c.want) {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			for _, d := range problems.Sorted() {
				if d.Hint == "" {
					t.Errorf("no way out of: %s", d.Message)
				}
			}
		})
	}
}

// TestIncludes reads headers that name others in every way C knows, and ask for one that does not exist.
func TestIncludes(t *testing.T) {
	api := mustParse(t, `#define HEADER <a.h>
#include HEADER
#include "b.h" // the other one
#if __has_include("none.h")
#include "none.h"
#endif
#if 0
#include NOTHING
#include <none.h>
#endif
#if __has_include(<a.h>)
int has_a(void);
#endif
`, "a.h", "int a(void);\n", "b.h", "int b(void);\n")
	for _, name := range []string{"a", "b", "has_a"} {
		if api.Function(name) == nil {
			t.Errorf("%s is not declared", name)
		}
	}
}

// TestUnknownTypeIsSaidOnce: what uses a declaration that is skipped is only counted.
func TestUnknownTypeIsSaidOnce(t *testing.T) {
	_, problems := parse("typedef foo_t bar_t;\nint f(bar_t b);\n")
	if all := problems.Sorted(); len(all) != 1 || all[0].Message != "unknown type foo_t: typedef bar_t is skipped, and one that uses it" {
		t.Errorf("%v", problems)
	}
}

// TestCaret makes sure that a message shows the line it is about.
func TestCaret(t *testing.T) {
	_, problems := parse("int f(void);\nint g(int a, ;\n")
	var b strings.Builder
	if err := problems.Write(&b, diag.Text, false); err != nil {
		t.Fatal(err)
	}
	if want := "\n    int g(int a, ;\n                 ^\n"; !strings.Contains(b.String(), want) {
		t.Errorf("no caret below the semicolon in:\n%s", b.String())
	}
}

// sample is a small header with a bit of everything, so that its prefixes end in the middle of everything.
const sample = `#ifndef S_H
#define S_H
#include "def.h"
#define RATE 1000 /* a second */
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define NAME "a\"b" 'c'
#pragma pack(push, 1)
struct s { char c; unsigned n : 3, : 0; union { int i; float f; }; int a[2][RATE]; } __attribute__((packed));
#pragma pack(pop)
enum e { A = -1, B = A + 2, };
typedef int (*fn_t)(struct s *, const char *fmt, ...);
static inline int add(int a, int b) { for (;;) { if (a) return a + b; } }
extern volatile fn_t table[];
int take(fn_t fn, void (*const done)(void *), enum e e) __attribute__((noreturn));
#if defined(X) && RATE > 10
int hidden(void);
#endif // the end
#endif
`

// TestEveryPrefix reads the sample cut off at every byte. Each prefix must be read or refused with a message, in a time far
// from that of a hang.
func TestEveryPrefix(t *testing.T) {
	step := 1
	if testing.Short() {
		step = 17
	}
	const def = "typedef unsigned char u8;\n"
	for _, next := range []string{"", "\nint behind;\n"} { // the header is the last one, or another one goes on
		for n := 0; n <= len(sample); n += step {
			start := time.Now()
			_, problems := parse("#include \"cut.h\""+next, "cut.h", sample[:n], "def.h", def)
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("%q takes %v", sample[:n], took)
			}
			for _, d := range problems.Sorted() {
				if d.Message == "" || strings.Contains(d.Message, "gave up") || strings.Contains(d.Message, "does not come to an end") {
					t.Errorf("after %q: %s", sample[max(0, n-30):n], d.Message)
				}
			}
		}
	}
	if _, problems := parse("#include \"cut.h\"\n", "cut.h", sample, "def.h", def); problems.HasErrors() {
		t.Error(problems)
	}
}

// TestGarbage reads bytes that are no text.
func TestGarbage(t *testing.T) {
	state := uint32(1)
	for range 300 {
		b := make([]byte, 200)
		for i := range b {
			state = state*1664525 + 1013904223
			b[i] = byte(state >> 24)
		}
		parse(string(b)) // returns
	}
}

// TestTimeout reads a header for which there is no time.
func TestTimeout(t *testing.T) {
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "x.h"), "int a;\n")
	_, problems := parser.Parse(context.Background(), parser.Config{
		Root: dir, Includes: []string{"."}, Headers: []string{"x.h"}, Timeout: time.Nanosecond,
	})
	if got := first(t, problems); !strings.Contains(got, "does not come to an end") {
		t.Error(got)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, problems = parser.Parse(ctx, parser.Config{Root: dir, Includes: []string{"."}, Headers: []string{"x.h"}})
	if got := first(t, problems); !strings.Contains(got, "interrupted") {
		t.Error(got)
	}
}

// TestWorkingDirectoryIsNotSearched reads a header in a directory that has others of the same names.
func TestWorkingDirectoryIsNotSearched(t *testing.T) {
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "include", "x.h"), "#include \"y.h\"\n")
	writeFile(t, filepath.Join(dir, "include", "y.h"), "int right(void);\n")
	writeFile(t, filepath.Join(dir, "x.h"), "int wrong(void);\n")
	writeFile(t, filepath.Join(dir, "y.h"), "int wrong(void);\n")
	t.Chdir(dir)
	api, problems := parser.Parse(context.Background(), parser.Config{
		Root: dir, Includes: []string{"include"}, Headers: []string{"x.h"}, Target: model.Target{ShortEnums: true},
	})
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	if api.Function("right") == nil || api.Function("wrong") != nil {
		t.Error("a header of the working directory was read in place of one of the search path")
	}
}

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// FuzzParse looks for input that the parser does not come back from.
func FuzzParse(f *testing.F) {
	f.Add(sample)
	f.Add("typedef struct { int a : 3; } x_t; int f(x_t *, ...);")
	f.Add("#define A(x) x A(x)\nint a = A(A(A(1)));")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4<<10 {
			t.Skip("longer input is only slower")
		}
		done := make(chan struct{})
		go func() {
			defer close(done)
			parse(text, "def.h", "typedef unsigned char u8;\n")
		}()
		select {
		case <-done:
		case <-time.After(30 * time.Second):
			t.Fatal("does not come to an end")
		}
	})
}
