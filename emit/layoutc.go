package emit

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/raw"
)

// CFiles returns the C files made of the user's own headers, by path below the generated package: the layout that the BSP's
// compiler must confirm, and the functions that stand for what Go cannot call.
func CFiles(p *plan.Package) map[string][]byte {
	out := map[string][]byte{"c/rttgo_layout.c": layoutC(p)}
	if shims := shimsC(p); shims != nil {
		out["c/rttgo_shims.c"] = shims
	}
	if program := programC(p); program != nil {
		out[ProgramFile] = program
	}
	return out
}

// cHeader starts a C file. Its comments are those of every C: a BSP may compile with -std=c89.
func cHeader(p *plan.Package, about ...string) *strings.Builder {
	var b strings.Builder
	b.WriteString("/* " + strings.Join(p.Header(), "\n * ") + " */\n\n")
	b.WriteString("/* " + strings.Join(about, "\n * ") + " */\n")
	return &b
}

// includes names what the package was generated from.
func includes(b *strings.Builder, p *plan.Package) {
	for _, h := range p.API.Headers {
		fmt.Fprintf(b, "#include <%s>\n", path.Clean(h))
	}
}

// layoutC makes the compiler of the BSP confirm every size, offset and constant that Go code was compiled with. What a whole build
// can have different comes first: where that differs the rest is left out, which would tell nothing but its consequences.
func layoutC(p *plan.Package) []byte {
	b := cHeader(p,
		"The C compiler of the BSP confirms here what the Go code assumes: first the build as a whole, then constants, sizes",
		"and offsets. Nothing is compiled in.")
	facts := factsC(p.Raw)
	b.WriteString(layoutBase)
	for _, blame := range []struct{ name, text string }{{stale, staleText}, {library, libraryText}} {
		if strings.Contains(facts, blame.name) { // a BSP may compile with -Wunused-macros
			fmt.Fprintf(b, "#define %s \\\n    %s\n", blame.name, cString(blame.text))
		}
	}
	b.WriteString("\n/* The compiler. */\n")
	differs(b, p.Raw.Build.Compiler)
	b.WriteString("\n#ifndef RTTGO_ANOTHER_BUILD\n\n" + raw.PackingProbe + "\n\n")
	includes(b, p)
	if len(p.Raw.Build.Macros) > 0 {
		b.WriteString("\n/* The configuration. */\n")
		differs(b, p.Raw.Build.Macros)
	}
	b.WriteString("\n#endif\n#ifndef RTTGO_ANOTHER_BUILD\n\n")
	sameBuild(b, p.Raw.Build.Types)
	b.WriteString(facts)
	b.WriteString("\n#endif\n")
	return []byte(b.String())
}

// differs tells what is different in another build, by its macros.
func differs(b *strings.Builder, facts []raw.CFact) {
	for _, f := range facts {
		fmt.Fprintf(b, "#if %s\n#error %s\n#define RTTGO_ANOTHER_BUILD\n#endif\n", f.Differs, cString(f.Message))
	}
}

// sameBuild tells it by its types. RTTGO_SAME keeps the assertions behind it from telling the consequences.
func sameBuild(b *strings.Builder, facts []raw.CFact) {
	var all []string
	for _, f := range facts {
		all = append(all, "("+f.Is+")")
		fmt.Fprintf(b, "__extension__ _Static_assert(%s, %s);\n", f.Is, cString(f.Message))
	}
	fmt.Fprintf(b, "enum { RTTGO_SAME = %s };\n", strings.Join(all, " && "))
}

