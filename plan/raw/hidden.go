package raw

import (
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/symbol"
)

// planScalars lists the typedefs whose size counts: those that package raw names, and those of the C library that are held.
func (p *planner) planScalars() {
	for _, t := range p.api.Typedefs {
		u := t.Type.Underlying()
		scalar := u.Kind == model.Int || u.Kind == model.Bool || u.Kind == model.Float
		if !scalar || u.Size == 0 || hasGoName(t.Name) || t.Name[0] == '_' {
			continue
		}
		if library := system(&t.Decl); p.aliases[t.Name] != nil && !library || library && p.used.names[t.Name] {
			p.raw.Scalars = append(p.raw.Scalars, CScalar{C: t.Name, Size: u.Size, Library: library})
		}
	}
}

// planHidden finds the macros that have the name of something else which a C file names: a header may define COMP1 behind a
// struct with a member COMP1, or a function-like macro behind the function.
func (p *planner) planHidden() {
	var layout, shims []string
	for _, r := range p.raw.Records {
		layout = append(layout, r.C)
		for _, m := range r.Members {
			layout = append(layout, m.Path)
		}
	}
	for _, e := range p.raw.Enums {
		layout = append(layout, e.C)
	}
	for _, s := range p.raw.Scalars {
		layout = append(layout, s.C)
	}
	for _, f := range p.raw.Shims() {
		shims = append(shims, f.C, f.Shim.Proto.Signature())
	}
	p.raw.HiddenLayout = p.macrosIn(layout, func(name string) bool { return p.api.Macro(name) != nil })
	p.raw.HiddenShims = p.macrosIn(shims, p.isDefined)
}

// macrosIn returns the names in pieces of C that are macros.
func (p *planner) macrosIn(c []string, isMacro func(string) bool) []string {
	found := map[string]bool{}
	for _, text := range c {
		for _, name := range identifier.FindAllString(text, -1) {
			if isMacro(name) {
				found[name] = true
			}
		}
	}
	return sortedKeys(found)
}

// decideSkipped tells what the front end could not take.
func (p *planner) decideSkipped() {
	for _, s := range p.api.Skipped {
		d := s.Decl
		if d.Name == "" {
			d.Name = "(" + s.Kind + ")"
		}
		p.decide(&d, s.Kind, symbol.Skipped, "", s.Reason)
	}
}
