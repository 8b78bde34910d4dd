package safe

import (
	"slices"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/plan/checks"
	"github.com/rttgen/rttgen/plan/decl"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/step"
)

// body makes the steps of one function.
type body struct {
	*planner
	f     *Func
	vars  vars
	steps []step.Step
	made  bool        // the Go value of a new object exists
	undo  []step.Step // when C refuses the call
	done  []step.Step // when it does not
}

// wrapper makes the declarations of a function: one, or where it takes a duration, another that takes a number and does the work.
func (p *planner) wrapper(f *Func) []*decl.Func {
	b := &body{planner: p, f: f, vars: varsFor(f)}
	if !f.Timed {
		return []*decl.Func{b.declare(f.Go, p.doc(f), false, b.work())}
	}
	return []*decl.Func{
		b.declare(f.Go, p.doc(f), false, b.convertTimes()),
		b.declare(f.Counted(), p.countedDoc(f), true, b.work()),
	}
}

func (b *body) declare(name string, doc []string, counted bool, steps []step.Step) *decl.Func {
	d := &decl.Func{Doc: doc, Name: name, Params: b.params(b.f, counted), Results: b.f.results(), Steps: steps}
	if b.f.Method {
		d.Recv, d.Of, d.Value = string(b.recv()), b.f.receiver(), b.f.Class.Number != nil
	}
	return d
}

// receiver names the type of a method's receiver.
func (f *Func) receiver() string {
	if f.Static {
		return f.Class.Static
	}
	return f.Class.Go
}

// convertTimes makes the steps of the variant with durations: it calls the other one.
func (b *body) convertTimes() []step.Step {
	var call step.Call
	call.Func = step.Name(b.f.Counted())
	if b.f.Method {
		call.Func = step.Field{Of: b.recv(), Name: b.f.Counted()}
	}
	for _, p := range b.f.Params {
		call.Args = append(call.Args, b.counted(p))
	}
	if len(b.f.results()) == 0 {
		return []step.Step{step.Do{Call: call}}
	}
	return []step.Step{step.Return{Values: []step.Expr{call}}}
}

// counted converts a duration to a number.
func (b *body) counted(p Param) step.Expr {
	d := step.Name(p.Go)
	switch p.Time {
	case mapping.TimeTicks:
		return callOf(step.Name("TicksOf"), d)
	case mapping.TimePeriod:
		period := callOf(step.Global(b.internal("ticks", "Period")), d, step.Name("TickRate"))
		return step.Convert{To: b.ticks(), X: period}
	case mapping.TimeMillis:
		return callOf(step.Global(b.internal("ticks", "Millis")), d)
	}
	return d
}

// work makes the steps that call C: what every function finds out first, then what each argument needs, then what must be given
// back if C refuses the call, and the call.
func (b *body) work() []step.Step {
	b.open()
	b.checkContext()
	for i := range b.f.Args {
		b.prepare(&b.f.Args[i])
	}
	if b.f.Role == mapping.RoleInit {
		b.add(step.Root{Object: b.recv(), Leave: b.fail(step.Name("ErrInUse"))})
	}
	for i := range b.f.Args { // when nothing can be refused any more
		b.take(&b.f.Args[i])
	}
	b.letGo()
	call := step.Call{Func: step.Global(b.rawIdent(b.f.C.Go))}
	for i := range b.f.Args {
		call.Args = append(call.Args, b.argument(&b.f.Args[i]))
	}
	b.finish(b.surround(call))
	return b.steps
}

// surround begins a call with what hand-written code has for it in this version of RT-Thread, which turns the result into the true one.
func (b *body) surround(call step.Call) step.Call {
	begin := b.around(b.f.C.C)
	if begin == "" || !b.f.Rule.Blocks || b.f.Rule.Result.Null != "" {
		return call
	}
	var object []step.Expr
	if slices.ContainsFunc(b.f.Args, func(a Arg) bool { return a.Kind == ArgReceiver }) {
		object = append(object, b.object())
	}
	w := b.ask("wait", callOf(step.Name(begin), object...))
	return callOf(fieldOf(w, "code"), b.convertFrom(b.f.C.Result, call, b.rawNamed("Err")))
}

func (b *body) add(s ...step.Step) { b.steps = append(b.steps, s...) }

// recv is the receiver, or the new object.
func (b *body) recv() step.Name { return receiver(b.f.Class) }

// object is the kernel object of the receiver.
func (b *body) object() step.Name { return b.vars.name("p") }

// checked reports whether anything is checked at all.
func (b *body) checked() bool { return b.options.Checks != checks.None }

// canRefuse reports whether a wrapper has a way to refuse an argument, and is to look at it.
func (b *body) canRefuse() bool {
	style := b.f.Result.Style // of which one panics, and one says that it did not go well
	return b.checked() && (b.f.Result.Error || style == mapping.ResultMust || style == mapping.ResultOK)
}

// guard leaves the function with an error if a condition holds.
func (b *body) guard(check step.Check, cond step.Expr, err string) {
	b.add(step.Guard{Check: check, If: cond, Leave: b.fail(step.Name(err))})
}

// fail leaves the function with an error. A method without an error to return panics with it if it must not go on, else it
// returns nothing.
func (b *body) fail(err step.Expr) step.Step {
	if b.f.Result.Style == mapping.ResultMust {
		return step.Panic{Value: err}
	}
	return b.leave(err)
}

// leave returns an error, if there is one to return, and zero values.
func (b *body) leave(err step.Expr) step.Step {
	var list []step.Expr
	for _, t := range b.f.results() {
		if t == gotype.Error {
			list = append(list, err)
			continue
		}
		list = append(list, zero(t))
	}
	return step.Return{Values: list}
}

// open gets at the object of the receiver.
func (b *body) open() {
	if !b.f.Method || b.f.Class.Number != nil {
		return
	}
	if b.f.Role == mapping.RoleInit {
		b.guard(step.Closed, callOf(step.Global(b.internal("roots", "Has")), address(fieldOf(b.recv(), "root"))), "ErrInUse")
		return
	}
	if slices.ContainsFunc(b.f.Args, func(a Arg) bool { return a.Kind == ArgReceiver }) {
		b.add(step.Object{Var: string(b.object()), Of: b.recv()})
		if b.checked() {
			b.guard(step.Closed, equals(b.object(), null), "ErrClosed")
		}
		return
	}
	if b.checked() {
		b.guard(step.Closed, equals(held(b.recv()), null), "ErrClosed")
	}
}

// checkContext finds out whether the function may be called from here.
func (b *body) checkContext() {
	if cond := contextCond(b.f.Check); cond != nil {
		b.guard(step.Context, cond, "ErrContext")
	}
}

// contextCond is what holds where a function must not be called; nil for nothing.
func contextCond(c ContextCheck) step.Expr {
	switch c {
	case CheckThread:
		return not(callOf(step.Name("inThread")))
	case CheckScheduler:
		return not(callOf(step.Name("canBlock")))
	}
	return nil
}
