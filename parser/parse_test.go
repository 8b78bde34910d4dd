package parser_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser"
)

// parse reads one header, x.h, and others by name.
func parse(text string, others ...string) (*model.API, *diag.List) {
	tree := fstest.MapFS{"x.h": {Data: []byte(text)}}
	for i := 0; i+1 < len(others); i += 2 {
		tree[others[i]] = &fstest.MapFile{Data: []byte(others[i+1])}
	}
	return parser.Parse(context.Background(), parser.Config{
		Root: "/tree", RootFS: tree, Includes: []string{"."}, Headers: []string{"x.h"},
		Target: model.Target{ShortEnums: true}, Docs: parser.ReadDocs(tree, []string{"."}),
	})
}

func mustParse(t *testing.T, text string, others ...string) *model.API {
	t.Helper()
	api, problems := parse(text, others...)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return api
}

func TestSignatures(t *testing.T) {
	const types = `
typedef unsigned char rt_uint8_t; typedef long rt_err_t; struct rt_sem; typedef struct rt_sem *rt_sem_t;
typedef void (*rt_entry_t)(void *parameter); typedef const char *name_t;
`
	for _, want := range []string{
		"rt_err_t rt_sem_take(rt_sem_t sem, int timeout)",
		"void f(void)",
		"const char *rt_strerror(rt_err_t error)",
		"unsigned long long wide(unsigned long a, unsigned short b, signed char c)",
		"void rt_set(void (*hook)(struct rt_sem *, rt_uint8_t))",
		"void (*rt_swap(void (*new_one)(int)))(int)",
		"int rt_kprintf(const char *fmt, ...)",
		"rt_entry_t get(const volatile rt_uint8_t *p, char *const *list, name_t name)",
		"int (*table(int (*rows)[4]))[4]",
		"double mix(float a, double b, _Bool c)",
	} {
		name := want[:strings.Index(want, "(")]
		name = strings.TrimLeft(name[strings.LastIndexAny(name, " *(")+1:], "*")
		if name == "" { // a function that returns a pointer to a function or an array
			name = map[bool]string{true: "rt_swap", false: "table"}[strings.Contains(want, "rt_swap")]
		}
		api := mustParse(t, types+want+";")
		f := api.Function(name)
		if f == nil {
			t.Errorf("%s: no function %s", want, name)
			continue
		}
		if got := f.Signature(); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestParametersDecay(t *testing.T) {
	api := mustParse(t, "void f(int list[4], void fn(int), const char s[]);")
	if got, want := api.Function("f").Signature(), "void f(int *list, void (*fn)(int), const char *s)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestConstants holds constant expressions to C on 32 bit arm, where they decide the length of an array.
func TestConstants(t *testing.T) {
	const types = `
#include <stdint.h>
#include <stddef.h>
enum small { A, B = 200, C }; enum wide { N = -1, M = 40000 };
struct s { char c; enum small e; double d; struct { short in[3]; } inner; };
struct bits { int a : 3, b : 30; };
`
	for expr, want := range map[string]int64{
		"sizeof(enum small)":                      1,
		"sizeof(enum wide)":                       4,
		"sizeof(struct s)":                        24,
		"_Alignof(double)":                        8,
		"offsetof(struct s, d)":                   8,
		"offsetof(struct s, inner.in[2])":         20,
		"sizeof(((struct s *)0)->inner.in)":       6,
		"(int)&((struct s *)0)->inner":            16,
		"sizeof(struct bits)":                     8,
		"C - A":                                   201,
		"sizeof(void *) * 3 + 1":                  13,
		"sizeof(1 ? 1LL : 2)":                     8,
		"sizeof \"abc\"":                          4,
		"(unsigned char)300":                      44,
		"(300 > 2u) ? 7 : 8":                      7,
		"(-1 < 0u) ? 1 : 2":                       2,
		"1 << 4 | 3":                              19,
		"~0u >> 28":                               15,
		"0x7fffffff / 2 + 010":                    0x3fffffff + 8,
		"'A' + '\\n' + '\\x10'":                   65 + 10 + 16,
		"(sizeof(struct s) + 3) & ~3":             24,
		"!sizeof(int) + 2":                        2,
		"0 && (1 / 0) ? 3 : 4":                    4,
		"(uint8_t)~0 - 250":                       5,
		"(size_t)-1 > 0 ? 9 : 1":                  9,
		"sizeof(int8_t[3][5])":                    15,
		"(int)(uint16_t)0x12345 % 7 + 1":          0x2345%7 + 1,
		"(1ULL << 33) >> 31":                      4,
		"sizeof(__typeof__(((struct s *)0)->d))":  8,
		"-7 / 2 + 10":                             7,
		"(unsigned)-7 / 2 > 5 ? 1 : 2":            1,
		"__builtin_offsetof(struct s, e)":         1,
		"sizeof(int (*)(int)) + sizeof(struct s)": 28,
	} {
		api, problems := parse(types + "char probe[" + expr + "];\n")
		if problems.HasErrors() {
			t.Errorf("%s: %v", expr, problems.Err())
			continue
		}
		if got := variable(api, "probe").Type.Len; got != want {
			t.Errorf("%s = %d, want %d", expr, got, want)
		}
	}
}

func variable(api *model.API, name string) *model.Variable {
	for _, v := range api.Variables {
		if v.Name == name {
			return v
		}
	}
	return &model.Variable{Type: &model.Type{Len: -2}}
}

func TestMacros(t *testing.T) {
	api := mustParse(t, `
#define EMPTY
#define PLAIN 42
#define NEGATIVE (-1)
#define MAX 0xffffffffUL
#define SUM (PLAIN + 8)
#define ONCE 1
#undef ONCE
#define ONCE 2
#define SIZE sizeof(struct s)
#define CALC(x, y) ((x) * 100 + (y))
#define VERSION CALC(5, 2)
#define NAME "uart1"
#define LONG_NAME "uart" "1"
#define RATIO 2.5
#define CAST ((unsigned char)0x1ff)
#define GLUE_(a, b) a##b
#define GLUED GLUE_(4, 2)
#define TYPE unsigned int
#define CURRENT self()
#define GONE 1
#undef GONE
#define LOG(fmt, ...) printf(fmt, ##__VA_ARGS__)
enum e { ONE = 1 };
struct s { enum e e; char c; };
#define CONSTANT (ONE + 1)
`)
	ints := map[string]int64{
		"PLAIN": 42, "NEGATIVE": -1, "MAX": 0xffffffff, "SUM": 50, "ONCE": 2, "SIZE": 2, "VERSION": 502, "CAST": 0xff,
		"GLUED": 42, "CONSTANT": 2,
	}
	for name, want := range ints {
		m := api.Macro(name)
		if m == nil || m.Kind != model.MacroInt || m.Int != want {
			t.Errorf("%s is %+v, want the integer %d", name, m, want)
		}
	}
	for name, want := range map[string]model.MacroKind{
		"EMPTY": model.MacroEmpty, "NAME": model.MacroString, "LONG_NAME": model.MacroString, "RATIO": model.MacroFloat,
		"TYPE": model.MacroOther, "CURRENT": model.MacroOther,
	} {
		if m := api.Macro(name); m == nil || m.Kind != want {
			t.Errorf("%s is %+v, want kind %s", name, m, want)
		}
	}
	if s := api.Macro("LONG_NAME").String; s != "uart1" {
		t.Errorf("LONG_NAME is %q", s)
	}
	if got := api.Macro("MAX").Type.String(); got != "unsigned int" && got != "unsigned long" {
		t.Errorf("MAX has type %s", got)
	}
	if api.Macro("GONE") != nil {
		t.Error("GONE is defined after #undef")
	}
	if m := api.FuncMacro("LOG"); m == nil || !m.Variadic {
		t.Errorf("LOG is %+v, want a variadic macro", m)
	}
}

func TestGuardsAndComments(t *testing.T) {
	api := mustParse(t, `
#ifndef X_H
#define X_H
#ifdef RT_USING_HEAP
void hidden(void);
#else
/** @brief Shown without a heap. */
void shown(void);
#endif
int defined_in_c(int a);
struct s {
    int a; /**< the first one */
#ifndef RT_USING_X
    int b;
#endif
};
#endif
`, "src/a.c", "/**\n * Says what it does.\n */\nint defined_in_c(int a)\n{\n    return a;\n}\n")
	if api.Function("hidden") != nil {
		t.Error("a function that the configuration leaves out is there")
	}
	f := api.Function("shown")
	if len(f.Guards) != 1 || f.Guards[0] != "!(defined(RT_USING_HEAP))" {
		t.Errorf("guards of shown: %q", f.Guards)
	}
	if !strings.Contains(f.Doc, "Shown without a heap") {
		t.Errorf("comment of shown: %q", f.Doc)
	}
	if doc := api.Function("defined_in_c").Doc; !strings.Contains(doc, "Says what it does") {
		t.Errorf("comment of defined_in_c: %q", doc)
	}
	fields := api.Record("struct s").Fields
	if !strings.Contains(fields[0].Doc, "the first one") || len(fields[1].Guards) != 1 {
		t.Errorf("members: %+v, %+v", fields[0].Decl, fields[1].Decl)
	}
}

func TestMissingHeadersAreReportedTogether(t *testing.T) {
	_, problems := parse("#include <one.h>\n#include \"sub.h\"\n#include <two.h>\n", "sub.h", "#include \"three.h\"\n")
	text := problems.Error()
	for _, want := range []string{
		`/tree/x.h:1:10: header "one.h"`, `/tree/x.h:3:10: header "two.h"`, `/tree/sub.h:1:10: header "three.h"`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in:\n%s", want, text)
		}
	}
}

func TestUnknownTypeNamesItsGuard(t *testing.T) {
	_, problems := parse("#include \"def.h\"\nint take(rt_sem_t sem);\n",
		"def.h", "#ifdef RT_USING_SEMAPHORE\ntypedef struct rt_sem *rt_sem_t;\n#endif\n")
	all := problems.Sorted()
	if len(all) == 0 || all[0].Message != "unknown type rt_sem_t: function take is skipped" || !strings.Contains(all[0].Hint, "defined(RT_USING_SEMAPHORE)") {
		t.Errorf("got %+v", all)
	}
}
