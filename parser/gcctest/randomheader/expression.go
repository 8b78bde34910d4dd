package randomheader

import "fmt"

// constant writes a macro that stands for a constant, or for something that looks like one.
func (g *generator) constant() {
	name := g.name("C")
	switch k := g.Intn(100); {
	case k < 80:
		if g.chance(50) {
			g.line("#define %s (%s)", name, g.safely(3))
			g.integers = append(g.integers, name)
		} else {
			g.line("#define %s %s", name, g.wrapped(g.expression(3)))
		}
	case k < 90:
		g.line("#define %s %s", name, g.wrapped(g.floating(2)))
		g.floats = append(g.floats, name)
	case k < 96:
		g.line("#define %s %s", name, g.text())
	default:
		g.line("#define %s %s", name, g.pick("((void *)0x40000000)", "((struct opaque *)0)", "(*(volatile unsigned *)0x40001000)", "__LINE__", "__FILE__",
			"int", "do { } while (0)", "", "(1.0 / 0.0)", "(0.0 / 0.0)", "undefined_name", "__DATE__", "((uint8_t *)0x2000 + 4)", "u8\"x\"", "L\"x\"", "(1 / 0)"))
	}
}

func (g *generator) wrapped(e string) string {
	if g.chance(80) {
		return "(" + e + ")"
	}
	return e
}

func (g *generator) text() string {
	parts := []string{`""`, `"abc"`, `"a\n"`, `"\x41\102"`, `"tab\t\"q\""`, `"%d"`, `"a\0b"`, `"é"`}
	t := g.pick(parts...)
	if g.chance(30) {
		t += " " + g.pick(parts...)
	}
	if g.chance(20) {
		t = "(" + t + ")"
	}
	return t
}

// safely writes an expression without an overflow, which gcc does not take for a constant everywhere.
func (g *generator) safely(depth int) string {
	g.safe = true
	defer func() { g.safe = false }()
	return g.expression(depth)
}

// expression writes an integer constant expression, of the whole range of types and values. Divisors are positive and shifts are
// smaller than the width, so that gcc always has a value.
func (g *generator) expression(depth int) string {
	if depth == 0 || g.chance(20) {
		return g.leaf()
	}
	a := func() string { return g.expression(depth - 1) }
	left := a // of an operator that may overflow
	if g.safe {
		left = func() string { return "(unsigned long long)" + g.expression(depth-1) }
	}
	switch k := g.Intn(100); {
	case k < 25:
		return fmt.Sprintf("(%s %s %s)", left(), g.pick("+", "-", "*", "|", "&", "^"), a())
	case k < 33:
		return fmt.Sprintf("(%s %s ((%s & 7) + 1))", a(), g.pick("/", "%"), a())
	case k < 42:
		return fmt.Sprintf("(%s %s %s)", left(), g.pick("<<", ">>"), g.pick("1", "3", "7", "15", "31", "4u", "2LL"))
	case k < 52:
		return fmt.Sprintf("(%s %s %s)", a(), g.pick("<", ">", "<=", ">=", "==", "!=", "&&", "||"), a())
	case k < 60:
		return fmt.Sprintf("(%s ? %s : %s)", a(), a(), a())
	case k < 63:
		return fmt.Sprintf("(%s ?: %s)", a(), a())
	case k < 73:
		return g.pick("-", "~", "!", "+") + "(" + left() + ")"
	case k < 85:
		return fmt.Sprintf("(%s)(%s)", g.pick("char", "signed char", "unsigned char", "short", "unsigned short", "int", "unsigned", "long", "unsigned long",
			"long long", "unsigned long long", "_Bool", "uint8_t", "int8_t", "uint16_t", "int32_t", "uint64_t", "size_t"), a())
	case k < 89:
		return "sizeof(" + a() + ")"
	case k < 91:
		return fmt.Sprintf("__builtin_choose_expr(%s, %s, %s)", g.pick("0", "1", "sizeof(int) > 2", "-1"), a(), a())
	case k < 93:
		return fmt.Sprintf("(int)(%s)", g.pick("1.5", "-2.5f", "(1.5 * 4)", "(3 / 2.0)", "2.999L", ".5e1"))
	case k < 94 && !g.safe: // the length of an array must not compare floating values
		return fmt.Sprintf("(%s %s %s)", g.pick("1.5", "2", "2.0f"), g.pick("<", ">=", "==", "&&"), g.pick("1.5", "2u", "0.5L"))
	case k < 96:
		return "__extension__ " + g.leaf()
	case k < 98:
		return fmt.Sprintf("_Generic(%s, int: %s, unsigned: %s, default: %s)", a(), a(), a(), a())
	}
	return fmt.Sprintf("sizeof(__typeof__(%s))", a())
}

func (g *generator) leaf() string {
	switch {
	case g.chance(25) && len(g.integers) > 0:
		return g.pick(g.integers...)
	case g.chance(10) && len(g.records) > 0:
		r := g.pick(g.records...)
		return g.pick("sizeof(", "_Alignof(", "__alignof__(") + r + ")"
	}
	return g.pick("0", "1", "2", "7", "10u", "0x10", "0xff", "0x7fff", "0xffff", "100000", "2147483647", "2147483648", "4294967295", "4294967296",
		"0x7fffffff", "0x80000000", "0xffffffff", "0x100000000", "0x7fffffffffffffff", "0x8000000000000000", "0xffffffffffffffff", "1u", "1l", "1ul", "1ll",
		"1ull", "1LLU", "0xFFu", "017", "0b101", "0B11u", "'a'", "'\\n'", "'\\xff'", "'\\377'", "'ab'", "'RIFF'", "L'x'", "u'x'", "U'x'", "sizeof(int)",
		"sizeof(long long)", "sizeof(1.0f)", "sizeof('a')", "sizeof \"abc\"", "sizeof(L\"ab\")", "sizeof(void *)", "sizeof(struct { char c; int i; })",
		"INT32_MAX", "UINT32_MAX", "INT64_MIN", "UINT64_C(5)", "INT8_MIN", "SIZE_MAX", "FOUR", "__INT_MAX__", "__CHAR_BIT__",
		"_Alignof(long long)", "__builtin_types_compatible_p(int, long)", "__builtin_constant_p(1)", "sizeof(int[3])", "sizeof(int (*)(void))")
}

// floating writes a constant expression of a floating type.
func (g *generator) floating(depth int) string {
	if depth == 0 || g.chance(30) {
		return g.pick("1.5", "1.5f", "1.5L", "0.1", "0.1f", "1e10", "1e-10f", "0x1.8p3", ".5", "5.", "3.14159265358979", "1e300", "16777217.0f", "2.0e0L", "0.0", "100.0f")
	}
	a := func() string { return g.floating(depth - 1) }
	switch k := g.Intn(100); {
	case k < 50:
		return fmt.Sprintf("(%s %s %s)", a(), g.pick("+", "-", "*"), a())
	case k < 60:
		return fmt.Sprintf("(%s / %s)", a(), g.pick("2.0", "3", "0.7f", "7u"))
	case k < 70:
		return fmt.Sprintf("(%s)(%s)", g.pick("float", "double", "long double"), a())
	case k < 80:
		return "-" + a()
	case k < 90:
		return fmt.Sprintf("(%s ? %s : %s)", g.pick("1", "0", "1.5", "2 > 1"), a(), a())
	}
	return fmt.Sprintf("(%s %s %s)", a(), g.pick("+", "*", "-"), g.pick("1", "2u", "3LL", "'a'"))
}
