package randomheader

import (
	"fmt"
	"strings"
)

// prototype declares a function or a variable, now and then twice.
func (g *generator) prototype() {
	name := g.name("f")
	switch k := g.Intn(100); {
	case k < 12 && len(g.functions) > 0:
		g.line("%s%s %s%s;", g.pick("", "extern "), g.pick(g.functions...), name, g.functionAttributes())
	case k < 18 && len(g.functions) > 0:
		other := g.name("f")
		g.line("%s %s, %s;", g.pick(g.functions...), name, other)
	case k < 26:
		parameters := g.parameters(4)
		result := g.result()
		if strings.Contains(parameters, "...") || narrow(parameters) {
			parameters = "int a, char *b"
		}
		g.line("%s %s();", result, name)
		g.line("%s %s(%s);", result, name, parameters)
	case k < 32:
		parameters, result := g.parameters(3), g.result()
		g.line("%s %s(%s);", result, name, parameters)
		g.line("extern %s %s(%s)%s;", result, name, parameters, g.functionAttributes())
	case k < 37:
		g.line("static inline%s %s(%s) { return %s; }", g.pick(" int", " unsigned", " __attribute__((always_inline)) int"), name, g.namedParameters(), g.expression(1))
	case k < 40:
		g.line("static int %s(a, b, c) %s a; char *b; int c[3]; { return a + *b + c[0]; }", name, g.pick("int", "unsigned long", "long long"))
	case k < 46:
		g.line("%s (*%s(%s))(%s);", g.result(), name, g.parameters(2), g.parameters(2))
	case k < 50:
		g.line("void %s(int n, int a[n], int b[*], char c[n][n + 1], int (*d)[n]);", name)
	case k < 54:
		g.line("int %s(int a[static 4], char b[const], int c[restrict], int d[volatile static 2], %s);", name, g.parameter())
	case k < 60:
		v := g.name("v")
		g.line("extern %s%s;", g.declareVariable(v), g.pick("", " __attribute__((unused))", " __asm__(\"label_"+v+"\")", " __attribute__((section(\".x\")))"))
	case k < 63:
		v := g.name("v")
		g.line("extern %s %s[];\nextern %s %s[%d];\nextern %s %s[];", "int", v, "int", v, 1+g.Intn(9), "int", v)
	default:
		before, after := g.functionAttributes(), g.functionAttributes()
		if before != "" {
			before = before[1:] + " "
		}
		g.line("%s%s%s %s(%s)%s;", before, g.pick("", "", "extern "), g.result(), name, g.parameters(5), after)
	}
}

// narrow tells whether a parameter is of a type that a call without a prototype passes as another.
func narrow(parameters string) bool {
	for _, word := range []string{"char", "short", "float", "_Bool", "8_t", "16_t", "enum", "t"} {
		if strings.Contains(parameters, word) {
			return true
		}
	}
	return false
}

func (g *generator) functionAttributes() string {
	if !g.chance(15) {
		return ""
	}
	return " " + g.pick("__attribute__((noinline))", "__attribute__((unused, cold, used))", "__attribute__((weak))", "__attribute__((section(\".fast\")))",
		"__attribute__((deprecated(\"no\")))", "__attribute__((long_call, noinline, deprecated))", "__attribute__((visibility(\"hidden\")))",
		"__attribute__((noclone)) __attribute__((cold))")
}

// result returns the result type of a function.
func (g *generator) result() string {
	switch {
	case g.chance(25):
		return "void"
	case g.chance(10) && len(g.nested) > 0:
		return g.pick(g.nested...)
	case g.chance(10) && len(g.enums) > 0:
		return g.pick(g.enums...)
	case g.chance(10) && len(g.functions) > 0:
		return g.pick(g.functions...) + " *"
	case g.chance(10):
		return g.pick("int *", "const char *const *", "volatile unsigned *", "struct opaque *")
	case g.chance(20) && len(g.scalars) > 0:
		return g.pick(g.scalars...)
	}
	return g.basic()
}

func (g *generator) parameters(limit int) string {
	n := g.Intn(limit + 1)
	if n == 0 {
		return "void"
	}
	var list []string
	for range n {
		list = append(list, g.parameter())
	}
	if g.chance(6) {
		list = append(list, "...")
	}
	return strings.Join(list, ", ")
}

func (g *generator) namedParameters() string {
	return fmt.Sprintf("%s %s, %s *%s", g.pick("int", "unsigned char", "long long"), g.name("a"), g.pick("char", "const int"), g.name("a"))
}

// parameter writes one parameter, with or without a name.
func (g *generator) parameter() string {
	name := ""
	if g.chance(70) {
		name = g.name("a")
	}
	attribute := g.pick("", "", "", "", "", "", " __attribute__((unused))")
	switch k := g.Intn(100); {
	case k < 8:
		return fmt.Sprintf("%s %s[%s]", g.element(), name, g.pick("", "3", "FOUR", "sizeof(int)"))
	case k < 12:
		return fmt.Sprintf("%s %s[%s][2]", g.element(), name, g.pick("", "3"))
	case k < 20:
		return fmt.Sprintf("%s (*%s)(%s)", g.pick("int", "void", "char *"), name, g.pick("void", "int", "void *arg", "int, ...", "char, short"))
	case k < 24 && name != "":
		return fmt.Sprintf("%s %s(%s)", g.pick("int", "void"), name, g.pick("void", "int", "void *arg"))
	case k < 30 && len(g.functions) > 0:
		return g.pick(g.functions...) + g.pick(" ", " *", " **") + name
	case k < 36 && len(g.arrays) > 0:
		return g.pick("", "const ") + g.pick(g.arrays...) + g.pick(" ", " *") + name
	case k < 44 && len(g.nested) > 0:
		return g.pick("", "const ") + g.pick(g.nested...) + g.pick(" ", " *", " *const ", " *restrict ") + name
	case k < 50 && len(g.enums) > 0:
		return g.pick(g.enums...) + g.pick(" ", " *") + name
	case k < 60 && len(g.scalars) > 0:
		return g.pick(g.scalars...) + g.pick(" ", " *", " const ") + name
	case k < 66:
		return g.pick("register ", "const ", "volatile ") + g.basic() + " " + name
	}
	text := g.basic() + " " + name
	if name != "" {
		text += attribute
	}
	return text
}

// declareVariable writes a variable without its semicolon.
func (g *generator) declareVariable(name string) string {
	switch k := g.Intn(100); {
	case k < 20:
		return fmt.Sprintf("%s %s[%s]", g.element(), name, g.length())
	case k < 35:
		return fmt.Sprintf("%s (*%s)(%s)", g.result(), name, g.parameters(2))
	case k < 45 && len(g.records) > 0:
		return g.pick(g.records...) + " " + name
	case k < 60:
		return g.pick("const ", "volatile ", "const volatile ") + g.basic() + " " + name
	}
	return g.basic() + " " + name
}
