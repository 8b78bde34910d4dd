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
		f.Comment(d.Number.Const + " is what functions of package raw get on the host for the address of " + d.Symbol + ".")
		f.Const().Id(d.Number.Const).Uintptr().Op("=").Lit(d.Number.Value)
		address = jen.Id(d.Number.Const)
	} else {
		f.Comment("//go:extern " + d.Symbol)
		f.Var().Id(d.Var).Index(jen.Lit(0)).Byte()
	}
	f.Comment(d.Func + " returns the address of " + d.Symbol + ".")
	f.Func().Id(d.Func).Params().Uintptr().Block(jen.Return(address))
	if d.Number != nil {
		run(f, d.Number)
	}
}

// run prints the function that does what the kernel does with a callback.
func run(f *jen.File, h *decl.Host) {
	f.Comment(h.Run + " does what the kernel does with the callback: a fake of a function of package raw calls it with what C")
	f.Comment("would pass.")
	args := make([]jen.Code, len(h.Params))
	for i, p := range h.Params {
		args[i] = jen.Id(p.Name)
	}
	call := global(h.Call).Call(args...)
	if h.Result != nil {
		call = jen.Return(call)
	}
	f.Func().Id(h.Run).Params(params(h.Params)...).Add(optional(h.Result)).Block(call)
}
