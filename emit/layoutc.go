package emit

import (
	"fmt"
	"path"
	"strings"

	"github.com/rttgen/rttgen/plan"
)

// CFiles returns the C files made of the user's own headers, by path below the generated package: the layout that the BSP's
// compiler must confirm, and the functions that stand for what Go cannot call.
func CFiles(p *plan.Package) map[string][]byte {
	out := map[string][]byte{"c/rttgo_layout.c": layoutC(p)}
	if shims := shimsC(p); shims != nil {
		out["c/rttgo_shims.c"] = shims
	}
	return out
}

// cHeader starts a C file that includes what the package was generated from.
func cHeader(p *plan.Package, about ...string) *strings.Builder {
	var b strings.Builder
	for _, line := range headerLines(p) {
		b.WriteString("// " + line + "\n")
	}
	b.WriteByte('\n')
	for _, line := range about {
		b.WriteString("// " + line + "\n")
	}
	b.WriteByte('\n')
	for _, h := range p.API.Headers {
		fmt.Fprintf(&b, "#include <%s>\n", path.Clean(h))
	}
	return &b
}

// layoutMacros name in each message what does not match, in words of the user's own code.
const layoutMacros = `#include <stddef.h>

#if defined(__CC_ARM) /* armcc 5 has no static assertions */
#define RTTGO_JOIN(a, b) a##b
#define RTTGO_LINE(a, b) RTTGO_JOIN(a, b)
#define RTTGO_CHECK(c, message) extern char RTTGO_LINE(rttgo_check_, __LINE__)[(c) ? 1 : -1]
#else
#define RTTGO_CHECK(c, message) _Static_assert(c, message)
#endif

#define RTTGO_STALE ": the Go bindings are of another configuration, run rttgen generate"
#define RTTGO_SIZE(type, n) RTTGO_CHECK(sizeof(type) == (n), "sizeof(" #type ") is not " #n RTTGO_STALE)
#define RTTGO_OFFSET(type, member, n) \
    RTTGO_CHECK(offsetof(type, member) == (n), "offsetof(" #type ", " #member ") is not " #n RTTGO_STALE)
#define RTTGO_VALUE(constant, n) RTTGO_CHECK((constant) == (n), #constant " is not " #n RTTGO_STALE)
`

// layoutC makes the compiler of the BSP confirm every size, offset and constant that Go code was compiled with.
func layoutC(p *plan.Package) []byte {
	b := cHeader(p,
		"The C compiler of the BSP confirms here what the Go code assumes: sizes, offsets, constants. Nothing is compiled in.")
	b.WriteString(layoutMacros)
	for _, r := range p.Raw.Records {
		if r.C == "" || r.Opaque {
			continue
		}
		fmt.Fprintf(b, "\nRTTGO_SIZE(%s, %d);\n", r.C, r.Size)
		for _, m := range r.Members {
			fmt.Fprintf(b, "RTTGO_OFFSET(%s, %s, %d);\n", r.C, m.Path, m.Offset)
		}
	}
	b.WriteByte('\n')
	for _, e := range p.Raw.Enums {
		fmt.Fprintf(b, "RTTGO_SIZE(%s, %d);\n", e.C, e.Type.Size)
	}
	for _, g := range p.Raw.Consts {
		constantsC(b, g)
	}
	return []byte(b.String())
}

func constantsC(b *strings.Builder, g *plan.RawConstGroup) {
	first := true
	for _, c := range g.Consts {
		if c.Check == "" {
			continue
		}
		if first {
			b.WriteByte('\n')
			first = false
		}
		fmt.Fprintf(b, "RTTGO_VALUE(%s, %s);\n", c.C, c.Check)
	}
}
