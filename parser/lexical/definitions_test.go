package lexical

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDefinitions(t *testing.T) {
	tests := []struct {
		name, src string
		want      map[string]Definition
	}{
		{"documented", "/** a */\nint f(void)\n{\n}\n", defs("f", "/** a */", 2)},
		{"not documented", "int f(void) { }", defs()},
		{"prototype", "/** a */\nint f(void);\nint g(void) { }", defs()},
		{"plain comment", "/* a */\nint f(void) { }", defs("f", "/* a */", 2)},
		{"plain comment with a gap", "/* a */\n\nint f(void) { }", defs()},
		{"doc comment with a gap", "/** a */\n\nint f(void) { }", defs("f", "/** a */", 3)},
		{"line comments", "// a\n// b\nint f(void) { }", defs("f", "// a\n// b", 3)},
		{"remark between", "/** a */\n/* b */\nint f(void) { }", defs("f", "/** a */", 3)},
		{"condition between", "/** a */\n#ifdef A\nint f(void) { }\n#endif", defs("f", "/** a */", 3)},
		{"macro between", "/** a */\n#define A\nint f(void) { }", defs()},
		{"result type on its own line", "/** a */\nstatic int\nf(void) { }", map[string]Definition{"f": {"/** a */", 3, true, ""}}},
		{"export behind", "/** a */\nint f(void) { }\nRTM_EXPORT(f);\n/** b */\nint g(void) { }", defs("f", "/** a */", 2, "g", "/** b */", 5)},
		{"export without semicolon", "int f(void) { }\nRTM_EXPORT(f)\n\n/** b */\nint g(void) { }", defs("g", "/** b */", 5)},
		{"export right before", "RTM_EXPORT(f)\nint g(void) { }\n/** h */\nint h(void) { }", defs("h", "/** h */", 4)},
		{"attributes", "/** a */\nRT_WEAK ALIGN(4) struct s *f(int a) RT_SECTION(\".x\") { }", defs("f", "/** a */", 2)},
		{"attribute behind", "/** a */\nint f(int a) __attribute__((weak)) { }", defs("f", "/** a */", 2)},
		{"returns a pointer to a function", "/** a */\nvoid (*f(int n))(int) { }", defs("f", "/** a */", 2)},
		{"takes a pointer to a function", "/** a */\nvoid f(void (*g)(int x)) { }", defs("f", "/** a */", 2)},
		{"struct", "/** a */\nstruct s { int (*f)(void); };", defs()},
		{"initialiser", "/** a */\nint x[] = { f(1) };\n/** b */\nint g(void) { }", defs("g", "/** b */", 4)},
		{"macro with a body", "/** a */\n#define f(x) { x }\nint g(void) { }", defs()},
		{"extern C", "extern \"C\" {\n/** a */\nint f(void) { }\n}\n/** b */\nint g(void) { }", defs("f", "/** a */", 3, "g", "/** b */", 6)},
		{"twice, first undocumented", "#ifdef A\nint f(void) { x(); y(); }\n#else\n/** a */\nint f(int b) { }\n#endif", defs("f", "/** a */", 5)},
		{"twice, both documented", "/** a */\nint f(void) { }\n/** b */\nint f(void) { }", defs("f", "/** a */", 2)},
		{"braces in strings and comments", "/** a */\nint f(void) { \"}\"; '}'; /* } */ // }\n}\n/** b */\nint g(void) { }", defs("f", "/** a */", 2, "g", "/** b */", 5)},
		{"branches that open twice", "/** a */\nint f(void)\n{\n#ifdef A\nif (a) {\n#else\nif (b) {\n#endif\n}\n}\n/** b */\nint g(void) { }", defs("f", "/** a */", 2, "g", "/** b */", 12)},
		{"branches around the head", "#ifdef A\n/** a */\nint f(void) {\n#else\nint f(int a) {\n#endif\n}\n", defs("f", "/** a */", 3)},
		{"group", "/** @addtogroup A */\n/**@{*/\nint f(void) { }", defs()},
		{"behind a group", "/**@}*/\n#ifdef A\n/* a */\nint f(void) { }", defs("f", "/* a */", 4)},
		{"title", "/* Hardware PIN APIs */\nint f(void) { }", defs()},
		{"separator", "/*-------- f --------*/\nint f(void) { }", defs()},
		{"file head", "/*\n * Copyright\n */\nint f(void) { }", defs()},
		{"code commented out", "/* int f(void); */\nint f(void) { }", defs()},
		{"never ends", "/** a */\nint f(void) { {", defs("f", "/** a */", 2)},
		{"wrapper of a static function", "/** a */\nstatic int g(int a) { if (a) b(); }\nint f(void) { return g(h(1), 2); }",
			map[string]Definition{"g": {"/** a */", 2, true, ""}, "f": {"/** a */", 3, false, "g"}}},
		{"wrapper before what it calls", "int f(void) { _f(0); }\n/** a */\nint _f(int a) { }", map[string]Definition{"_f": {"/** a */", 3, false, ""}, "f": {"/** a */", 1, false, "_f"}}},
		{"wrapper of one with a longer name", "/** a */\nint f_x(int a) { }\nint f(void) { return f_x(1); }",
			map[string]Definition{"f_x": {"/** a */", 2, false, ""}, "f": {"/** a */", 3, false, "f_x"}}},
		{"wrapper of another function", "/** a */\nint g(int a) { }\nint f(void) { return g(1); }", defs("g", "/** a */", 2)},
		{"more than a wrapper", "/** a */\nint _f(int a) { }\nint f(void) { x(); return _f(1); }", defs("_f", "/** a */", 2)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, Definitions([]byte(test.src))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// defs makes the result of Definitions from names, comments and lines.
func defs(list ...any) map[string]Definition {
	m := map[string]Definition{}
	for i := 0; i < len(list); i += 3 {
		m[list[i].(string)] = Definition{Comment: list[i+1].(string), Line: list[i+2].(int)}
	}
	return m
}
