package emit

import (
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan"
)

// functions prints the functions that belong to no class.
func (e *safeEmitter) functions(f *jen.File) {
	for _, fn := range e.p.Safe.Funcs {
		e.function(f, fn)
	}
}

// function prints a wrapper. One with a duration gets a variant that takes a number, which does the work.
func (e *safeEmitter) function(f *jen.File, fn *plan.SafeFunc) {
	if !fn.Timed {
		e.docs(f, fn)
		e.wrapper(f, fn, fn.Go)
		return
	}
	e.docs(f, fn)
	e.signature(f, fn, fn.Go, false).BlockFunc(func(g *jen.Group) {
		call := jen.Id(fn.Counted())
		if fn.Method {
			call = jen.Id(recv).Dot(fn.Counted())
		}
		call = call.CallFunc(func(a *jen.Group) {
			for _, p := range fn.Params {
				a.Add(e.inTicks(p))
			}
		})
		if len(e.results(fn)) > 0 {
			g.Return(call)
			return
		}
		g.Add(call)
	})
	comment(f.Group, fn.Counted()+" is "+fn.Go+" with the time in "+unitOf(fn)+".", fn.Doc.Source)
	e.wrapper(f, fn, fn.Counted())
}

// inTicks converts a duration for the variant in ticks.
func (e *safeEmitter) inTicks(p plan.SafeParam) *jen.Statement {
	ticks := e.internal("ticks")
	switch p.Time {
	case model.TimeTicks:
		return jen.Id("TicksOf").Call(jen.Id(p.Go))
	case model.TimePeriod:
		return jen.Id("Ticks").Call(jen.Qual(ticks, "Period").Call(jen.Id(p.Go), jen.Id("TickRate")))
	case model.TimeMillis:
		return jen.Qual(ticks, "Millis").Call(jen.Id(p.Go))
	}
	return jen.Id(p.Go)
}

func (e *safeEmitter) docs(f *jen.File, fn *plan.SafeFunc) {
	d := fn.Doc
	paras := append([]string{}, d.Text...)
	for _, p := range d.Params {
		paras = append(paras, p)
	}
	paras = append(paras, strings.TrimSpace(d.Returns+" "+d.Context), d.Source)
	paras[0] = named(fn.Go, paras[0])
	comment(f.Group, paras...)
}

// signature prints the declaration of a wrapper up to its body.
func (e *safeEmitter) signature(f *jen.File, fn *plan.SafeFunc, name string, ticks bool) *jen.Statement {
	s := f.Func()
	if fn.Method {
		class := fn.Class.Go
		if fn.Static {
			class = fn.Class.Static
		}
		s = s.Params(jen.Id(recv).Op("*").Id(class))
	}
	return s.Id(name).ParamsFunc(func(g *jen.Group) {
		for _, p := range fn.Params {
			t := p.Type
			if ticks && p.Time != model.TimeNone {
				t = tickType(p.Time)
			}
			g.Id(p.Go).Add(e.goType(t))
		}
	}).Params(e.results(fn)...)
}

// unitOf names the unit of the variant without durations.
func unitOf(fn *plan.SafeFunc) string {
	for _, p := range fn.Params {
		if p.Time == model.TimeMillis {
			return "milliseconds"
		}
	}
	return "ticks"
}

func tickType(u model.TimeUnit) string {
	if u == model.TimeMillis {
		return "int32"
	}
	return "Ticks"
}

// results lists the Go result types. Results that C writes through pointers come before the error.
func (e *safeEmitter) results(fn *plan.SafeFunc) []jen.Code {
	var list []jen.Code
	if fn.Result.Type != "" {
		list = append(list, e.goType(fn.Result.Type))
	}
	for _, o := range fn.Outs {
		list = append(list, e.goType(o.Type))
	}
	if fn.Result.Error {
		list = append(list, jen.Error())
	}
	return list
}

// failing lists the results of a wrapper that gives up with an error.
func (e *safeEmitter) failing(fn *plan.SafeFunc, err jen.Code) []jen.Code {
	var list []jen.Code
	if t := fn.Result.Type; t != "" {
		list = append(list, e.zero(t))
	}
	for _, o := range fn.Outs {
		list = append(list, e.zero(o.Type))
	}
	if fn.Result.Error {
		list = append(list, err)
	}
	return list
}

