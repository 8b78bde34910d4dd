package safe

import (
	"slices"
	"strings"

	"github.com/rttgen/rttgen/plan/checks"
	"github.com/rttgen/rttgen/plan/decl"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/step"
)

// switches are constants that a file of hand-written source asks for: each tells whether the headers declare something.
var switches = []struct{ file, name, doc, declares string }{
	{"threadstate.go", "resumeSwitches", "rt_thread_resume lets a thread of higher priority run at once", "rt_sched_unlock_n_resched"},
}

// members are functions that files of hand-written source ask for: each reads a member that versions have in different places.
var members = []struct{ files, name, of, paths string }{
	{"threadstate.go", "threadPriority", "struct rt_thread", "current_priority|sched_thread_ctx.sched_thread_priv.current_priority"},
	{"threadstate.go|heedsignals.go", "threadStat", "struct rt_thread", "stat|sched_thread_ctx.stat"},
}

// handWritten are the files of hand-written source.
func (p *planner) handWritten() []string {
	list := make([]string, len(p.safe.Code))
	for i, c := range p.safe.Code {
		list[i] = c.File
	}
	return list
}

// around returns the function of hand-written source that a call of a C function, or a look for why it failed, begins with; empty for
// none.
func (p *planner) around(c string) string {
	for _, code := range p.safe.Code {
		for _, w := range code.Around {
			if w.C == c {
				return w.Go
			}
		}
	}
	return ""
}

// configured declares what the hand-written source asks about the package that it becomes part of.
func (p *planner) configured() []decl.Decl {
	files := p.handWritten()
	consts := decl.Switches{
		{Name: "checks", Doc: "closed objects and values out of range are looked for", On: p.options.Checks != checks.None},
		{Name: "checksAll", Doc: "every function finds out where it is called, not only one that waits", On: p.options.Checks == checks.Full},
	}
	for _, s := range switches {
		if slices.Contains(files, s.file) {
			consts = append(consts, decl.Switch{Name: s.name, Doc: s.doc, On: p.api.Declares(s.declares)})
		}
	}
	list := []decl.Decl{consts}
	for _, m := range members {
		if slices.ContainsFunc(files, func(f string) bool { return slices.Contains(strings.Split(m.files, "|"), f) }) {
			list = append(list, p.member(m.name, m.of, strings.Split(m.paths, "|")))
		}
	}
	return list
}

// member declares a function that reads a member of a record, by the first of the paths that the record has: what needs the file
// that asks for it makes sure that it has one.
func (p *planner) member(name, record string, paths []string) *decl.Func {
	path := paths[slices.IndexFunc(paths, func(path string) bool { return p.raw.Selector(record, path) != "" })]
	var x step.Expr = step.Name("object")
	for field := range strings.SplitSeq(p.raw.Selector(record, path), ".") {
		x = fieldOf(x, field)
	}
	t := gotype.PointerTo(p.rawNamed(p.raw.Record(record).Go))
	return &decl.Func{
		Doc:  []string{name + " returns " + path + " of a " + record + "."},
		Name: name, Params: []gotype.Param{{Name: "object", Type: t}}, Results: []*gotype.Type{gotype.Basic("uint8")}, Steps: []step.Step{returned(x)},
	}
}
