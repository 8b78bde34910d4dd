package parser_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
	"testing"
)

// frontEnd is the C front end, which this package keeps to itself.
const frontEnd = "modernc.org/cc/"

// TestOnlyTheParserImportsCC looks through every Go file of the module.
func TestOnlyTheParserImportsCC(t *testing.T) {
	importers := map[string]bool{}
	eachGoFile(t, "..", func(name string, f *ast.File) {
		for _, imp := range f.Imports {
			p, err := strconv.Unquote(imp.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasPrefix(p, frontEnd) {
				importers[path.Dir(name)] = true
			}
		}
	})
	if len(importers) != 1 || !importers["parser"] {
		t.Errorf("cc is imported by %v; only package parser may, so that it can be replaced", importers)
	}
}

// TestNoExportedSymbolHasATypeOfCC looks at what other packages see of this one: in no exported declaration is there
// anything of cc.
func TestNoExportedSymbolHasATypeOfCC(t *testing.T) {
	eachGoFile(t, ".", func(name string, f *ast.File) {
		if strings.Contains(name, "/") || strings.HasSuffix(name, "_test.go") {
			return
		}
		for _, decl := range f.Decls {
			for _, exported := range exportedParts(decl) {
				ast.Inspect(exported, func(n ast.Node) bool {
					if sel, ok := n.(*ast.SelectorExpr); ok {
						if pkg, ok := sel.X.(*ast.Ident); ok && pkg.Name == "cc" {
							t.Errorf("%s: an exported declaration uses cc.%s; describe it in terms of package model", name, sel.Sel.Name)
						}
					}
					return true
				})
			}
		}
	})
}

// exportedParts returns what a declaration shows outside of its package: signatures, not bodies.
func exportedParts(decl ast.Decl) []ast.Node {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() {
			return []ast.Node{d.Type}
		}
	case *ast.GenDecl:
		var parts []ast.Node
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				if s.Name.IsExported() {
					parts = append(parts, s.Type)
				}
			case *ast.ValueSpec:
				if s.Names[0].IsExported() {
					parts = append(parts, s)
				}
			}
		}
		return parts
	}
	return nil
}

// eachGoFile parses the Go files below a directory that are part of the module.
func eachGoFile(t *testing.T, root string, f func(name string, file *ast.File)) {
	t.Helper()
	tree := os.DirFS(root)
	err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			_, err := fs.Stat(tree, path.Join(name, "go.mod"))
			if name != "." && (err == nil || entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), ".")) {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) != ".go" {
			return nil
		}
		src, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, src, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		f(name, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
