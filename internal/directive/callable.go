package directive

import (
	"go/ast"
	"go/types"
	"regexp"
)

// exported matches what gives a function another name for the linker, or C's way of passing.
var exported = regexp.MustCompile(`^//(export|go:export|go:wasmexport|go:wasmimport|go:linkname) `)

// callable checks that rttgen can have C call a function, and reports why not.
func (p *pkg) callable(x *file, fn *ast.FuncDecl, what, want string, fits func(*ast.FuncType) bool) bool {
	at := x.at(fn.Name.Pos())
	name := fn.Name.Name
	for _, c := range fn.Doc.List {
		if exported.MatchString(c.Text) {
			p.problem(x.at(c.Slash), "remove this: rttgen writes what C calls", "%s is %s, and not C's to call by itself", name, what)
			return false
		}
	}
	switch {
	case fn.Recv != nil:
		p.problem(at, "write a "+want+" that calls the method", "method %s cannot be %s: there is no value to call it with", name, what)
	case fn.Type.TypeParams != nil:
		p.problem(at, "write a function without type parameters that calls it", "%s has type parameters and cannot be %s", name, what)
	case name == "_":
		p.problem(at, "give it a name", "a function without a name cannot be %s: nothing can call it", what)
	case fn.Body == nil:
		p.problem(at, "write a function in Go that calls it", "%s is not written in Go and cannot be %s", name, what)
	case !fits(fn.Type):
		p.problem(at, "make it a "+want, "%s is %s, which is a %s, but it is a %s", name, what, want, types.ExprString(fn.Type))
	default:
		for _, word := range []string{"error", "string"} {
			if s, found := p.shadowed[word]; found {
				p.problem(at, "give that type another name", "the package declares %s itself (%s), so that %s is no %s", word, s.Pos.Place(), name, want)
				return false
			}
		}
		return true
	}
	return false
}

// isCommand reports whether a function is a func([]string) error.
func isCommand(t *ast.FuncType) bool {
	if t.Params.NumFields() != 1 || !returnsError(t) {
		return false
	}
	list, ok := t.Params.List[0].Type.(*ast.ArrayType)
	return ok && list.Len == nil && isName(list.Elt, "string")
}

// isInit reports whether a function is a func() error.
func isInit(t *ast.FuncType) bool { return t.Params.NumFields() == 0 && returnsError(t) }

func returnsError(t *ast.FuncType) bool {
	return t.Results.NumFields() == 1 && isName(t.Results.List[0].Type, "error")
}

func isName(e ast.Expr, name string) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}
