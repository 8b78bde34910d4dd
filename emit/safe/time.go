package safe

import (
	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/plan/decl"
)

// times prints the constants and conversions of time.
func (e printer) times(f *jen.File, d decl.Times) {
	ticks := e.p.Internal("ticks")
	f.Comment("TickRate is how often the kernel's clock ticks in a second: RT_TICK_PER_SECOND.")
	f.Const().Id("TickRate").Op("=").Lit(int(d.Rate))
	f.Comment("Forever and NoWait are the limits of waiting. A duration below zero is NoWait, one longer than the kernel can wait is cut.")
	f.Const().Defs(
		jen.Id("Forever").Qual("time", "Duration").Op("=").Qual(ticks, "Forever"),
		jen.Id("NoWait").Qual("time", "Duration").Op("=").Lit(0),
	)
	f.Comment("Ticks counts ticks of the kernel's clock.")
	f.Type().Id("Ticks").Uint32()
	f.Comment("ForeverTicks waits without limit, NoWaitTicks not at all.")
	f.Const().Defs(
		jen.Id("ForeverTicks").Id("Ticks").Op("=").Id("Ticks").Call(jen.Qual(ticks, "ForeverTicks")),
		jen.Id("NoWaitTicks").Id("Ticks").Op("=").Lit(0),
	)
	f.Comment("TicksOf returns d in ticks, rounded up.")
	f.Func().Id("TicksOf").Params(jen.Id("d").Qual("time", "Duration")).Id("Ticks").Block(
		jen.Return(jen.Id("Ticks").Call(jen.Qual(ticks, "Of").Call(jen.Id("d"), jen.Id("TickRate")))),
	)
	f.Comment("Duration returns how long t ticks take.")
	f.Func().Params(jen.Id("t").Id("Ticks")).Id("Duration").Params().Qual("time", "Duration").Block(
		jen.Return(jen.Qual(ticks, "Duration").Call(jen.Uint32().Call(jen.Id("t")), jen.Id("TickRate"))),
	)
}
