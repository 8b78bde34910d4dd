// Package targettest runs Go programs on RT-Thread kernels in QEMU and compares what they print.
package targettest

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/internal/kernel"
	"github.com/rttgen/rttgen/internal/tinygo"
)

var update = flag.Bool("update", false, "write the transcripts of the programs anew")

// A program is a directory of testdata/programs. The first line of its main.go may set options: // test: key=value …
type program struct {
	name    string
	options tinygo.Options
	cflags  []string
	exit    int
	only    string // version of TinyGo
	idle    bool   // it needs the idle thread
}

func TestPrograms(t *testing.T) {
	all := kernel.FromEnv(t)
	tc, err := tinygo.Find(context.Background(), "")
	if err != nil {
		t.Skip(err)
	}
	dirs, err := filepath.Glob("testdata/programs/*/main.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range dirs {
		p := parse(t, file)
		t.Run(p.name, func(t *testing.T) {
			if p.only != "" && p.only != tc.Variant.Version {
				t.Skipf("only with TinyGo %s", p.only)
			}
			archives := map[string]string{}
			for _, k := range all {
				if archives[k.Target] == "" {
					archives[k.Target] = build(t, tc, p, k.Target)
				}
				t.Run(k.Name, func(t *testing.T) {
					if reason := k.Silent(); reason != "" {
						t.Skip(reason)
					}
					if reason := k.Busy(); reason != "" && p.idle {
						t.Skip(reason)
					}
					out, code := emulate(t, image(t, k, []string{csource(p.name), port}, []string{archives[k.Target]}, p.cflags))
					compare(t, p, k, tc.Variant.Version, out)
					if code != p.exit {
						t.Errorf("exit status %d, want %d", code, p.exit)
					}
				})
			}
		})
	}
}

func parse(t *testing.T, file string) program {
	t.Helper()
	p := program{name: filepath.Base(filepath.Dir(file))}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	first, _, _ := strings.Cut(string(text), "\n")
	settings, found := strings.CutPrefix(first, "// test: ")
	if !found {
		return p
	}
	for _, s := range strings.Fields(settings) {
		key, value, _ := strings.Cut(s, "=")
		switch key {
		case "gc":
			p.options.GC = value
		case "opt":
			p.options.Opt = value
		case "D":
			p.cflags = append(p.cflags, "-DRTTGO_"+value)
		case "exit":
			p.exit, err = strconv.Atoi(value)
		case "idle":
			p.idle = true
		case "tinygo":
			p.only = value
		default:
			t.Fatalf("%s: no such option: %s", file, key)
		}
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
	}
	return p
}

func build(t testing.TB, tc *tinygo.Toolchain, p program, target string) string {
	t.Helper()
	o := p.options
	o.Package, o.Dir, o.Target = "./"+p.name, "testdata/programs", target
	o.Output = filepath.Join(t.TempDir(), "libgoapp.a")
	if _, err := tc.Build(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	return o.Output
}

// csource returns the C side of a program.
func csource(name string) string {
	file := "testdata/c/" + name + ".c"
	if _, err := os.Stat(file); err != nil {
		return "testdata/c/default.c"
	}
	return file
}

// compare compares the output with the transcript of the program. A * in it stands for any text.
func compare(t *testing.T, p program, k kernel.Kernel, version, out string) {
	t.Helper()
	file := "testdata/programs/" + p.name + "/want.txt"
	if special := "testdata/programs/" + p.name + "/want-" + version + ".txt"; exists(special) {
		file = special
	}
	if *update && !exists(file) {
		if err := os.WriteFile(file, []byte(out), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	got, want := strings.Split(out, "\n"), strings.Split(string(text), "\n")
	for i := range max(len(got), len(want)) {
		g, w := at(got, i), at(want, i)
		if !matches(g, w) {
			t.Fatalf("on %s with TinyGo %s, %s:%d:\n\tgot  %q\n\twant %q\nall:\n%s", k.Name, version, file, i+1, g, w, out)
		}
	}
}

// matches reports whether text fits a pattern in which * stands for any text.
func matches(text, pattern string) bool {
	parts := strings.Split(pattern, "*")
	text, found := strings.CutPrefix(text, parts[0])
	if !found || len(parts) == 1 {
		return found && text == ""
	}
	last := len(parts) - 1
	for _, part := range parts[1:last] {
		if _, text, found = strings.Cut(text, part); !found {
			return false
		}
	}
	return strings.HasSuffix(text, parts[last])
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(end)"
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}
