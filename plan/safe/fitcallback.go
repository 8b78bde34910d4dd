package safe

import (
	"fmt"
	"slices"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/raw"
)

// callbackMisfit says what is wrong with a callback, and a way out.
func (p *planner) callbackMisfit(f *Func, r *mapping.ParamRule, e *Entry) (msg, hint string) {
	if slices.ContainsFunc(f.Args, func(a Arg) bool { return a.Callback != nil }) {
		return "there is another callback already", "a C function can have one"
	}
	for _, q := range e.Params {
		if q.To != nil && !p.calledWith(q) {
			return fmt.Sprintf("C passes %s, which cannot become %s", q.Wire.In(""), p.text(q.To)), "use a type that fits"
		}
	}
	switch t := e.Func.Result; {
	case t != nil && e.Result == nil:
		return "C takes no result", "remove the result"
	case t != nil && !t.Is("bool") && !p.isNumber(t):
		return fmt.Sprintf("C takes %s, which cannot be made of %s", e.Result.In(""), p.text(t)), "use a type that fits"
	case r.Callback.Ends && f.Role != mapping.RoleNew && f.Role != mapping.RoleInit:
		return "no object ends with it", "remove ends, or make it part of a constructor"
	}
	return "", ""
}

// calledWith reports whether what C passes can be what a Go function takes.
func (p *planner) calledWith(q EntryParam) bool {
	pointer := q.Wire == raw.GoUnsafe
	switch t := q.To; {
	case t.Equal(gotype.Unsafe):
		return pointer
	case t.Is("string"):
		return pointer
	case t.Kind == gotype.Pointer:
		_, ok := p.layout(t)
		return pointer && ok
	case t.Is("bool"):
		return !pointer
	}
	return !pointer && p.isNumber(q.To)
}
