package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/plan"
)

// times prints the constants and conversions of time.
func (e *safeEmitter) times(f *jen.File) {
	ticks := e.internal("ticks")
	f.Comment("TickRate is how often the kernel's clock ticks in a second: RT_TICK_PER_SECOND.")
	f.Const().Id("TickRate").Op("=").Lit(int(e.p.Safe.Tick))
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

// needsContext reports whether some wrapper checks where it is called from.
func (e *safeEmitter) needsContext() bool {
	found := len(e.p.Safe.Code) > 0 && e.p.Safe.Nest != nil && e.p.Options.Checks != plan.ChecksNone
	e.eachFunc(func(f *plan.SafeFunc) { found = found || f.Check != plan.CheckNone })
	return found
}

// eachFunc visits every function that is printed.
func (e *safeEmitter) eachFunc(visit func(*plan.SafeFunc)) {
	for _, f := range e.p.Safe.Funcs {
		visit(f)
	}
	for _, c := range e.p.Safe.Classes {
		for _, f := range c.Funcs {
			visit(f)
		}
		for _, f := range []*plan.SafeFunc{c.Delete, c.Detach} {
			if f != nil {
				visit(f)
			}
		}
	}
}

// context prints the functions that find out where the code runs.
func (e *safeEmitter) context(f *jen.File) {
	nest := e.raw(e.p.Safe.Nest.Go).Call().Op("==").Lit(0)
	f.Comment("inThread reports whether the caller is a thread, not an interrupt.")
	f.Func().Id("inThread").Params().Bool().Block(jen.Return(nest.Clone()))
	f.Comment("canBlock reports whether the caller may wait: it is a thread and, with all checks, the scheduler is not locked.")
	can := nest.Clone()
	if e.p.Safe.Level != nil && e.p.Options.Checks != plan.ChecksCheap {
		can = can.Op("&&").Add(e.raw(e.p.Safe.Level.Go).Call().Op("==").Lit(0))
	}
	f.Func().Id("canBlock").Params().Bool().Block(jen.Return(can))
}
