package raw

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/raw"
)

func rawTypes(f *jen.File, p *plan.Package) bool {
	for _, a := range p.Raw.Aliases {
		comment := symbol(a.Go, a.C, a.Pos) + brief(a.Brief)
		if a.Comment != "" {
			comment += code(a.Comment)
		}
		f.Comment(comment)
		f.Type().Id(a.Go).Op("=").Add(goType(a.Type))
		f.Line()
	}
	for _, e := range p.Raw.Enums {
		f.Comment(symbol(e.Go, e.C, e.Pos) + brief(e.Brief) + brief(constants(e.Consts)))
		f.Type().Id(e.Go).Add(goType(e.Type))
		f.Line()
	}
	for _, r := range p.Raw.Records {
		rawRecord(f, r)
	}
	rawBitHelpers(f, p)
	return true
}

// maxNamed is how many constants of an enum its comment names.
const maxNamed = 8

// constants says which constants an enum has, so that its documentation leads to them.
func constants(names []string) string {
	switch n := len(names); {
	case n == 0:
		return ""
	case n == 1:
		return "Its constant is [" + names[0] + "]."
	case n > maxNamed:
		return "Its constants are [" + names[0] + "] to [" + names[n-1] + "]."
	default:
		return "Its constants are [" + strings.Join(names[:n-1], "], [") + "] and [" + names[n-1] + "]."
	}
}

func rawRecord(f *jen.File, r *raw.Record) {
	f.Comment(recordComment(r))
	f.Type().Id(r.Go).StructFunc(func(g *jen.Group) {
		if r.Opaque {
			g.Id("_").Index(jen.Lit(0)).Byte()
			return
		}
		for _, field := range r.Fields {
			rawField(g, field)
		}
	})
	f.Line()
	for _, a := range r.Access {
		rawAccessor(f, r, a)
	}
}

func recordComment(r *raw.Record) string {
	name := r.C
	if name == "" {
		name = "a " + r.Record.Name[:strings.IndexByte(r.Record.Name, ' ')] + " without a name in C"
	}
	comment := symbol(r.Go, name, r.Pos) + brief(r.Brief)
	for _, note := range r.Notes {
		comment += "\n// Note: " + note + "."
	}
	return comment
}

func rawField(g *jen.Group, field raw.Field) {
	s := g.Null()
	if !field.Embedded {
		s.Id(field.Go)
	}
	s.Add(goType(field.Type))
	if field.Comment != "" {
		s.Comment("// " + field.Comment)
	}
}

func rawAccessor(f *jen.File, r *raw.Record, a raw.Accessor) {
	switch {
	case a.Kind == raw.AccessMember:
		rawMember(f, r, a)
	case a.Kind == raw.AccessTail:
		rawTail(f, r, a)
	case a.Word != nil:
		rawBitsInWord(f, r, a)
	default:
		rawBitsInBytes(f, r, a)
	}
}

func accessComment(what string, a raw.Accessor) string {
	c := "// " + what + " member " + a.C
	if strings.Contains(a.C, " ") {
		c = "// " + what + " a member"
	}
	if a.Comment != "" {
		return c + ": " + a.Comment
	}
	return c + "."
}

func receiver(r *raw.Record) *jen.Statement { return jen.Id("r").Op("*").Id(r.Go) }

func address(e *jen.Statement) *jen.Statement { return jen.Qual("unsafe", "Pointer").Call(e) }

func rawMember(f *jen.File, r *raw.Record, a raw.Accessor) {
	f.Comment(accessComment(a.Go+" points to", a))
	f.Func().Params(receiver(r)).Id(a.Go).Params().Op("*").Add(goType(a.Type)).Block(
		jen.Return(jen.Parens(jen.Op("*").Add(goType(a.Type))).Call(address(jen.Op("&").Id("r").Dot(a.Storage)))),
	)
	f.Line()
}

func rawTail(f *jen.File, r *raw.Record, a raw.Accessor) {
	f.Comment(accessComment(a.Go+" points to the first element of", a))
	end := jen.Qual("unsafe", "Add").Call(address(jen.Id("r")), jen.Qual("unsafe", "Sizeof").Call(jen.Op("*").Id("r")))
	f.Func().Params(receiver(r)).Id(a.Go).Params().Op("*").Add(goType(a.Type)).Block(
		jen.Return(jen.Parens(jen.Op("*").Add(goType(a.Type))).Call(end)),
	)
	f.Line()
}
