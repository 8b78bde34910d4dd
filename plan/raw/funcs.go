package raw

import (
	"cmp"
	"runtime"
	"slices"
	"sync"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/names"
	"github.com/rttgen/rttgen/plan/symbol"
)

// planFuncs declares the functions, through a shim where a call from Go needs one.
func (p *planner) planFuncs() {
	for _, f := range p.api.Functions {
		kind := "function"
		if f.Inline {
			kind = "inline"
		}
		if system(&f.Decl) {
			p.decide(&f.Decl, kind, symbol.Skipped, "", cLibrary)
			continue
		}
		if reason := p.uncallable(f); reason != "" {
			p.decide(&f.Decl, kind, symbol.Skipped, "", reason)
			continue
		}
		x := p.planFunc(f)
		p.raw.Funcs = append(p.raw.Funcs, x)
		if x.Shim != nil {
			p.decide(&f.Decl, kind, symbol.Shim, x.Go, x.Shim.Reason)
		} else {
			p.decide(&f.Decl, kind, symbol.InRaw, x.Go, "")
		}
	}
	describe(p.raw.Funcs)
}

// describe reads the comments of functions, on all processors: that is half of what planning takes.
func describe(funcs []*Func) {
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(funcs); i += workers {
				funcs[i].Brief = introduction(funcs[i].Doc)
			}
		})
	}
	wg.Wait()
}

// uncallable says why Go cannot call a function; empty if it can.
func (p *planner) uncallable(f *model.Function) string {
	for _, param := range f.Params {
		if what := inexpressible(param.Type, p.paramType(param.Type)); what != "" {
			return "takes " + what
		}
	}
	if !f.Result.IsVoid() {
		if what := inexpressible(f.Result, p.goType(f.Result)); what != "" {
			return "returns " + what
		}
	}
	if f.Variadic && !printsFormat(f) {
		return "takes a variable number of arguments"
	}
	if shimReason(f, p.symbols[symbolOf(f)]) != "" {
		return unnameable(f)
	}
	return ""
}

// symbolOf is what the linker knows a function by.
func symbolOf(f *model.Function) string { return cmp.Or(f.Symbol, f.Name) }

func (p *planner) planFunc(f *model.Function) *Func {
	x := &Func{C: f.Name, Go: p.names.function[f.Name], Symbol: symbolOf(f), Pos: f.Pos, Doc: f.Doc, Function: f}
	x.Shim = planShim(f, p.symbols[x.Symbol])
	p.symbols[x.Symbol] = true
	if x.Shim != nil {
		x.Symbol = x.Shim.Proto.Name
	}
	if !f.Result.IsVoid() {
		x.Result = p.goType(f.Result)
		x.ResultRef = isRecord(f.Result)
	}
	for i, param := range f.Params {
		x.Params = append(x.Params, p.planParam(f, i, param))
	}
	uniqueParams(x.Params)
	return x
}

func (p *planner) planParam(f *model.Function, i int, param model.Param) Param {
	t := p.paramType(param.Type)
	out := Param{C: param.Name, Go: names.Param(param.Name, i), Type: t, Wire: t, CType: param.Type}
	switch {
	case isRecord(param.Type):
		out.Pass, out.Wire = PassRef, pointerTo(t)
	case t.Basic() == "bool":
		out.Pass, out.Wire = PassBool, GoUints[4]
	case t.Basic() != "" && t.Size < 4:
		out.Pass, out.Wire = PassWide, wide(t)
	case IsPointer(t) && !p.lent.has(f.Name, param.Name) && !copied(f, i):
		out.Pass, out.Wire = PassAddress, goUintptr
	}
	return out
}

// paramType is the Go type of a parameter. Arrays and functions are pointers there, behind a typedef too.
func (p *planner) paramType(t *model.Type) *GoType {
	switch u := t.Underlying(); u.Kind {
	case model.Array:
		return p.pointerType(u.Elem)
	case model.Func:
		return goUintptr
	}
	return p.goType(t)
}

// copied reports whether a shim makes its own copy of what a parameter points to: the text that it prints.
func copied(f *model.Function, i int) bool { return f.Variadic && i == len(f.Params)-1 }

func isRecord(t *model.Type) bool { return t.Underlying().Kind == model.Struct }

func IsPointer(t *GoType) bool { return t.Kind == GoPointer || t.Basic() == "unsafe.Pointer" }

// wide is the 32 bit type that an integer is extended to.
func wide(t *GoType) *GoType {
	switch t.Basic() {
	case "int8", "int16":
		return GoInts[4]
	}
	return GoUints[4]
}

// uniqueParams tells apart parameters whose names became the same.
func uniqueParams(params []Param) {
	for i := range params {
		for slices.ContainsFunc(params[:i], func(q Param) bool { return q.Go == params[i].Go }) {
			params[i].Go += "_"
		}
	}
}

func (p *planner) planVars() {
	for _, v := range p.api.Variables {
		t := p.goType(v.Type)
		switch {
		case system(&v.Decl):
			p.decide(&v.Decl, "variable", symbol.Skipped, "", cLibrary)
		case t == nil:
			p.decide(&v.Decl, "variable", symbol.Skipped, "", v.Type.String()+" has no form in Go")
		default:
			goName := p.names.variable[v.Name]
			p.raw.Vars = append(p.raw.Vars, &Var{
				C: v.Name, Symbol: cmp.Or(v.Symbol, v.Name), Go: goName, Pos: v.Pos, Doc: v.Doc, Brief: introduction(v.Doc), Type: t, Comment: v.Type.Declare(v.Name),
			})
			p.decide(&v.Decl, "variable", symbol.InRaw, goName, "")
		}
	}
}
