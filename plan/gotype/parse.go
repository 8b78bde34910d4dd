package gotype

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
)

// Resolve finds the type that a name stands for; pkg is what stands before the dot, or empty.
type Resolve func(pkg, name string) (*Type, error)

// Parse reads a type as Go code writes it. What cannot be handed to C or got from it, such as a map, is an error.
func Parse(text string, resolve Resolve) (*Type, error) {
	e, err := parser.ParseExpr(text)
	if err != nil {
		return nil, errors.New("Go cannot read it as a type")
	}
	return resolve.typeOf(e)
}

func (r Resolve) typeOf(e ast.Expr) (*Type, error) {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return r.typeOf(e.X)
	case *ast.Ident:
		if predeclared[e.Name] {
			return Basic(e.Name), nil
		}
		return r("", e.Name)
	case *ast.SelectorExpr:
		if pkg, ok := e.X.(*ast.Ident); ok {
			return r(pkg.Name, e.Sel.Name)
		}
	case *ast.StarExpr:
		elem, err := r.typeOf(e.X)
		return wrap(elem, err, PointerTo)
	case *ast.ArrayType:
		return r.arrayOf(e)
	case *ast.FuncType:
		return r.funcOf(e)
	case *ast.MapType:
		return nil, errors.New("C has no maps")
	case *ast.ChanType:
		return nil, errors.New("C has no channels")
	case *ast.InterfaceType:
		return nil, errors.New("C has no interfaces")
	case *ast.StructType:
		return nil, errors.New("a struct needs a name")
	}
	return nil, errors.New("it is no type that C has")
}

func (r Resolve) arrayOf(e *ast.ArrayType) (*Type, error) {
	elem, err := r.typeOf(e.Elt)
	if e.Len == nil {
		return wrap(elem, err, SliceOf)
	}
	lit, ok := e.Len.(*ast.BasicLit)
	if !ok || lit.Kind != token.INT {
		return nil, errors.New("the length of an array is not a number")
	}
	n, numErr := strconv.ParseInt(lit.Value, 0, 32)
	if numErr != nil {
		return nil, errors.New("the length of an array is too large")
	}
	return wrap(elem, err, func(t *Type) *Type { return ArrayOf(n, t) })
}

func (r Resolve) funcOf(e *ast.FuncType) (*Type, error) {
	t := &Type{Kind: Func}
	if e.TypeParams != nil {
		return nil, errors.New("C cannot call a generic function")
	}
	for _, field := range e.Params.List {
		p, err := r.typeOf(field.Type)
		if err != nil {
			return nil, err
		}
		for _, name := range field.Names {
			t.Params = append(t.Params, Param{Name: name.Name, Type: p})
		}
		if len(field.Names) == 0 {
			t.Params = append(t.Params, Param{Type: p})
		}
	}
	switch results := e.Results.NumFields(); {
	case results > 1:
		return nil, fmt.Errorf("C functions have one result, not %d", results)
	case results == 1:
		var err error
		if t.Result, err = r.typeOf(e.Results.List[0].Type); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// wrap makes a type of another one, if there is one.
func wrap(t *Type, err error, of func(*Type) *Type) (*Type, error) {
	if err != nil {
		return nil, err
	}
	return of(t), nil
}

// predeclared are the types that Go predeclares and that C can have something to do with.
var predeclared = map[string]bool{
	"bool": true, "byte": true, "string": true, "uintptr": true, "float32": true, "float64": true, "error": true, "any": true,
	"int": true, "int8": true, "int16": true, "int32": true, "int64": true, "rune": true,
	"uint": true, "uint8": true, "uint16": true, "uint32": true, "uint64": true,
}
