package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan"
)

// finishPointer prints returning a pointer that is nil where there is an error.
func (e *safeEmitter) finishPointer(g *jen.Group, fn *plan.SafeFunc, call *jen.Statement) {
	g.Id("v").Op(":=").Add(call)
	g.If(jen.Id("v").Op("==").Nil()).Block(jen.Return(e.failing(fn, jen.Id(fn.Result.Null))...))
	v := jen.Id("v")
	if fn.Result.Type != fn.C.Result.In("raw") {
		v = jen.Parens(e.goType(fn.Result.Type)).Call(v)
	}
	e.returnValue(g, fn, v)
}

// finishCallback prints the call of a function that takes a callback for an object that exists, or for none. The slot of the
// callback before it is released when C has the new one.
func (e *safeEmitter) finishCallback(g *jen.Group, fn *plan.SafeFunc, call *jen.Statement) {
	release := jen.Qual(e.internal("callback"), "Release")
	fail := []jen.Code{release.Clone().Call(jen.Id("slot"))}
	if fn.Class != nil {
		fail = []jen.Code{release.Clone().Call(jen.Id(recv).Dot(slotOf(fn))), jen.Id(recv).Dot(slotOf(fn)).Op("=").Id("old")}
	}
	if fn.Result.Style == model.ResultIgnore { // C takes any function
		g.Add(call)
		if fn.Class != nil {
			g.Add(release.Clone().Call(jen.Id("old")))
		}
		if len(e.results(fn)) > 0 {
			e.returnValue(g, fn, nil)
		}
		return
	}
	g.If(jen.Id("code").Op(":=").Int32().Call(call), jen.Id("code").Op("!=").Lit(0)).Block(
		append(fail, jen.Return(e.failing(fn, e.failure(fn, "code"))...))...)
	if fn.Class != nil {
		g.Add(release.Clone().Call(jen.Id("old")))
	}
	e.returnValue(g, fn, nil)
}

// hook returns the entry point of a callback of which there is one function at a time; nil if the function takes none.
func hook(fn *plan.SafeFunc) *plan.SafeEntry {
	for _, a := range fn.Args {
		if a.Kind == plan.ArgEntry && a.Callback.Entry.Hook && a.Callback.Entry.Key == "" {
			return a.Callback.Entry
		}
	}
	return nil
}

// hasSlot reports whether a function takes a callback with a slot.
func hasSlot(fn *plan.SafeFunc) bool {
	for _, a := range fn.Args {
		if a.Kind == plan.ArgEntry && !a.Callback.Entry.Hook {
			return true
		}
	}
	return false
}

// finishHandle prints wrapping an object that C made or found.
func (e *safeEmitter) finishHandle(g *jen.Group, fn *plan.SafeFunc, call *jen.Statement) {
	obj := "obj"
	ours := e.makesObject(fn)
	g.Id(obj).Op(":=").Add(call)
	g.If(jen.Id(obj).Op("==").Nil()).BlockFunc(func(b *jen.Group) {
		if ours && fn.Class.Callback && hasSlot(fn) {
			b.Qual(e.internal("callback"), "Release").Call(jen.Id(recv).Dot("slot"))
		}
		b.Return(e.failing(fn, jen.Id(fn.Result.Null))...)
	})
	if !ours {
		g.Id("r").Op(":=").Op("&").Id(fn.Result.Class.Go).Values()
	}
	target := recv
	if !ours {
		target = "r"
	}
	kind := "Owned"
	if fn.Result.Own == model.OwnBorrowed {
		kind = "Borrowed"
	}
	g.Id(target).Dot("h").Dot("Set").Call(jen.Id(obj), jen.Qual(e.internal("handle"), kind))
	g.Return(jen.Id(target), jen.Nil())
}

// makesObject reports whether the object's Go value exists before the call, because a callback refers to it.
func (e *safeEmitter) makesObject(fn *plan.SafeFunc) bool {
	return fn.Role == model.RoleNew && (hasSlot(fn) || keeps(fn))
}

func keeps(fn *plan.SafeFunc) bool {
	for _, a := range fn.Args {
		if a.Kept != "" {
			return true
		}
	}
	return false
}

// finishInit prints making an object in the caller's storage. It is kept alive before the kernel knows it.
func (e *safeEmitter) finishInit(g *jen.Group, fn *plan.SafeFunc, call *jen.Statement) {
	g.Qual(e.internal("roots"), "Add").Call(jen.Op("&").Id(recv).Dot("root"), jen.Qual("unsafe", "Pointer").Call(jen.Op("&").Id(recv).Dot("obj")))
	if fn.C.Result != nil {
		g.If(jen.Id("code").Op(":=").Int32().Call(call), jen.Id("code").Op("!=").Lit(0)).BlockFunc(func(b *jen.Group) {
			b.Qual(e.internal("roots"), "Remove").Call(jen.Op("&").Id(recv).Dot("root"))
			if hasSlot(fn) {
				b.Qual(e.internal("callback"), "Release").Call(jen.Id(recv).Dot("slot"))
			}
			for i := range fn.Args {
				if a := &fn.Args[i]; a.Kept != "" {
					b.Id(recv).Dot(a.Kept).Op("=").Add(e.zero(a.GoType))
				}
			}
			b.Return(e.failing(fn, e.failure(fn, "code"))...)
		})
	} else {
		g.Add(call)
	}
	if c := fn.Class.Cleanup; c != nil {
		g.Id(recv).Dot("obj").Dot(c.Field).Op("=").Add(e.convert(c.Type, jen.Id(entryFunc(c.Entry)).Call(), "uintptr"))
	}
	g.Id(recv).Dot("h").Dot("Set").Call(jen.Op("&").Id(recv).Dot("obj"), jen.Qual(e.internal("handle"), "Static"))
	if fn.Result.Error {
		g.Return(jen.Nil())
	}
}