// wrapper prints the function that calls C.
func (e *safeEmitter) wrapper(f *jen.File, fn *plan.SafeFunc, name string) {
	e.signature(f, fn, name, true).BlockFunc(func(g *jen.Group) {
		e.open(g, fn)
		e.giveUp(g, fn, contextName(fn.Check), "ErrContext")
		for i := range fn.Args {
			e.prepare(g, fn, &fn.Args[i])
		}
		for i := range fn.Args { // when nothing can be refused any more
			e.take(g, fn, &fn.Args[i])
		}
		args := make([]jen.Code, len(fn.Args))
		for i := range fn.Args {
			args[i] = e.argument(fn, &fn.Args[i])
		}
		e.finish(g, fn, e.raw(fn.C.Go).Call(args...))
	})
}

func contextName(c plan.ContextCheck) *jen.Statement {
	switch c {
	case plan.CheckThread:
		return jen.Op("!").Id("inThread").Call()
	case plan.CheckScheduler:
		return jen.Op("!").Id("canBlock").Call()
	}
	return nil
}

// giveUp prints leaving the wrapper with an error if a condition holds. A method without an error to return panics with it if
// it must not go on, else it returns nothing.
func (e *safeEmitter) giveUp(g *jen.Group, fn *plan.SafeFunc, cond *jen.Statement, err string) {
	if cond == nil {
		return
	}
	if fn.Result.Style == model.ResultMust {
		g.If(cond).Block(jen.Panic(jen.Id(err)))
		return
	}
	g.If(cond).Block(jen.Return(e.failing(fn, jen.Id(err))...))
}

// open prints getting at the object of the receiver.
func (e *safeEmitter) open(g *jen.Group, fn *plan.SafeFunc) {
	if !fn.Method {
		return
	}
	if fn.Role == model.RoleInit {
		e.giveUp(g, fn, jen.Id(recv).Dot("h").Dot("Get").Call().Op("!=").Nil().Op("||").Qual(e.internal("roots"), "Has").Call(
			jen.Op("&").Id(recv).Dot("root")), "ErrInUse")
		return
	}
	get := jen.Id(recv).Dot("h").Dot("Get").Call()
	takes := slices.ContainsFunc(fn.Args, func(a plan.SafeArg) bool { return a.Kind == plan.ArgReceiver })
	switch checked := e.p.Options.Checks != plan.ChecksNone; {
	case takes:
		g.Id(objPtr).Op(":=").Add(get)
		if checked {
			e.giveUp(g, fn, jen.Id(objPtr).Op("==").Nil(), "ErrClosed")
		}
	case checked:
		e.giveUp(g, fn, get.Op("==").Nil(), "ErrClosed")
	}
}

// finish prints the call and what its result becomes.
func (e *safeEmitter) finish(g *jen.Group, fn *plan.SafeFunc, call *jen.Statement) {
	if fn.Role == model.RoleInit {
		e.finishInit(g, fn, call)
		return
	}
	switch fn.Result.Style {
	case model.ResultHandle:
		e.finishHandle(g, fn, call)
	case model.ResultError:
		if hasSlot(fn) {
			e.finishCallback(g, fn, call)
			return
		}
		if en := hook(fn); en != nil {
			g.If(jen.Id("code").Op(":=").Int32().Call(call), jen.Id("code").Op("!=").Lit(0)).Block(
				jen.Qual(e.internal("callback"), hookVar(en)).Dot("Refused").Call(),
				jen.Return(e.failing(fn, e.failure(fn, "code"))...))
			e.returnValue(g, fn, nil)
			return
		}
		g.Add(e.returnError(g, fn, call))
	case model.ResultMust:
		g.If(jen.Id("code").Op(":=").Int32().Call(call), jen.Id("code").Op("!=").Lit(0)).Block(
			jen.Panic(e.failure(fn, "code")))
	case model.ResultCount:
		g.Id("n").Op(":=").Int32().Call(call)
		bad := jen.Id("n").Op("<").Lit(0)
		if i := slices.IndexFunc(fn.Args, func(a plan.SafeArg) bool { return a.Kind == plan.ArgLen }); i >= 0 {
			// RT-Thread 5 returns the error of a queue that is reset or closed with no sign.
			bad.Op("||").Int().Call(jen.Id("n")).Op(">").Len(e.expr(fn.Args[i].Go))
		}
		g.If(bad).Block(jen.Return(e.failing(fn, e.failure(fn, "n"))...))
		e.returnValue(g, fn, e.goType(fn.Result.Type).Call(jen.Id("n")))
	case model.ResultBytes:
		g.Id("block").Op(":=").Add(call)
		g.If(jen.Id("block").Op("==").Nil()).Block(jen.Return(e.failing(fn, jen.Id(fn.Result.Null))...))
		e.returnValue(g, fn, jen.Qual("unsafe", "Slice").Call(jen.Parens(jen.Op("*").Byte()).Call(jen.Id("block")), jen.Id(fn.Result.Len)))
	case model.ResultIgnore:
		if hasSlot(fn) {
			e.finishCallback(g, fn, call)
			return
		}
		g.Add(call)
		if len(e.results(fn)) > 0 {
			e.returnValue(g, fn, nil)
		}
	default:
		if fn.Rule.Result.Null != "" {
			e.finishPointer(g, fn, call)
			return
		}
		e.returnValue(g, fn, e.value(fn, call))
	}
}

