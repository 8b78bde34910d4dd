package raw

import (
	"fmt"
	"strings"

	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/raw"
)

// atHelper makes a pointer of a number. Its name has an underscore, as those of the other helpers.
const atHelper = "go_at"

const atHelperText = `
// %[1]s returns a pointer to a fixed address.
func %[1]s(address uintptr) unsafe.Pointer { return *(*unsafe.Pointer)(unsafe.Pointer(&address)) }
`

func rawAddressesTarget(p *plan.Package) string {
	return rawAddresses(p, func(*raw.Address) bool { return false })
}

// rawAddressesHost declares variables where the target has registers and memory: a test reads there what was written.
func rawAddressesHost(p *plan.Package) string {
	return rawAddresses(p, func(a *raw.Address) bool { return a.Object })
}

func rawAddresses(p *plan.Package, isVariable func(*raw.Address) bool) string {
	var b strings.Builder
	numbers := false
	for _, a := range p.Raw.Addresses {
		body := ""
		switch {
		case isVariable(a):
			body = "&" + wire(a.Store)
			if a.Store == a.C {
				fmt.Fprintf(&b, "\nvar %s %s\n", wire(a.C), a.Type.Elem)
			}
		case a.Address == 0:
			body = "nil"
		default:
			numbers = true
			body = fmt.Sprintf("%s(0x%x)", atHelper, a.Address)
			if a.Type.Kind == raw.GoPointer {
				body = "(" + a.Type.String() + ")(" + body + ")"
			}
		}
		fmt.Fprintf(&b, "\n%s\nfunc %s() %s { return %s }\n", addressComment(a), a.Go, a.Type, body)
	}
	if numbers {
		fmt.Fprintf(&b, atHelperText, atHelper)
	}
	return b.String()
}

func addressComment(a *raw.Address) string {
	what := " returns "
	if a.Lvalue {
		what = " returns the address of "
	}
	return "// " + a.Go + what + fmt.Sprintf("%s (%s), 0x%x.", a.C, a.Pos.Place(), a.Address) + brief(a.Brief) + code("#define "+a.C+" "+a.Text)
}
