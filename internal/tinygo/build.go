package tinygo

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/target"
)

// Options say what to build and how.
type Options struct {
	Package string // a Go package, "." if empty
	Dir     string // where the package is looked for
	Output  string // the archive to write; libgoapp.a if empty

	Target      string // one of Targets
	GC          string // one of GCs
	Opt         string // TinyGo's -opt
	Panic       string // TinyGo's -panic
	PrintAllocs string // TinyGo's -print-allocs
	Size        string // TinyGo's -size
	Tags        []string

	Cache          string // directory for trees and compiled packages; the user's cache if empty
	Stdout, Stderr io.Writer
}

// GCs are the ways to manage memory.
func GCs() []string { return []string{"conservative", "leaking", "none"} }

// Opts are the levels of optimization.
func Opts() []string { return []string{"z", "0", "1", "2", "s", "none"} }

// Panics are what the compiler can make of a panic.
func Panics() []string { return []string{"print", "trap"} }

// Sizes are the tables of sizes that TinyGo can print.
func Sizes() []string { return []string{"short", "full", "html"} }

// gcNames are the names that the port's files go by in build constraints.
var gcNames = map[string]string{"conservative": "rtthread", "leaking": "rtthread.leaking", "none": "none"}

// choose returns the value, or the first of the allowed ones if it is empty.
func choose(option, value string, allowed []string) (string, error) {
	if value == "" {
		return allowed[0], nil
	}
	if !slices.Contains(allowed, value) {
		hint := diag.DidYouMean(value, allowed)
		return "", problem(hint, "%s: %q is none of %s", option, value, strings.Join(allowed, ", "))
	}
	return value, nil
}

// Build compiles the program, checks the object and writes it as an archive.
func (t *Toolchain) Build(ctx context.Context, o Options) (*Object, error) {
	var err error
	if o.Target, err = choose("--target", o.Target, target.Names()); err != nil {
		return nil, err
	}
	if o.GC, err = choose("--gc", o.GC, GCs()); err != nil {
		return nil, err
	}
	for _, f := range []struct {
		option, value string
		allowed       []string
	}{{"--opt", o.Opt, Opts()}, {"--panic", o.Panic, Panics()}, {"--size", o.Size, Sizes()}} {
		if _, err := choose(f.option, f.value, f.allowed); err != nil {
			return nil, err
		}
	}
	if o.Output == "" {
		o.Output = "libgoapp.a"
	}
	if _, err := os.Stat(filepath.Dir(o.Output)); err != nil { // better told now than after compiling
		return nil, problem("make the directory, or name another with -o", "cannot write %s: %s", o.Output, diag.Cause(err))
	}
	if o.Cache == "" {
		if o.Cache, err = CacheDir(); err != nil {
			return nil, err
		}
	}
	root, err := t.Overlay(filepath.Join(o.Cache, "roots"))
	if err != nil {
		return nil, err
	}
	temp, err := os.MkdirTemp("", "rttgen-build-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temp)
	target, err := writeTarget(root, temp, o)
	if err != nil {
		return nil, err
	}
	elf := filepath.Join(temp, "goapp.elf")
	if err := t.run(ctx, o, root, target, elf); err != nil {
		return nil, err
	}
	image, err := os.ReadFile(elf)
	if err != nil {
		return nil, problem("", "tinygo wrote no object: %v", err)
	}
	object, err := Check(image, o.Target, o.GC)
	if err != nil {
		return nil, err
	}
	return object, writeFile(o.Output, Archive("goapp.o", object.Image, object.Defined))
}

// CacheDir returns the directory for everything that can be made again.
func CacheDir() (string, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", problem("set HOME or XDG_CACHE_HOME", "there is no cache directory: %v", err)
	}
	return filepath.Join(dir, "rttgen"), nil
}

// collector is the part of the collector in assembler.
const collector = "src/runtime/gc_mark_rtthread.S"

