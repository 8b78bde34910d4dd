// Package targettest runs a program that uses every class of the generated package on RT-Thread kernels in QEMU.
package targettest

import (
	"context"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/internal/kernel"
	"github.com/rttgen/rttgen/internal/output"
	"github.com/rttgen/rttgen/internal/tinygo"
)

var update = flag.Bool("update", false, "write anew which pieces the reference interfaces leave out")

// TestTarget binds the program to each kernel, builds it and lets it check itself on the emulated chip.
func TestTarget(t *testing.T) {
	kernels := kernel.FromEnv(t)
	tc, err := tinygo.Find(context.Background(), "")
	if err != nil {
		t.Skip(err)
	}
	for _, k := range kernels {
		t.Run(k.Name, func(t *testing.T) {
			t.Parallel()
			if reason := k.Busy(); reason != "" {
				t.Skip(reason)
			}
			dir := t.TempDir()
			bindTo(t, dir, k, "")
			absent := lay(t, "testdata/program", dir)
			// A panic ends the program (98), as a failed assertion of the kernel's does.
			out, code := run(t, tc, k, dir, "z", "-DRTTGO_PANIC_POLICY=2")
			t.Logf("RT-Thread %s, TinyGo %s:\n%snot on this kernel:\n%s", k.Name, tc.Version, out, absent)
			if code != 0 {
				t.Errorf("it ends with %d", code)
			}
		})
	}
}

// TestPanics lets functions panic that the kernel calls back, and compares what the program prints with what it should, piece by
// piece: a line with the name of a piece and a colon begins one. A * stands for any text.
func TestPanics(t *testing.T) {
	kernels := kernel.FromEnv(t)
	tc, err := tinygo.Find(context.Background(), "")
	if err != nil {
		t.Skip(err)
	}
	text, err := os.ReadFile("testdata/panics/want.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range kernels {
		t.Run(k.Name, func(t *testing.T) {
			t.Parallel()
			if reason := k.Busy(); reason != "" {
				t.Skip(reason)
			}
			dir := t.TempDir()
			bindTo(t, dir, k, "")
			absent := lay(t, "testdata/panics", dir)
			out, code := run(t, tc, k, dir, "z")
			t.Logf("RT-Thread %s, TinyGo %s:\n%snot on this kernel:\n%s", k.Name, tc.Version, out, absent)
			want := partsOf(string(text))
			for name, got := range partsOf(out) {
				if !regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(want[name]), `\*`, ".*") + "$").MatchString(got) {
					t.Errorf("%s: got\n%swant\n%s", name, got, want[name])
				}
			}
			if code != 0 {
				t.Errorf("it ends with %d", code)
			}
		})
	}
}

// partsOf splits what a program prints at the lines that begin a piece.
func partsOf(out string) map[string]string {
	parts := map[string]string{}
	name := ""
	for line := range strings.Lines(out) {
		if title, found := strings.CutSuffix(line, ":\n"); found {
			name = title
		} else if name != "" {
			parts[name] += line
		}
	}
	return parts
}

// TestPieces vets the program with Go's own tools, bound to the reference interfaces, and holds what is left out of it to a list.
func TestPieces(t *testing.T) {
	var list strings.Builder
	for _, reference := range []string{"5.2", "4.1"} {
		dir := t.TempDir()
		bind(t, dir, "", config.Flags{RTThread: "reference:" + reference})
		list.WriteString("RT-Thread " + reference + "\n" + lay(t, "testdata/program", dir))
		cmd := exec.Command("go", "vet", ".")
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("go vet: %v\n%s", err, out)
		}
	}
	const file = "testdata/absent.txt"
	if *update {
		write(t, file, []byte(list.String()))
	}
	if want, err := os.ReadFile(file); err != nil || string(want) != list.String() {
		t.Errorf("%s (%v) does not have what is left out:\n%s", file, err, &list)
	}
}

// bindTo generates the package of a program for a kernel.
func bindTo(t *testing.T, dir string, k kernel.Kernel, checks string) {
	t.Helper()
	commands, err := k.CompileCommands(dir)
	if err != nil {
		t.Fatal(err)
	}
	bind(t, dir, "build: "+commands+"\n", config.Flags{RTThread: k.Root, RTConfig: filepath.Join(k.Dir, "rtconfig.h"), Checks: checks})
}

