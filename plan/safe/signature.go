package safe

import (
	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/plan/gotype"
)

// Signatures returns the Go declarations of a wrapper, as the package with an import path writes types:
// "func (*Semaphore) Take(timeout time.Duration) error", and that of the variant that takes a number.
func (f *Func) Signatures(pkg string) []string {
	list := make([]string, len(f.Decls))
	for i, d := range f.Decls {
		list[i] = d.Signature(pkg)
	}
	return list
}

// unit is what the variant of a function without durations takes.
type unit struct {
	suffix string // of its name
	plural string // what it counts
	typ    func(*planner) *gotype.Type
}

var (
	inTicks  = unit{"Ticks", "ticks", (*planner).ticks}
	inMillis = unit{"Millis", "milliseconds", func(*planner) *gotype.Type { return gotype.Int32 }}
)

func (p *planner) ticks() *gotype.Type { return p.own("Ticks") }

// unitOf tells in which unit C counts a time.
func unitOf(t mapping.TimeUnit) unit {
	if t == mapping.TimeMillis {
		return inMillis
	}
	return inTicks
}

// unit tells what the variant of a function without durations takes.
func (f *Func) unit() unit {
	for _, p := range f.Params {
		if p.Time == mapping.TimeMillis {
			return inMillis
		}
	}
	return inTicks
}

// Counted names the variant that takes numbers instead of durations after their unit: TakeTicks, WaitMillis.
func (f *Func) Counted() string { return f.Go + f.unit().suffix }

// params are the parameters of a wrapper, with times as durations or as numbers.
func (p *planner) params(f *Func, counted bool) []gotype.Param {
	list := make([]gotype.Param, len(f.Params))
	for i, param := range f.Params {
		list[i] = gotype.Param{Name: param.Go, Type: param.Type}
		if counted && param.Time != mapping.TimeNone {
			list[i].Type = unitOf(param.Time).typ(p)
		}
	}
	return list
}

// results lists the Go types of the results. What C writes through pointers comes before the error.
func (f *Func) results() []*gotype.Type {
	var list []*gotype.Type
	if f.Result.Type != nil {
		list = append(list, f.Result.Type)
	}
	for _, o := range f.Outs {
		list = append(list, o.Type)
	}
	if f.Result.Error {
		list = append(list, gotype.Error)
	}
	return list
}

// Each visits every function of the safe package.
func (s *Package) Each(visit func(*Func)) {
	for _, f := range s.Funcs {
		visit(f)
	}
	for _, c := range s.Classes {
		for _, f := range c.Funcs {
			visit(f)
		}
		for _, f := range []*Func{c.Delete, c.Detach} {
			if f != nil {
				visit(f)
			}
		}
	}
}
