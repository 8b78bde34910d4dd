package golden

import (
	"bytes"
	"go/ast"
	"go/build/constraint"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rttgen/rttgen/internal/output"
)

// The build tags of a generated package under TinyGo and under the Go toolchain.
var (
	onTarget = []string{"tinygo", "arm", "linux", "baremetal", "rtthread"}
	onHost   = []string{"amd64", "linux", "gc"}
)

// checker type-checks a generated tree as a compiler would, without writing it anywhere.
type checker struct {
	t      testing.TB
	module string // import path of the tree
	tree   output.Tree
	tags   []string
	fset   *token.FileSet
	sizes  types.Sizes
	done   map[string]*types.Package
}

// checkForTarget returns every package of a tree by import path, checked with the sizes that TinyGo has on arm: pointers of
// 32 bits, and 64-bit integers aligned to 8, which is gccgo's way and not gc's.
func checkForTarget(t testing.TB, module string, tree output.Tree) (map[string]*types.Package, types.Sizes) {
	t.Helper()
	sizes := types.SizesFor("gccgo", "arm")
	return check(t, module, tree, onTarget, sizes), sizes
}

// checkForHost type-checks a tree as the Go toolchain does, which is quicker than running it.
func checkForHost(t testing.TB, module string, tree output.Tree) {
	t.Helper()
	check(t, module, tree, onHost, types.SizesFor("gc", "amd64"))
}

func check(t testing.TB, module string, tree output.Tree, tags []string, sizes types.Sizes) map[string]*types.Package {
	t.Helper()
	c := &checker{
		t: t, module: module, tree: tree, tags: tags, fset: token.NewFileSet(), sizes: sizes, done: map[string]*types.Package{},
	}
	for name := range tree {
		if path.Ext(name) == ".go" {
			if _, err := c.Import(path.Join(module, path.Dir(name))); err != nil {
				t.Fatal(err)
			}
		}
	}
	return c.done
}

// Import implements types.Importer over the tree and the standard library.
func (c *checker) Import(name string) (*types.Package, error) {
	if p := c.done[name]; p != nil {
		return p, nil
	}
	dir, inside := within(name, c.module)
	if !inside {
		return standard(name)
	}
	conf := types.Config{Importer: c, Sizes: c.sizes, Error: func(err error) { c.t.Errorf("with tags %v: %v", c.tags, err) }}
	pkg, err := conf.Check(name, c.fset, c.files(dir), nil)
	c.done[name] = pkg
	return pkg, err
}

// files parses the files of a directory of the tree that the build tags select.
func (c *checker) files(dir string) []*ast.File {
	var files []*ast.File
	for _, name := range c.tree.Paths() {
		if path.Dir(name) != dir || path.Ext(name) != ".go" || !selected(c.tree[name], c.tags) {
			continue
		}
		f, err := parser.ParseFile(c.fset, name, c.tree[name], parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			c.t.Fatalf("generated code does not parse: %v", err)
		}
		files = append(files, f)
	}
	return files
}

// within returns the directory of a package below a module.
func within(name, module string) (string, bool) {
	if name == module {
		return ".", true
	}
	return strings.CutPrefix(name, module+"/")
}

// selected reports whether a file is part of a build with the given tags.
func selected(src []byte, tags []string) bool {
	for line := range bytes.Lines(src) {
		text := strings.TrimSpace(string(line))
		if strings.HasPrefix(text, "package ") {
			break
		}
		if !constraint.IsGoBuild(text) {
			continue
		}
		expr, err := constraint.Parse(text)
		return err != nil || expr.Eval(func(tag string) bool { return slices.Contains(tags, tag) })
	}
	return true
}

var library struct {
	sync.Mutex
	types.Importer
}

// standard imports a package of the standard library, of which generated code needs only what is the same everywhere.
func standard(name string) (*types.Package, error) {
	library.Lock()
	defer library.Unlock()
	if library.Importer == nil {
		library.Importer = importer.Default()
	}
	return library.Import(name)
}
