package safe

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/step"
)

// goType prints a type.
func goType(t *gotype.Type) *jen.Statement {
	switch t.Kind {
	case gotype.Pointer:
		return jen.Op("*").Add(goType(t.Elem))
	case gotype.Slice:
		return jen.Index().Add(goType(t.Elem))
	case gotype.Array:
		return jen.Index(jen.Lit(int(t.Len))).Add(goType(t.Elem))
	case gotype.Func:
		return jen.Func().ParamsFunc(func(g *jen.Group) {
			for i, p := range t.Params {
				if t.Shares(i) {
					g.Id(p.Name)
					continue
				}
				g.Add(param(p))
			}
		}).Add(optional(t.Result))
	}
	named := global(t.Ident)
	if len(t.Args) > 0 {
		args := make([]jen.Code, len(t.Args))
		for i, a := range t.Args {
			args[i] = goType(a)
		}
		named.Types(args...)
	}
	return named
}

// param prints a parameter; it may have no name in the type of a function.
func param(p gotype.Param) *jen.Statement {
	if p.Name == "" {
		return goType(p.Type)
	}
	return jen.Id(p.Name).Add(goType(p.Type))
}

func params(list []gotype.Param) []jen.Code {
	code := make([]jen.Code, len(list))
	for i, p := range list {
		code[i] = param(p)
	}
	return code
}

// optional prints a type, or nothing for none.
func optional(t *gotype.Type) jen.Code {
	if t == nil {
		return jen.Null()
	}
	return goType(t)
}

// expr prints an expression.
func expr(x step.Expr) *jen.Statement {
	switch x := x.(type) {
	case step.Name:
		return jen.Id(string(x))
	case step.Global:
		return global(gotype.Ident(x))
	case step.Number:
		return jen.Id(string(x))
	case step.Text:
		return jen.Lit(string(x))
	case step.Field:
		return expr(x.Of).Dot(x.Name)
	case step.Call:
		return expr(x.Func).Call(exprs(x.Args)...)
	case step.Convert:
		to := goType(x.To)
		if x.To.Kind == gotype.Pointer || x.To.Kind == gotype.Func {
			to = jen.Parens(to)
		}
		return to.Call(expr(x.X))
	case step.Unary:
		return jen.Op(x.Op).Add(expr(x.X))
	case step.Binary:
		return expr(x.X).Op(x.Op).Add(expr(x.Y))
	case step.First:
		return expr(x.Of).Index(jen.Lit(0))
	case step.Empty:
		return goType(x.Type).Values()
	case step.Struct:
		return goType(x.Type).ValuesFunc(func(g *jen.Group) {
			for _, f := range x.Fields {
				g.Id(f.Name).Op(":").Add(expr(f.Value))
			}
		})
	case step.Adapter:
		return adapter(x)
	}
	panic(fmt.Sprintf("no print of expression %T", x))
}

func exprs(list []step.Expr) []jen.Code {
	code := make([]jen.Code, len(list))
	for i, x := range list {
		code[i] = expr(x)
	}
	return code
}

func adapter(x step.Adapter) *jen.Statement {
	var body []jen.Code
	if x.Own != nil {
		body = append(body, expr(x.Own))
	}
	switch call := expr(x.Call); {
	case x.Ends != nil && x.Result != nil:
		body = append(body, jen.Id("result").Op(":=").Add(call), ended(x.Ends), jen.Return(jen.Id("result")))
	case x.Ends != nil:
		body = append(body, call, ended(x.Ends))
	case x.Result != nil:
		body = append(body, jen.Return(call))
	default:
		body = append(body, call)
	}
	return jen.Func().Params(params(x.Params)...).Add(optional(x.Result)).Block(body...)
}

// ended calls what lets go of an object that has ended by itself.
func ended(object step.Expr) *jen.Statement { return expr(object).Dot("ended").Call() }