// bind generates the package of a program.
func bind(t *testing.T, dir, settings string, flags config.Flags) {
	t.Helper()
	write(t, filepath.Join(dir, "go.mod"), []byte("module example.com/program\n\ngo 1.22\n"))
	write(t, filepath.Join(dir, config.DefaultFile), []byte("out: rtt\n"+settings))
	c, list := config.Load(filepath.Join(dir, config.DefaultFile), flags, func(string) string { return "" })
	if err := list.Err(); err != nil {
		t.Fatal(err)
	}
	r, list := generate.Run(context.Background(), c, "rttgen test")
	if err := list.Err(); err != nil {
		t.Fatal(err)
	}
	if _, list := output.Write(context.Background(), c.Out.Text, r.Tree); list.HasErrors() {
		t.Fatal(list)
	}
}

// lay copies those pieces of a program that the generated package has all for, and returns a list of the others.
func lay(t *testing.T, program, dir string) string {
	t.Helper()
	symbols := exported(t, filepath.Join(dir, "rtt"))
	files, err := filepath.Glob(filepath.Join(program, "*.go"))
	if err != nil || files == nil {
		t.Fatal(files, err)
	}
	var absent strings.Builder
	copied, err := filepath.Glob(filepath.Join(program, "c", "*.h"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		first, _, _ := strings.Cut(string(text), "\n")
		needs, _ := strings.CutPrefix(first, "// needs:")
		piece := strings.TrimSuffix(filepath.Base(name), ".go")
		if i := slices.IndexFunc(strings.Fields(needs), func(s string) bool { return needs != first && !symbols[s] }); i >= 0 {
			absent.WriteString("  " + piece + ": no " + strings.Fields(needs)[i] + "\n")
			continue
		}
		copied = append(copied, name)
		if c := filepath.Join(program, "c", piece+".c"); exists(c) {
			copied = append(copied, c)
		}
	}
	for _, name := range copied {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		rel, err := filepath.Rel(program, name)
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, rel), text)
	}
	return absent.String()
}

// exported returns the exported names of a package: T, F and T.M.
func exported(t *testing.T, dir string) map[string]bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				names[receiver(d)+d.Name.Name] = true
			case *ast.GenDecl:
				for _, s := range d.Specs {
					if s, ok := s.(*ast.TypeSpec); ok {
						names[s.Name.Name] = true
					}
				}
			}
		}
	}
	return names
}

// receiver returns "T." for a method of T, *T or *T[V].
func receiver(d *ast.FuncDecl) string {
	if d.Recv == nil {
		return ""
	}
	e := d.Recv.List[0].Type
	for {
		switch x := e.(type) {
		case *ast.StarExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.Ident:
			return x.Name + "."
		default:
			return ""
		}
	}
}

// run builds the program of a directory for a kernel and returns what it prints and its exit status.
func run(t *testing.T, tc *tinygo.Toolchain, k kernel.Kernel, dir, opt string, cflags ...string) (string, int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	out, code, err := kernel.Run(ctx, link(ctx, t, tc, k, dir, opt, cflags...))
	if err != nil {
		t.Fatalf("%v:\n%s", err, out)
	}
	return out, code
}

// link builds the program of a directory for a kernel and returns the image.
func link(ctx context.Context, t *testing.T, tc *tinygo.Toolchain, k kernel.Kernel, dir, opt string, cflags ...string) string {
	t.Helper()
	archive := filepath.Join(dir, "libgoapp.a")
	if _, err := tc.Build(ctx, tinygo.Options{Dir: dir, Output: archive, Target: k.Target, Opt: opt}); err != nil {
		t.Fatal(err)
	}
	var sources []string
	for _, pattern := range []string{"rtt/c/*.c", "c/*.c"} {
		files, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, files...)
	}
	image := filepath.Join(dir, "image.elf")
	flags := append([]string{"-O2", "-DRTTGO_STACK_SIZE=8192"}, cflags...)
	if err := k.Image(ctx, image, []string{archive}, sources, flags); err != nil {
		t.Fatal(err)
	}
	return image
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
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
