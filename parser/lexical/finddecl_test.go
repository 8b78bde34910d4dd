package lexical

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const declarations = `#ifndef A_H
#define A_H
typedef unsigned int uint_x, *uint_p;
typedef struct tag tag_alias;
struct tag;
struct tag {
    int member;
    void (*call)(int);
};
#ifdef RT_USING_FOO
typedef struct { int a; } foo_t, *foo_p;
typedef void (*callback_t)(void *arg);
typedef int vector_t[4];
typedef int fn_t(void);
enum color { RED, /* GREEN, */ BLUE = RED + 1 };
typedef enum { ON } state_t;
#elif defined(RT_USING_BAR)
int bar(int a,
        int b);
#else
extern rt_err_t (*hook)(void);
static inline int baz(void) { return inner(1); }
#endif
#if 0
int twice(void);
#else
int twice(void);
#endif
#define MACRO(x) x
MACRO(y);
int use(tag_alias *t, struct other *o);
#endif
`

func TestFindDecl(t *testing.T) {
	foo := []string{"defined(RT_USING_FOO)"}
	other := []string{"!(defined(RT_USING_FOO)) && !(defined(RT_USING_BAR))"}
	tests := []struct {
		name   string
		line   int // 0: not found
		guards []string
	}{
		{"uint_x", 3, nil}, {"uint_p", 3, nil}, {"tag_alias", 4, nil},
		{"struct tag", 6, nil}, {"tag", 6, nil},
		{"foo_t", 11, foo}, {"foo_p", 11, foo}, {"callback_t", 12, foo}, {"vector_t", 13, foo}, {"fn_t", 14, foo},
		{"enum color", 15, foo}, {"RED", 15, foo}, {"BLUE", 15, foo}, {"state_t", 16, foo}, {"ON", 16, foo},
		{"bar", 18, []string{"!(defined(RT_USING_FOO)) && (defined(RT_USING_BAR))"}},
		{"baz", 22, other},
		{"twice", 27, []string{"!(0)"}},
		{"MACRO", 29, nil}, {"use", 31, nil},
		{"GREEN", 0, nil}, {"inner", 0, nil}, {"arg", 0, nil}, {"other", 0, nil}, {"struct other", 0, nil}, {"struct foo_t", 0, nil},
		{"member", 0, nil}, {"unsigned", 0, nil}, {"y", 0, nil}, {"", 0, nil}, {"nowhere", 0, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path, line, guards, ok := FindDecl(twoFiles, test.name)
			want := fmt.Sprint("include/a.h", test.line, true)
			if test.line == 0 {
				want = fmt.Sprint("", 0, false)
			}
			if diff := cmp.Diff(want, fmt.Sprint(path, line, ok)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(test.guards, guards); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func twoFiles(yield func(path string, src []byte) bool) {
	if yield("include/empty.h", nil) && yield("include/a.h", []byte(declarations)) && yield("include/b.h", []byte(declarations)) {
		return
	}
}