// writeTarget writes the target description with the chosen allocator. The name of the allocator is the port's own, which
// TinyGo's command line would not accept.
func writeTarget(root, dir string, o Options) (string, error) {
	text, err := os.ReadFile(filepath.Join(root, "targets", o.Target+".json"))
	if err != nil {
		return "", err
	}
	var target map[string]any
	if err := json.Unmarshal(text, &target); err != nil {
		return "", err
	}
	target["gc"] = gcNames[o.GC]
	if files, ok := target["extra-files"].([]any); ok && o.GC != "conservative" {
		target["extra-files"] = slices.DeleteFunc(files, func(f any) bool { return f == collector })
	}
	if text, err = json.MarshalIndent(target, "", "  "); err != nil {
		return "", err
	}
	file := filepath.Join(dir, o.Target+".json")
	return file, os.WriteFile(file, text, 0o666)
}

// run runs tinygo build.
func (t *Toolchain) run(ctx context.Context, o Options, root, target, elf string) error {
	// The object is an ELF file of type REL: with another suffix than .elf TinyGo leaves the linker, and so its files in
	// assembler, out.
	args := []string{"build", "-target=" + target, "-o", elf}
	for _, f := range [][2]string{{"-opt", o.Opt}, {"-panic", o.Panic}, {"-print-allocs", o.PrintAllocs}, {"-size", o.Size},
		{"-tags", strings.Join(o.Tags, " ")}} {
		if f[1] != "" {
			args = append(args, f[0]+"="+f[1])
		}
	}
	pkg := o.Package
	if pkg == "" {
		pkg = "."
	}
	cmd := exec.CommandContext(ctx, t.Path, append(args, pkg)...)
	cmd.Dir, cmd.Stdout = o.Dir, o.Stdout
	var messages strings.Builder
	cmd.Stderr = &messages
	env, err := privateCache(ctx, filepath.Join(o.Cache, "compiled"))
	if err != nil {
		return err
	}
	cmd.Env = append(append(os.Environ(), env...), "TINYGOROOT="+root)
	if err := cmd.Run(); err != nil {
		if strings.Contains(messages.String(), "runtime.alloc") && o.GC == "none" {
			return problem("see where with --print-allocs=., or choose another --gc", "the program allocates, but is built with gc: none")
		}
		return buildProblem(messages.String(), err)
	}
	if o.Stderr != nil {
		_, err = io.WriteString(o.Stderr, messages.String())
	}
	return err
}

// privateCache returns the environment that keeps compiled packages of this port apart from those of plain TinyGo, which takes
// its cache from the user's cache directory, and Go's own caches where they are.
func privateCache(ctx context.Context, dir string) ([]string, error) {
	names := []string{"GOCACHE", "GOMODCACHE", "GOPATH", "GOENV"}
	said, err := capture(ctx, "go", nil, append([]string{"env"}, names...)...)
	if err != nil {
		return nil, problem("install Go (https://go.dev/dl) and put it in PATH", "go env: %v", err)
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	var env []string
	for i, value := range strings.Split(strings.TrimRight(said, "\r\n"), "\n") {
		if i < len(names) {
			env = append(env, names[i]+"="+strings.TrimSpace(value))
		}
	}
	return append(env, cacheVariable+"="+dir), nil
}

// writeFile replaces a file in one step.
func writeFile(name string, text []byte) error {
	temp, err := os.CreateTemp(filepath.Dir(name), ".rttgen-*")
	if err != nil {
		return problem("make the directory writable, or name another with -o", "cannot write %s: %s", name, diag.Cause(err))
	}
	defer os.Remove(temp.Name())
	_, err = temp.Write(text)
	if e := temp.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Chmod(temp.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(temp.Name(), name)
	}
	if err != nil {
		return problem("make room for it, or name another with -o", "cannot write %s: %s", name, diag.Cause(err))
	}
	return nil
}
