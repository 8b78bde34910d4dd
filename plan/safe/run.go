package safe

import (
	"path"
	"strconv"

	"github.com/rttgen/rttgen/plan/decl"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/step"
)

// The build constraints of what differs between the target and the host.
const (
	onTarget = "tinygo"
	onHost   = "!tinygo"
)

// firstHostEntry is the address that stands for the first entry point on the host; nothing can lie there.
const firstHostEntry = 0x52540001

// entryFiles are the files of the entry points: what C calls is in a package of its own, since TinyGo gives the address of an
// exported function in other packages only. On the host numbers stand for the addresses, and a package for tests plays the kernel.
func (p *planner) entryFiles() {
	var tinygo, host, called, numbers, played []decl.Decl
	for i, e := range p.safe.Entries {
		address := decl.Entry{Symbol: e.Symbol, Func: entryFunc(e), Var: "symbol" + e.Go}
		tinygo = append(tinygo, address)
		number := p.internal("callback", "Entry"+e.Go)
		address.Number = &number
		host = append(host, address)
		called = append(called, p.called(e)...)
		numbers = append(numbers, decl.Address{
			Doc: number.Name + " stands for the address of " + e.Symbol + ".", Name: number.Name,
			Value: step.Number("0x" + strconv.FormatInt(firstHostEntry+int64(i), 16)),
		})
		played = append(played, p.played(e)...)
	}
	tinygo = append(tinygo, decl.Linked{Symbol: p.internal("callback", "Add")})
	p.file("entry_tinygo.go", tinygo...).Constraint = onTarget
	p.file("entry_host.go", host...).Constraint = onHost
	p.fileIn("internal/callback", "entries.go", called...)
	p.fileIn("internal/callback", "numbers_host.go", numbers...).Constraint = onHost
	test := p.options.Package + "test"
	p.fileIn(test, "doc.go", testDoc(test, p.options.Package))
	p.fileIn(test, "callbacks.go", played...).Constraint = onHost
}

// fileIn adds a file of a package below the safe package.
func (p *planner) fileIn(dir, name string, decls ...decl.Decl) *decl.File {
	f := p.file(dir+"/"+name, decls...)
	f.Path, f.Package = p.options.ImportPath+"/"+dir, path.Base(dir)
	return f
}

// testDoc is the comment of the package for tests.
func testDoc(name, tested string) decl.PackageDoc {
	return decl.PackageDoc{Lines: []string{
		"Package " + name + " plays RT-Thread in tests of a program on the host, where package raw calls functions that the test sets: it calls",
		"the functions that the program has given to the kernel, as the kernel does. A fake of a function of package raw gets the",
		"entry point of such a function as a number, by which the test knows it; C's user data, which it gets too, is what the",
		"test passes. Only the Go toolchain compiles it, not TinyGo. Package " + tested + " does not use it.",
	}}
}

// played declares what a test needs of an entry point: what its address is, and what the kernel does with it.
func (p *planner) played(e *Entry) []decl.Decl {
	run := callOf(step.Global(p.internal("callback", "Call"+e.Go)))
	f := &decl.Func{
		Doc:    []string{"Run" + e.Go + " does what the kernel does with " + e.Symbol + ": it calls the function that the program has set."},
		Name:   "Run" + e.Go,
		Params: p.wires(e),
	}
	for _, q := range f.Params {
		run.Args = append(run.Args, step.Name(q.Name))
	}
	f.Steps = []step.Step{step.Do{Call: run}}
	if e.Result != nil {
		f.Results, f.Steps = []*gotype.Type{p.wireResult(e)}, []step.Step{returned(run)}
	}
	if e.Gone {
		f.Doc = []string{f.Name + " does what the kernel does when it is done with an object that has ended."}
	}
	return []decl.Decl{decl.Address{
		Doc: "Entry" + e.Go + " is what functions of package raw get for the address of " + e.Symbol + ".", Name: "Entry" + e.Go,
		Value: step.Global(p.internal("callback", "Entry"+e.Go)),
	}, f}
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
