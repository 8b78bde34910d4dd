package safe

import (
	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/plan/decl"
)

// enum prints a typed enumeration or flag set.
func enum(f *jen.File, d *decl.Enum) {
	comment(f.Group, d.Doc)
	f.Type().Id(d.Name).Add(goType(d.Type))
	f.Comment("Values of " + d.Name + ".")
	f.Const().DefsFunc(func(g *jen.Group) {
		for _, v := range d.Values {
			g.Comment(v.Doc)
			g.Id(v.Name).Id(d.Name).Op("=").Add(global(v.Const))
		}
	})
	if d.Flags {
		flagString(f, d)
		return
	}
	enumString(f, d)
}

func enumString(f *jen.File, d *decl.Enum) {
	f.Comment("String returns the name of the value.")
	f.Func().Params(jen.Id("v").Id(d.Name)).Id("String").Params().String().Block(
		jen.Switch(jen.Id("v")).BlockFunc(func(g *jen.Group) {
			for _, v := range d.Values {
				if v.First {
					g.Case(jen.Id(v.Name)).Block(jen.Return(jen.Lit(v.Name)))
				}
			}
		}),
		jen.Return(jen.Lit(d.Name+"(").Op("+").Qual("strconv", "Itoa").Call(jen.Int().Call(jen.Id("v"))).Op("+").Lit(")")),
	)
}

func flagString(f *jen.File, d *decl.Enum) {
	f.Comment("String returns the names of the flags that are set, joined by |.")
	f.Func().Params(jen.Id("v").Id(d.Name)).Id("String").Params().String().BlockFunc(func(g *jen.Group) {
		g.Id("s").Op(":=").Lit("")
		for _, v := range d.Values {
			if v.Zero {
				continue
			}
			g.If(jen.Id("v").Op("&").Id(v.Name).Op("==").Id(v.Name)).Block(
				jen.Id("s").Op("+=").Lit("|"+v.Name), jen.Id("v").Op("&^=").Id(v.Name))
		}
		g.If(jen.Id("v").Op("!=").Lit(0).Op("||").Id("s").Op("==").Lit("")).Block(
			jen.Id("s").Op("+=").Lit("|").Op("+").Qual("strconv", "FormatUint").Call(jen.Uint64().Call(jen.Id("v")), jen.Lit(10)))
		g.Return(jen.Id("s").Index(jen.Lit(1), jen.Empty()))
	})
}
