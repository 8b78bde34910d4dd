package randomheader

import (
	"fmt"
	"strings"
)

// attributes returns attribute specifiers for a record or a member, "" most often. Each has a blank in front.
func (g *generator) attributes(percent int, member bool) string {
	if !g.chance(percent) {
		return ""
	}
	var b strings.Builder
	for range 1 + g.Intn(2)*g.Intn(2) {
		b.WriteString(" " + g.specifier(member))
	}
	return b.String()
}

func (g *generator) specifier(member bool) string {
	var list []string
	for range 1 + g.Intn(4)*g.Intn(2) {
		list = append(list, g.attribute(member))
	}
	if g.chance(3) {
		list = append(list, "")
	}
	body := strings.Join(list, g.pick(", ", ",", " , "))
	switch {
	case len(list) == 1 && g.chance(10):
		return "ATTR(" + body + ")"
	case g.chance(20):
		return "__attribute ((" + body + "))"
	}
	return g.pick("__attribute__((", "__attribute__ (( ", "__attribute__((\n") + body + "))"
}

func (g *generator) attribute(member bool) string {
	switch k := g.Intn(100); {
	case k < 35:
		return g.pick("packed", "__packed__")
	case k < 70:
		return fmt.Sprintf(g.pick("aligned(%s)", "__aligned__(%s)", "aligned (%s)"), g.alignment())
	case k < 75:
		return g.pick("aligned", "__aligned__")
	case member:
		return g.pick("unused", "deprecated", "__unused__", "deprecated(\"do not\")")
	}
	return g.pick("unused", "deprecated", "may_alias", "__may_alias__", "deprecated(\"a, (b)\")")
}

func (g *generator) alignment() string {
	return g.pick("1", "2", "4", "8", "16", "32", "0x8", "1 << 2", "sizeof(int)", "sizeof(long long) * 2", "FOUR", "__alignof__(double)",
		"sizeof(char) == 1 ? 8 : 2", "_Alignof(short)")
}

// bracketed returns an attribute in double brackets.
func (g *generator) bracketed(percent int) string {
	if !g.chance(percent) {
		return ""
	}
	return g.pick("[[gnu::packed]]", "[[gnu::aligned(8)]]", "[[gnu::packed, gnu::aligned(2)]]", "[[maybe_unused]]", "[[deprecated]]", "[[]]",
		"[[__gnu__::__packed__]]", "[[gnu::aligned(16)]] [[gnu::unused]]")
}
