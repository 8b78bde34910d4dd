// Package hosttest proves the safety rules of generated code. It generates the package from the reference interfaces, puts the
// Go tests of testdata beside it, and runs them: they replace the functions of C, call every wrapper, and look at what C got.
package hosttest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/checks"
)

// variants are the packages that are generated. Files of testdata whose names start with "only_" are for the variants that
// list them; the others are for all.
var variants = []struct {
	reference string
	checks    checks.Level
	only      []string
}{
	{"5.2", checks.Full, []string{"only_full_test.go", "only_device_test.go", "only_driver_test.go", "only_generic_test.go"}},
	{"4.1", checks.Full, []string{"only_full_test.go", "only_device_test.go", "only_driver_test.go", "only_generic_test.go"}},
	{"5.2", checks.Cheap, nil},
	{"5.2", checks.None, nil},
}

// TestSafety runs the tests of testdata with each variant, under the race detector where there is one: several threads call the
// generated code, and it makes pointers of numbers. Set RTTGEN_KEEP to a directory to look at the modules they run in.
func TestSafety(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped with -short: compiles four generated packages")
	}
	detector := raceFlag(t)
	for _, v := range variants {
		t.Run(v.reference+"/"+string(v.checks), func(t *testing.T) {
			p, dir := module(t, v.reference, v.checks)
			write(t, dir, "hosttest/table_test.go", table(p))
			for _, name := range testFiles(t, v.only) {
				text, err := os.ReadFile(filepath.Join("testdata", name))
				if err != nil {
					t.Fatal(err)
				}
				write(t, dir, "hosttest/"+name, string(text))
			}
			if out, err := run(dir, append([]string{"test", "-trimpath", "-vet=off", "./hosttest"}, detector...)...); err != nil {
				t.Errorf("tests of the generated package fail (%v):\n%s", err, out)
			}
		})
	}
}

// raceFlag is what turns on the race detector, and with it the checks of unsafe pointers. It needs cgo.
func raceFlag(t *testing.T) []string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "go.mod", "module race\n")
	write(t, dir, "race.go", "package main\n\nfunc main() {}\n")
	if out, err := run(dir, "run", "-race", "."); err != nil {
		t.Run("race", func(t *testing.T) {
			t.Skipf("without the race detector, which needs cgo and a C compiler: %v\n%s", err, out)
		})
		return nil
	}
	return []string{"-race"}
}

// TestCopies copies an object of every class; go vet must report each copy.
func TestCopies(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped with -short: runs go vet on a generated package")
	}
	p, dir := module(t, "5.2", checks.Full)
	classes := append(classNames(p), "Locked[int]", "CriticalLocked[int]", "SpinLocked[int]", "SpinLock")
	var text strings.Builder
	text.WriteString("package copies\n\nimport \"rtt\"\n\n")
	first := strings.Count(text.String(), "\n") + 1
	for i, c := range classes {
		fmt.Fprintf(&text, "func copy%d(x *rtt.%s) { y := *x; _ = &y }\n", i, c)
	}
	write(t, dir, "copies/copies.go", text.String())
	out, err := run(dir, "vet", "-copylocks", "./copies")
	if err == nil {
		t.Fatal("go vet finds nothing wrong with copies of kernel objects: handle.NoCopy must be in every class")
	}
	if !strings.Contains(out, "copies.go:") {
		t.Fatalf("go vet says nothing about copies:\n%s", out)
	}
	for i, c := range classes {
		if !strings.Contains(out, fmt.Sprintf("copies.go:%d:", first+i)) {
			t.Errorf("go vet does not report a copy of %s: give it a handle.Handle or a handle.NoCopy", c)
		}
	}
}

// module generates a package into a module of its own.
func module(t *testing.T, reference string, checks checks.Level) (*plan.Package, string) {
	t.Helper()
	c := &config.Config{
		RTThread: config.Value{Text: "reference:" + reference}, Package: "rtt", Module: "rtt", GoMod: true, Checks: checks,
	}
	r, problems := generate.Run(context.Background(), c, "rttgen test")
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if keep := os.Getenv("RTTGEN_KEEP"); keep != "" {
		dir = filepath.Join(keep, filepath.FromSlash(t.Name()))
	}
	for name, text := range r.Tree {
		write(t, dir, name, string(text))
	}
	return r.Plan, dir
}

// testFiles lists the files of testdata that a variant uses.
func testFiles(t *testing.T, only []string) []string {
	entries, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), "only_") {
			names = append(names, e.Name())
		}
	}
	return append(names, only...)
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// run runs the go command in a module, apart from the settings of this one.
func run(dir string, args ...string) (string, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	return string(out), err
}
