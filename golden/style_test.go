package golden

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"path"
	"strconv"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/internal/generate"
)

// eachGoFile parses every Go file of every case.
func eachGoFile(t *testing.T, f func(t *testing.T, name string, src []byte, file *ast.File)) {
	eachCase(t, func(t *testing.T, g golden, r *generate.Result) {
		for _, name := range r.Tree.Paths() {
			if path.Ext(name) != ".go" {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, r.Tree[name], parser.ParseComments|parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			f(t, name, r.Tree[name], file)
		}
	})
}

func TestFormatted(t *testing.T) {
	eachGoFile(t, func(t *testing.T, name string, src []byte, _ *ast.File) {
		want, err := format.Source(src)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(src, want) {
			t.Errorf("%s is not as gofmt formats it", name)
		}
	})
}

// TestSelfContained holds generated code to the standard library and itself.
func TestSelfContained(t *testing.T) {
	eachGoFile(t, func(t *testing.T, name string, _ []byte, file *ast.File) {
		for _, imp := range file.Imports {
			p, err := strconv.Unquote(imp.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			first, _, _ := strings.Cut(p, "/")
			if _, own := within(p, module); !own && strings.Contains(first, ".") {
				t.Errorf("%s imports %s: whoever uses the package would need it too", name, p)
			}
		}
	})
}

// TestDocumented holds generated code to Go's custom: what is exported has a comment, which starts with its name unless
// it explains a group.
func TestDocumented(t *testing.T) {
	eachGoFile(t, func(t *testing.T, name string, _ []byte, file *ast.File) {
		for _, decl := range file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if exported(d) {
					documented(t, name, d.Name, d.Doc, true)
				}
			case *ast.GenDecl:
				specsDocumented(t, name, d)
			}
		}
	})
}

// specsDocumented checks types, constants and variables.
func specsDocumented(t *testing.T, name string, d *ast.GenDecl) {
	t.Helper()
	for _, spec := range d.Specs {
		switch s := spec.(type) {
		case *ast.TypeSpec:
			if s.Name.IsExported() {
				documented(t, name, s.Name, d.Doc, true)
			}
		case *ast.ValueSpec:
			for _, id := range s.Names {
				if !id.IsExported() {
					continue
				}
				doc := s.Doc
				if doc == nil {
					doc = d.Doc
				}
				documented(t, name, id, doc, !d.Lparen.IsValid())
			}
		}
	}
}

// exported reports whether users see a function: a method counts only if its receiver does.
func exported(d *ast.FuncDecl) bool {
	if !d.Name.IsExported() || d.Recv == nil {
		return d.Name.IsExported()
	}
	recv := d.Recv.List[0].Type
	if star, ok := recv.(*ast.StarExpr); ok {
		recv = star.X
	}
	if index, ok := recv.(*ast.IndexExpr); ok {
		recv = index.X
	}
	id, ok := recv.(*ast.Ident)
	return ok && id.IsExported()
}

func documented(t *testing.T, file string, id *ast.Ident, doc *ast.CommentGroup, byName bool) {
	t.Helper()
	text := doc.Text()
	switch {
	case text == "":
		t.Errorf("%s: %s has no comment", file, id.Name)
	case byName && !startsWith(text, id.Name):
		t.Errorf("%s: the comment of %s should start with its name: %q", file, id.Name, firstLines(text, 1))
	}
}

// startsWith allows an article before a type's name, as Go does.
func startsWith(text, name string) bool {
	for _, article := range []string{"", "A ", "An ", "The "} {
		if rest, ok := strings.CutPrefix(text, article+name); ok && (rest == "" || strings.ContainsAny(rest[:1], " ,:\n")) {
			return true
		}
	}
	return false
}
