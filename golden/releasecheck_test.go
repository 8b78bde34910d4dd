package golden

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"go/scanner"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rttgen/rttgen"
	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/internal/output"
	"github.com/rttgen/rttgen/internal/project"
	"github.com/rttgen/rttgen/parser/sysroot"
)

// tools check what was generated for a BSP. Most BSPs of a tree have the same Go but for constants: what was checked once counts
// for all.
type tools struct {
	gcc, python string
	jobs        int
	missing     []string // what cannot be checked at all, for people
	typed       sync.Map // whole digest -> func() (string, figures)
	vetted      sync.Map // digest of the shape -> func() string
}

func newTools(t *testing.T) *tools {
	x := &tools{jobs: jobs(t)}
	x.gcc, _ = exec.LookPath("arm-none-eabi-gcc")
	if x.gcc == "" {
		x.missing = append(x.missing, "not checked: the C files, for arm-none-eabi-gcc is not installed")
	}
	x.python, _ = exec.LookPath("python3")
	if x.python == "" {
		x.missing = append(x.missing, "not checked: the flags of rtconfig.py, for python3 is not installed; those that rttgen reads were used")
	}
	return x
}

// recorder takes what the helpers of tests say, for one BSP. It implements as much of testing.TB as they use.
type recorder struct {
	testing.TB
	dir      string
	dirs     int
	problems []string
}

// stop is what Fatalf panics with.
type stop struct{}

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	r.problems = append(r.problems, fmt.Sprintf(format, args...))
}

func (r *recorder) Fatalf(format string, args ...any) {
	r.Errorf(format, args...)
	panic(stop{})
}

func (r *recorder) Fatal(args ...any) { r.Fatalf("%s", fmt.Sprint(args...)) }

func (r *recorder) TempDir() string {
	r.dirs++
	dir := filepath.Join(r.dir, fmt.Sprint(r.dirs))
	if err := os.MkdirAll(dir, 0o777); err != nil {
		r.Fatal(err)
	}
	return dir
}

// stage runs a part of the checks and returns its first problem.
func (r *recorder) stage(f func()) (problem string) {
	defer func() {
		if p := recover(); p != nil && p != (stop{}) {
			panic(p)
		}
		if len(r.problems) > 0 {
			problem = r.problems[0]
		}
		r.problems = nil
	}()
	f()
	return ""
}

// check generates for one BSP and has the result confirmed.
func (x *tools) check(b bsp, own ownFlags, dir string) verdict {
	v := verdict{bsp: b}
	rec := &recorder{dir: dir}
	result, list := x.generate(b)
	if list.HasErrors() {
		v.outcome, v.reason = x.judge(b, own, list, rec)
		return v
	}
	if own.foreign != "" {
		v.outcome, v.reason = failed, "bound, although it is for "+own.foreign
		return v
	}
	problem, sum := x.code(rec, result)
	v.figures = sum
	if problem != "" {
		v.outcome, v.reason = failed, general(problem, b)
		return v
	}
	if problem := rec.stage(func() { x.compile(rec, b, own, result, &v) }); problem != "" {
		if why := x.headersRefused(rec, b, own, result.Project); why != "" {
			v.skipped = append(v.skipped, "the C files: "+why)
			return v
		}
		v.outcome, v.reason = failed, "gcc: "+general(problem, b)
	}
	return v
}

func (x *tools) generate(b bsp) (*generate.Result, *diag.List) {
	c, list := config.Load("", config.Flags{RTThread: b.tree.root, RTConfig: b.dir}, func(string) string { return "" })
	if list.HasErrors() {
		return nil, list
	}
	c.Module, c.GoMod = module, false
	return generate.Run(context.Background(), c, generator)
}

// judge tells whether rttgen was right to refuse a BSP.
func (x *tools) judge(b bsp, own ownFlags, list *diag.List, rec *recorder) (outcome, string) {
	message := firstError(list)
	if own.foreign != "" {
		return refused, "it is for " + own.foreign
	}
	if x.gcc == "" {
		return failed, "generate: " + general(message, b)
	}
	empty := filepath.Join(rec.TempDir(), "empty.c")
	write(rec, empty, nil)
	if out, err := exec.Command(x.gcc, slices.Concat(own.flags, []string{"-fsyntax-only", empty})...).CombinedOutput(); err != nil {
		return refused, "its own compiler refuses its flags: " + general(gccError(string(out)), b)
	}
	c, _ := config.Load("", config.Flags{RTThread: b.tree.root, RTConfig: b.dir}, func(string) string { return "" })
	p, found := project.Find(c, rttgen.References())
	if found.HasErrors() {
		return failed, "generate: " + general(message, b)
	}
	if why := x.headersRefused(rec, b, own, p); why != "" {
		return refused, why
	}
	return failed, "generate: " + general(message, b)
}

