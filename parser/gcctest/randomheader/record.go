package randomheader

import (
	"fmt"
	"strings"
)

// record writes a record with a tag, or one without for a typedef.
func (g *generator) record() {
	if g.chance(25) {
		g.typedefRecord()
		return
	}
	keyword, tag := g.keyword(), g.name("r")
	text, simple := g.body(keyword, tag, 0)
	tail := g.attributes(18, false)
	if g.chance(4) {
		tail += " " + g.name("v")
		text = "extern " + text
	}
	g.line("%s%s;", text, tail)
	g.remember(keyword+" "+tag, simple)
}

func (g *generator) typedefRecord() {
	keyword, name, tag := g.keyword(), g.name("t"), ""
	if g.chance(50) {
		tag = g.name("r")
	}
	text, simple := g.body(keyword, tag, 0)
	names := name
	if g.chance(30) {
		names += ", *" + g.name("p")
	}
	g.line("typedef %s%s %s;", text, g.attributes(18, false), names)
	g.remember(name, simple)
}

// remember lets later declarations use a record.
func (g *generator) remember(name string, simple bool) {
	g.records = append(g.records, name)
	if simple {
		g.nested = append(g.nested, name)
	}
}

func (g *generator) keyword() string {
	if g.chance(18) {
		return "union"
	}
	return "struct"
}

// body writes a record up to its closing brace and tells whether it holds no other record.
func (g *generator) body(keyword, tag string, level int) (text string, simple bool) {
	var b strings.Builder
	b.WriteString(keyword)
	if a := g.bracketed(4); a != "" {
		b.WriteString(" " + a)
	}
	b.WriteString(g.attributes(15, false))
	if tag != "" {
		b.WriteString(" " + tag)
	}
	b.WriteString(" {\n")
	indent := strings.Repeat("\t", level+1)
	simple = true
	count := 1 + g.Intn(7)
	if level > 0 {
		count = 1 + g.Intn(3)
	}
	for range count {
		member, plain := g.member(level, tag)
		simple = simple && plain
		b.WriteString(indent + member + "\n")
	}
	if keyword == "struct" && level == 0 && g.chance(5) {
		fmt.Fprintf(&b, "%sint %s;\n%s%s %s[];\n", indent, g.name("m"), indent, g.element(), g.name("m")) // not alone
		simple = false
	}
	b.WriteString(indent[1:] + "}")
	return b.String(), simple
}

// member writes the declaration of one or more members.
func (g *generator) member(level int, tag string) (text string, simple bool) {
	switch k := g.Intn(100); {
	case k < 28:
		return g.bitFields(), true
	case k < 36 && level < 3:
		in, _ := g.body(g.keyword(), "", level+1)
		return in + g.attributes(12, false) + ";", false
	case k < 41 && level < 3:
		tag := ""
		if g.chance(40) {
			tag = g.name("i")
		}
		in, _ := g.body(g.keyword(), tag, level+1)
		return in + g.attributes(10, false) + " " + g.name("m") + g.attributes(10, true) + ";", false
	case k < 46 && len(g.nested) > 0:
		return g.declare(g.pick(g.nested...), false) + ";", false
	case k < 48:
		return "enum { " + g.name("E") + ", " + g.name("E") + " = " + g.pick("1", "300", "-1", "70000") + " } " + g.name("m") + ";", true
	case k < 50:
		return g.pick("_Alignas(8) ", "_Alignas(double) ", "_Alignas(16) ", "_Alignas(4) _Alignas(8) ") + g.pick("char ", "short ", "int ") + g.name("m") + ";", true
	case k < 52:
		return "_Static_assert(sizeof(int) == 4, \"int\");", true
	case k < 53:
		return g.pick("double _Complex ", "float _Complex ", "int __attribute__((vector_size(8))) ") + g.name("m") + ";", true
	}
	base, plain := g.scalar()
	text = g.declare(base, plain)
	if !strings.HasSuffix(base, "*") && g.chance(15) {
		text += ", " + g.declarator(plain)
		if g.chance(30) {
			text += ", " + g.declarator(plain)
		}
	}
	if g.chance(2) {
		text = "__extension__ " + text
	}
	return text + ";", true
}

// declare writes specifiers and one declarator, with attributes in all places. Only of a plain type there may be arrays and functions.
func (g *generator) declare(base string, plain bool) string {
	var b strings.Builder
	if a := g.bracketed(2); a != "" {
		b.WriteString(a + " ")
	}
	if a := g.attributes(6, true); a != "" {
		b.WriteString(a[1:] + " ")
	}
	words := []string{base}
	if g.chance(15) {
		words = append(words, g.pick("const", "volatile", "const volatile"))
		if g.chance(50) {
			words[0], words[1] = words[1], words[0]
		}
	}
	b.WriteString(words[0])
	b.WriteString(g.attributes(5, true))
	if len(words) > 1 {
		b.WriteString(" " + words[1] + g.attributes(4, true))
	}
	b.WriteString(" " + g.declarator(plain))
	return b.String()
}

