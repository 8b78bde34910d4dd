// Package targettest builds the example, and the program that rttgen init writes, as their users do, and runs them on RT-Thread
// kernels in QEMU.
package targettest

import (
	"context"
	"flag"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/internal/kernel"
	"github.com/rttgen/rttgen/internal/output"
	"github.com/rttgen/rttgen/internal/scaffold"
	"github.com/rttgen/rttgen/internal/target"
	"github.com/rttgen/rttgen/internal/tinygo"
)

var update = flag.Bool("update", false, "write the transcripts anew")

// programs returns how to lay out each program in a directory.
func programs() map[string]func(t *testing.T, dir string) {
	return map[string]func(t *testing.T, dir string){
		"stm32f4": func(t *testing.T, dir string) {
			// Only what is under version control: others may build in the directory meanwhile.
			for _, pattern := range []string{"*.go", "go.mod", "rttgen.yaml", "c/*.c", "internal/*/*.go"} {
				files, err := filepath.Glob(filepath.Join("../stm32f4", pattern))
				if err != nil || files == nil {
					t.Fatalf("%s: %v", pattern, err)
				}
				for _, name := range files {
					text, err := os.ReadFile(name)
					if err != nil {
						t.Fatal(err)
					}
					rel, err := filepath.Rel("../stm32f4", name)
					if err != nil {
						t.Fatal(err)
					}
					write(t, filepath.Join(dir, rel), text)
				}
			}
		},
		"init": func(t *testing.T, dir string) {
			if err := scaffold.Write(dir, initFiles(t)).Err(); err != nil {
				t.Fatal(err)
			}
		},
	}
}

func initFiles(t *testing.T) []scaffold.File {
	t.Helper()
	files, err := scaffold.Files(scaffold.Settings{Name: "demo", Dir: "demo", Module: "example.com/demo", Version: "latest"})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestHost vets the programs with Go's own tools, bound to the reference interface.
func TestHost(t *testing.T) {
	for name, lay := range programs() {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			lay(t, dir)
			bind(t, dir, "", config.Flags{})
			for _, args := range [][]string{{"vet", "./..."}, {"build", "-o", os.DevNull, "."}, {"test", "."}} {
				cmd := exec.Command("go", args...)
				cmd.Dir = dir
				cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
				if out, err := cmd.CombinedOutput(); err != nil {
					t.Errorf("go %s: %v\n%s", strings.Join(args, " "), err, out)
				}
			}
		})
	}
}

// TestBuild builds the programs for both targets, bound to the reference interface.
func TestBuild(t *testing.T) {
	tc, err := tinygo.Find(context.Background(), "")
	if err != nil {
		t.Skip(err)
	}
	for name, lay := range programs() {
		for _, target := range target.Names() {
			t.Run(name+"/"+target, func(t *testing.T) {
				t.Parallel()
				dir := t.TempDir()
				lay(t, dir)
				bind(t, dir, "", config.Flags{})
				o := tinygo.Options{Dir: dir, Output: filepath.Join(dir, "libgoapp.a"), Target: target}
				if _, err := tc.Build(context.Background(), o); err != nil {
					t.Error(err)
				}
			})
		}
	}
}

// TestBSPFiles holds the example's files for the BSP to those that init writes.
func TestBSPFiles(t *testing.T) {
	for _, f := range initFiles(t) {
		if f.Path != "SConscript" && f.Path != "Kconfig" {
			continue
		}
		name := filepath.Join("../stm32f4", f.Path)
		if *update {
			write(t, name, f.Text)
		}
		if text, err := os.ReadFile(name); err != nil || string(text) != string(f.Text) {
			t.Errorf("%s is not what rttgen init writes (%v): go test -update mends it", name, err)
		}
	}
}

// TestTarget binds the programs to each kernel, builds them, and compares what they print on the emulated chip.
func TestTarget(t *testing.T) {
	kernels := kernel.FromEnv(t)
	tc, err := tinygo.Find(context.Background(), "")
	if err != nil {
		t.Skip(err)
	}
	for name, lay := range programs() {
		for _, k := range kernels {
			t.Run(name+"/"+k.Name, func(t *testing.T) {
				t.Parallel()
				compare(t, filepath.Join("testdata", name+".txt"), run(t, tc, k, lay))
			})
		}
	}
}

