package safe

import (
	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/plan/decl"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/raw"
	"github.com/rttgen/rttgen/plan/step"
)

// objectName is the kernel object in methods that no rule names: nothing of C's is among them.
const objectName = step.Name("p")

// closer makes the steps of a class's Close.
type closer struct {
	*planner
	c     *Class
	steps []step.Step
}

// closeMethod makes Close.
func (p *planner) closeMethod(c *Class) *decl.Func {
	doc, check := closeDoc(c)
	k := &closer{planner: p, c: c}
	if cond := contextCond(check); cond != nil {
		k.leaveIf(step.Closed, equals(held(receiver(c)), null), "ErrClosed")
		k.leaveIf(step.Context, cond, "ErrContext")
	}
	if c.Delete == nil && c.Detach == nil {
		k.letGo()
	} else {
		k.end()
	}
	k.add(step.Return{Values: []step.Expr{null}})
	return &decl.Func{Doc: doc, Recv: c.Receiver, Of: c.Go, Name: "Close", Results: []*gotype.Type{gotype.Error}, Steps: k.steps}
}

func (k *closer) add(s ...step.Step) { k.steps = append(k.steps, s...) }

func (k *closer) leaveIf(check step.Check, cond step.Expr, err string, undo ...step.Step) {
	k.add(step.Guard{Check: check, If: cond, Undo: undo, Leave: returned(step.Name(err))})
}

func returned(values ...step.Expr) step.Step { return step.Return{Values: values} }

// letGo empties the handle of an object that nobody can end.
func (k *closer) letGo() {
	taken := callOf(fieldOf(fieldOf(receiver(k.c), "h"), "Take"))
	k.leaveIf(step.Closed, equals(taken, null), "ErrClosed")
	k.release()
	if k.c.Static != "" {
		k.add(step.Unroot{Object: receiver(k.c)})
	}
}

// end ends the object by who made it.
func (k *closer) end() {
	unlock := k.lock()
	k.add(step.Take{Var: string(objectName), Of: receiver(k.c)})
	k.leaveIf(step.Closed, equals(objectName, null), "ErrClosed", unlock...)
	restore := step.Hold{Handle: fieldOf(receiver(k.c), "h"), Object: objectName, Kind: kindOf(receiver(k.c))}
	undo := append([]step.Step{restore}, unlock...)
	if e := except(k.c); e != nil {
		self := equals(objectName, callOf(step.Global(k.rawIdent(e.Go))))
		ours := differs(kindOf(receiver(k.c)), k.kind("Borrowed"))
		k.leaveIf(step.Context, step.Binary{X: self, Op: "&&", Y: ours}, "ErrContext", undo...)
	}
	k.add(step.End{Var: "code", Of: receiver(k.c), Cases: k.cases()})
	k.failed(undo)
	k.release()
	k.add(unlock...)
	if k.c.Static != "" && k.c.Cleanup == nil {
		k.add(step.Unroot{Object: receiver(k.c)})
	}
}

// lock locks the scheduler for the end of an object that may end by itself meanwhile: RT-Thread cannot end a thread twice. It
// returns what unlocks it.
func (k *closer) lock() []step.Step {
	if !k.c.Ends || k.safe.Enter == nil || k.safe.Exit == nil {
		return nil
	}
	k.add(step.Do{Call: callOf(step.Global(k.rawIdent(k.safe.Enter.Go)))})
	return []step.Step{step.Do{Call: callOf(step.Global(k.rawIdent(k.safe.Exit.Go)))}}
}

// kindOf tells who ends an object.
func kindOf(x step.Expr) step.Expr { return callOf(fieldOf(fieldOf(x, "h"), "Kind")) }

// cases are the two ways to end an object.
func (k *closer) cases() []step.EndCase {
	var list []step.EndCase
	for _, way := range []struct {
		kind string
		f    *Func
	}{{"Owned", k.c.Delete}, {"Static", k.c.Detach}} {
		if f := way.f; f != nil {
			list = append(list, step.EndCase{Kind: k.kind(way.kind), Call: k.ending(f),
				Code: f.C.Result != nil && f.Result.Style != mapping.ResultIgnore})
		}
	}
	return list
}