// succeeding lists the results of a wrapper that has nothing to do.
func (e *safeEmitter) succeeding(fn *plan.SafeFunc) []jen.Code { return e.failing(fn, jen.Nil()) }

// value converts a C result to its Go type.
func (e *safeEmitter) value(fn *plan.SafeFunc, call *jen.Statement) *jen.Statement {
	switch fn.Result.Style {
	case model.ResultBool:
		if fn.C.Result.Basic() == "bool" {
			return call
		}
		return call.Op("!=").Lit(0)
	case model.ResultOK:
		return call.Op("==").Lit(0)
	case model.ResultText:
		return jen.Qual(e.internal("text"), "Go").Call(e.bytePointer(call, fn.C.Result), jen.Lit(maxText))
	}
	if fn.Result.Time != model.TimeNone {
		return inDuration(fn.Result.Time, call)
	}
	if fn.Result.Type == fn.C.Result.In("raw") {
		return call
	}
	return e.goType(fn.Result.Type).Call(call)
}

// inDuration converts what C counts to a time.Duration.
func inDuration(u model.TimeUnit, x *jen.Statement) *jen.Statement {
	if u == model.TimeMillis {
		return jen.Qual("time", "Duration").Call(x).Op("*").Qual("time", "Millisecond")
	}
	return jen.Id("Ticks").Call(x).Dot("Duration").Call()
}

// maxText bounds the strings that C returns.
const maxText = 1024

// bytePointer makes a *byte of a C string, whatever raw calls its type.
func (e *safeEmitter) bytePointer(p *jen.Statement, t *plan.GoType) *jen.Statement {
	if t.In("raw") == "*byte" {
		return p
	}
	return jen.Parens(jen.Op("*").Byte()).Call(jen.Qual("unsafe", "Pointer").Call(p))
}

// returnValue prints a return of success.
func (e *safeEmitter) returnValue(g *jen.Group, fn *plan.SafeFunc, v *jen.Statement) {
	var list []jen.Code
	if v != nil {
		list = append(list, v)
	}
	for _, o := range fn.Outs {
		list = append(list, e.out(o))
	}
	if fn.Result.Error {
		list = append(list, jen.Nil())
	}
	g.Return(list...)
}

// returnError prints a return of RT-Thread's code, with what it wrote through pointers.
func (e *safeEmitter) returnError(g *jen.Group, fn *plan.SafeFunc, call *jen.Statement) *jen.Statement {
	if len(fn.Outs) == 0 {
		return jen.Return(e.errorOf(fn, jen.Int32().Call(call)))
	}
	g.Id("code").Op(":=").Int32().Call(call)
	var list []jen.Code
	for _, o := range fn.Outs {
		list = append(list, e.out(o))
	}
	return jen.Return(append(list, e.errorOf(fn, jen.Id("code")))...)
}

// out converts what C wrote to the Go result.
func (e *safeEmitter) out(o plan.SafeOut) *jen.Statement {
	switch {
	case o.Time != model.TimeNone:
		return inDuration(o.Time, jen.Id(o.Go))
	case o.Type == "bool" && (o.Raw == nil || o.Raw.Basic() != "bool"):
		return jen.Id(o.Go).Op("!=").Lit(0)
	case o.Raw == nil || o.Type == o.Raw.In("raw"):
		return jen.Id(o.Go)
	}
	return e.goType(o.Type).Call(jen.Id(o.Go))
}
