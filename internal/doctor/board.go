package doctor

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/internal/bsp"
	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/internal/output"
	"github.com/rttgen/rttgen/internal/target"
)

// settings looks at what rtconfig.h must and must not choose.
func (d *doctor) settings(macros map[string]string) {
	on := func(name string) bool {
		value, ok := macros[name]
		return ok && value != "0"
	}
	switch {
	case !on("RT_USING_HEAP"):
		d.add("RT_USING_HEAP", Missing, "off: Go's heap and threads come from rt_malloc", "turn it on in menuconfig")
	default:
		d.add("RT_USING_HEAP", OK, "on", "")
	}
	if on("RT_USING_SMP") {
		d.add("RT_USING_SMP", Missing, "on: Go's collector stops one core only", "turn it off in menuconfig")
	}
	if !on("RT_USING_COMPONENTS_INIT") {
		d.add("RT_USING_COMPONENTS_INIT", Warning, "off: nothing starts the Go program", "turn it on in menuconfig, or call rttgo_start() of rttgo_port.h")
	}
	if on("PKG_USING_RTTGO") {
		d.add("PKG_USING_RTTGO", OK, "on", "")
	} else {
		d.add("PKG_USING_RTTGO", Warning, "off: the BSP's build leaves the Go program out",
			"source the project's Kconfig in that of the BSP and turn it on in menuconfig, or define it in rtconfig.h")
	}
}

const lookForFloat = "look for -mfloat-abi in the BSP's build: hard wants rttgen build --target " + target.HardFloat +
	", soft and softfp want " + target.SoftFloat

// compiler looks at the flags that an object must fit.
func (d *doctor) compiler(b *bsp.Build) {
	const name = "compiler flags"
	flags := ""
	for _, f := range b.Facts() {
		flags += " " + f.Text
	}
	switch problem := b.Unbuilt(); {
	case problem != nil:
		problem.Pos.File = d.o.Shorten(problem.Pos.File)
		d.add(name, Missing, problem.String(), problem.Hint)
	case b.BuildTarget() == "":
		d.add(name, Warning, "the BSP's build names no processor", lookForFloat)
	default:
		d.add(name, OK, strings.TrimSpace(flags)+": --target "+b.BuildTarget(), "")
	}
}

// bindings looks whether the generated package is what it would be now.
func (d *doctor) bindings(ctx context.Context) {
	const name = "generated package"
	r, list := generate.Run(ctx, d.o.Config, d.o.Generator)
	if list.HasErrors() {
		d.problem(name, list)
		return
	}
	out := d.o.Config.Out.Text
	changes, list := output.Check(out, r.Tree)
	shown := filepath.ToSlash(out)
	switch n := len(changes.Changed) + len(changes.Missing) + len(changes.Stale); {
	case list.HasErrors():
		d.problem(name, list)
	case n > 0 && len(changes.Missing) == n && len(changes.Unchanged) == 0:
		d.add(name, Missing, shown+" is not generated yet", "run rttgen generate")
	case n > 0:
		d.add(name, Missing, shown+" is not what would be generated, files: "+strconv.Itoa(n), "run rttgen generate; rttgen diff shows what changes")
	default:
		d.add(name, OK, shown, "")
	}
}
