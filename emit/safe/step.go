package safe

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/plan/step"
)

// steps prints the body of a function.
func (e printer) steps(g *jen.Group, list []step.Step) {
	for _, s := range list {
		e.step(g, s)
	}
}

// step prints one step.
func (e printer) step(g *jen.Group, s step.Step) {
	switch s := s.(type) {
	case step.Guard:
		g.If(expr(s.If)).BlockFunc(func(b *jen.Group) { e.leave(b, s.Undo, s.Leave) })
	case step.Try:
		code := jen.Id("code")
		g.If(code.Clone().Op(":=").Int32().Call(expr(s.Call)), code.Clone().Op("!=").Lit(0)).BlockFunc(
			func(b *jen.Group) { e.leave(b, s.Undo, s.Leave) })
	case step.OnlyIf:
		g.If(expr(s.If)).BlockFunc(func(b *jen.Group) { e.steps(b, s.Do) })
	case step.Return:
		g.Return(exprs(s.Values)...)
	case step.Panic:
		g.Panic(expr(s.Value))
	case step.Do:
		g.Add(expr(s.Call))
	case step.Dispatch:
		e.dispatch(g, s)
	default:
		if !e.variable(g, s) && !e.taking(g, s) {
			panic(fmt.Sprintf("no print of step %T", s))
		}
	}
}

// leave prints undoing what was done and leaving the function.
func (e printer) leave(g *jen.Group, undo []step.Step, leave step.Step) {
	e.steps(g, undo)
	e.step(g, leave)
}

// variable prints a step that makes a variable.
func (e printer) variable(g *jen.Group, s step.Step) bool {
	switch s := s.(type) {
	case step.Object:
		g.Id(s.Var).Op(":=").Add(held(s.Of))
	case step.Optional:
		g.Var().Id(s.Var).Add(goType(s.Type))
		g.If(expr(s.Of).Op("!=").Nil()).Block(jen.Id(s.Var).Op("=").Add(held(s.Of)))
	case step.CName:
		if s.Kept {
			g.Id(s.Var).Op(":=").Add(e.internal("roots", "Name")).Call(expr(s.Of), jen.Id("NameMax"))
			g.If(jen.Id(s.Var).Op("==").Nil()).BlockFunc(func(b *jen.Group) { e.step(b, s.Leave) })
			break
		}
		g.Var().Id(s.Var).Index(jen.Id("NameMax").Op("+").Lit(1)).Byte()
		g.If(jen.Op("!").Add(e.internal("text", "Name")).Call(jen.Id(s.Var).Index(jen.Empty(), jen.Empty()), expr(s.Of))).BlockFunc(
			func(b *jen.Group) { e.step(b, s.Leave) })
	case step.CText:
		g.List(jen.Id(s.Var), jen.Id(s.OK)).Op(":=").Add(e.internal("text", "C")).Call(expr(s.Of))
		g.If(jen.Op("!").Id(s.OK)).BlockFunc(func(b *jen.Group) { e.step(b, s.Leave) })
	case step.Flag:
		g.Var().Id(s.Var).Add(goType(s.Type))
		g.If(expr(s.Of)).Block(jen.Id(s.Var).Op("=").Lit(1))
	case step.Out:
		g.Var().Id(s.Var).Add(goType(s.Type))
	case step.Let:
		g.Id(s.Var).Op(":=").Add(expr(s.Value))
	case step.New:
		g.Id(s.Var).Op(":=").Op("&").Add(goType(s.Type)).Values()
	default:
		return false
	}
	return true
}

// held is the object in the handle of an object.
func held(of step.Expr) *jen.Statement { return expr(of).Dot("h").Dot("Get").Call() }

