package safe

import (
	"slices"

	"github.com/rttgen/rttgen/mapping"
)

// dropUnmade leaves out functions that take or return objects of a class which nothing makes or finds under this
// configuration. That may leave another class without functions, so it goes on until nothing changes.
func (p *planner) dropUnmade() {
	p.dropUnfound()
	for dropped := true; dropped; {
		dropped = false
		unusable := func(f *Func) bool {
			class := p.unmade(f)
			if class != "" {
				p.missing[f.C.C] = "there is no " + class + " in this configuration"
				dropped = true
			}
			return class != ""
		}
		p.safe.Funcs = slices.DeleteFunc(p.safe.Funcs, unusable)
		for _, c := range p.classes {
			c.Funcs = slices.DeleteFunc(c.Funcs, unusable)
		}
	}
}

// unmade returns the name of a class that a function needs and that has no functions.
func (p *planner) unmade(f *Func) string {
	needed := []string{f.Rule.Result.Class}
	for _, param := range f.Rule.Params {
		needed = append(needed, param.Class)
	}
	for _, name := range needed {
		if c := p.classes[name]; name != "" && (c == nil || len(c.Funcs) == 0) {
			return name
		}
	}
	return ""
}

// dropUnfound leaves out the methods of devices that nothing finds under this configuration.
func (p *planner) dropUnfound() {
	for _, c := range p.classes {
		if c.Rule.Device == nil || slices.ContainsFunc(c.Funcs, func(f *Func) bool { return !f.Method || f.Role == mapping.RoleInit }) {
			continue
		}
		for _, f := range c.Funcs {
			p.missing[f.C.C] = "nothing finds devices in this configuration"
		}
		c.Funcs, c.Delete = nil, nil
	}
}
