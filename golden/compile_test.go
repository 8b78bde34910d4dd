package golden

import (
	"slices"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/internal/generate"
)

// TestLayout type-checks each tree as TinyGo compiles it for the target, and as Go does on the host, and compares every type of
// package raw with C's.
func TestLayout(t *testing.T) {
	eachCase(t, func(t *testing.T, g golden, r *generate.Result) {
		pkgs, sizes := checkForTarget(t, module, r.Tree)
		checkForHost(t, module, r.Tree)
		c := compareLayout(t, pkgs[module+"/raw"], sizes, r.Plan)
		t.Logf("%d structs, %d members, %d other types", c.structs, c.offsets, c.scalars)
		if c.structs < 8 || c.offsets < 30 || c.scalars < 10 {
			t.Error("hardly anything was compared")
		}
	})
}

// vetted are the cases whose code has a shape of its own; that of the others is made of the same pieces.
var vetted = []string{"reference-5.2", "reference-4.1", "no-checks", "small"}

// TestVet compiles and vets trees with the Go toolchain, on the host and for the target.
func TestVet(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: go vet compiles every tree twice")
	}
	eachCase(t, func(t *testing.T, g golden, r *generate.Result) {
		if slices.Contains(vetted, g.dir) {
			t.Parallel()
			vet(t, r.Tree)
		}
	})
}

// TestCompileC has the compiler of RT-Thread's BSPs confirm the C files, and with them every size, offset and constant.
func TestCompileC(t *testing.T) {
	gcc := armGCC(t)
	eachCase(t, func(t *testing.T, g golden, r *generate.Result) {
		t.Parallel()
		root := "../testdata/rtthread-" + strings.TrimPrefix(r.Project.Shown, "reference:")
		flags := slices.Clone(cortexM4F)
		if !r.API.Target.ShortEnums {
			flags = append(flags, "-fno-short-enums")
		}
		if r.API.Target.Time32 {
			flags = append(flags, "-D_USE_LONG_TIME_T")
		}
		if n := compileC(t, gcc, root, r, flags); n < 2 {
			t.Errorf("only %d C files are generated", n)
		}
	})
}
