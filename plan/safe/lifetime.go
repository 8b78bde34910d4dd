package safe

import (
	"fmt"
	"slices"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/step"
)

// lifetime decides how long C calls a function whose rule does not say so: as long as the object lives that it was set for, and
// for ever where there is none.
func (p *planner) lifetime(f *Func, e *Entry, r *mapping.ParamRule) mapping.Lifetime {
	switch {
	case r.Lifetime != mapping.LifeNone:
		return r.Lifetime
	case f.hasObject() && (!e.Hook || e.Object):
		return mapping.LifeRetained
	}
	return mapping.LifeStatic
}

// keptMisfit says why C cannot have something for as long as a rule says.
func (p *planner) keptMisfit(f *Func, arg *Arg, r *mapping.ParamRule) (msg, hint string) {
	if r.Lifetime == mapping.LifeNone {
		return "", ""
	}
	hook := arg.Kind == ArgEntry && arg.Callback.Entry.Hook
	kept := []ArgKind{ArgSlice, ArgPointer, ArgObject, ArgEntry}
	if r.Lifetime == mapping.LifeBorrowed {
		kept = append(kept, ArgName, ArgText, ArgAddress, ArgTickAddress, ArgOut, ArgShared)
	}
	switch {
	case !slices.Contains(kept, arg.Kind):
		return fmt.Sprintf("%q is about memory of the caller's, which this is not", r.Lifetime), "remove lifetime"
	case hook && r.Lifetime != mapping.LifeStatic && !(arg.Callback.Entry.Object && r.Lifetime == mapping.LifeRetained):
		return fmt.Sprintf("without user data it cannot be %s: it stays until another is set", r.Lifetime), "use lifetime: static, or name the user data"
	case r.Lifetime == mapping.LifeRetained && !f.hasObject():
		return fmt.Sprintf("%q needs an object that keeps it alive", r.Lifetime), "remove lifetime, or make it a method or a constructor of a class"
	case r.Lifetime == mapping.LifeStatic && arg.Kind != ArgEntry && f.Rule.Context != mapping.ContextThread && f.Rule.Context != mapping.ContextScheduler:
		return "what stays for ever takes room in Go's heap, which no interrupt can", "use context: thread"
	}
	return "", ""
}

// keepLonger makes the steps for what C uses after the call, other than what an object keeps: it is C's now, or stays for ever.
func (b *body) keepLonger(a *Arg) {
	x := from(a)
	switch {
	case a.Kind == ArgObject && a.Lifetime == mapping.LifeOwned:
		take := step.Do{Call: callOf(fieldOf(fieldOf(x, "h"), "Take"))}
		if a.Nullable {
			b.done = append(b.done, step.OnlyIf{If: differs(x, null), Do: []step.Step{take}})
			return
		}
		b.done = append(b.done, take)
	case a.Kind == ArgEntry || a.Lifetime != mapping.LifeStatic:
	default:
		if a.Kind == ArgSlice {
			x = callOf(step.Global{Path: "unsafe", Name: "SliceData"}, x)
		}
		b.done = append(b.done, step.Do{Call: callOf(step.Global(b.internal("roots", "Keep")), convert(gotype.Unsafe, x))})
	}
}

// letGo makes the steps of a method after which C has let go of what it was given before.
func (b *body) letGo() {
	if !b.f.setsSlot() {
		return
	}
	for _, f := range b.f.Class.Funcs {
		for i := range f.Args {
			a := &f.Args[i]
			if a.Until != b.f.Go {
				continue
			}
			switch {
			case a.Kept != "":
				b.done = append(b.done, step.Do{Call: b.swap(fieldOf(b.recv(), a.Kept), zero(a.GoType))})
			case a.Callback.Entry.Object:
				b.done = append(b.done, step.Keyed{Hook: b.hook(a.Callback.Entry), Key: objectKey(b.object()), Run: null})
			default:
				b.done = append(b.done, step.Release{Slot: b.swapSlot(f, fieldOf(b.recv(), slotOf(f)), null)})
			}
		}
	}
}

// lifetimeDoc says what a caller must know about how long C uses an argument.
func lifetimeDoc(a *Arg, r *mapping.ParamRule) string {
	switch {
	case a.Kind == ArgEntry:
		return callbackDoc(a.Callback.Lifetime, r.Callback.Context)
	case a.Lifetime != mapping.LifeOwned:
		return ""
	case a.Kind == ArgObject:
		return "closed when C has taken it"
	}
	return "it must not be used any more when the call has succeeded"
}

// callbackDoc says when a function is called, and what it may do.
func callbackDoc(l mapping.Lifetime, c mapping.Context) string {
	called := map[mapping.Lifetime]string{mapping.LifeOwned: "called once", mapping.LifeBorrowed: "called before this returns"}[l]
	switch c {
	case mapping.ContextISR:
		if called == "" {
			called = "called"
		}
		return called + " in an interrupt, where it must neither wait nor allocate"
	case mapping.ContextAny:
		return joined(called, "it may run in an interrupt, where it must neither wait nor allocate")
	case mapping.ContextThread:
		return joined(called, "it must not wait")
	}
	return called
}

// joined puts two remarks together.
func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "; " + b
}
