// Package alloctest proves that nothing which an interrupt may call allocates: the heap is for threads only. TinyGo compiles every
// exported function of a generated package and tells what it allocates where; what calls that, directly or not, allocates too.
package alloctest

import (
	"bytes"
	"context"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/internal/tinygo"
)

const module = "example.com/program"

func TestInterruptsDoNotAllocate(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped with -short: compiles generated packages with TinyGo")
	}
	tc, err := tinygo.Find(context.Background(), "")
	if err != nil {
		t.Skip(err)
	}
	for _, reference := range []string{"5.2", "4.1"} {
		t.Run(reference, func(t *testing.T) {
			dir := t.TempDir()
			bind(t, dir, reference)
			p := load(t, dir)
			write(t, filepath.Join(dir, "main.go"), p.program())
			p.mark(allocations(t, tc, dir))
			interrupts, heap := 0, 0
			for fn, d := range p.funcs {
				if p.allocates[fn] {
					heap++
				}
				if fn.Pkg().Path() != module+"/rtt" || !forInterrupts(d.Doc.Text()) {
					continue
				}
				interrupts++
				if why := p.why(fn, nil); why != "" {
					t.Errorf("%s may be called from interrupts and allocates: %s", fn.FullName(), why)
				}
			}
			if interrupts < 50 || heap < 20 {
				t.Errorf("only %d functions are for interrupts, and %d allocate: this test does not see what it should", interrupts, heap)
			}
			t.Logf("%d functions are for interrupts, %d allocate", interrupts, heap)
		})
	}
}

// forInterrupts reports whether a comment lets interrupts call a function.
func forInterrupts(doc string) bool {
	doc = strings.Join(strings.Fields(doc), " ")
	return strings.Contains(doc, "may be called from anywhere, interrupts included") || strings.Contains(doc, "must be called from an interrupt")
}

// bind generates the package of a program.
func bind(t *testing.T, dir, reference string) {
	t.Helper()
	c := &config.Config{RTThread: config.Value{Text: "reference:" + reference}, Package: "rtt", Module: module + "/rtt"}
	r, problems := generate.Run(context.Background(), c, "rttgen test")
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	for name, text := range r.Tree {
		write(t, filepath.Join(dir, "rtt", filepath.FromSlash(name)), string(text))
	}
	write(t, filepath.Join(dir, "go.mod"), "module "+module+"\n\ngo 1.22\n")
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// program is a generated package as TinyGo sees it, with what each of its functions does.
type program struct {
	dir       string
	files     *token.FileSet
	info      *types.Info
	packages  map[string]*types.Package
	std       types.Importer
	funcs     map[*types.Func]*ast.FuncDecl
	allocates map[*types.Func]bool   // by itself
	places    map[*types.Func]string // where
}

// load type-checks the package and those below it.
func load(t *testing.T, dir string) *program {
	t.Helper()
	files := token.NewFileSet()
	p := &program{
		dir: dir, files: files, packages: map[string]*types.Package{}, std: importer.ForCompiler(files, "source", nil),
		info:  &types.Info{Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}, Types: map[ast.Expr]types.TypeAndValue{}},
		funcs: map[*types.Func]*ast.FuncDecl{}, allocates: map[*types.Func]bool{}, places: map[*types.Func]string{},
	}
	if _, err := p.Import(module + "/rtt"); err != nil {
		t.Fatal(err)
	}
	return p
}

// Import type-checks one of the program's packages, or gets one of Go's.
func (p *program) Import(path string) (*types.Package, error) {
	below, ours := strings.CutPrefix(path, module+"/")
	if !ours {
		return p.std.Import(path)
	}
	if pkg := p.packages[path]; pkg != nil {
		return pkg, nil
	}
	names, err := filepath.Glob(filepath.Join(p.dir, below, "*.go"))
	if err != nil {
		return nil, err
	}
	var list []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_host.go") {
			continue
		}
		f, err := parser.ParseFile(p.files, name, nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		list = append(list, f)
	}
	c := types.Config{Importer: p, Sizes: types.SizesFor("gc", "arm")}
	pkg, err := c.Check(path, p.files, list, p.info)
	if err != nil {
		return nil, err
	}
	p.packages[path] = pkg
	for _, f := range list {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
				if object, ok := p.info.Defs[fn.Name].(*types.Func); ok {
					p.funcs[object] = fn
				}
			}
		}
	}
	return pkg, nil
}

