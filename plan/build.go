package plan

import (
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/program"
	"github.com/rttgen/rttgen/plan/raw"
	"github.com/rttgen/rttgen/plan/safe"
	"github.com/rttgen/rttgen/plan/symbol"
	"github.com/rttgen/rttgen/plan/when"
)

// Build decides everything about a generated package. The package is nil when the list holds an error.
func Build(api *model.API, m *mapping.Rules, o Options) (*Package, *diag.List) {
	problems := &diag.List{}
	raw, decisions, list := raw.Build(api, m)
	problems.AddList(list)
	if problems.HasErrors() {
		return nil, problems
	}
	safe, missing, list := safe.Build(api, m, raw, safe.Options{Package: o.Package, ImportPath: o.ImportPath, Checks: o.Checks, Header: o.header(api)})
	problems.AddList(list)
	if problems.HasErrors() {
		return nil, problems
	}
	marked, list := program.Build(api, o.Program, o.ImportPath, o.Builtin)
	problems.AddList(list)
	if problems.HasErrors() {
		return nil, problems
	}
	p := &Package{Options: o, API: api, Raw: raw, Safe: safe, Program: marked, Decisions: decisions}
	p.upgrade(m, missing)
	return p, problems
}

// upgrade tells, in the decisions made for raw, what the safe package made of a symbol, or why it left it out.
func (p *Package) upgrade(m *mapping.Rules, missing map[string]string) {
	wrapped := p.wrapped()
	for i := range p.Decisions {
		d := &p.Decisions[i]
		if names := wrapped[d.Name]; len(names) > 0 {
			slices.Sort(names)
			d.Status, d.Go, d.Reason = symbol.Wrapped, strings.Join(slices.Compact(names), ", "), ""
			continue
		}
		if reason := missing[d.Name]; reason != "" && d.Reason == "" {
			d.Reason = reason
			continue
		}
		if s := p.skipRule(m, d.Name); s != nil {
			d.Reason = s.Reason
		}
	}
}

// wrapped lists the Go symbols of the safe package by C name.
func (p *Package) wrapped() map[string][]string {
	out := map[string][]string{}
	add := func(c, g string) { out[c] = append(out[c], g) }
	each := func(f *safe.Func) { add(f.C.C, f.QualifiedName()) }
	for _, f := range p.Safe.Funcs {
		each(f)
	}
	for _, c := range p.Safe.Classes {
		add(c.C, c.Go)
		for _, f := range c.Funcs {
			each(f)
		}
		for _, f := range []*safe.Func{c.Delete, c.Detach} {
			if f != nil {
				add(f.C.C, c.Go+".Close")
			}
		}
	}
	for _, c := range p.Safe.Code {
		for _, w := range c.Wraps {
			add(w.C, w.Go)
		}
	}
	for _, e := range p.Safe.Enums {
		for _, v := range e.Values {
			add(v.C, v.Go)
		}
	}
	for _, e := range p.Safe.Errors {
		if e.C != "" {
			add(e.C, e.Go)
		}
	}
	for _, c := range p.Safe.Codes {
		add(c.C, c.Go)
		for _, e := range c.Errors {
			if e.C != "" {
				add(e.C, e.Go)
			}
		}
	}
	return out
}

// skipRule finds the rule that leaves a symbol out of the safe package.
func (p *Package) skipRule(m *mapping.Rules, c string) *mapping.SkipRule {
	for _, s := range m.Skips {
		if s.Matches(c) && when.Holds(p.API, s.When) {
			return s
		}
	}
	return nil
}

// Count counts the decisions by status.
func (p *Package) Count() map[symbol.Status]int {
	n := map[symbol.Status]int{}
	for _, d := range p.Decisions {
		n[d.Status]++
	}
	return n
}
