package safe

import (
	"slices"
	"strings"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/gotype"
)

// context decides from where a wrapper may be called. The rule says from where the C function may; what the wrapper needs of Go's
// heap no interrupt gets.
func (p *planner) context(f *Func, style model.ResultStyle) model.Context {
	what := allocates(f, style)
	switch {
	case what == "":
		return f.Rule.Context
	case f.Rule.Context == model.ContextISR:
		p.errorAt(f.Rule.Pos, "leave it in package raw", "%s must be called from an interrupt, but in Go it allocates memory for %s, which no interrupt may",
			f.C.C, what)
	case f.Rule.Context == model.ContextAny:
		return model.ContextThread
	}
	return f.Rule.Context
}

// allocates says what a wrapper makes on Go's heap; empty for nothing.
func allocates(f *Func, style model.ResultStyle) string {
	switch style {
	case model.ResultHandle:
		return "the object"
	case model.ResultText:
		return "its result"
	}
	for i := range f.Args {
		switch a := &f.Args[i]; a.Kind {
		case ArgText, ArgEntry:
			return a.Param.C
		}
	}
	return ""
}

// inThreads reports whether a wrapper may be called from threads only.
func (f *Func) inThreads() bool {
	return f.Context != model.ContextAny && f.Context != model.ContextISR
}

// ifClosed says what a method returns for a closed object, if it has no error to return.
func (f *Func) ifClosed() string {
	r := f.Result
	if !f.Method || r.Error || r.Type == nil || r.Style == model.ResultMust || strings.Contains(f.Rule.Doc, "closed") ||
		!slices.ContainsFunc(f.Args, func(a Arg) bool { return a.Kind == ArgReceiver }) {
		return ""
	}
	switch {
	case r.Type.Equal(gotype.Bool):
		return "It returns false if the object is closed."
	case r.Type.Equal(gotype.String):
		return "It returns the empty string if the object is closed."
	}
	return "It returns zero if the object is closed."
}
