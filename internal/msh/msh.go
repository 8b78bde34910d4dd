// Package msh finds out which commands the kernel's own C files export to the shell under a configuration. Another one of the same
// name would not link.
package msh

import (
	"bytes"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"regexp"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/lexical"
)

// dirs are those of the shell and the kernel, which are compiled whenever there is a shell.
var dirs = []string{"components/finsh", "src"}

// exports match what makes a command; msh's have a prefix on top of finsh.
var exports = []*regexp.Regexp{
	regexp.MustCompile(`(?m)^MSH_CMD_EXPORT\(\s*(\w+)\s*,`),
	regexp.MustCompile(`(?m)^MSH_CMD_EXPORT_ALIAS\(\s*\w+\s*,\s*(\w+)\s*,`),
	regexp.MustCompile(`(?m)^FINSH_FUNCTION_EXPORT_ALIAS\(\s*\w+\s*,\s*__cmd_(\w+)\s*,`),
}

// Commands returns where the commands of msh are exported that the configuration surely has. What depends on conditions that are not
// plain is left to the linker.
func Commands(tree fs.FS, api *model.API) map[string]model.Pos {
	found := map[string]model.Pos{}
	for _, dir := range dirs {
		names, err := fs.Glob(tree, dir+"/*.c")
		if err != nil {
			continue
		}
		for _, name := range names {
			text, err := fs.ReadFile(tree, name)
			if err != nil {
				continue // the kernel's build tells
			}
			inFile(path.Clean(name), text, api, found)
		}
	}
	return found
}

func inFile(name string, text []byte, api *model.API, found map[string]model.Pos) {
	var guards *lexical.GuardMap
	for _, export := range exports {
		for _, m := range export.FindAllSubmatchIndex(text, -1) {
			if guards == nil {
				guards = lexical.Guards(text)
			}
			line := 1 + bytes.Count(text[:m[0]], []byte("\n"))
			on := True
			for _, condition := range guards.Exact(line) {
				on = min(on, holds(condition, api))
			}
			if on == True {
				found[string(text[m[2]:m[3]])] = model.Pos{File: name, Line: line}
			}
		}
	}
}

// Truth is what is known of a condition.
type Truth int

// In this order, && is the smaller and || the larger of two.
const (
	False Truth = iota
	Unknown
	True
)

// bare matches defined X.
var bare = regexp.MustCompile(`\bdefined\s+(\w+)`)

// holds evaluates a condition of the preprocessor as far as it reads like one of Go's.
func holds(condition string, api *model.API) Truth {
	e, err := parser.ParseExpr(bare.ReplaceAllString(condition, "defined($1)"))
	if err != nil {
		return Unknown
	}
	return truth(e, api)
}

func truth(e ast.Expr, api *model.API) Truth {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return truth(e.X, api)
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return True - truth(e.X, api)
		}
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND:
			return min(truth(e.X, api), truth(e.Y, api))
		case token.LOR:
			return max(truth(e.X, api), truth(e.Y, api))
		case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
			x, y := value(e.X, api), value(e.Y, api)
			if x != nil && y != nil {
				return of(constant.Compare(x, e.Op, y))
			}
		}
	case *ast.CallExpr:
		if fn, ok := e.Fun.(*ast.Ident); ok && fn.Name == "defined" && len(e.Args) == 1 {
			if name, ok := e.Args[0].(*ast.Ident); ok {
				return of(api.Defined(name.Name) || api.FuncMacro(name.Name) != nil)
			}
		}
	case *ast.Ident, *ast.BasicLit:
		if v := value(e, api); v != nil {
			return of(constant.Sign(v) != 0)
		}
	}
	return Unknown
}

// value returns the number of a literal or a macro, nil if it is none. A name that is no macro is 0.
func value(e ast.Expr, api *model.API) constant.Value {
	switch e := e.(type) {
	case *ast.BasicLit:
		if v := constant.MakeFromLiteral(e.Value, e.Kind, 0); e.Kind == token.INT && v.Kind() == constant.Int {
			return v
		}
	case *ast.Ident:
		if n, ok := api.Constant(e.Name); ok {
			return constant.MakeInt64(n)
		}
		if !api.Defined(e.Name) {
			return constant.MakeInt64(0)
		}
	}
	return nil
}

func of(b bool) Truth {
	if b {
		return True
	}
	return False
}