// ending is the call that ends an object.
func (k *closer) ending(f *Func) step.Expr {
	b := &body{planner: k.planner, f: f, vars: varsFor(f)}
	call := callOf(step.Global(k.rawIdent(f.C.Go)))
	for i := range f.Args {
		call.Args = append(call.Args, b.argument(&f.Args[i]))
	}
	return call
}

// failed leaves when C refuses to end an object. The two ways to end one may have codes of different types.
func (k *closer) failed(undo []step.Step) {
	first, second := k.c.Delete, k.c.Detach
	if first == nil {
		first = second
	}
	code := step.Name("code")
	if second != nil && second.Result.Codes != first.Result.Codes {
		undo = append(undo, step.Guard{Check: step.Failed, If: equals(kindOf(receiver(k.c)), k.kind("Static")),
			Leave: returned(k.failureOf(second, code))})
	}
	k.add(step.Guard{Check: step.Failed, If: differs(code, number(0)), Undo: undo, Leave: returned(k.failureOf(first, code))})
}

// except finds the function that returns the one object that cannot be closed.
func except(c *Class) *raw.Func {
	for _, f := range []*Func{c.Delete, c.Detach} {
		if f != nil && f.Except != nil {
			return f.Except
		}
	}
	return nil
}

// release lets go of what the kernel used, while nobody else can make the object again.
func (k *closer) release() {
	k.add(k.releaseSlots(k.c)...)
	if k.stateOf(k.c) != "" {
		k.add(step.Do{Call: callOf(fieldOf(fieldOf(receiver(k.c), "state"), "end"))})
	}
	for _, f := range k.c.Funcs {
		for i := range f.Args {
			if cb := f.Args[i].Callback; cb != nil && cb.Entry.Object && cb.Lifetime == mapping.LifeRetained {
				k.add(step.Keyed{Hook: k.hook(cb.Entry), Key: objectKey(objectName), Run: null})
			}
		}
	}
	if k.c.Cleanup != nil {
		return // the kernel still uses the memory; it is kept together with the object
	}
	for _, kept := range k.c.Kept {
		field := fieldOf(receiver(k.c), kept.Field)
		if kept.Set {
			k.add(step.Do{Call: k.swap(field, zero(kept.Type))})
			continue
		}
		k.add(step.Keep{Field: field, Value: zero(kept.Type)})
	}
}

// releaseSlots lets go of the functions that C called for an object.
func (p *planner) releaseSlots(c *Class) []step.Step {
	var list []step.Step
	for _, slot := range slots(c) {
		field := fieldOf(receiver(c), slot)
		if slot != "slot" { // a method sets it
			field = p.swap(field, null)
		}
		list = append(list, step.Release{Slot: field})
	}
	return list
}

// slots lists the members of a class that hold slots.
func slots(c *Class) []string {
	if c.Number != nil {
		return nil
	}
	var list []string
	if c.Callback {
		list = append(list, "slot")
	}
	for _, f := range c.Funcs {
		if name := slotOf(f); name != "slot" && hasSlot(f) {
			list = append(list, name)
		}
	}
	return list
}

// ended makes what happens when the function of an object returns and the kernel ends the object by itself.
func (p *planner) ended(c *Class) *decl.Func {
	taken := callOf(fieldOf(fieldOf(receiver(c), "h"), "Take"))
	return &decl.Func{
		Doc:  []string{"ended lets go of an object that the kernel ends by itself. Storage of the caller stays kept: the kernel still uses it for a moment."},
		Recv: c.Receiver, Of: c.Go, Name: "ended",
		Steps: []step.Step{step.OnlyIf{If: differs(taken, null), Do: p.releaseSlots(c)}},
	}
}

// namer makes Name.
func (p *planner) namer(c *Class) *decl.Func {
	object := convert(gotype.PointerTo(p.rawNamed(p.objectType())), convert(gotype.Unsafe, objectName))
	return &decl.Func{
		Doc:  []string{"Name returns the name of the object, the empty string if it is closed."},
		Recv: c.Receiver, Of: c.Go, Name: "Name", Results: []*gotype.Type{gotype.String},
		Steps: []step.Step{
			step.Object{Var: string(objectName), Of: receiver(c)},
			step.Guard{Check: step.Closed, If: equals(objectName, null), Leave: returned(step.Text(""))},
			returned(callOf(step.Name("nameOf"), object)),
		},
	}
}

// objectType is the Go name of the record that every kernel object begins with.
func (p *planner) objectType() string { return p.raw.Record("struct rt_object").Go }