// headersRefused says why the BSP's own compiler refuses RT-Thread's headers, with the BSP's own flags; empty if it does not.
func (x *tools) headersRefused(rec *recorder, b bsp, own ownFlags, p *project.Project) string {
	source := filepath.Join(rec.TempDir(), "headers.c")
	write(rec, source, []byte("#include <rtthread.h>\n#include <rthw.h>\n#include <rtdevice.h>\n"))
	if text, err := fs.ReadFile(sysroot.FS(), "cconfig.h"); err == nil {
		write(rec, filepath.Join(filepath.Dir(source), "cconfig.h"), text)
	}
	args := slices.Concat(own.flags, cppFlags(p, b.tree.root), []string{"-idirafter", filepath.Dir(source), "-w", "-fsyntax-only", source})
	if out, err := exec.Command(x.gcc, args...).CombinedOutput(); err != nil {
		return "its own compiler refuses its headers: " + general(gccError(string(out)), b)
	}
	return ""
}

func firstError(list *diag.List) string {
	for _, d := range list.Sorted() {
		if d.Severity == diag.Error {
			return fmt.Sprintf("%s: %s", d.Pos, d.Message)
		}
	}
	return "no error"
}

// code has the type checker and go vet look at the Go code, unless code like it has passed.
func (x *tools) code(rec *recorder, r *generate.Result) (problem string, sum figures) {
	sums, consts := digests(r)
	typed, _ := x.typed.LoadOrStore(sums.whole, sync.OnceValues(func() (problem string, sum figures) {
		problem = rec.stage(func() {
			checkForHost(rec, module, r.Tree)
			pkgs, sizes := checkForTarget(rec, module, r.Tree)
			layout := compareLayout(rec, pkgs[module+"/raw"], sizes, r.Plan)
			sum = figures{structs: layout.structs, offsets: layout.offsets, scalars: layout.scalars}
		})
		return problem, sum
	}))
	if problem, sum = typed.(func() (string, figures))(); problem != "" {
		return "type check: " + problem, sum
	}
	if problem = rec.stage(func() { checkForTarget(rec, module, output.Tree{constsFile: consts}) }); problem != "" {
		return "type check: " + problem, sum
	}
	vetted, _ := x.vetted.LoadOrStore(sums.shape, sync.OnceValue(func() string {
		return rec.stage(func() {
			dir := rec.TempDir()
			writeModule(rec, dir, r.Tree)
			vetFor(rec, dir, nil)
		})
	}))
	if problem = vetted.(func() string)(); problem != "" {
		return "go vet: " + problem, sum
	}
	return "", sum
}

// constsFile holds the constants of package raw, most of which are rtconfig.h's.
const constsFile = "raw/consts.go"

// sums are hashes of the Go code that was generated, without comments and without constants of package raw that the rest does not
// use, as these differ in every BSP.
type sums struct {
	whole [sha256.Size]byte // with the layout that C has
	shape [sha256.Size]byte // without numbers, which tell go vet nothing
}

// digests also returns the source of the constants.
func digests(r *generate.Result) (sum sums, consts []byte) {
	whole, shape := sha256.New(), sha256.New()
	note := func(tok token.Token, text string) {
		fmt.Fprintln(whole, tok, text)
		if tok != token.INT {
			fmt.Fprintln(shape, tok, text)
		}
	}
	used := map[string]bool{}
	for _, name := range r.Tree.Paths() {
		if filepath.Ext(name) != ".go" || name == constsFile {
			continue
		}
		note(token.COMMENT, name)
		scan(r.Tree[name], func(tok token.Token, text string) {
			note(tok, text)
			if tok == token.IDENT {
				used[text] = true
			}
		})
	}
	consts = r.Tree[constsFile]
	var line []string // the tokens of one constant
	scan(consts, func(tok token.Token, text string) {
		if tok != token.SEMICOLON {
			line = append(line, text)
			return
		}
		if len(line) > 0 && used[line[0]] || len(line) > 1 && used[line[1]] { // NAME = value, or const NAME = value
			fmt.Fprintln(whole, line)
		}
		line = line[:0]
	})
	for _, x := range r.Plan.Raw.Records {
		fmt.Fprintln(whole, x.C, x.Size, x.Align, x.Members)
	}
	return sums{[sha256.Size]byte(whole.Sum(nil)), [sha256.Size]byte(shape.Sum(nil))}, consts
}

// scan calls f for each token of Go source but comments, directives aside.
func scan(src []byte, f func(tok token.Token, text string)) {
	var s scanner.Scanner
	s.Init(token.NewFileSet().AddFile("", -1, len(src)), src, nil, scanner.ScanComments)
	for {
		_, tok, text := s.Scan()
		if tok == token.EOF {
			return
		}
		if tok != token.COMMENT || strings.HasPrefix(text, "//go:") {
			f(tok, text)
		}
	}
}

