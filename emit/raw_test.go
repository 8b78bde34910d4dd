package emit

import (
	"bytes"
	"go/ast"
	"go/build/constraint"
	"go/format"
	"go/importer"
	goparser "go/parser"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/raw"
)

// check type-checks the files of package raw that a set of build tags selects, with the sizes of a compiler for an
// architecture.
func check(t *testing.T, files map[string][]byte, compiler, arch string, tags ...string) (*types.Package, types.Sizes) {
	t.Helper()
	fset := token.NewFileSet()
	var parsed []*ast.File
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if !strings.HasSuffix(name, ".go") || !selected(t, files[name], tags) {
			continue
		}
		f, err := goparser.ParseFile(fset, name, files[name], goparser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		parsed = append(parsed, f)
	}
	sizes := types.SizesFor(compiler, arch)
	failed := false
	conf := types.Config{Importer: importer.Default(), Sizes: sizes, Error: func(err error) {
		failed = true
		t.Error(err)
	}}
	pkg, _ := conf.Check("example.com/app/rtt/raw", fset, parsed, nil)
	if failed {
		t.FailNow()
	}
	return pkg, sizes
}

func selected(t *testing.T, src []byte, tags []string) bool {
	for line := range bytes.Lines(src) {
		if text := strings.TrimSpace(string(line)); constraint.IsGoBuild(text) {
			expr, err := constraint.Parse(text)
			if err != nil {
				t.Fatal(err)
			}
			return expr.Eval(func(tag string) bool { return slices.Contains(tags, tag) })
		}
	}
	return true
}

// TestRawTypeChecks compiles package raw as each toolchain sees it. The layout assertions inside of it are part of that.
func TestRawTypeChecks(t *testing.T) {
	eachTree(t, func(t *testing.T, p *plan.Package, _ tree) {
		files := rawFilesOf(t, p)
		for _, c := range []struct {
			name, compiler, arch string
			tags                 []string
		}{
			{"tinygo on arm", "gccgo", "arm", []string{"tinygo", "arm"}},
			{"go vet for arm", "gc", "arm", []string{"tinygo", "arm"}},
			{"host", "gc", "amd64", []string{"amd64"}},
			{"host of 32 bits", "gc", "386", []string{"386"}},
		} {
			t.Run(c.name, func(t *testing.T) { check(t, files, c.compiler, c.arch, c.tags...) })
		}
	})
}

// TestRawLayout compares every type with the facts: size, alignment, offset of each member.
func TestRawLayout(t *testing.T) {
	eachTree(t, func(t *testing.T, p *plan.Package, _ tree) {
		pkg, sizes := check(t, rawFilesOf(t, p), "gccgo", "arm", "tinygo", "arm")
		checked := 0
		for _, r := range p.Raw.Records {
			if !r.Opaque {
				checked += compareLayout(t, pkg, sizes, r)
			}
		}
		if checked < 10 {
			t.Errorf("only %d offsets compared", checked)
		}
	})
}

func compareLayout(t *testing.T, pkg *types.Package, sizes types.Sizes, r *raw.Record) int {
	typ := pkg.Scope().Lookup(r.Go).Type()
	if got := sizes.Sizeof(typ); got != int64(r.Record.Size) {
		t.Errorf("%s: Go has %d bytes, C has %d", r.Go, got, r.Record.Size)
	}
	if got := sizes.Alignof(typ); got != int64(min(r.Record.Align, 8)) {
		t.Errorf("%s: Go aligns to %d, C to %d", r.Go, got, r.Record.Align)
	}
	s := typ.Underlying().(*types.Struct)
	var fields []*types.Var
	for i := range s.NumFields() {
		fields = append(fields, s.Field(i))
	}
	offsets := map[string]int64{}
	for i, off := range sizes.Offsetsof(fields) {
		offsets[fields[i].Name()] = off
	}
	n := 0
	for _, f := range r.Record.Fields {
		if f.Name == "" || f.IsBits || r.Union || f.Offset >= r.Size {
			continue
		}
		i := slices.IndexFunc(r.Fields, func(g raw.Field) bool {
			return g.Go != "_" && !g.Storage && g.Offset == f.Offset
		})
		if i < 0 {
			t.Errorf("%s: no Go field at %d for %s", r.Go, f.Offset, f.Name)
			continue
		}
		if got := offsets[r.Fields[i].Go]; got != int64(f.Offset) {
			t.Errorf("%s.%s is at %d in Go, at %d in C", r.Go, r.Fields[i].Go, got, f.Offset)
		}
		n++
	}
	return n
}

func TestRawIsFormatted(t *testing.T) {
	eachTree(t, func(t *testing.T, p *plan.Package, _ tree) {
		for name, src := range rawFilesOf(t, p) {
			if !strings.HasSuffix(name, ".go") {
				continue
			}
			want, err := format.Source(src)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(src, want) {
				t.Errorf("%s is not as gofmt formats it", name)
			}
		}
	})
}

func TestRawIsDeterministic(t *testing.T) {
	eachTree(t, func(t *testing.T, p *plan.Package, tr tree) {
		again := tr.generate(t)
		if !maps.EqualFunc(rawFilesOf(t, p), rawFilesOf(t, again), bytes.Equal) {
			t.Error("a second run made other files")
		}
		if !maps.EqualFunc(CFiles(p), CFiles(again), bytes.Equal) {
			t.Error("a second run made other C files")
		}
	})
}

// TestExportedIsDocumented holds package raw to Go's custom: a comment that begins with the name.
func TestExportedIsDocumented(t *testing.T) {
	p := trees[0].generate(t)
	for name, src := range rawFilesOf(t, p) {
		if !strings.HasSuffix(name, ".go") {
			continue
		}
		f, err := goparser.ParseFile(token.NewFileSet(), name, src, goparser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Name.IsExported() && !strings.HasPrefix(fn.Doc.Text(), fn.Name.Name+" ") {
				t.Errorf("%s: %s has no comment", name, fn.Name.Name)
			}
		}
	}
}

func BenchmarkRawFiles(b *testing.B) {
	p := trees[1].generate(b)
	b.ResetTimer()
	for b.Loop() {
		rawFilesOf(b, p)
	}
}
