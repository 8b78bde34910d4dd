package plan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/plan/decl"
)

// CodeData is what the hand-written source of templates/rtt can ask about the package it becomes part of.
type CodeData struct {
	Package string
	Raw     string // import path of package raw
	p       *safePlanner
}

// handWritten are the files of hand-written source.
func (p *safePlanner) handWritten() []decl.Code {
	var list []decl.Code
	for _, c := range p.safe.Code {
		list = append(list, decl.Code{File: c.File, Data: CodeData{p.options.Package, p.options.ImportPath + "/raw", p}})
	}
	return list
}

// Internal returns the import path of an internal package.
func (d CodeData) Internal(name string) string { return d.p.internal(name, "").Path }

// Has reports whether package raw has all of some C functions.
func (d CodeData) Has(names ...string) bool {
	return !slices.ContainsFunc(names, func(n string) bool { return d.p.raw.Func(n) == nil })
}

// Declares reports whether the headers declare something, as model.API.Declares reads it.
func (d CodeData) Declares(names string) bool { return d.p.api.Declares(names) }

// Member returns how Go reaches a member of a C record, by the first of the paths in C that the record has:
// {{.Member "struct rt_thread" "stat" "sched_thread_ctx.stat"}} is "Stat" or "SchedThreadCtx.Stat".
func (d CodeData) Member(record string, paths ...string) (string, error) {
	for _, path := range paths {
		if name := d.p.raw.Selector(record, path); name != "" {
			return name, nil
		}
	}
	return "", fmt.Errorf("%s has no member %s", record, strings.Join(paths, " or "))
}

// Returns reports whether a C function has a result.
func (d CodeData) Returns(name string) bool {
	f := d.p.raw.Func(name)
	return f != nil && f.Result != nil
}

// Checked reports whether closed objects and the like are looked for.
func (d CodeData) Checked() bool { return d.p.options.Checks != ChecksNone }

// Blocking reports whether a function that waits finds out about its context.
func (d CodeData) Blocking() bool { return d.Checked() && d.p.safe.Nest != nil }

// Full reports whether every function finds out about its context.
func (d CodeData) Full() bool { return d.p.options.Checks == ChecksFull && d.p.safe.Nest != nil }