// taking prints a step that takes something or gives it back.
func (e printer) taking(g *jen.Group, s step.Step) bool {
	switch s := s.(type) {
	case step.Default:
		put := g.If(expr(s.In).Op("==").Lit(0)).Block(expr(s.In).Op("=").Add(expr(s.Value)))
		if s.Zero != "" {
			put.Else().If(expr(s.In).Op("==").Id(s.Zero)).Block(expr(s.In).Op("=").Lit(0))
		}
	case step.Slot:
		add := "Add"
		if s.Once {
			add = "AddOnce"
		}
		g.Id(s.Var).Op(":=").Add(e.internal("callback", add)).Call(expr(s.Run))
	case step.SlotIn:
		g.Add(expr(s.Field)).Op("=").Add(e.internal("callback", "Add")).Call(expr(s.Run))
	case step.Release:
		g.Add(e.internal("callback", "Release")).Call(expr(s.Slot))
	case step.Hook:
		g.If(jen.Op("!").Add(expr(s.Hook)).Dot("Set").Call(expr(s.Run))).BlockFunc(func(b *jen.Group) {
			b.Comment("The kernel has the entry point already.")
			e.step(b, s.Done)
		})
	case step.Refused:
		g.Add(expr(s.Hook)).Dot("Refused").Call()
	case step.Keyed:
		g.Add(expr(s.Hook)).Dot("Set").Call(expr(s.Key), expr(s.Run))
	case step.Keep:
		g.Add(expr(s.Field)).Op("=").Add(expr(s.Value))
	case step.Set:
		g.Add(expr(s.Field)).Op("=").Add(expr(s.Value))
	case step.Root:
		added := e.internal("roots", "Add").Call(jen.Op("&").Add(expr(s.Object)).Dot("root"),
			jen.Qual("unsafe", "Pointer").Call(jen.Op("&").Add(expr(s.Object)).Dot("obj")))
		g.If(jen.Op("!").Add(added)).BlockFunc(func(b *jen.Group) { e.step(b, s.Leave) })
	case step.Unroot:
		g.Add(e.internal("roots", "Remove")).Call(jen.Op("&").Add(expr(s.Object)).Dot("root"))
	case step.Hold:
		g.Add(expr(s.Handle)).Dot("Set").Call(expr(s.Object), expr(s.Kind))
	case step.Take:
		g.Id(s.Var).Op(":=").Add(expr(s.Of)).Dot("h").Dot("Take").Call()
	case step.End:
		e.end(g, s)
	default:
		return false
	}
	return true
}

// end prints the call that ends an object.
func (e printer) end(g *jen.Group, s step.End) {
	g.Var().Id(s.Var).Int32()
	g.Switch(expr(s.Of).Dot("h").Dot("Kind").Call()).BlockFunc(func(sw *jen.Group) {
		for _, c := range s.Cases {
			call := expr(c.Call)
			if c.Code {
				call = jen.Id(s.Var).Op("=").Int32().Call(call)
			}
			sw.Case(expr(c.Kind)).Block(call)
		}
	})
}

// dispatch prints finding the Go function and calling it, in a frame at which a panic ends.
func (e printer) dispatch(g *jen.Group, s step.Dispatch) {
	call := jen.Id("run").Call(exprs(s.Args)...)
	result, give := jen.Null(), jen.Null()
	if s.Result != nil {
		result = jen.Var().Id("result").Add(goType(s.Result))
		give = jen.Return(jen.Id("result"))
	}
	switch {
	case s.Flag:
		call = jen.If(call).Block(jen.Id("result").Op("=").Lit(1))
	case s.Result != nil:
		call = jen.Id("result").Op("=").Add(goType(s.Result)).Call(call)
	}
	g.If(jen.List(jen.Id("run"), jen.Id("ok")).Op(":=").Add(expr(s.Get)).Assert(goType(s.Type)), jen.Id("ok")).Block(
		jen.Var().Id("f").Id("frame"),
		result,
		jen.If(jen.Id("enter").Call(jen.Op("&").Id("f")).Op("==").Lit(0)).Block(call),
		jen.Id("leave").Call(jen.Op("&").Id("f")),
		give,
	)
}
