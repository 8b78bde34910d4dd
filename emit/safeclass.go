package emit

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan"
)

// recv is the name of every receiver, and objPtr of the kernel object it holds.
const (
	recv   = "o"
	objPtr = "p"
)

// class prints a class: its types, constructors, methods and Close.
func (e *safeEmitter) class(f *jen.File, c *plan.SafeClass) {
	e.classType(f, c)
	if c.Static != "" && !c.Sole {
		e.staticType(f, c)
	}
	for _, g := range e.p.Safe.Groups {
		if g.Class == c {
			e.group(f, g)
		}
	}
	for _, fn := range c.Funcs {
		e.function(f, fn)
	}
	if c.Ends {
		e.ended(f, c)
	}
	if c.Named {
		e.namer(f, c)
	}
	e.closer(f, c)
}

// namer prints Name.
func (e *safeEmitter) namer(f *jen.File, c *plan.SafeClass) {
	f.Comment("Name returns the name of the object, the empty string if it is closed.")
	f.Func().Params(jen.Id(recv).Op("*").Id(c.Go)).Id("Name").Params().String().Block(
		jen.Id(objPtr).Op(":=").Id(recv).Dot("h").Dot("Get").Call(),
		jen.If(jen.Id(objPtr).Op("==").Nil()).Block(jen.Return(jen.Lit(""))),
		jen.Return(jen.Id("nameOf").Call(jen.Parens(jen.Op("*").Add(e.raw(e.object()))).Call(jen.Qual("unsafe", "Pointer").Call(jen.Id(objPtr))))),
	)
}

// object is the Go name of the record that every kernel object begins with.
func (e *safeEmitter) object() string { return e.p.Raw.Record("struct rt_object").Go }

// names prints what all the methods Name do.
func (e *safeEmitter) names(f *jen.File) {
	f.Comment("nameOf returns the name of a kernel object.")
	f.Func().Id("nameOf").Params(jen.Id(recv).Op("*").Add(e.raw(e.object()))).String().Block(
		jen.Return(jen.Qual(e.internal("text"), "Go").Call(jen.Op("&").Id(recv).Dot("Name").Index(jen.Lit(0)), jen.Len(jen.Id(recv).Dot("Name")))))
}

func (e *safeEmitter) classType(f *jen.File, c *plan.SafeClass) {
	comment(f.Group, named(c.Go, c.Doc), fmt.Sprintf("C: %s (%s:%d).", c.C, c.Record.Pos.File, c.Record.Pos.Line))
	f.Type().Id(c.Go).StructFunc(func(g *jen.Group) {
		g.Id("h").Qual(e.internal("handle"), "Handle").Types(e.raw(c.Record.Go))
		if c.Static != "" {
			g.Id("root").Qual(e.internal("roots"), "Node")
		}
		for _, slot := range slots(c) {
			g.Id(slot).Op("*").Qual(e.internal("callback"), "Slot")
		}
		for _, k := range c.Kept {
			g.Id(k.Field).Add(e.goType(k.Type))
		}
		if c.Sole {
			g.Id("obj").Add(e.raw(c.Record.Go))
		}
	})
}

func (e *safeEmitter) staticType(f *jen.File, c *plan.SafeClass) {
	doc := c.StaticDoc
	if doc == "" {
		doc = "is " + article(c.Go) + " " + c.Go + " in storage of its own: it needs no heap of RT-Thread's. It must not be copied, and from Init " +
			"until Close it belongs to the kernel."
	}
	if !strings.HasPrefix(doc, c.Static) {
		doc = c.Static + " " + doc
	}
	comment(f.Group, doc)
	f.Type().Id(c.Static).Struct(
		jen.Id(c.Go),
		jen.Id("obj").Add(e.raw(c.Record.Go)),
	)
}

func article(noun string) string {
	if strings.ContainsAny(noun[:1], "AEIOU") {
		return "an"
	}
	return "a"
}

// group prints the struct that gathers parameters.
func (e *safeEmitter) group(f *jen.File, g *plan.SafeGroup) {
	f.Comment(g.Go + " configures what " + strings.TrimPrefix(g.For, g.Class.Go+".") + " makes.")
	f.Type().Id(g.Go).StructFunc(func(s *jen.Group) {
		for _, field := range g.Fields {
			text := field.Doc
			if field.Default != "" {
				if text != "" {
					text += "; "
				}
				text += "zero means " + strings.TrimPrefix(field.Default, "raw.")
			}
			s.Id(field.Go).Add(e.goType(field.Type)).Comment("// " + text)
		}
	})
}