// TestShell types the command of the example into the shell of each kernel, beside the tour.
func TestShell(t *testing.T) {
	kernels := kernel.FromEnv(t)
	tc, err := tinygo.Find(context.Background(), "")
	if err != nil {
		t.Skip(err)
	}
	want := regexp.MustCompile(`(?s)the factor is 1\.650\n.*\nfactor: write factor and the voltage\n.*\npanic: no reference voltage\n` +
		`\[in C thread tshell: the callback ends, the others go on\]\n.*the factor is 6\.600\n`)
	for _, k := range kernels {
		t.Run(k.Name, func(t *testing.T) {
			if text, err := os.ReadFile(filepath.Join(k.Dir, "rtconfig.h")); err != nil || !strings.Contains(string(text), "RT_USING_FINSH") {
				t.Skip("the kernel has no shell:", err)
			}
			ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
			defer cancel()
			image := link(ctx, t, tc, k, programs()["stm32f4"], "-DTYPED")
			out, code, err := kernel.RunShell(ctx, image, []string{"factor 2", "factor", "factor 0", "factor 0.5", "quit"})
			if err != nil || code != 0 || !want.MatchString(out) {
				t.Errorf("it ends with %d (%v):\n%s", code, err, out)
			}
		})
	}
}

// run builds a program for a kernel and returns what it prints.
func run(t *testing.T, tc *tinygo.Toolchain, k kernel.Kernel, lay func(*testing.T, string)) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	out, code, err := kernel.Run(ctx, link(ctx, t, tc, k, lay))
	if err != nil || code != 0 {
		t.Fatalf("it ends with %d (%v):\n%s", code, err, out)
	}
	return out
}

// link builds a program for a kernel and returns the image.
func link(ctx context.Context, t *testing.T, tc *tinygo.Toolchain, k kernel.Kernel, lay func(*testing.T, string), flags ...string) string {
	t.Helper()
	dir := t.TempDir()
	lay(t, dir)
	commands, err := k.CompileCommands(dir)
	if err != nil {
		t.Fatal(err)
	}
	bind(t, dir, commands, config.Flags{RTThread: k.Root, RTConfig: filepath.Join(k.Dir, "rtconfig.h")})
	archive := filepath.Join(dir, "libgoapp.a")
	if _, err := tc.Build(ctx, tinygo.Options{Dir: dir, Output: archive, Target: k.Target}); err != nil {
		t.Fatal(err)
	}
	sources := []string{"testdata/end.c"}
	for _, pattern := range []string{"rtt/c/*.c", "c/*.c"} {
		files, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, files...)
	}
	image := filepath.Join(dir, "image.elf")
	if err := k.Image(ctx, image, []string{archive}, sources, flags); err != nil {
		t.Fatal(err)
	}
	return image
}

// bind generates the package of a program. The file that says how the firmware is compiled is to be found if none is named.
func bind(t *testing.T, dir, build string, flags config.Flags) {
	t.Helper()
	c, list := config.Load(filepath.Join(dir, config.DefaultFile), flags, func(string) string { return "" })
	if err := list.Err(); err != nil {
		t.Fatal(err)
	}
	if build != "" {
		c.Build = config.Value{Text: build}
	}
	r, list := generate.Run(context.Background(), c, "rttgen test")
	if err := list.Err(); err != nil {
		t.Fatal(err)
	}
	if _, list := output.Write(context.Background(), c.Out.Text, r.Tree); list.HasErrors() {
		t.Fatal(list)
	}
}

// compare compares lines with those of a file: patterns of path.Match.
func compare(t *testing.T, file, out string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if *update && err != nil {
		write(t, file, []byte(out))
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	got, want := strings.Split(out, "\n"), strings.Split(string(text), "\n")
	for i, w := range want {
		if i >= len(got) {
			t.Fatalf("%s:%d: the program ended before %q:\n%s", file, i+1, w, out)
		}
		if ok, err := path.Match(w, got[i]); err != nil || !ok {
			t.Fatalf("%s:%d: got %q, want %q (%v):\n%s", file, i+1, got[i], w, err, out)
		}
	}
	if len(got) != len(want) {
		t.Errorf("more than %s has:\n%s", file, strings.Join(got[len(want):], "\n"))
	}
}

func write(t *testing.T, name string, text []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, text, 0o666); err != nil {
		t.Fatal(err)
	}
}
