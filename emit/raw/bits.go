package raw

import (
	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/raw"
)

// getter and setter start the two methods of a bit-field.
func getter(f *jen.File, r *raw.Record, a raw.Accessor, body ...jen.Code) {
	f.Comment(accessComment(a.Go+" returns", a))
	f.Func().Params(receiver(r)).Id(a.Go).Params().Add(goType(a.Type)).Block(body...)
	f.Line()
}

func setter(f *jen.File, r *raw.Record, a raw.Accessor, body ...jen.Code) {
	f.Comment("// Set" + a.Go + " sets member " + a.C + ".")
	f.Func().Params(receiver(r)).Id("Set" + a.Go).Params(jen.Id("v").Add(goType(a.Type))).Block(body...)
	f.Line()
}

func isBool(a raw.Accessor) bool { return a.Type.Basic() == "bool" }

func mask(bits int) uint64 { return 1<<bits - 1 }

// rawBitsInWord reaches a bit-field with shifts and masks of the word it is in.
func rawBitsInWord(f *jen.File, r *raw.Record, a raw.Accessor) {
	word := func() *jen.Statement { return jen.Id("r").Dot(a.Storage) }
	bits := func() *jen.Statement {
		return shift(word(), ">>", a.Shift).Op("&").Add(hex(mask(a.Bits)))
	}
	if isBool(a) {
		getter(f, r, a, jen.Return(bits().Op("!=").Lit(0)))
		setter(f, r, a,
			word().Op("&^=").Add(hex(1<<a.Shift)),
			jen.If(jen.Id("v")).Block(word().Op("|=").Add(hex(1<<a.Shift))),
		)
		return
	}
	value := goType(a.Type).Call(bits())
	if a.Signed {
		value = signExtend(a, a.Word.Size*8, word())
	}
	getter(f, r, a, jen.Return(value))
	in := goType(a.Word).Call(jen.Id("v")).Op("&").Add(hex(mask(a.Bits)))
	setter(f, r, a, word().Op("=").Add(word()).Op("&^").Add(hex(mask(a.Bits)<<a.Shift)).Op("|").Add(shift(in, "<<", a.Shift)))
}

func shift(e *jen.Statement, op string, by int) *jen.Statement {
	if by == 0 {
		return e
	}
	return e.Op(op).Lit(by)
}

// signExtend moves a field to the top of its word and back, as a signed integer of that width.
func signExtend(a raw.Accessor, width int, word *jen.Statement) *jen.Statement {
	signed := map[int]string{8: "int8", 16: "int16", 32: "int32", 64: "int64"}[width]
	up := jen.Id(signed).Call(word.Op("<<").Lit(width - a.Shift - a.Bits))
	return goType(a.Type).Call(up.Op(">>").Lit(width - a.Bits))
}

// rawBitsInBytes reaches a bit-field bit by bit, where it is in no word.
func rawBitsInBytes(f *jen.File, r *raw.Record, a raw.Accessor) {
	bytes := func() *jen.Statement {
		n := (a.Shift + a.Bits + 7) / 8
		return jen.Parens(jen.Op("*").Index(jen.Lit(n)).Byte()).Call(address(jen.Op("&").Id("r").Dot(a.Storage))).Index(jen.Op(":"))
	}
	get := func() *jen.Statement { return jen.Id("getBits").Call(bytes(), jen.Lit(a.Shift), jen.Lit(a.Bits)) }
	set := func(v *jen.Statement) *jen.Statement {
		return jen.Id("setBits").Call(bytes(), jen.Lit(a.Shift), jen.Lit(a.Bits), v)
	}
	switch {
	case isBool(a):
		getter(f, r, a, jen.Return(get().Op("!=").Lit(0)))
		setter(f, r, a, jen.Var().Id("bit").Uint64(), jen.If(jen.Id("v")).Block(jen.Id("bit").Op("=").Lit(1)), set(jen.Id("bit")))
		return
	case a.Signed:
		getter(f, r, a, jen.Return(signExtend(raw.Accessor{Type: a.Type, Bits: a.Bits}, 64, get())))
	default:
		getter(f, r, a, jen.Return(goType(a.Type).Call(get())))
	}
	setter(f, r, a, set(jen.Uint64().Call(jen.Id("v"))))
}

// rawBitHelpers adds what rawBitsInBytes calls, if it was needed.
func rawBitHelpers(f *jen.File, p *plan.Package) {
	needed := false
	for _, r := range p.Raw.Records {
		for _, a := range r.Access {
			needed = needed || a.Kind == raw.AccessBits && a.Word == nil
		}
	}
	if !needed {
		return
	}
	i, v, bit, b := jen.Id("i"), jen.Id("v"), jen.Id("bit"), jen.Id("b")
	each := func() *jen.Statement {
		return jen.For(jen.Id("i").Op(":=").Range().Id("n"))
	}
	at := func() *jen.Statement { return jen.Id("b").Index(jen.Id("bit").Op("/").Lit(8)) }
	in := func() *jen.Statement { return jen.Parens(jen.Id("bit").Op("%").Lit(8)) }
	f.Comment("// getBits reads n bits from a bit on.")
	f.Func().Id("getBits").Params(b.Clone().Index().Byte(), jen.List(jen.Id("from"), jen.Id("n")).Int()).Params(v.Clone().Uint64()).Block(
		each().Block(
			bit.Clone().Op(":=").Id("from").Op("+").Add(i),
			v.Clone().Op("|=").Uint64().Call(at().Op(">>").Add(in()).Op("&").Lit(1)).Op("<<").Add(i),
		),
		jen.Return(v),
	)
	f.Line()
	f.Comment("// setBits writes n bits from a bit on.")
	f.Func().Id("setBits").Params(b.Clone().Index().Byte(), jen.List(jen.Id("from"), jen.Id("n")).Int(), v.Clone().Uint64()).Block(
		each().Block(
			bit.Clone().Op(":=").Id("from").Op("+").Add(i),
			at().Op("=").Add(at()).Op("&^").Parens(jen.Lit(1).Op("<<").Add(in())).Op("|").Byte().Call(v.Clone().Op(">>").Add(i).Op("&").Lit(1)).Op("<<").Add(in()),
		),
	)
}
