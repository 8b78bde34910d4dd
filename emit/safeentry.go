package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/plan"
)

// entryFunc names the function that returns the address of an entry point.
func entryFunc(en *plan.SafeEntry) string { return "callbackEntry" + en.Go }

// entries prints, into package callback, the functions that C calls.
func (e *safeEmitter) entries(f *jen.File) {
	for _, en := range e.p.Safe.Entries {
		if en.Gone {
			e.goneEntry(f, en)
			continue
		}
		if en.Hook {
			f.Comment(hookVar(en) + " holds what " + en.Symbol + " calls.")
			f.Var().Id(hookVar(en)).Id(hookType(en))
		}
		f.Comment("Call" + en.Go + " is what C calls as " + en.Symbol + ".")
		f.Comment("//export " + en.Symbol)
		f.Func().Id("Call" + en.Go).ParamsFunc(func(g *jen.Group) {
			for _, p := range en.Params {
				g.Id(p.Go).Add(e.goType(p.Wire.In("")))
			}
		}).Add(entryResult(e, en)).BlockFunc(func(g *jen.Group) { e.entryBody(g, en) })
	}
}

// goneEntry prints what C calls with a static object that it is done with.
func (e *safeEmitter) goneEntry(f *jen.File, en *plan.SafeEntry) {
	f.Comment("Call" + en.Go + " is what C calls as " + en.Symbol + " with an object that it is done with.")
	f.Comment("//export " + en.Symbol)
	f.Func().Id("Call" + en.Go).Params(jen.Id("object").Qual("unsafe", "Pointer")).Block(
		jen.Qual(e.internal("roots"), "Gone").Call(jen.Id("object")))
}

func hookType(en *plan.SafeEntry) string {
	if en.Key != "" {
		return "Hooks"
	}
	return "Hook"
}

func entryResult(e *safeEmitter, en *plan.SafeEntry) jen.Code {
	if en.Result == nil {
		return jen.Null()
	}
	return e.goType(en.Result.In(""))
}

func hookVar(en *plan.SafeEntry) string { return "Hook" + en.Go }

// entryBody prints finding the Go function and calling it.
func (e *safeEmitter) entryBody(g *jen.Group, en *plan.SafeEntry) {
	get := jen.Id(hookVar(en)).Dot("Get").Call()
	if en.Key != "" {
		get = jen.Id(hookVar(en)).Dot("Get").Call(jen.Uintptr().Call(jen.Id(en.Key)))
	}
	var args []jen.Code
	for _, p := range en.Params {
		if p.User {
			get = jen.Id("Get").Call(jen.Id(p.Go))
		}
		if p.To != "" {
			args = append(args, e.entryArg(p))
		}
	}
	call := jen.Id("run").Call(args...)
	if en.Result != nil && !en.Zero {
		call = jen.Return(e.goType(en.Result.In("")).Call(call))
	}
	g.If(jen.List(jen.Id("run"), jen.Id("ok")).Op(":=").Add(get).Assert(e.goType(en.Func)), jen.Id("ok")).Block(call)
	if en.Result != nil {
		g.Return(jen.Lit(0))
	}
}

// entryArg converts what C passes to what the Go function takes.
func (e *safeEmitter) entryArg(p plan.SafeEntryParam) *jen.Statement {
	arg := jen.Id(p.Go)
	switch {
	case p.To == p.Wire.In(""):
		return arg
	case p.To == "bool":
		return arg.Op("!=").Lit(0)
	case p.To == "string":
		return jen.Qual(e.internal("text"), "View").Call(jen.Parens(jen.Op("*").Byte()).Call(arg))
	case p.To[0] == '*':
		return jen.Parens(e.goType(p.To)).Call(arg)
	}
	return e.goType(p.To).Call(arg)
}

// entryTinyGo prints where the addresses of the entry points come from: TinyGo gives them in another package only.
func (e *safeEmitter) entryTinyGo(f *jen.File) {
	f.HeaderComment("//go:build tinygo")
	for _, en := range e.p.Safe.Entries {
		symbol := "symbol" + en.Go
		f.Comment("//go:extern " + en.Symbol)
		f.Var().Id(symbol).Index(jen.Lit(0)).Byte()
		f.Comment(entryFunc(en) + " returns the address of " + en.Symbol + ".")
		f.Func().Id(entryFunc(en)).Params().Uintptr().Block(
			jen.Return(jen.Uintptr().Call(jen.Qual("unsafe", "Pointer").Call(jen.Op("&").Id(symbol)))),
		)
	}
	f.Comment("The entry points are in a package that must be linked.")
	f.Var().Id("_").Op("=").Qual(e.internal("callback"), "Add")
}

// firstHostEntry is the address that stands for the first entry point on the host; nothing can lie there.
const firstHostEntry = 0x52540001

// entryHost prints what stands for the entry points in host tests.
func (e *safeEmitter) entryHost(f *jen.File) {
	f.HeaderComment("//go:build !tinygo")
	for i, en := range e.p.Safe.Entries {
		name, run := "CallbackEntry"+en.Go, "RunCallback"+en.Go
		f.Comment(name + " is what functions of package raw get on the host for the address of " + en.Symbol + ".")
		f.Const().Id(name).Uintptr().Op("=").Lit(firstHostEntry + i)
		f.Comment(entryFunc(en) + " returns the address of " + en.Symbol + ".")
		f.Func().Id(entryFunc(en)).Params().Uintptr().Block(jen.Return(jen.Id(name)))
		f.Comment(run + " does what the kernel does with the callback: a fake of a function of package raw calls it with what C")
		f.Comment("would pass.")
		f.Func().Id(run).ParamsFunc(func(g *jen.Group) {
			for _, p := range en.Params {
				g.Id(p.Go).Add(e.goType(p.Wire.In("")))
			}
		}).Add(entryResult(e, en)).BlockFunc(func(g *jen.Group) {
			call := jen.Qual(e.internal("callback"), "Call"+en.Go).CallFunc(func(a *jen.Group) {
				for _, p := range en.Params {
					a.Id(p.Go)
				}
			})
			if en.Result != nil {
				call = jen.Return(call)
			}
			g.Add(call)
		})
	}
}
