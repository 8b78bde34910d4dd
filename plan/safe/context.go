package safe

import (
	"slices"
	"strings"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/plan/gotype"
)

// context decides from where a wrapper may be called. The rule says from where the C function may; what the wrapper needs of Go's
// heap no interrupt gets.
func (p *planner) context(f *Func, style mapping.ResultStyle) mapping.Context {
	what := allocates(f, style)
	switch {
	case what == "":
		return f.Rule.Context
	case f.Rule.Context == mapping.ContextISR:
		p.errorAt(f.Rule.Pos, "leave it in package raw", "%s must be called from an interrupt, but in Go it allocates memory for %s, which no interrupt may",
			f.C.C, what)
	case f.Rule.Context == mapping.ContextAny:
		return mapping.ContextThread
	}
	return f.Rule.Context
}

// allocates says what a wrapper makes on Go's heap; empty for nothing.
func allocates(f *Func, style mapping.ResultStyle) string {
	switch style {
	case mapping.ResultHandle:
		return "the object"
	case mapping.ResultText:
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
	return f.Context != mapping.ContextAny && f.Context != mapping.ContextISR
}

// ifClosed says what a method returns for a closed object, if it has no error to return.
func (f *Func) ifClosed() string {
	r := f.Result
	if !f.Method || r.Error || r.Type == nil || r.Style == mapping.ResultMust || strings.Contains(f.Rule.Doc, "closed") ||
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