// declarator writes the declarator of a member.
func (g *generator) declarator(plain bool) string {
	name := g.name("m")
	stars := ""
	if g.chance(15) {
		stars = "*" + g.attributes(10, true) + g.pick("", " const ", " volatile ", " ")
		if g.chance(20) {
			stars += "*"
		}
	}
	d := stars + name
	switch {
	case plain && g.chance(10):
		d = fmt.Sprintf("(*%s %s)(%s)", g.attributes(10, true), name, g.parameters(3))
	case plain && stars == "" && g.chance(20):
		d += "[" + g.length() + "]"
	}
	return d + g.attributes(10, true)
}

// length is an array length: a constant expression of a small positive number.
func (g *generator) length() string {
	switch {
	case g.chance(50):
		return g.pick("1", "2", "3", "4", "7", "0x4", "'\\4'", "FOUR", "sizeof(int)", "(int)2.9", "1 ? 2 : 3", "010")
	case len(g.members) > 0 && g.chance(30):
		return g.pick(g.members...) + " % 5 + 1"
	}
	return "((" + g.safely(2) + ") & 3) + 1"
}

// bitFields writes a run of bit-fields, some in one declaration.
func (g *generator) bitFields() string {
	types := map[string]int{"unsigned": 32, "int": 32, "unsigned char": 8, "signed char": 8, "char": 8, "short": 16, "unsigned short": 16,
		"long": 32, "unsigned long": 32, "long long": 64, "unsigned long long": 64, "_Bool": 1, "uint8_t": 8, "uint16_t": 16, "uint32_t": 32,
		"int8_t": 8, "int16_t": 16, "int64_t": 64, "uint64_t": 64, "const unsigned": 32, "volatile uint8_t": 8}
	var list []string
	for range 1 + g.Intn(4) {
		t := g.pick("unsigned", "unsigned", "int", "unsigned char", "signed char", "char", "short", "unsigned short", "long", "unsigned long", "long long",
			"unsigned long long", "_Bool", "uint8_t", "uint16_t", "uint32_t", "int8_t", "int16_t", "int64_t", "uint64_t", "const unsigned", "volatile uint8_t")
		var fields []string
		for range 1 + g.Intn(3)*g.Intn(2) {
			fields = append(fields, g.bitField(types[t]))
		}
		before := ""
		if a := g.attributes(4, true); a != "" {
			before = a[1:] + " "
		}
		list = append(list, before+t+g.attributes(3, true)+" "+strings.Join(fields, ", ")+";")
	}
	return strings.Join(list, " ")
}

func (g *generator) bitField(limit int) string {
	width := 1 + g.Intn(limit)
	switch {
	case g.chance(10):
		return ":" + fmt.Sprint(width)
	case g.chance(7):
		return ":0"
	case g.chance(15):
		width = limit
	}
	text := fmt.Sprint(width)
	if g.chance(15) {
		text = g.pick(fmt.Sprintf("(%d)", width), fmt.Sprintf("%d + %d", width-1, 1), fmt.Sprintf("%#x", width), fmt.Sprintf("1 ? %d : -1", width))
	}
	return g.name("b") + g.pick(":", " : ") + text + g.attributes(7, true)
}

// element returns a type that an array may be of.
func (g *generator) element() string {
	return g.pick("char", "short", "int", "long long", "double", "unsigned", "uint8_t", "void *", "float", "_Bool")
}

// scalar returns a type that is no record, and whether it is a plain one without attributes.
func (g *generator) scalar() (name string, plain bool) {
	switch {
	case g.chance(20) && len(g.scalars) > 0:
		return g.pick(g.scalars...), false
	case g.chance(15) && len(g.enums) > 0:
		return g.pick(g.enums...), false
	case g.chance(10) && len(g.arrays) > 0:
		return g.pick(g.arrays...), false
	}
	base := g.basic()
	return base, !strings.HasSuffix(base, "*") // an attribute behind the star would be of the elements
}

func (g *generator) basic() string {
	return g.pick("char", "signed char", "unsigned char", "short", "unsigned short int", "int", "unsigned", "long", "long unsigned int", "long long",
		"unsigned long long", "float", "double", "long double", "_Bool", "uint8_t", "int16_t", "uint32_t", "uint64_t", "size_t", "intptr_t", "short int",
		"int long unsigned", "void *", "char *", "const char *", "struct opaque *")
}
