package emit

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/plan"
)

// errors prints the error type and its sentinels.
func (e *safeEmitter) errors(f *jen.File) {
	comment(f.Group, "Errno is an error code of RT-Thread, as a positive number, or one of this package's own, below zero. "+
		"Compare with errors.Is or ==.")
	f.Type().Id("Errno").Int32()
	e.sentinels(f, "The errors. Their values are those of the headers this package was generated from.", "Errno", e.p.Safe.Errors)
	e.errorMethod(f, "Errno", "error ", e.p.Safe.Errors)
	f.Comment("errnoOf turns a result of RT-Thread into an error. The kernel returns its codes negated.")
	f.Func().Id("errnoOf").Params(jen.Id("code").Int32()).Error().Block(
		jen.If(jen.Id("code").Op("==").Lit(0)).Block(jen.Return(jen.Nil())),
		jen.Return(jen.Id("failure").Call(jen.Id("code"))),
	)
	f.Comment("failure is the error for a code that is not RT_EOK.")
	f.Func().Id("failure").Params(jen.Id("code").Int32()).Id("Errno").Block(
		jen.If(jen.Id("code").Op("<").Lit(0)).Block(jen.Id("code").Op("=").Op("-").Id("code")),
		jen.Return(jen.Id("Errno").Call(jen.Id("code"))),
	)
	e.codes(f)
}

// constName is the Go name of a constant in package raw. The plan has made sure that it is there.
func (e *safeEmitter) constName(c string) string {
	k, _ := e.p.Raw.Const(c)
	return k.Go
}

// enums prints the typed enumerations and flag sets.
func (e *safeEmitter) enums(f *jen.File) {
	for _, en := range e.p.Safe.Enums {
		e.enum(f, en)
	}
}

func (e *safeEmitter) enum(f *jen.File, en *plan.SafeEnum) {
	comment(f.Group, named(en.Go, en.Doc))
	f.Type().Id(en.Go).Id(en.Type)
	f.Comment("Values of " + en.Go + ".")
	f.Const().DefsFunc(func(g *jen.Group) {
		for _, v := range en.Values {
			text := v.Doc
			if text != "" {
				text += " "
			}
			g.Comment(v.Go + ": " + text + "(" + v.C + ").")
			g.Id(v.Go).Id(en.Go).Op("=").Add(e.raw(v.Raw))
		}
	})
	if en.Flags {
		e.flagString(f, en)
		return
	}
	e.enumString(f, en)
}

func (e *safeEmitter) enumString(f *jen.File, en *plan.SafeEnum) {
	f.Comment("String returns the name of the value.")
	f.Func().Params(jen.Id("v").Id(en.Go)).Id("String").Params().String().Block(
		jen.Switch(jen.Id("v")).BlockFunc(func(g *jen.Group) {
			seen := map[int64]bool{}
			for _, v := range en.Values {
				if !seen[v.Value] {
					seen[v.Value] = true
					g.Case(jen.Id(v.Go)).Block(jen.Return(jen.Lit(v.Go)))
				}
			}
		}),
		jen.Return(jen.Lit(en.Go+"(").Op("+").Qual("strconv", "Itoa").Call(jen.Int().Call(jen.Id("v"))).Op("+").Lit(")")),
	)
}

func (e *safeEmitter) flagString(f *jen.File, en *plan.SafeEnum) {
	f.Comment("String returns the names of the flags that are set, joined by |.")
	f.Func().Params(jen.Id("v").Id(en.Go)).Id("String").Params().String().BlockFunc(func(g *jen.Group) {
		g.Id("s").Op(":=").Lit("")
		for _, v := range en.Values {
			if v.Value == 0 {
				continue
			}
			g.If(jen.Id("v").Op("&").Id(v.Go).Op("==").Id(v.Go)).Block(
				jen.Id("s").Op("+=").Lit("|"+v.Go), jen.Id("v").Op("&^=").Id(v.Go))
		}
		g.If(jen.Id("v").Op("!=").Lit(0).Op("||").Id("s").Op("==").Lit("")).Block(
			jen.Id("s").Op("+=").Lit("|").Op("+").Qual("strconv", "FormatUint").Call(jen.Uint64().Call(jen.Id("v")), jen.Lit(10)))
		g.Return(jen.Id("s").Index(jen.Lit(1), jen.Empty()))
	})
}

// named makes a doc comment start with the name it documents.
func named(name, doc string) string {
	doc = strings.TrimSpace(doc)
	switch {
	case doc == "":
		return name + " is generated from RT-Thread's headers."
	case strings.HasPrefix(doc, name), strings.HasPrefix(doc, "A "+name), strings.HasPrefix(doc, "An "+name):
		return doc
	}
	return name + ": " + doc
}