// program is a main package that has TinyGo compile every exported function. Those with type parameters get numbers.
func (p *program) program() string {
	var b strings.Builder
	fmt.Fprintf(&b, "package main\n\nimport %q\n\nvar all = []any{\n", module+"/rtt")
	for fn, d := range p.funcs {
		if fn.Pkg().Path() != module+"/rtt" || !fn.Exported() {
			continue
		}
		if d.Recv == nil {
			args := ""
			if fn.Signature().TypeParams().Len() > 0 {
				args = "[uint32]"
			}
			fmt.Fprintf(&b, "\trtt.%s%s,\n", fn.Name(), args)
			continue
		}
		t, pointer := fn.Signature().Recv().Type(), ""
		if q, ok := t.(*types.Pointer); ok {
			t, pointer = q.Elem(), "*"
		}
		named := t.(*types.Named)
		args := ""
		if named.TypeParams().Len() > 0 {
			args = "[uint32]"
		}
		if named.Obj().Exported() {
			fmt.Fprintf(&b, "\t(%srtt.%s%s).%s,\n", pointer, named.Obj().Name(), args, fn.Name())
		}
	}
	b.WriteString("}\n\n//go:noinline\nfunc use(any) {}\n\nfunc main() {\n\tfor _, f := range all {\n\t\tuse(f)\n\t}\n}\n")
	return b.String()
}

var allocation = regexp.MustCompile(`(?m)^(.+\.go):(\d+):\d+: object allocated on the heap: (.*)$`)

// allocations compiles the program and returns what TinyGo says it allocates, by file and line.
func allocations(t *testing.T, tc *tinygo.Toolchain, dir string) map[string]string {
	t.Helper()
	var out bytes.Buffer
	_, err := tc.Build(context.Background(), tinygo.Options{
		Dir: dir, Output: filepath.Join(dir, "libgoapp.a"), Opt: "z", PrintAllocs: ".", Stdout: &out, Stderr: &out,
	})
	list := map[string]string{}
	for _, m := range allocation.FindAllStringSubmatch(out.String(), -1) {
		list[m[1]+":"+m[2]] = m[3]
	}
	if len(list) == 0 {
		t.Fatalf("TinyGo tells of no allocation (%v):\n%s", err, out.String())
	}
	return list
}

// mark notes which functions allocate by themselves: where TinyGo says so, and where its runtime does for strings.
func (p *program) mark(list map[string]string) {
	for fn, d := range p.funcs {
		begin, end := p.files.Position(d.Pos()), p.files.Position(d.End())
		for line := begin.Line; line <= end.Line; line++ {
			place := begin.Filename + ":" + strconv.Itoa(line)
			if what, found := list[place]; found {
				p.allocates[fn], p.places[fn] = true, place+": "+what
			}
		}
		ast.Inspect(d, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok && p.makesString(e) {
				p.allocates[fn], p.places[fn] = true, p.files.Position(e.Pos()).String()+": makes a string"
			}
			return true
		})
	}
}

// makesString reports whether an expression makes a string on the heap: of bytes, or of two others.
func (p *program) makesString(e ast.Expr) bool {
	isString := func(e ast.Expr) bool {
		b, ok := p.info.TypeOf(e).Underlying().(*types.Basic)
		return ok && b.Info()&types.IsString != 0
	}
	switch e := e.(type) {
	case *ast.BinaryExpr:
		return e.Op == token.ADD && p.info.Types[e].Value == nil && isString(e)
	case *ast.CallExpr:
		to, isConversion := p.info.Types[e.Fun]
		return isConversion && to.IsType() && isString(e) && len(e.Args) == 1 && !isString(e.Args[0]) && p.info.Types[e].Value == nil
	}
	return false
}

// why says by which calls a function comes to allocate; empty if it does not. What it is given to call is not its own doing.
func (p *program) why(fn *types.Func, seen []*types.Func) string {
	if p.allocates[fn] {
		return p.places[fn]
	}
	d := p.funcs[fn]
	if d == nil || slices.Contains(seen, fn) {
		return ""
	}
	why := ""
	ast.Inspect(d.Body, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || why != "" {
			return why == ""
		}
		if called, ok := p.info.Uses[id].(*types.Func); ok {
			if reason := p.why(called.Origin(), append(seen, fn)); reason != "" {
				why = called.Name() + ", " + reason
			}
		}
		return true
	})
	return why
}
