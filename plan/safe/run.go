package safe

import (
	"github.com/rttgen/rttgen/plan/decl"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/step"
)

// firstHostEntry is the address that stands for the first entry point on the host; nothing can lie there.
const firstHostEntry = 0x52540001

// entryFiles are the files of the entry points: what C calls is in a package of its own, since TinyGo gives the address of an
// exported function in other packages only.
func (p *planner) entryFiles() {
	var tinygo, host, called []decl.Decl
	for i, e := range p.safe.Entries {
		address := decl.Entry{Symbol: e.Symbol, Func: entryFunc(e), Var: "symbol" + e.Go}
		tinygo = append(tinygo, address)
		address.Number = p.hostEntry(e, firstHostEntry+i)
		host = append(host, address)
		called = append(called, p.called(e)...)
	}
	tinygo = append(tinygo, decl.Linked{Symbol: p.internal("callback", "Add")})
	p.file("entry_tinygo.go", tinygo...).Constraint = "tinygo"
	p.file("entry_host.go", host...).Constraint = "!tinygo"
	f := p.file("internal/callback/entries.go", called...)
	f.Path, f.Package = p.options.ImportPath+"/internal/callback", "callback"
}

// hostEntry is what stands for an entry point on the host.
func (p *planner) hostEntry(e *Entry, address int) *decl.Host {
	return &decl.Host{
		Const: "CallbackEntry" + e.Go, Value: address, Run: "RunCallback" + e.Go,
		Call: p.internal("callback", "Call"+e.Go), Params: p.wires(e), Result: p.wireResult(e),
	}
}

// wires are the parameters of an entry point.
func (p *planner) wires(e *Entry) []gotype.Param {
	list := make([]gotype.Param, len(e.Params))
	for i, q := range e.Params {
		list[i] = gotype.Param{Name: q.Go, Type: p.typeOf(q.Wire)}
	}
	return list
}

// wireResult is the result of an entry point; nil for none.
func (p *planner) wireResult(e *Entry) *gotype.Type {
	if e.Result == nil {
		return nil
	}
	return p.typeOf(e.Result)
}

// called declares what C calls.
func (p *planner) called(e *Entry) []decl.Decl {
	f := &decl.Func{
		Doc:       []string{"Call" + e.Go + " is what C calls as " + e.Symbol + "."},
		Directive: "//export " + e.Symbol,
		Name:      "Call" + e.Go,
		Params:    p.wires(e),
	}
	if e.Gone {
		f.Doc = []string{"Call" + e.Go + " is what C calls as " + e.Symbol + " with an object that it is done with."}
		f.Steps = []step.Step{step.Do{Call: callOf(step.Global(p.internal("roots", "Gone")), step.Name(e.Params[0].Go))}}
		return []decl.Decl{f}
	}
	if e.Result != nil {
		f.Results = []*gotype.Type{p.wireResult(e)}
	}
	f.Steps = p.dispatch(e)
	if e.Hook {
		return []decl.Decl{decl.Hook{Name: hookVar(e), Symbol: e.Symbol, Keyed: e.Key != ""}, f}
	}
	return []decl.Decl{f}
}

// dispatch finds the Go function and calls it.
func (p *planner) dispatch(e *Entry) []step.Step {
	d := step.Dispatch{Get: callOf(fieldOf(step.Name(hookVar(e)), "Get")), Type: e.Func}
	if e.Key != "" {
		d.Get = callOf(fieldOf(step.Name(hookVar(e)), "Get"), convert(gotype.Uintptr, step.Name(e.Key)))
	}
	for _, q := range e.Params {
		if q.User {
			d.Get = callOf(step.Name("Get"), step.Name(q.Go))
		}
		if q.To != nil {
			d.Args = append(d.Args, p.passed(q))
		}
	}
	if e.Result == nil {
		return []step.Step{d}
	}
	if !e.Zero {
		d.Result, d.Flag = p.wireResult(e), e.Func.Result.Is("bool")
	}
	return []step.Step{d, returned(number(0))}
}

// passed converts what C passes to what the Go function takes.
func (p *planner) passed(q EntryParam) step.Expr {
	arg := step.Name(q.Go)
	switch {
	case q.To.Equal(p.typeOf(q.Wire)):
		return arg
	case q.To.Is("bool"):
		return differs(arg, number(0))
	case q.To.Is("string"):
		return callOf(step.Global(p.internal("text", "View")), convert(gotype.PointerTo(gotype.Byte), arg))
	}
	return convert(q.To, arg)
}
