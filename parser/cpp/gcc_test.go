package cpp_test

import (
	"context"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/parser/cpp"
)

// headers are files by name, in one directory.
type headers map[string]string

func (h headers) Find(header string, _ bool, _ string, from int) (string, int, bool) {
	_, ok := h[header]
	return header, 0, ok && from <= 0
}

func (h headers) Read(name string) ([]byte, error) { return []byte(h[name]), nil }

// words preprocesses a text and returns the spelling of each token.
func words(t *testing.T, text string, files headers) []string {
	t.Helper()
	unit, err := cpp.Run(context.Background(), cpp.Config{Files: files, Sources: []cpp.Source{{Name: "x.c", Text: []byte(text)}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range unit.Problems {
		t.Errorf("%v: %s", p.Pos, p.Message)
	}
	var out []string
	for _, tok := range unit.Tokens {
		if tok.Kind == cpp.Pragma {
			out = append(out, "#pragma")
			for _, arg := range tok.Args {
				out = append(out, arg.Text)
			}
			continue
		}
		out = append(out, tok.Text)
	}
	return out
}

// dialect holds texts that preprocessors disagree about, each on its own.
var dialect = []string{
	// from the standard's examples
	"#define x 3\n#define f(a) f(x * (a))\n#undef x\n#define x 2\n#define g f\n#define z z[0]\n#define h g(~\n#define m(a) a(w)\n#define w 0,1\n#define t(a) a\n#define p() int\n#define q(x) x\n#define r(x,y) x ## y\n#define str(x) # x\nf(y+1) + f(f(z)) % t(t(g)(0) + t)(1);\ng(x+(3,4)-w) | h 5) & m\n(f)^m(m);\np() i[q()] = { q(1), r(2,3), r(4,), r(,5), r(,) };\nchar c[2][6] = { str(hello), str() };\n",
	"#define str(s) # s\n#define xstr(s) str(s)\n#define debug(s, t) printf(\"x\" # s \"= %d, x\" # t \"= %s\", x ## s, x ## t)\n#define INCFILE(n) vers ## n\n#define glue(a, b) a ## b\n#define xglue(a, b) glue(a, b)\n#define HIGHLOW \"hello\"\n#define LOW LOW \", world\"\ndebug(1, 2);\nfputs(str(strncmp(\"abc\\0d\", \"abc\", '\\4') == 0) str(: @\\n), s);\nxstr(INCFILE(2).h)\nglue(HIGH, LOW);\nxglue(HIGH, LOW)\n",
	"#define hash_hash # ## #\n#define mkstr(a) # a\n#define in_between(a) mkstr(a)\n#define join(c, d) in_between(c hash_hash d)\nchar p[] = join(x, y);\n",
	"#define t(x,y,z) x ## y ## z\nint j[] = { t(1,2,3), t(,4,5), t(6,,7), t(8,9,), t(10,,), t(,11,), t(,,12), t(,,) };\n",
	// what is not said by the standard
	"#define f(a) a*g\n#define g(a) f(a)\nf(2)(9)\n",
	"#define NIL(xxx) xxx\n#define G_0(arg) NIL(G_1)(arg)\n#define G_1(arg) NIL(arg)\nG_0(42)\n",
	"#define foo() bar\nfoo\n()\nfoo\nx\n#define EMPTY\nfoo EMPTY ()\n",
	"#define a b\n#define b a\na b a\n#define AA BB\n#define BB (AA)\nAA\n",
	"#define f(x) x f\nf(1)(2)(3)\n#define obj f(1\nobj)(2)\n",
	"#define LOG(fmt, ...) printf(fmt, ##__VA_ARGS__)\nLOG(\"a\"); LOG(\"a\", 1); LOG(\"a\", 1, 2); LOG(\"a\",);\n",
	"#define LOG(fmt, args...) printf(fmt, ##args)\nLOG(\"a\"); LOG(\"a\", 1, 2);\n#define ALL(args...) f(args)\nALL() ALL(1, 2)\n",
	"#define V(...) g(#__VA_ARGS__, __VA_ARGS__)\nV() V(1) V(1, \"a b\" , c)\n",
	"#define OPT(a, ...) f(a __VA_OPT__(,) __VA_ARGS__)\nOPT(1) OPT(1, 2) OPT(1,)\n#define P(x, ...) x ## __VA_OPT__(y z) w\nP(a) P(a, 1)\n",
	"#define CNT_(a, b, c, d, n, ...) n\n#define CNT(...) CNT_(__VA_ARGS__, 4, 3, 2, 1)\nCNT(x) CNT(x, y) CNT(x, y, z)\n",
	"#define CAT(a, b) CAT_(a, b)\n#define CAT_(a, b) a ## b\n#define PRE x\nCAT(PRE, 1) CAT_(PRE, 1) CAT(CAT(1, 2), 3)\n",
	"#define E(x) (x\n#define F(x) E(x) + 1)\nF(2) E(E(1)))\n#define S(x) #x\nS( a  b\tc\n d ) S(\"\\n\" '\\'' \\ L\"x\")\n",
	"#define MAX(a, b) ((a) > (b) ? (a) : (b))\nMAX(MAX(1, 2), MAX((3, 4), [5; 6]))\n",
	"#define one(x) x\none(\n#if 1\n1\n#else\n2\n#endif\n)\n",
	// conditions
	"#if 0\n'unbalanced\n#elif defined(A) || !defined B\nyes\n#else\nno\n#endif\n",
	"#define D defined(X)\n#if D\nno\n#elif !D && 1\nyes\n#endif\n#define X 0\n#if D\nyes\n#endif\n",
	"#if -1 > 0u\nwraps\n#endif\n#if (2 || 1/0) && 'a' == 97 && '\\377' > 0 && 0x10 == 020 && 1 ? 2 : 0\nyes\n#endif\n#if -1 >> 1 == -1 && 18446744073709551615u == -1 && (1, 2) == 2 && ~0 == -1\nyes\n#endif\n",
	"#if 1 //c\na\n#else /* d\n*/\nb\n#endif junk\n#ifdef __has_include\n#if __has_include(\"a.h\") && !__has_include(<none.h>)\ninc\n#endif\n#endif\n",
	"#if 0\n#if 1\n#else\n#endif\n/* #endif */\n\"#endif\"\n// \\\n#endif\n#else\nyes\n#endif\n",
	"#define Z\n#if defined Z && !(Z 0)\nyes\n#endif\n#ifndef Z\nno\n#elif 1\nok\n#endif\n",
	// lexical matters
	"a\\\nb /* x */ c /**/d//e\\\nf\ng 1.2.3e+5p-6x .5 0xe+1 a+++b a---b <:%:<%%>:> %:%: ->*...\n",
	"L'a' u\"b\" U'c' u8\"d\" L \"e\" uR\"(f\\n\")\" R\"xx(a)\"b)xx\" $x \\u00e9t\\u00e9 été 'ab' '\\''\n",
	"#define EMPTY\n#define minus -\n-minus x; - -y; a EMPTY b; x##y # z @ ` \\ ?\n",
	"#define X(a) a\nX(X)(1) X((,)) X((a, b)) X(X(X)(2))\n#define Y() 7\nY() Y( ) Y\n(\n)\n",
	"#include \"a.h\"\n#include \"a.h\"\n#define H <a.h>\n#include H\n#define Q \"b.h\"\n#include Q\nfrom_a from_b\n",
	"#define m 1\n#pragma push_macro(\"m\")\n#undef m\n#define m 2\nm\n#pragma pop_macro(\"m\")\nm\n#pragma pop_macro(\"m\")\nm\n",
	"#define P _Pragma(\"pack(push, 1)\") x\nP y\n#define N 4\n#pragma other N\n_Pragma(\"weak \\\"a\\\"\")\n",
	"__COUNTER__ __COUNTER__ __INCLUDE_LEVEL__ __LINE__\n\\\n__LINE__\n#define L __LINE__\nL\n#line 500 \"y.c\"\nL\n#define H 700\n#line H\nL __LINE__\n",
	"#define STR(x) #x\n#define PACK(n) _Pragma(STR(pack(push, n)))\nPACK(2) x\n",
	"#define f(x, y) x y\nf(a\n,\nb) c\n#define id(x) x\nid(id)(id)(3) id(\n) z\n#undef id\nid(3)\n",
}

// TestDialect holds preprocessing to gcc, token by token.
func TestDialect(t *testing.T) {
	gcc, err := exec.LookPath("arm-none-eabi-gcc")
	if err != nil {
		t.Skip("skipped: arm-none-eabi-gcc is not installed, so nothing here confirms the preprocessor")
	}
	files := headers{"a.h": "#ifndef A_H\n#define A_H\n#define from_a 1\nint a;\n#endif\n", "b.h": "#pragma once\n#define from_b 2\n#include \"b.h\"\n"}
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, text := range dialect {
		name := path.Join(dir, "x.c")
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(gcc, "-E", "-P", "-std=gnu11", "-w", "-I", dir, name)
		out, err := cmd.Output()
		if err != nil {
			t.Errorf("gcc refuses %q: %v", text, err)
			continue
		}
		got, want := words(t, text, files), plain(t, string(out))
		if !slices.Equal(got, want) {
			t.Errorf("%s\ngot  %s\nwant %s", text, strings.Join(got, " "), strings.Join(want, " "))
		}
	}
}

// plain splits gcc's output into tokens. No macro is left in it; # may be.
func plain(t *testing.T, text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#pragma") {
			out = append(out, "#pragma")
			line = strings.TrimPrefix(line, "#pragma")
		}
		out = append(out, words(t, "_ "+line, nil)[1:]...)
	}
	return out
}
