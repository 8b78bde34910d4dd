package golden

import (
	"context"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/internal/output"
	"github.com/rttgen/rttgen/internal/project"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/sysroot"
)

// generator stands for the name and version of rttgen in what tests generate: stored output must not change with it.
const generator = "rttgen test"

// load reads a configuration as the command line does, in an environment that holds none of the user's settings.
func load(t *testing.T, file string, flags config.Flags) *config.Config {
	t.Helper()
	c, list := config.Load(file, flags, func(string) string { return "" })
	fatal(t, list)
	return c
}

// run generates what a configuration asks for.
func run(t *testing.T, c *config.Config) *generate.Result {
	t.Helper()
	r, list := generate.Run(context.Background(), c, generator)
	fatal(t, list)
	return r
}

// fatal ends a test when a list holds an error.
func fatal(t *testing.T, list *diag.List) {
	t.Helper()
	if !list.HasErrors() {
		return
	}
	var text strings.Builder
	if err := list.Write(&text, diag.Text, false); err != nil {
		t.Fatal(err)
	}
	t.Fatalf("rttgen refuses this input:\n%s", text.String())
}

// writeTree writes a generated tree below a directory.
func writeTree(t testing.TB, dir string, tree output.Tree) {
	t.Helper()
	for name, text := range tree {
		write(t, filepath.Join(dir, filepath.FromSlash(name)), text)
	}
}

func write(t testing.TB, file string, text []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, text, 0o666); err != nil {
		t.Fatal(err)
	}
}

// vet runs go vet over a generated tree as package example.com/app/rtt, as the host compiles it and as TinyGo does.
func vet(t testing.TB, tree output.Tree) {
	t.Helper()
	dir := t.TempDir()
	writeModule(t, dir, tree)
	vetFor(t, dir, nil)
	vetFor(t, dir, []string{"-tags", "tinygo"}, "GOOS=linux", "GOARCH=arm", "CGO_ENABLED=0")
}

// writeModule writes a generated tree into a module of its own.
func writeModule(t testing.TB, dir string, tree output.Tree) {
	t.Helper()
	write(t, filepath.Join(dir, "go.mod"), []byte("module example.com/app\n\ngo 1.23\n"))
	writeTree(t, filepath.Join(dir, treeDir), tree)
}

func vetFor(t testing.TB, dir string, flags []string, env ...string) {
	t.Helper()
	cmd := exec.Command("go", append(append([]string{"vet"}, flags...), "./...")...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
	cmd.Env = append(cmd.Env, env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%s go vet %s: %v\n%s", strings.Join(env, " "), strings.Join(flags, " "), err, out)
	}
}

// armGCC returns the compiler that RT-Thread is built with, and skips the test when there is none.
func armGCC(t *testing.T) string {
	t.Helper()
	gcc, err := exec.LookPath("arm-none-eabi-gcc")
	if err != nil {
		t.Skip("skipped: arm-none-eabi-gcc is not installed, so no C compiler confirms the generated C files")
	}
	return gcc
}

// cortexM4F are the flags of a Cortex-M4 with an FPU, as its BSPs have them.
var cortexM4F = []string{"-mcpu=cortex-m4", "-mthumb", "-mfloat-abi=hard", "-mfpu=fpv4-sp-d16", "-std=gnu99"}

// compileC compiles the C files that were generated from the headers of a project, found in root, with the macros and the
// search path that rttgen used. A warning in generated code is a failure; the user's headers may warn.
func compileC(t testing.TB, gcc, root string, r *generate.Result, flags []string) (files int) {
	t.Helper()
	dir := t.TempDir()
	writeTree(t, dir, r.Tree)
	args := slices.Concat(flags, cppFlags(r.Project, root), []string{"-Wall", "-Wextra", "-Werror", "-o", filepath.Join(dir, "x.o")})
	cconfig, err := fs.ReadFile(sysroot.FS(), "cconfig.h") // what RT-Thread's build up to 4.1 writes beside rtconfig.h
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "cconfig.h"), cconfig)
	args = append(args, "-idirafter", dir)
	for _, name := range r.Tree.Paths() {
		if filepath.Ext(name) != ".c" || name == portFile && !portable(r.API) {
			continue
		}
		out, err := exec.Command(gcc, append(args, "-c", filepath.Join(dir, filepath.FromSlash(name)))...).CombinedOutput()
		if err != nil {
			t.Errorf("%s does not compile: %v\n%s", name, err, firstLines(string(out), 40))
		}
		files++
	}
	return files
}

// cppFlags are the macros and the search path of a project, found in root.
func cppFlags(p *project.Project, root string) []string {
	var args []string
	for _, d := range p.Defines {
		args = append(args, "-D"+d.Name+"="+d.Value)
	}
	for _, inc := range p.Includes {
		if !filepath.IsAbs(inc) {
			inc = filepath.Join(root, inc)
		}
		args = append(args, "-isystem", inc)
	}
	return args
}

// portFile is the C side of the Go runtime, which is the same for every configuration.
const portFile = "c/rttgo_port.c"

// portable reports whether Go can run under a configuration. The port refuses others by name; the layout holds for them too.
func portable(api *model.API) bool {
	return api.Defined("RT_USING_HEAP") && !api.Defined("RT_USING_SMP")
}

// firstLines keeps messages readable.
func firstLines(s string, n int) string {
	lines := strings.SplitAfterN(s, "\n", n+1)
	if len(lines) > n {
		lines[n] = "…\n"
	}
	return strings.Join(lines, "")
}