// ended prints what happens when the function of an object returns and the kernel ends the object by itself.
func (e *safeEmitter) ended(f *jen.File, c *plan.SafeClass) {
	f.Comment("ended lets go of an object that the kernel ends by itself. Storage of the caller stays kept: the kernel still uses")
	f.Comment("it for a moment.")
	f.Func().Params(jen.Id(recv).Op("*").Id(c.Go)).Id("ended").Params().Block(
		jen.If(jen.Id(recv).Dot("h").Dot("Take").Call().Op("!=").Nil()).BlockFunc(func(g *jen.Group) { e.releaseSlots(g, c) }),
	)
}

// closer prints Close.
func (e *safeEmitter) closer(f *jen.File, c *plan.SafeClass) {
	doc, check := closeDoc(c)
	comment(f.Group, doc...)
	f.Func().Params(jen.Id(recv).Op("*").Id(c.Go)).Id("Close").Params().Error().BlockFunc(func(g *jen.Group) {
		e.contextCheck(g, check, jen.Id("ErrContext"))
		take := jen.Id(objPtr).Op(":=").Id(recv).Dot("h").Dot("Take").Call()
		if c.Delete == nil && c.Detach == nil {
			g.If(jen.Id(recv).Dot("h").Dot("Take").Call().Op("==").Nil()).Block(jen.Return(jen.Id("ErrClosed")))
			if c.Static != "" {
				g.Qual(e.internal("roots"), "Remove").Call(jen.Op("&").Id(recv).Dot("root"))
			}
			e.release(g, c)
			g.Return(jen.Nil())
			return
		}
		unlock := e.lock(g, c)
		g.Add(take)
		g.If(jen.Id(objPtr).Op("==").Nil()).Block(append(unlock, jen.Return(jen.Id("ErrClosed")))...)
		e.endObject(g, c, unlock)
		e.release(g, c)
		g.Return(jen.Nil())
	})
}

// lock prints locking the scheduler for the end of an object that may end by itself meanwhile: RT-Thread cannot end a thread
// twice. It returns what unlocks it.
func (e *safeEmitter) lock(g *jen.Group, c *plan.SafeClass) []jen.Code {
	if !c.Ends || e.p.Safe.Enter == nil || e.p.Safe.Exit == nil {
		return nil
	}
	g.Add(e.raw(e.p.Safe.Enter.Go).Call())
	return []jen.Code{e.raw(e.p.Safe.Exit.Go).Call()}
}

func closeDoc(c *plan.SafeClass) ([]string, plan.ContextCheck) {
	text := "Close ends the object. Threads that wait for it are woken with an error. A second Close returns ErrClosed; " +
		"closing a borrowed object only lets go of it."
	var check plan.ContextCheck
	var sources []string
	for _, f := range []*plan.SafeFunc{c.Delete, c.Detach} {
		if f == nil {
			continue
		}
		if f.Rule.Doc != "" {
			text = f.Rule.Doc
		}
		check = max(check, f.Check)
		sources = append(sources, f.Doc.Source)
	}
	if len(sources) == 0 {
		text = "Close lets go of the object, which belongs to someone else. A second Close returns ErrClosed."
	}
	return []string{text, strings.Join(sources, "\n\n")}, check
}

// endObject prints the call that ends the object, by who made it.
func (e *safeEmitter) endObject(g *jen.Group, c *plan.SafeClass, unlock []jen.Code) {
	restore := jen.Id(recv).Dot("h").Dot("Set").Call(jen.Id(objPtr), jen.Id(recv).Dot("h").Dot("Kind").Call())
	if except := except(c); except != nil {
		g.If(jen.Id(objPtr).Op("==").Add(e.raw(except.Go)).Call().Op("&&").Id(recv).Dot("h").Dot("Kind").Call().Op("!=").Qual(e.internal("handle"), "Borrowed")).Block(
			append([]jen.Code{restore.Clone()}, append(unlock, jen.Return(jen.Id("ErrContext")))...)...)
	}
	g.Var().Id("code").Int32()
	g.Switch(jen.Id(recv).Dot("h").Dot("Kind").Call()).BlockFunc(func(s *jen.Group) {
		e.endCase(s, "Owned", c.Delete)
		e.endCase(s, "Static", c.Detach)
	})
	e.endFailed(g, c, append([]jen.Code{restore}, unlock...))
	for _, u := range unlock {
		g.Add(u)
	}
	if c.Static != "" && c.Cleanup == nil {
		g.Qual(e.internal("roots"), "Remove").Call(jen.Op("&").Id(recv).Dot("root"))
	}
}

