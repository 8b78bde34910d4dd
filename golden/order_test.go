package golden

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/internal/generate"
)

// TestOrderOfChecks goes through every function of the safe packages, hand-written ones included: first comes whether there is
// an object, then where the call comes from, then the arguments. Only so a caller can tell which error to expect.
func TestOrderOfChecks(t *testing.T) {
	eachCase(t, func(t *testing.T, g golden, r *generate.Result) {
		count := 0
		for name, text := range r.Tree {
			if !strings.HasSuffix(name, ".go") || strings.Contains(name, "/") || name == "errors.go" {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), name, text, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range f.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
					count += checkOrder(t, name, fn)
				}
			}
		}
		if count == 0 && g.dir != "no-checks" {
			t.Error("no function checks anything")
		}
	})
}

// checkOrder returns how many checks a function makes before it calls C.
func checkOrder(t *testing.T, file string, fn *ast.FuncDecl) int {
	checks := checksOf(fn)
	seen := map[int]bool{}
	for i, c := range checks {
		if seen[c.rank] {
			continue // only what is found out first counts: an object may be closed meanwhile
		}
		seen[c.rank] = true
		if i > 0 && c.rank < checks[i-1].rank {
			t.Errorf("%s: %s finds out about %s after %s", file, fn.Name.Name, c.err, checks[i-1].err)
		}
	}
	if isPointer(fn.Recv) && seen[2] && !seen[1] && len(checks) > 0 {
		t.Errorf("%s: the method %s finds out where it is called from, and not whether there is an object", file, fn.Name.Name)
	}
	return len(checks)
}

// isPointer reports whether a method is one of an object; a number is never closed.
func isPointer(recv *ast.FieldList) bool {
	if recv == nil {
		return false
	}
	_, ok := recv.List[0].Type.(*ast.StarExpr)
	return ok
}

// wayOut is a way out of a function, with an error of the package's own.
type wayOut struct {
	rank int
	err  string
}

// ranks orders the errors that the wrappers find themselves.
var ranks = map[string]int{"ErrClosed": 1, "ErrInUse": 1, "ErrContext": 2, "ErrName": 3, "ErrRange": 3, "ErrType": 3}

// checksOf lists the ways out of a function in the order in which it finds out about them. An argument that is a closed object
// is an argument.
func checksOf(fn *ast.FuncDecl) []wayOut {
	var list []wayOut
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		guard, ok := n.(*ast.IfStmt)
		if ok && ofArgument(fn, guard.Cond) {
			list = append(list, wayOut{3, "an argument"})
			return false
		}
		if id, ok := n.(*ast.Ident); ok && ranks[id.Name] > 0 {
			list = append(list, wayOut{ranks[id.Name], id.Name})
		}
		return true
	})
	return list
}

// ofArgument reports whether a condition is about an object that is an argument: "thread == nil", or "cThread == nil" for what
// is in it.
func ofArgument(fn *ast.FuncDecl, cond ast.Expr) bool {
	b, ok := cond.(*ast.BinaryExpr)
	if !ok {
		return false
	}
	id, ok := b.X.(*ast.Ident)
	if !ok {
		return false
	}
	for _, field := range fn.Type.Params.List {
		for _, name := range field.Names {
			if id.Name == name.Name || id.Name == "c"+strings.ToUpper(name.Name[:1])+name.Name[1:] {
				return true
			}
		}
	}
	return false
}
