package plan

import (
	"strings"

	"github.com/rttgen/rttgen/model"
)

// Signatures returns the Go declarations of a wrapper: "func (s *Semaphore) Take(timeout time.Duration) error", and that of
// the variant that takes a number.
func (f *SafeFunc) Signatures() []string {
	list := []string{f.signature(f.Go, false)}
	if f.Timed {
		list = append(list, f.signature(f.Counted(), true))
	}
	return list
}

// Counted names the variant that takes numbers instead of durations after their unit: TakeTicks, WaitMillis.
func (f *SafeFunc) Counted() string {
	for _, p := range f.Params {
		if p.Time == model.TimeTicks || p.Time == model.TimePeriod {
			return f.Go + "Ticks"
		}
	}
	return f.Go + "Millis"
}

func (f *SafeFunc) signature(name string, ticks bool) string {
	var params []string
	for _, p := range f.Params {
		t := p.Type
		if ticks && p.Time != model.TimeNone {
			t = "Ticks"
			if p.Time == model.TimeMillis {
				t = "int32"
			}
		}
		params = append(params, p.Go+" "+t)
	}
	s := "func " + name
	if f.Method {
		class, _, _ := strings.Cut(f.QualifiedName(), ".")
		s = "func (*" + class + ") " + name
	}
	s += "(" + strings.Join(params, ", ") + ")"
	switch r := f.resultTypes(); len(r) {
	case 0:
		return s
	case 1:
		return s + " " + r[0]
	default:
		return s + " (" + strings.Join(r, ", ") + ")"
	}
}

// resultTypes lists the Go types of the results.
func (f *SafeFunc) resultTypes() []string {
	var list []string
	if f.Result.Type != "" {
		list = append(list, f.Result.Type)
	}
	for _, o := range f.Outs {
		list = append(list, o.Type)
	}
	if f.Result.Error || f.Role == model.RoleInit || f.Role == model.RoleDelete || f.Role == model.RoleDetach {
		list = append(list, "error")
	}
	return list
}

// Each visits every function of the safe package.
func (s *Safe) Each(visit func(*SafeFunc)) {
	for _, f := range s.Funcs {
		visit(f)
	}
	for _, c := range s.Classes {
		for _, f := range c.Funcs {
			visit(f)
		}
		for _, f := range []*SafeFunc{c.Delete, c.Detach} {
			if f != nil {
				visit(f)
			}
		}
	}
}
