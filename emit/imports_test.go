package emit

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const project = "github.com/rttgen/rttgen/"

// TestEmittersKnowNoRules holds the emitters to printing: what a rule says is decided in the plan, so nothing here reads one.
func TestEmittersKnowNoRules(t *testing.T) {
	eachSource(t, func(name string, f *ast.File) {
		for _, path := range imports(t, f) {
			if path == project+"mapping" {
				t.Errorf("%s imports the mapping", name)
			}
		}
	})
}

// TestSafeEmitterKnowsDeclarations makes sure that the safe package is printed from its declarations alone, in which there is
// nothing of facts and rules.
func TestSafeEmitterKnowsDeclarations(t *testing.T) {
	allowed := map[string][]string{
		"safe":           {"emit/support", "templates", "plan/decl", "plan/gotype", "plan/step"},
		"../plan/decl":   {"plan/gotype", "plan/step"},
		"../plan/step":   {"plan/gotype"},
		"../plan/gotype": nil,
	}
	for dir, list := range allowed {
		eachSourceIn(t, dir, func(name string, f *ast.File) {
			for _, path := range imports(t, f) {
				if own, ok := strings.CutPrefix(path, project); ok && !slices.Contains(list, own) {
					t.Errorf("%s imports %s", name, own)
				}
			}
		})
	}
}

// declared lists what a file declares at its top.
func declared(t *testing.T, path string) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			names = append(names, d.Name.Name)
		case *ast.GenDecl:
			for _, s := range d.Specs {
				switch s := s.(type) {
				case *ast.TypeSpec:
					names = append(names, s.Name.Name)
				case *ast.ValueSpec:
					for _, n := range s.Names {
						names = append(names, n.Name)
					}
				}
			}
		}
	}
	return names
}

// eachSource visits every source file of the emitters, tests apart.
func eachSource(t *testing.T, visit func(name string, f *ast.File)) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && (path == "." || !strings.HasSuffix(path, "testdata")) {
			eachSourceIn(t, path, visit)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func eachSourceIn(t *testing.T, dir string, visit func(name string, f *ast.File)) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		visit(name, f)
	}
}

func imports(t *testing.T, f *ast.File) []string {
	t.Helper()
	var list []string
	for _, i := range f.Imports {
		path, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, path)
	}
	return list
}
