// Package randomheader writes random C headers that gcc takes without an error: records with attributes in every place and packing
// in every spelling, enums, constants in all forms of expressions, and prototypes. What they mean is for gcc to say.
package randomheader

import (
	"fmt"
	"math/rand"
	"strings"
)

// Size is how much a header has of each kind.
type Size struct {
	Records, Constants, Prototypes int
}

// Header returns the text of a header. It depends on nothing but the arguments.
func Header(seed int64, size Size) string {
	g := &generator{Rand: rand.New(rand.NewSource(seed))}
	g.line("#include <stddef.h>")
	g.line("#include <stdint.h>")
	g.line("struct opaque;")
	g.line("#define STR2(x) #x")
	g.line("#define STR(x) STR2(x)")
	g.line("#define PACKED_BEGIN _Pragma(\"pack(push, 1)\")")
	g.line("#define PACKED_END _Pragma(\"pack(pop)\")")
	g.line("#define PACK(n) _Pragma(STR(pack(push, n)))")
	g.line("#define ATTR(x) __attribute__((x))")
	g.line("#define FOUR 4")
	g.enum()
	for i := range max(size.Records, size.Constants, size.Prototypes) {
		if i < size.Records {
			g.topLevel()
		}
		if i < size.Constants {
			g.constant()
		}
		if i < size.Prototypes {
			g.prototype()
		}
	}
	return g.String()
}

// generator writes a header and remembers what later declarations may use.
type generator struct {
	*rand.Rand
	strings.Builder
	n         int      // for names that are each used once
	records   []string // complete types that are records
	nested    []string // those of them that hold few others, so that sizes stay small
	scalars   []string // names of typedefs of integers, floats and pointers
	functions []string // names of typedefs of functions
	arrays    []string // names of typedefs of arrays
	enums     []string // enum types
	integers  []string // names of constants: enumerators, and macros without an overflow
	safe      bool     // what is written must not overflow
	members   []string // offsetof and sizeof of members
	floats    []string // macros of floating type
}

func (g *generator) chance(percent int) bool { return g.Intn(100) < percent }

func (g *generator) pick(list ...string) string {
	if len(list) == 0 {
		return "int"
	}
	return list[g.Intn(len(list))]
}

func (g *generator) line(format string, args ...any) { fmt.Fprintf(g, format+"\n", args...) }

// name returns a new name; now and then one with letters beyond ASCII.
func (g *generator) name(prefix string) string {
	g.n++
	if g.chance(2) {
		return fmt.Sprintf("%s_é%d", prefix, g.n)
	}
	return fmt.Sprintf("%s%d", prefix, g.n)
}

// topLevel writes a record, and before it now and then something that it or a later one can use.
func (g *generator) topLevel() {
	if g.chance(15) {
		g.enum()
	}
	if g.chance(20) {
		g.typedef()
	}
	if g.chance(3) {
		g.line("%s", g.pick("#pragma GCC diagnostic push", "#pragma once_more", "/* a comment */ // and another", "#ident \"text\"", ";",
			"_Static_assert(1, \"always\");", "#if 0\n#pragma pack(1)\n' \"\n#endif", "#pragma GCC diagnostic ignored \"-Wpacked\"",
			"/*\n#pragma pack(1)\n*/", "#pragma STDC FP_CONTRACT ON", "_Pragma(\"GCC diagnostic push\")", "#warning nothing"))
	}
	open, end := g.packing()
	fmt.Fprint(g, open)
	g.record()
	fmt.Fprint(g, end)
}

// packing returns a way to pack what is between two texts, or not to.
func (g *generator) packing() (open, end string) {
	if g.chance(65) {
		return "", ""
	}
	n := g.pick("1", "2", "4", "8", "16")
	label := g.name("label")
	ways := [][2]string{
		{"#pragma pack(" + n + ")\n", "#pragma pack()\n"},
		{"#pragma pack(push, " + n + ")\n", "#pragma pack(pop)\n"},
		{"#pragma pack ( push , 0x" + map[string]string{"1": "1", "2": "2", "4": "4", "8": "8", "16": "10"}[n] + " )\n", "#pragma pack ( pop )\n"},
		{"#pragma pack(push)\n#pragma pack(" + n + ")\n", "#pragma pack(pop)\n"},
		{"#pragma pack(push, " + label + ", " + n + ")\n#pragma pack(push, 1)\n#pragma pack(2)\n#pragma pack(pop)\n", "#pragma pack(pop, " + label + ")\n"},
		{"#pragma pack(push, " + label + ", 2)\n#pragma pack(push, " + n + ")\n", "#pragma pack(pop, " + label + ")\n"},
		{"_Pragma(\"pack(push, " + n + ")\")\n", "_Pragma(\"pack(pop)\")\n"},
		{"_Pragma(\"pack(" + n + ")\") ", " _Pragma(\"pack()\")\n"},
		{"PACKED_BEGIN\n", "PACKED_END\n"},
		{"PACK(" + n + ")\n", "PACKED_END\n"},
		{"#pragma pack(FOUR)\n", "#pragma pack()\n"},
		{"#pragma pack(push, FOUR) // comment\n", "#pragma pack(pop) /* comment */\n"},
		{"#  pragma  pack(" + n + ") /* a comment of\ntwo lines */\n", "#pragma /* here */ pack /* there */ ()\n"},
		{"#pragma \\\n pack(push, \\\n " + n + ")\n", "#pragma pack(pop) trailing\n"},
		{"/* before */ #pragma pack(" + n + ")\n", "#pragma pack(0)\n#pragma pack()\n"},
		{"#pragma pack(3)\n#pragma pack(" + n + "u)\n", "#pragma pack()\n"},
		{"#pragma pack(push, 1)\n#pragma pack(push, 2)\n#pragma pack(pop, nothing)\n#pragma pack(pop)\n", "#pragma pack(pop)\n"},
		{"%:pragma pack(push, " + n + ")\n", "%:pragma pack(pop)\n"},
		{"#pragma pack(" + n + ")\n#if 1\n#pragma pack(push)\n#else\n#pragma pack(1)\n#endif\n", "#pragma pack(pop)\n#pragma pack()\n"},
	}
	way := ways[g.Intn(len(ways))]
	return way[0], way[1]
}