// compile compiles the C files as the BSP's build does.
func (x *tools) compile(rec *recorder, b bsp, own ownFlags, r *generate.Result, v *verdict) {
	if x.gcc == "" {
		return
	}
	if !portable(r.API) {
		v.skipped = append(v.skipped, "the port, which refuses RT_USING_SMP and needs RT_USING_HEAP")
	}
	if own.unread && x.python != "" {
		v.skipped = append(v.skipped, "its own flags, as it has no rtconfig.py that python can run without SCons: the C files were compiled for a Cortex-M4F")
	}
	v.cFiles = compileC(rec, x.gcc, b.tree.root, r, own.flags)
}

// ownFlags are what rtconfig.py says, as python computes it.
type ownFlags struct {
	flags   []string
	foreign string // what it is for, if not for 32 bit arm with gcc
	unread  bool   // there is none that python can run, and the flags are those of a Cortex-M4F
}

// script prints what the rtconfig.py of each of the directories on its standard input says to RT-Thread's build.
const script = `import json, os, re, sys
answers, sys.stdout = sys.stdout, sys.stderr # some print what they found
for dir in sys.stdin.read().splitlines():
    said = {"__name__": "rtconfig", "__file__": "rtconfig.py"}
    try:
        os.chdir(dir)
        sys.path[0] = dir
        text = re.sub(r"(?m)^([ \t]*)print[ \t]+([^(\s].*)$", r"\1print(\2)", open("rtconfig.py").read()) # python 2's
        try:
            code = compile(text.expandtabs(8), "rtconfig.py", "exec")
        except IndentationError: # tabs and blanks mixed by an editor that shows four for one
            code = compile(text.expandtabs(4), "rtconfig.py", "exec")
        exec(code, said)
    except SystemExit: # as some do if asked for gcc
        said["PLATFORM"] = said.get("PLATFORM", "compilers other than gcc")
    except BaseException: # one that needs SCons
        said = {}
    print(json.dumps({n: str(said.get(n, "")) for n in ("PLATFORM", "ARCH", "CC", "CFLAGS")}), file=answers)
`

// flagsOf reads the flags of BSPs of a tree, independently of rttgen.
func (x *tools) flagsOf(bsps []bsp) []ownFlags {
	all := make([]ownFlags, len(bsps))
	for i := range all {
		all[i] = ownFlags{flags: cortexM4F, unread: true}
	}
	if x.python == "" {
		return all
	}
	cmd := exec.Command(x.python, "-B", "-c", script)
	var dirs strings.Builder
	for _, b := range bsps {
		fmt.Fprintln(&dirs, b.dir)
	}
	cmd.Stdin = strings.NewReader(dirs.String())
	cmd.Env = append(os.Environ(), "RTT_CC=gcc", "RTT_ROOT="+bsps[0].tree.root)
	out, err := cmd.Output()
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if err != nil || len(lines) != len(bsps) {
		x.missing = append(x.missing, fmt.Sprintf("not checked: the flags of rtconfig.py of %s: %v", bsps[0].tree.name, err))
		return all
	}
	for i, line := range lines {
		var said rtconfig
		if json.Unmarshal([]byte(line), &said) == nil && said != (rtconfig{}) {
			all[i] = said.own()
		}
	}
	return all
}

// rtconfig is what an rtconfig.py says.
type rtconfig struct{ Platform, Arch, CC, CFlags string }

func (r rtconfig) own() ownFlags {
	own := ownFlags{flags: slices.DeleteFunc(strings.Fields(r.CFlags), func(f string) bool {
		return strings.HasPrefix(f, "-W") || strings.HasPrefix(f, "-g") // warnings are ours to choose
	})}
	switch {
	case r.Arch != "" && !strings.HasPrefix(r.Arch, "arm"): // armv8-a may be compiled for 32 bit: CC tells
		own.foreign = r.Arch
	case r.Platform != "" && r.Platform != "gcc":
		own.foreign = r.Platform
	case strings.Contains(r.CC, "-") && !strings.HasPrefix(filepath.Base(r.CC), "arm"):
		own.foreign = r.CC
	}
	return own
}

var (
	place   = regexp.MustCompile(`(?m)^\S*?([\w.+-]+\.[ch]):\d+(:\d+)?: `)
	gccLine = regexp.MustCompile(`(?m)^.*?(fatal error|[Ee]rror|sorry, unimplemented): .*$`)
)

// general makes the same problem of two BSPs the same text.
func general(problem string, b bsp) string {
	problem = strings.ReplaceAll(strings.ReplaceAll(problem, b.dir, "BSP"), b.tree.root, "RTT")
	if m := gccError(problem); m != "" {
		problem = m
	}
	return strings.TrimSpace(place.ReplaceAllString(firstLines(problem, 6), "$1: "))
}

// gccError is the first error in what gcc says.
func gccError(text string) string { return gccLine.FindString(text) }
