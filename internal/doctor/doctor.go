// Package doctor looks at everything that building a firmware needs, and says of what is missing how to get it.
package doctor

import (
	"context"
	"strings"

	"github.com/rttgen/rttgen"
	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/internal/project"
	"github.com/rttgen/rttgen/internal/tinygo"
	"github.com/rttgen/rttgen/model"
)

// State is what became of a check.
type State string

// The states.
const (
	OK      State = "ok"
	Missing State = "missing" // a firmware cannot be built, or would not work
	Warning State = "warning" // it can, but look at this
)

// Check is one thing that was looked at.
type Check struct {
	Name  string `json:"name"`
	State State  `json:"state"`
	Found string `json:"found"`
	Fix   string `json:"fix,omitempty"`
}

// Options say where to look.
type Options struct {
	Config    *config.Config
	Getenv    func(string) string
	Generator string // of generated files
	TinyGo    string // the command; empty: the one in PATH
	Shorten   func(path string) string
}

// Run looks at everything. What depends on something that is missing is left out.
func Run(ctx context.Context, o Options) []Check {
	d := &doctor{o: o}
	d.tools(ctx)
	d.project(ctx)
	return d.checks
}

// Healthy reports whether nothing is missing.
func Healthy(checks []Check) bool {
	for _, c := range checks {
		if c.State == Missing {
			return false
		}
	}
	return true
}

type doctor struct {
	o      Options
	checks []Check
}

func (d *doctor) add(name string, state State, found, fix string) {
	d.checks = append(d.checks, Check{name, state, found, fix})
}

// problem adds what an error says, its hint as the fix.
func (d *doctor) problem(name string, list *diag.List) {
	var found, fixes []string
	for _, p := range list.Sorted() {
		if p.Severity == diag.Error {
			p.Pos.File = d.o.Shorten(p.Pos.File)
			found = append(found, p.String())
			if p.Hint != "" {
				fixes = append(fixes, p.Hint)
			}
		}
	}
	d.add(name, Missing, strings.Join(found, "; "), strings.Join(fixes, "; "))
}

// project looks at RT-Thread, the BSP, and what is generated from them.
func (d *doctor) project(ctx context.Context) {
	p, list := project.Find(d.o.Config, rttgen.References())
	switch {
	case list.HasErrors():
		d.problem("RT-Thread", list)
		return
	case p.Embedded:
		d.add("RT-Thread", Missing, "none: "+p.Shown+" stands in, for bindings but not for a firmware",
			"name the tree and the BSP under rtthread: and rtconfig: in rttgen.yaml, or remove rtthread: and set RTT_ROOT and BSP_ROOT")
	default:
		d.add("RT-Thread", OK, p.Version.String()+" in "+p.Shown, "")
		d.add("rtconfig.h", OK, p.RTConfig, "")
	}
	facts, list := generate.Read(ctx, d.o.Config)
	if list.HasErrors() {
		d.problem("headers", list)
		return
	}
	if !p.Embedded {
		d.settings(macros(facts.API))
		d.compiler(p.Build)
	}
	d.bindings(ctx)
}

// macros returns the macros that a translation unit of the BSP sees.
func macros(api *model.API) map[string]string {
	all := map[string]string{}
	for _, m := range api.Macros {
		all[m.Name] = m.Text
	}
	return all
}

// tinyGo looks for a TinyGo that the port fits.
func (d *doctor) tinyGo(ctx context.Context) {
	tc, err := tinygo.Find(ctx, d.o.TinyGo)
	if err == nil {
		err = tc.Verify(ctx)
	}
	if list := (*diag.List)(nil); asList(err, &list) {
		d.problem("TinyGo", list)
		return
	}
	d.add("TinyGo", OK, tc.Version+" in "+tc.Root, "")
}
