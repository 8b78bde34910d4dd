package emit

import (
	"fmt"
	"strings"

	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/raw"
)

// shimsC writes the C functions that stand for what Go cannot call; nil if there are none.
func shimsC(p *plan.Package) []byte {
	list := p.Raw.Shims()
	if len(list) == 0 {
		return nil
	}
	b := cHeader(p,
		"Go calls these in place of what has no symbol, such as a static inline function, or no calling convention that Go",
		"shares: a variable number of arguments, a struct by value.")
	includes(b, p)
	b.WriteString(shimPragma)
	for _, name := range p.Raw.HiddenShims {
		fmt.Fprintf(b, "#undef %s\n", name)
	}
	for _, f := range list {
		shimC(b, f)
	}
	return []byte(b.String())
}

// What a header declares, deprecated or with types that a strict C90 does not have, is its business.
const shimPragma = `
#if defined(__GNUC__) && !defined(__CC_ARM)
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#pragma GCC diagnostic ignored "-Wlong-long"
#endif
`

func shimC(b *strings.Builder, f *raw.Func) {
	s := f.Shim
	fmt.Fprintf(b, "\n/* %s (%s): %s. */\n", f.C, f.Pos.Place(), s.Reason)
	proto := s.Proto.Signature()
	fmt.Fprintf(b, "%s;\n%s\n{\n    %s\n}\n", proto, proto, shimCall(f))
}

func shimCall(f *raw.Func) string {
	params := f.Shim.Proto.Params
	before := ""
	switch {
	case f.ResultRef:
		before, params = "*"+params[0].Name+" = ", params[1:]
	case f.Result != nil:
		before = "return "
	}
	var args []string
	for i, p := range params {
		arg := p.Name
		if f.Shim.ByRef[i] {
			arg = "*" + arg
		}
		if f.Shim.Text && i == len(params)-1 {
			arg = `"%s", ` + arg
		}
		args = append(args, arg)
	}
	return before + f.C + "(" + strings.Join(args, ", ") + ");"
}
