package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/plan"
)

// The helpers have an underscore in their names: parameters, which have none, cannot hide them.
const (
	wordHelper    = "go_word"
	missingHelper = "go_missing"
)

// funcComment tells what a function is in C, with the types that Go does not show.
func funcComment(x *plan.RawFunc) string {
	return symbol(x.Go, x.C, x.Pos) + brief(x.Brief) + code(x.Function.Signature())
}

// signature renders parameters and results as Go code sees them.
func signature(s *jen.Statement, x *plan.RawFunc) *jen.Statement {
	s.ParamsFunc(func(g *jen.Group) {
		for _, p := range x.Params {
			g.Id(p.Go).Add(goType(p.Type))
		}
	})
	if x.Result != nil {
		s.Add(goType(x.Result))
	}
	return s
}

// call returns the value of a call, if it has one.
func call(x *plan.RawFunc, c *jen.Statement) jen.Code {
	if x.Result == nil || x.ResultRef {
		return c
	}
	return jen.Return(c)
}

func rawFuncsTarget(f *jen.File, p *plan.Package) bool {
	words := false
	for _, x := range p.Raw.Funcs {
		if x.Direct() {
			f.Comment(funcComment(x) + "\n//\n//export " + x.Symbol)
			signature(f.Func().Id(x.Go), x)
			f.Line()
			continue
		}
		targetWrapper(f, x)
		for _, param := range x.Params {
			words = words || param.Pass == plan.PassBool
		}
	}
	if words {
		f.Comment("// " + wordHelper + " is how C takes a bool.")
		f.Func().Id(wordHelper).Params(jen.Id("b").Bool()).Uint32().Block(
			jen.If(jen.Id("b")).Block(jen.Return(jen.Lit(1))),
			jen.Return(jen.Lit(0)),
		)
	}
	return len(p.Raw.Funcs) > 0
}

// targetWrapper declares a function in the form that TinyGo passes right, and above it the one that is right for Go code.
// The compiler merges the two.
func targetWrapper(f *jen.File, x *plan.RawFunc) {
	f.Comment(funcComment(x))
	if x.ResultRef {
		f.Func().Id(x.Go).ParamsFunc(func(g *jen.Group) {
			for _, p := range x.Params {
				g.Id(p.Go).Add(goType(p.Type))
			}
		}).Params(jen.Id("r").Add(goType(x.Result))).Block(wireCall(x), jen.Return(jen.Id("r")))
	} else {
		signature(f.Func().Id(x.Go), x).Block(call(x, wireCall(x)))
	}
	f.Line()
	f.Comment("//export " + x.Symbol)
	s := f.Func().Id(wire(x.C)).ParamsFunc(func(g *jen.Group) {
		if x.ResultRef {
			g.Id("r").Op("*").Add(goType(x.Result))
		}
		for _, p := range x.Params {
			g.Id(p.Go).Add(goType(p.Wire))
		}
	})
	if x.Result != nil && !x.ResultRef {
		s.Add(goType(x.Result))
	}
	f.Line()
}

func wireCall(x *plan.RawFunc) *jen.Statement {
	return jen.Id(wire(x.C)).CallFunc(func(g *jen.Group) {
		if x.ResultRef {
			g.Op("&").Id("r")
		}
		for _, p := range x.Params {
			g.Add(wireArg(p))
		}
	})
}

// wireArg converts an argument to the type that the body-less function takes.
func wireArg(p plan.RawParam) *jen.Statement {
	arg := jen.Id(p.Go)
	switch p.Pass {
	case plan.PassWide:
		return goType(p.Wire).Call(arg)
	case plan.PassBool:
		return jen.Id(wordHelper).Call(arg)
	case plan.PassRef:
		return jen.Op("&").Add(arg)
	case plan.PassAddress:
		if p.Type.Kind == plan.GoPointer {
			arg = address(arg)
		}
		return jen.Uintptr().Call(arg)
	}
	return arg
}

func rawFuncsHost(f *jen.File, p *plan.Package) bool {
	if len(p.Raw.Funcs) == 0 {
		return false
	}
	f.Comment("// Functions holds an implementation of each C function.")
	f.Type().Id("Functions").StructFunc(func(g *jen.Group) {
		for _, x := range p.Raw.Funcs {
			signature(g.Id(x.Go).Func(), x)
		}
	})
	f.Line()
	f.Comment("// Host is what the functions of this package call: there is no RT-Thread on the host. A test or a simulator sets what it\n" +
		"// needs; a function that is not set panics.")
	f.Var().Id("Host").Id("Functions")
	f.Line()
	for _, x := range p.Raw.Funcs {
		hostWrapper(f, x)
	}
	f.Comment("// " + missingHelper + " reports a call of a function that Host lacks.")
	f.Func().Id(missingHelper).Params(jen.List(jen.Id("c"), jen.Id("name")).String()).Block(
		jen.Panic(jen.Lit("raw: ").Op("+").Id("c").Op("+").Lit(" is not there on the host: set raw.Host.").Op("+").Id("name")),
	)
	return true
}

func hostWrapper(f *jen.File, x *plan.RawFunc) {
	host := func() *jen.Statement { return jen.Id("Host").Dot(x.Go) }
	c := host().CallFunc(func(g *jen.Group) {
		for _, p := range x.Params {
			g.Id(p.Go)
		}
	})
	last := jen.Code(c)
	if x.Result != nil {
		last = jen.Return(c)
	}
	f.Comment(funcComment(x))
	signature(f.Func().Id(x.Go), x).Block(
		jen.If(host().Op("==").Nil()).Block(jen.Id(missingHelper).Call(jen.Lit(x.C), jen.Lit(x.Go))),
		last,
	)
	f.Line()
}
