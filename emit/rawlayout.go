package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/plan"
)

// rawLayout makes the Go compiler confirm C's layout: the negative of an unsigned constant overflows unless it is zero.
func rawLayout(f *jen.File, p *plan.Package) bool {
	some := false
	for _, r := range p.Raw.Records {
		if r.Opaque {
			continue
		}
		some = true
		f.Const().DefsFunc(func(g *jen.Group) {
			g.Id("_").Op("=").Add(equal(jen.Qual("unsafe", "Sizeof").Call(jen.Id(r.Go).Values()), r.Size))
			for _, field := range r.Fields {
				if field.Go != "_" {
					e := jen.Qual("unsafe", "Offsetof").Call(jen.Id(r.Go).Values().Dot(field.Go))
					g.Id("_").Op("=").Add(equal(e, field.Offset))
				}
			}
		})
		f.Line()
	}
	return some
}

func equal(e *jen.Statement, n int) *jen.Statement { return jen.Op("-").Parens(e.Op("^").Lit(n)) }
