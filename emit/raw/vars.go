package raw

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/raw"
)

func rawVarsTarget(f *jen.File, p *plan.Package) bool {
	for _, v := range p.Raw.Vars {
		f.Comment("//go:extern " + v.Symbol)
		f.Var().Id(wire(v.C)).Add(goType(v.Type))
		f.Line()
		rawVar(f, v)
	}
	return len(p.Raw.Vars) > 0
}

// rawVarsHost declares variables of its own: on the host there is nothing else that uses them.
func rawVarsHost(f *jen.File, p *plan.Package) bool {
	for _, v := range p.Raw.Vars {
		f.Var().Id(wire(v.C)).Add(goType(v.Type))
		f.Line()
		rawVar(f, v)
	}
	return len(p.Raw.Vars) > 0
}

func rawVar(f *jen.File, v *raw.Var) {
	f.Comment("// " + v.Go + " returns the address of " + v.C + " (" + v.Pos.Place() + ")." + brief(v.Brief) + code(v.Comment))
	f.Func().Id(v.Go).Params().Op("*").Add(goType(v.Type)).Block(jen.Return(jen.Op("&").Id(wire(v.C))))
	f.Line()
}

// wire names the Go symbol that stands for a C symbol and nothing else.
func wire(c string) string { return "c_" + strings.ReplaceAll(c, "$", "_") }
