package safe

import (
	"strings"

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
	recv := strings.ToLower(d.Name[:1])
	f.Comment("String returns the name of the value.")
	f.Func().Params(jen.Id(recv).Id(d.Name)).Id("String").Params().String().Block(
		jen.Switch(jen.Id(recv)).BlockFunc(func(g *jen.Group) {
			for _, one := range d.Values {
				if one.First {
					g.Case(jen.Id(one.Name)).Block(jen.Return(jen.Lit(one.Name)))
				}
			}
		}),
		jen.Return(jen.Lit(d.Name+"(").Op("+").Qual("strconv", "Itoa").Call(jen.Int().Call(jen.Id(recv))).Op("+").Lit(")")),
	)
}

func flagString(f *jen.File, d *decl.Enum) {
	recv := strings.ToLower(d.Name[:1])
	f.Comment("String returns the names of the flags that are set, joined by |.")
	f.Func().Params(jen.Id(recv).Id(d.Name)).Id("String").Params().String().BlockFunc(func(g *jen.Group) {
		g.Id("names").Op(":=").Lit("")
		for _, one := range d.Values {
			if one.Zero {
				continue
			}
			g.If(jen.Id(recv).Op("&").Id(one.Name).Op("==").Id(one.Name)).Block(
				jen.Id("names").Op("+=").Lit("|"+one.Name), jen.Id(recv).Op("&^=").Id(one.Name))
		}
		g.If(jen.Id(recv).Op("!=").Lit(0).Op("||").Id("names").Op("==").Lit("")).Block(
			jen.Id("names").Op("+=").Lit("|").Op("+").Qual("strconv", "FormatUint").Call(jen.Uint64().Call(jen.Id(recv)), jen.Lit(10)))
		g.Return(jen.Id("names").Index(jen.Lit(1), jen.Empty()))
	})
}
