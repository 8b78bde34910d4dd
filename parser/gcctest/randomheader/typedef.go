package randomheader

import "fmt"

// typedef writes a typedef that is not of a record: of a scalar with attributes, an array, a pointer or a function.
func (g *generator) typedef() {
	name := g.name("t")
	switch k := g.Intn(100); {
	case k < 30:
		before, after := g.attributes(15, true), g.attributes(30, true)
		g.line("typedef%s %s %s%s;", before, g.basic(), name, after)
		g.scalars = append(g.scalars, name)
	case k < 42:
		mode := g.pick("int QI", "unsigned HI", "int SI", "unsigned DI", "int DI", "float SF", "float DF", "unsigned word", "int byte", "unsigned __QI__")
		var base, m string
		fmt.Sscan(mode, &base, &m)
		if g.chance(50) {
			g.line("typedef %s %s __attribute__((%s(%s)));", base, name, g.pick("mode", "__mode__"), m)
		} else {
			g.line("typedef %s __attribute__((mode(%s))) %s;", base, m, name)
		}
		g.scalars = append(g.scalars, name)
	case k < 55:
		other := g.name("t")
		g.line("typedef %s %s%s, %s%s;", g.pick("int", "short", "char", "double"), name, g.attributes(30, true), other, g.attributes(30, true))
		g.scalars = append(g.scalars, name, other)
	case k < 70:
		g.line("typedef %s %s[%s];", g.element(), name, g.length())
		g.arrays = append(g.arrays, name)
	case k < 85:
		g.line("typedef %s %s(%s);", g.result(), name, g.parameters(3))
		g.functions = append(g.functions, name)
	case k < 92:
		g.line("typedef %s (*%s%s)(%s);", g.result(), g.attributes(10, true), name, g.parameters(3))
		g.scalars = append(g.scalars, name)
	default:
		g.line("%s typedef %s;", g.pick("long unsigned", "char", "const int"), name)
		g.scalars = append(g.scalars, name)
	}
}

// enum writes an enum.
func (g *generator) enum() {
	tag := g.name("e")
	head := "enum" + g.pick("", "", "", " __attribute__((packed))", " __attribute__((__packed__))", " [[gnu::packed]]") + " " + tag
	tail := g.pick("", "", "", "", " __attribute__((packed))", " __attribute__((aligned(2)))")
	if g.chance(90) {
		tail = g.pick("", "", " __attribute__((packed))")
	}
	value := g.enumerator
	if g.chance(7) { // beyond long long, so that nothing may be negative
		value = func() string {
			return g.pick("0x8000000000000000ULL", "0xfffffffffffffff0", "1ull << 63", "3", "0x7ffffff0")
		}
	}
	var list []string
	for range 1 + g.Intn(5) {
		name := g.name("E")
		text := name + g.pick("", "", "", "", " __attribute__((deprecated))", " [[maybe_unused]]")
		if g.chance(60) {
			text += " = " + value()
		}
		list = append(list, text)
		g.integers = append(g.integers, name)
	}
	text := fmt.Sprintf("%s { ", head)
	for i, e := range list {
		if i > 0 {
			text += ", "
		}
		text += e
	}
	g.line("%s%s }%s;", text, g.pick("", ","), tail)
	g.enums = append(g.enums, "enum "+tag)
	if g.chance(30) {
		name := g.name("t")
		g.line("typedef enum { %s = %s, %s } %s;", g.name("E"), g.enumerator(), g.name("E"), name)
		g.enums = append(g.enums, name)
	}
}

// enumerator returns a value, none so large that the next one overflows.
func (g *generator) enumerator() string {
	if g.chance(30) {
		return "(" + g.safely(2) + ") & 0xffff"
	}
	return g.pick("0", "1", "-1", "127", "128", "-128", "-129", "255", "256", "32767", "65535", "65536", "-32769", "0x7ffffff0", "0x80000000",
		"0xfffffff0", "0x100000000", "-0x80000000LL", "-0x80000001LL", "0x7ffffffffffffff0", "'a'", "'\\xff'", "'ab'", "L'x'",
		"sizeof(int)", "1 ? 5 : 0u", "(int)1.5", "1 << 20")
}
