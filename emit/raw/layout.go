package raw

import (
	"fmt"
	"strings"

	"github.com/rttgen/rttgen/plan"
)

// rawLayout makes the Go compiler confirm C's layout: the negative of an unsigned constant overflows unless it is zero.
func rawLayout(p *plan.Package) string {
	var b strings.Builder
	for _, r := range p.Raw.Records {
		if r.Opaque {
			continue
		}
		fmt.Fprintf(&b, "\nconst (\n\t_ = -(unsafe.Sizeof(%s{}) ^ %d)\n", r.Go, r.Size)
		for _, field := range r.Fields {
			if field.Go != "_" {
				fmt.Fprintf(&b, "\t_ = -(unsafe.Offsetof(%s{}.%s) ^ %d)\n", r.Go, field.Go, field.Offset)
			}
		}
		b.WriteString(")\n")
	}
	return b.String()
}