// cString is a string literal. What it says is ours: there is little to escape.
func cString(s string) string {
	return `"` + strings.ReplaceAll(strings.ReplaceAll(s, `\`, `\\`), `"`, `\"`) + `"`
}

// Assertions are written out rather than made by macros: gcc adds three notes to each message for every macro around it.
// __extension__ is for -std=c99 -Wpedantic, and for constants that are none by the letter of the standard.
const layoutBase = `
#if defined(__CC_ARM) /* armcc 5 has no static assertions */
#include <stddef.h>
#define RTTGO_JOIN(a, b) a##b
#define RTTGO_LINE(a, b) RTTGO_JOIN(a, b)
#define _Static_assert(c, message) extern char RTTGO_LINE(rttgo_assert_, __LINE__)[(c) ? 1 : -1]
#define __builtin_offsetof(type, member) offsetof(type, member)
#define __extension__
#elif defined(__GNUC__) /* what a constant or a type is made of is the business of its header */
#pragma GCC diagnostic ignored "-Wunused-value"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#pragma GCC diagnostic ignored "-Wmultichar"
#endif
`

// How a message goes on, which says what to do: stale if rtconfig.h or a header has changed, library if the C library is another.
const (
	stale     = "RTTGO_STALE"
	staleText = ": run rttgen generate; if that changes nothing, this build gives its compiler macros or directories " +
		"that rttgen does not know: write them under defines: and includes: in rttgen.yaml"
	library     = "RTTGO_LIBRARY"
	libraryText = ": this build has another C library than the Go bindings: write its macros under defines: and its directory under " +
		"includes: in rttgen.yaml, then run rttgen generate"
)

// assert has the compiler confirm that an expression, as the user knows it, is a number.
func assert(b *strings.Builder, shown, expr, n, blame string) {
	fmt.Fprintf(b, "__extension__ _Static_assert(!RTTGO_SAME || (%s == %s), %s %s);\n",
		expr, n, cString(shown+" is not "+strings.TrimRight(n, "UL")), blame)
}

func assertSize(b *strings.Builder, c string, n int, blame string) {
	size := "sizeof(" + c + ")"
	assert(b, size, size, strconv.Itoa(n), blame)
}

// factsC asserts what the bindings use of constants, types and records. Constants come first: the macros among them may have the
// name of a member, and must not have it any more where the member is named.
func factsC(raw *raw.Package) string {
	var b strings.Builder
	for _, g := range raw.Consts {
		constantsC(&b, g)
	}
	if slices.ContainsFunc(raw.Addresses, addressChecked) {
		b.WriteByte('\n')
	}
	for _, a := range raw.Addresses {
		if addressChecked(a) {
			addressC(&b, a.C, fmt.Sprintf("0x%x", a.Address))
		}
	}
	if len(raw.HiddenLayout) > 0 {
		b.WriteString("\n/* Macros with the name of a type or a member. */\n")
	}
	for _, name := range raw.HiddenLayout {
		fmt.Fprintf(&b, "#undef %s\n", name)
	}
	if len(raw.Scalars) > 0 {
		b.WriteByte('\n')
	}
	for _, s := range raw.Scalars {
		assertSize(&b, s.C, s.Size, blame(s.Library))
	}
	recordsC(&b, raw)
	if len(raw.Enums) > 0 {
		b.WriteByte('\n')
	}
	for _, e := range raw.Enums {
		if e.Enum.Complete && !e.Enum.Prototype {
			assertSize(&b, e.C, e.Type.Size, stale)
		}
	}
	return b.String()
}

// addressChecked tells what a compiler can compare: the address of an object is no constant expression in C.
func addressChecked(a *raw.Address) bool { return !a.Lvalue }

func recordsC(b *strings.Builder, raw *raw.Package) {
	for _, r := range raw.Records {
		if r.C == "" || r.Opaque {
			continue
		}
		by := blame(strings.HasPrefix(r.Pos.File, "<"))
		b.WriteByte('\n')
		assertSize(b, r.C, r.Size, by)
		for _, m := range r.Members {
			member := "(" + r.C + ", " + m.Path + ")"
			assert(b, "offsetof"+member, "__builtin_offsetof"+member, strconv.Itoa(m.Offset), by)
		}
	}
}

func blame(isLibrary bool) string {
	if isLibrary {
		return library
	}
	return stale
}

// addressC asserts the number of a pointer.
func addressC(b *strings.Builder, c, n string) { assert(b, c, "(unsigned long)("+c+")", n, stale) }

func constantsC(b *strings.Builder, g *raw.ConstGroup) {
	first := true
	for _, c := range g.Consts {
		if c.Check == "" {
			continue
		}
		if first {
			b.WriteByte('\n')
			first = false
		}
		if c.Type != nil {
			addressC(b, c.C, c.Check)
			continue
		}
		assert(b, c.C, valueC(c), c.Check, stale)
	}
}

// valueC is a constant in a type in which its value is compared, not its bits: -1 is not 0xFFFFFFFF.
func valueC(c raw.Const) string {
	if strings.HasSuffix(c.Check, "ULL") {
		return "(" + c.C + ") > 0 && (unsigned long long)(" + c.C + ")"
	}
	return "(long long)(" + c.C + ")"
}
