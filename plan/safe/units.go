package safe

import (
	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/raw"
	"github.com/rttgen/rttgen/plan/step"
)

// units are the constants of package time for the units that C counts exactly.
var units = map[mapping.TimeUnit]string{
	mapping.TimeNanos: "Nanosecond", mapping.TimeMicros: "Microsecond", mapping.TimeSecs: "Second", mapping.TimeUnix: "Second",
}

// isExact reports whether a time is a count of such units, without values of a special meaning.
func isExact(u mapping.TimeUnit) bool { return units[u] != "" }

// timeType is the Go type of a time.
func timeType(u mapping.TimeUnit) *gotype.Type {
	if u == mapping.TimeUnix {
		return gotype.Time
	}
	return gotype.Duration
}

// exactTime converts what C counts to a time of Go's.
func exactTime(u mapping.TimeUnit, x step.Expr) step.Expr {
	switch u {
	case mapping.TimeUnix:
		return callOf(step.Global{Path: "time", Name: "Unix"}, convert(gotype.Basic("int64"), x), number(0))
	case mapping.TimeNanos:
		return convert(gotype.Duration, x)
	}
	return step.Binary{X: convert(gotype.Duration, x), Op: "*", Y: step.Global{Path: "time", Name: units[u]}}
}

// countOf is a time of Go's as a count of units, rounded up; less than zero for what is before.
func (p *planner) countOf(u mapping.TimeUnit, x step.Expr) step.Expr {
	switch u {
	case mapping.TimeUnix:
		return callOf(fieldOf(x, "Unix"))
	case mapping.TimeNanos:
		return convert(gotype.Basic("int64"), x)
	}
	return callOf(step.Global(p.internal("ticks", "Count")), x, step.Global{Path: "time", Name: units[u]})
}

// unitVar is the type of the number that C gets, or a pointer to it: 32 bits wide where C does not say, or time_t.
func (p *planner) unitVar(a *Arg) *gotype.Type {
	t := a.Param.Type
	switch {
	case a.Kind == ArgUnits:
		return p.typeOf(t)
	case t.Kind == raw.GoPointer:
		return p.typeOf(t.Elem)
	}
	return p.unitType(a.Time)
}

// unitType is the type of a count that is written where C has a pointer to nothing in particular.
func (p *planner) unitType(u mapping.TimeUnit) *gotype.Type {
	if t := p.api.Typedef("time_t"); u == mapping.TimeUnix && t != nil && t.Type.Underlying().Size == 8 {
		return gotype.Basic("int64")
	}
	if u == mapping.TimeUnix {
		return gotype.Int32
	}
	return gotype.Uint32
}

// unitsMisfit refuses a time for what is no number in C.
func (p *planner) unitsMisfit(a *Arg) (msg, hint string) {
	if t := a.Param.Type; raw.IsPointer(t) && t.Kind != raw.GoPointer {
		return "", ""
	}
	if _, _, ok := bounds(p.under(p.unitVar(a))); !ok {
		return p.cHas(a.Param.Type) + ", no time", "remove time"
	}
	return "", ""
}

// prepareUnits counts the units of a time, and refuses what C does not hold.
func (b *body) prepareUnits(a *Arg, local string) {
	t := b.unitVar(a)
	x := b.checkCount(b.countOf(a.Time, from(a)), t, string(b.vars.name("n"+local[1:])))
	b.add(step.Let{Var: local, Value: convert(t, x)})
}

// checkCount refuses a count that a type does not hold.
func (b *body) checkCount(count step.Expr, t *gotype.Type, local string) step.Expr {
	low, high, _ := bounds(b.under(t))
	if !b.canRefuse() || high > 1<<63-1 {
		return count
	}
	n := step.Name(local)
	var cond step.Expr
	if low >= -(1 << 31) {
		cond = step.Binary{X: n, Op: "<", Y: number(max(low, -(1 << 31)))}
	}
	if high < 1<<63-1 {
		cond = either(cond, step.Binary{X: n, Op: ">", Y: number(int64(high))})
	}
	if cond == nil {
		return count
	}
	b.add(step.Let{Var: local, Value: count})
	b.guard(step.Range, cond, "ErrRange")
	return n
}
