package safe

import (
	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/plan/decl"
)

// hook prints the variable that holds the functions of a callback without user data.
func hook(f *jen.File, d decl.Hook) {
	f.Comment(d.Name + " holds what " + d.Symbol + " calls.")
	typ := "Hook"
	if d.Keyed {
		typ = "Hooks"
	}
	f.Var().Id(d.Name).Id(typ)
}

// entry prints where the address of an entry point comes from. TinyGo gives it in another package only, on the host a number
// stands for it.
func entry(f *jen.File, d decl.Entry) {
	address := jen.Uintptr().Call(jen.Qual("unsafe", "Pointer").Call(jen.Op("&").Id(d.Var)))
	if d.Number != nil {
		address = global(*d.Number)
	} else {
		f.Comment("//go:extern " + d.Symbol)
		f.Var().Id(d.Var).Index(jen.Lit(0)).Byte()
	}
	f.Comment(d.Func + " returns the address of " + d.Symbol + ".")
	f.Func().Id(d.Func).Params().Uintptr().Block(jen.Return(address))
}

// address prints a constant that stands for an address.
func address(f *jen.File, d decl.Address) {
	comment(f.Group, d.Doc)
	f.Const().Id(d.Name).Uintptr().Op("=").Add(expr(d.Value))
}
