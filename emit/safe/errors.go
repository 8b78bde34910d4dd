package safe

import (
	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/plan/decl"
)

// errors prints RT-Thread's error type and its sentinels.
func (e printer) errors(f *jen.File, d decl.Errors) {
	comment(f.Group, "Errno is an error code of RT-Thread, as a positive number, or one of this package's own, below zero. "+
		"Compare with errors.Is or ==; errors.Is also knows what is the same in packages errors, io/fs and os.")
	f.Type().Id("Errno").Int32()
	sentinels(f, "The errors. Their values are those of the headers this package was generated from.", "Errno", d.List)
	errorMethod(f, "Errno", "error ", d.List)
	isMethod(f, d)
	f.Comment("Timeout reports whether the time was over, as os.IsTimeout asks for.")
	f.Func().Params(jen.Id("e").Id("Errno")).Id("Timeout").Params().Bool().Block(jen.Return(oneOf(d.Timeouts)))
	f.Comment("errnoOf turns a result of RT-Thread into an error. The kernel returns its codes negated.")
	f.Func().Id("errnoOf").Params(jen.Id("code").Int32()).Error().Block(
		jen.If(jen.Id("code").Op("==").Lit(0)).Block(jen.Return(jen.Nil())),
		jen.Return(jen.Id("failure").Call(jen.Id("code"))),
	)
	f.Comment("waited is errnoOf for what a thread waited for: an object that may have been closed meanwhile.")
	f.Func().Id("waited").Params(jen.Id("code").Int32(), jen.Id("closed").Bool()).Error().Block(
		jen.If(jen.Id("code").Op("!=").Lit(0).Op("&&").Id("closed")).Block(jen.Return(jen.Id("ErrClosed"))),
		jen.Return(jen.Id("errnoOf").Call(jen.Id("code"))),
	)
	f.Comment("failure is the error for a code that is not RT_EOK.")
	f.Func().Id("failure").Params(jen.Id("code").Int32()).Id("Errno").Block(
		jen.If(jen.Id("code").Op("<").Lit(0)).Block(jen.Id("code").Op("=").Op("-").Id("code")),
		jen.Return(jen.Id("Errno").Call(jen.Id("code"))),
	)
}

// codes prints the error type of a library that has codes of its own.
func codes(f *jen.File, d *decl.Codes) {
	comment(f.Group, d.Doc...)
	f.Type().Id(d.Name).Int32()
	sentinels(f, "The errors of "+d.Name+".", d.Name, d.List)
	errorMethod(f, d.Name, d.Name+" ", d.List)
	f.Comment(d.Func + " turns a result into an error.")
	f.Func().Id(d.Func).Params(jen.Id("code").Int32()).Error().Block(
		jen.If(jen.Id("code").Op("==").Lit(0)).Block(jen.Return(jen.Nil())),
		jen.Return(jen.Id(d.Name).Call(jen.Id("code"))),
	)
}

// sentinels prints the errors of a type.
func sentinels(f *jen.File, doc, typ string, list []decl.Error) {
	if len(list) == 0 {
		return
	}
	f.Comment(doc)
	f.Const().DefsFunc(func(g *jen.Group) {
		for _, s := range list {
			comment(g, s.Doc)
			g.Id(s.Name).Id(typ).Op("=").Add(expr(s.Value))
		}
	})
}

// errorMethod prints Error. A code without a name is printed as a number after a word.
func errorMethod(f *jen.File, typ, word string, list []decl.Error) {
	f.Comment("Error returns what went wrong; a code that is not known by name is printed as a number.")
	f.Func().Params(jen.Id("e").Id(typ)).Id("Error").Params().String().BlockFunc(func(body *jen.Group) {
		if len(list) > 0 {
			body.Switch(jen.Id("e")).BlockFunc(func(g *jen.Group) {
				for _, s := range list {
					if s.First {
						g.Case(jen.Id(s.Name)).Block(jen.Return(jen.Lit("rtt: " + s.Text)))
					}
				}
			})
		}
		body.Return(jen.Lit("rtt: "+word).Op("+").Qual("strconv", "Itoa").Call(jen.Int().Call(jen.Id("e"))))
	})
}

// isMethod prints Is, which errors.Is asks for other errors that are the same. A timeout is any that says so of itself, which
// os.ErrDeadlineExceeded and context.DeadlineExceeded do: package os need not be linked for that.
func isMethod(f *jen.File, d decl.Errors) {
	f.Comment("Is reports whether an error of one of Go's packages means the same, such as fs.ErrNotExist or os.ErrDeadlineExceeded.")
	f.Func().Params(jen.Id("e").Id("Errno")).Id("Is").Params(jen.Id("target").Error()).Bool().BlockFunc(func(g *jen.Group) {
		if len(d.Standard) > 0 {
			g.Switch(jen.Id("target")).BlockFunc(func(sw *jen.Group) {
				for _, s := range d.Standard {
					sw.Case(global(s.Target)).Block(jen.Return(oneOf(s.Names)))
				}
			})
		}
		asks := jen.InterfaceFunc(func(i *jen.Group) { i.Id("Timeout").Params().Bool() })
		g.List(jen.Id("t"), jen.Id("ok")).Op(":=").Id("target").Assert(asks)
		g.Return(jen.Id("ok").Op("&&").Id("t").Dot("Timeout").Call().Op("&&").Id("e").Dot("Timeout").Call())
	})
}

// oneOf is whether e is one of some errors.
func oneOf(names []string) *jen.Statement {
	if len(names) == 0 {
		return jen.False()
	}
	x := jen.Id("e").Op("==").Id(names[0])
	for _, name := range names[1:] {
		x = x.Op("||").Id("e").Op("==").Id(name)
	}
	return x
}
