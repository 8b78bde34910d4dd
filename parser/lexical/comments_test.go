package lexical

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func lineOf(t *testing.T, src, marker string) int {
	t.Helper()
	i := strings.LastIndex(src, marker)
	if i < 0 {
		t.Fatalf("no %q in the source", marker)
	}
	return 1 + strings.Count(src[:i], "\n")
}

func TestCommentsBefore(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"doc comment", "/** a */\nint X;", "/** a */"},
		{"several lines", "/**\n * a\n */\nint X;", "/**\n * a\n */"},
		{"plain comment", "/* a */\nint X;", "/* a */"},
		{"CRLF", "/* a */\r\nint X;\r\n", "/* a */"},
		{"line comments", "// a\n// b\nint X;", "// a\n// b"},
		{"line comments of others", "int y; // y\n// a\nint X;", "// a"},
		{"two block comments", "/* b */\n/* a */\nint X;", "/* a */"},
		{"no comment", "int y;\nint X;", ""},
		{"at the start", "int X;", ""},
		{"comment of the line above", "int y; /* y */\nint X;", ""},
		{"trailing form on its own line", "int y;\n/**< y */\nint X;", ""},
		{"code behind the comment", "/* a */ int y;\nint X;", ""},
		{"blank line, doc comment", "/** a */\n\nint X;", "/** a */"},
		{"blank line, plain comment", "/* a */\n\nint X;", ""},
		{"far away", "/** a */\n\n\n\nint X;", ""},
		{"result type between", "/* a */\nrt_inline rt_err_t\nX(void);", "/* a */"},
		{"attributes between", "/* a */\n__attribute__((weak))\nRT_SECTION(\".x\")\nvoid X(void);", "/* a */"},
		{"typedef between", "/* a */\ntypedef enum\n{ X } e;", "/* a */"},
		{"condition between, doc comment", "/** a */\n#ifdef A\nint X;", "/** a */"},
		{"condition between, plain comment", "/* a */\n#ifdef A\nint X;", ""},
		{"else between", "/** a */\n#else\nint X;", ""},
		{"macro between", "/** a */\n#define A\nint X;", ""},
		{"comment at a directive", "#endif /* A */\nint X;", ""},
		{"comment of the struct", "/** s */\nstruct s\n{\nint X;", ""},
		{"comment of the enum", "/** e */\nenum {\nX,", ""},
		{"list goes on", "/** a */\nA,\nX,", ""},
		{"group", "/**\n * @addtogroup A\n * @{\n */\nint X;", ""},
		{"end of a group", "/** a */\n/**@}*/\nint X;", ""},
		{"file head", "/*\n * Copyright (c) 2006\n */\nint X;", ""},
		{"change log", "/*\n * Change Logs:\n * Date  Notes\n */\nint X;", ""},
		{"title", "/*\n * thread interface\n */\nvoid X(void);", ""},
		{"title of a struct's section", "/* thread interface */\nstruct X;", "/* thread interface */"},
		{"title of several prototypes", "/* custom object */\nint X(int a,\n  int b);\n#ifdef B\nint y(void);", ""},
		{"names the first of several", "/* X is for drivers */\nint X(void);\nint y(void);", "/* X is for drivers */"},
		{"one of several, with a tag", "/** @brief a */\nint X(void);\nint y(void);", "/** @brief a */"},
		{"the only one", "/* custom object */\nint X(void);\n\nint y(void);", "/* custom object */"},
		{"comment in a string", "char *s = \"/* a\";\nint X; /* */", ""},
		{"indented", "    /* a */\n    int X;", "/* a */"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := Comments([]byte(test.src)).Before(lineOf(t, test.src, "X"))
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCommentsTrailing(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"doc comment", "int X; /**< a */\n", "/**< a */"},
		{"plain comment", "X = 1, /* a */\n", "/* a */"},
		{"line comment", "int X; // a", "// a"},
		{"CRLF", "int X; /* a */\r\n", "/* a */"},
		{"before the comma", "X /**< a */,\n", "/**< a */"},
		{"the last of a list", "X /* a */\n};", "/* a */"},
		{"macro", "#define X 1 /**< a */\n", "/**< a */"},
		{"macro on two lines", "#define X \\\n  1 /**< a */\n", "/**< a */"},
		{"macro with a string", "#define X \"/* no */\" /* a */\n", "/* a */"},
		{"several lines", "int X; /* a\n  b */\nint y;", "/* a\n  b */"},
		{"goes on below", "int    X; /* a */\n          /* b */\nint y; /* c */", "/* a */\n/* b */"},
		{"line comments below", "int    X; // a\n          // b\n\n          // c\n", "// a\n// b"},
		{"comment below is of the next", "int X; /* a */\n/* b */\nint y;", "/* a */"},
		{"pointer to a function", "int (*X)(int a,\n  int b); /* a */\n", "/* a */"},
		{"parameter", "int (*X)(int a, /* the a */\n  int b);\n", ""},
		{"two on a line", "int y /* y */, X; /* a */\n", "/* a */"},
		{"in the middle", "int /* a */ X;\n", ""},
		{"none", "int X;\nint y; /* y */", ""},
		{"last of a list without a comma", "X\n}; /* y */", ""},
		{"last of a list before a directive", "X\n#endif /* Y */", ""},
		{"comment above", "/* a */\nint X;\n", ""},
		{"function body", "int X(void) { /* a */\n}", ""},
		{"struct", "struct X { /* a */\n", "/* a */"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := Comments([]byte(test.src)).Trailing(lineOf(t, test.src, "X"))
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCommentsOutside(t *testing.T) {
	c := Comments([]byte("/* a */"))
	for _, line := range []int{-1, 0, 1, 3, 99} {
		if b, tr := c.Before(line), c.Trailing(line); b != "" || tr != "" {
			t.Errorf("line %d: %q, %q", line, b, tr)
		}
	}
	if got := c.Before(2); got != "/* a */" {
		t.Errorf("behind the last line: %q", got)
	}
}