// endFailed prints what happens when C refuses to end an object. The two ways to end one may have codes of different types.
func (e *safeEmitter) endFailed(g *jen.Group, c *plan.SafeClass, undo []jen.Code) {
	first, second := c.Delete, c.Detach
	if first == nil {
		first = second
	}
	g.If(jen.Id("code").Op("!=").Lit(0)).BlockFunc(func(b *jen.Group) {
		for _, u := range undo {
			b.Add(u)
		}
		if second != nil && second.Result.Codes != first.Result.Codes {
			b.If(jen.Id(recv).Dot("h").Dot("Kind").Call().Op("==").Qual(e.internal("handle"), "Static")).Block(
				jen.Return(e.failure(second, "code")))
		}
		b.Return(e.failure(first, "code"))
	})
}

// except finds the function that returns the one object that cannot be closed.
func except(c *plan.SafeClass) *plan.RawFunc {
	for _, f := range []*plan.SafeFunc{c.Delete, c.Detach} {
		if f != nil && f.Except != nil {
			return f.Except
		}
	}
	return nil
}

func (e *safeEmitter) endCase(s *jen.Group, kind string, f *plan.SafeFunc) {
	if f == nil {
		return
	}
	call := e.raw(f.C.Go).Call(jen.Id(objPtr))
	if f.C.Result != nil && f.Result.Style != model.ResultIgnore {
		call = jen.Id("code").Op("=").Int32().Call(call)
	}
	s.Case(jen.Qual(e.internal("handle"), kind)).Block(call)
}

// releaseSlots prints letting go of the functions that C called for an object.
func (e *safeEmitter) releaseSlots(g *jen.Group, c *plan.SafeClass) {
	for _, slot := range slots(c) {
		g.Qual(e.internal("callback"), "Release").Call(jen.Id(recv).Dot(slot))
	}
}

// release prints letting go of what the kernel used.
func (e *safeEmitter) release(g *jen.Group, c *plan.SafeClass) {
	e.releaseSlots(g, c)
	for _, fn := range c.Funcs {
		for i := range fn.Args {
			if cb := fn.Args[i].Callback; cb != nil && cb.Entry.Object && cb.Lifetime == model.LifeUntil {
				g.Qual(e.internal("callback"), hookVar(cb.Entry)).Dot("Set").Call(objectKey(), jen.Nil())
			}
		}
	}
	if c.Cleanup != nil {
		return // the kernel still uses the memory; it is kept together with the object
	}
	for _, k := range c.Kept {
		g.Id(recv).Dot(k.Field).Op("=").Add(e.zero(k.Type))
	}
}

// contextCheck prints a return for a call from where it is not allowed.
func (e *safeEmitter) contextCheck(g *jen.Group, check plan.ContextCheck, results ...jen.Code) {
	name := map[plan.ContextCheck]string{plan.CheckThread: "inThread", plan.CheckScheduler: "canBlock"}[check]
	if name == "" {
		return
	}
	g.If(jen.Op("!").Id(name).Call()).Block(jen.Return(results...))
}

// goType prints a Go type that the plan spells: predeclared, of this package, or of raw or time.
func (e *safeEmitter) goType(s string) *jen.Statement {
	for _, prefix := range []string{"[]", "*"} {
		if rest, ok := strings.CutPrefix(s, prefix); ok {
			return jen.Op(prefix).Add(e.goType(rest))
		}
	}
	if strings.HasPrefix(s, "func(") {
		return e.funcType(s)
	}
	if pkg, name, ok := strings.Cut(s, "."); ok {
		switch pkg {
		case "raw":
			return e.raw(name)
		case "time", "unsafe":
			return jen.Qual(pkg, name)
		}
	}
	return jen.Id(s)
}

// funcType prints "func(from, to *raw.Thread) bool".
func (e *safeEmitter) funcType(s string) *jen.Statement {
	list, result, _ := strings.Cut(strings.TrimPrefix(s, "func("), ")")
	f := jen.Func().ParamsFunc(func(g *jen.Group) {
		for part := range strings.SplitSeq(list, ",") {
			words := strings.Fields(part)
			switch len(words) {
			case 1:
				g.Add(e.goType(words[0]))
			case 2:
				g.Id(words[0]).Add(e.goType(words[1]))
			}
		}
	})
	if result = strings.TrimSpace(result); result != "" {
		f = f.Add(e.goType(result))
	}
	return f
}

// expr prints an expression that the plan spells: a number, a parameter, or a constant of raw.
func (e *safeEmitter) expr(s string) *jen.Statement {
	if name, ok := strings.CutPrefix(s, "raw."); ok {
		return e.raw(name)
	}
	return jen.Id(s)
}
