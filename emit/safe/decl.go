package safe

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/plan/decl"
)

// decl prints a declaration.
func (e printer) decl(f *jen.File, d decl.Decl) {
	switch d := d.(type) {
	case *decl.Func:
		e.function(f, d)
	case *decl.Struct:
		structType(f, d)
	case *decl.Defined:
		comment(f.Group, d.Doc...)
		f.Type().Id(d.Name).Add(goType(d.Type))
	case *decl.Var:
		comment(f.Group, d.Doc)
		f.Var().Id(d.Name).Add(goType(d.Type))
	case decl.PackageDoc:
		for _, line := range d.Lines {
			f.PackageComment("// " + line)
		}
	case decl.NameMax:
		nameMax(f, d)
	case decl.Errors:
		e.errors(f, d)
	case *decl.Codes:
		codes(f, d)
	case decl.Times:
		e.times(f, d)
	case decl.Contexts:
		contexts(f, d)
	case decl.Switches:
		switches(f, d)
	case *decl.Enum:
		enum(f, d)
	case decl.NameOf:
		e.nameOf(f, d)
	case decl.Hook:
		hook(f, d)
	case decl.Entry:
		entry(f, d)
	case decl.Const:
		comment(f.Group, d.Doc)
		f.Const().Id(d.Name).Op("=").Add(expr(d.Value))
	case decl.Address:
		address(f, d)
	case decl.Linked:
		f.Comment("The entry points are in a package that must be linked.")
		f.Var().Id("_").Op("=").Add(global(d.Symbol))
	default:
		panic(fmt.Sprintf("no print of declaration %T", d))
	}
}

// function prints a function.
func (e printer) function(f *jen.File, d *decl.Func) {
	comment(f.Group, d.Doc...)
	if d.Directive != "" {
		f.Comment(d.Directive)
	}
	s := f.Func()
	switch {
	case d.Of == "":
	case d.Value:
		s.Params(jen.Id(d.Recv).Id(d.Of))
	default:
		s.Params(jen.Id(d.Recv).Op("*").Id(d.Of))
	}
	results := make([]jen.Code, len(d.Results))
	for i, r := range d.Results {
		results[i] = goType(r)
	}
	s.Id(d.Name).Params(params(d.Params)...).Params(results...).BlockFunc(func(g *jen.Group) { e.steps(g, d.Steps) })
}

// structType prints a struct type.
func structType(f *jen.File, d *decl.Struct) {
	comment(f.Group, d.Doc...)
	f.Type().Id(d.Name).StructFunc(func(g *jen.Group) {
		for _, field := range d.Fields {
			s := goType(field.Type)
			if field.Name != "" {
				s = jen.Id(field.Name).Add(s)
			}
			if field.Comment != "" {
				s.Comment("// " + field.Comment)
			}
			g.Add(s)
		}
	})
}

// nameMax prints the constant NameMax.
func nameMax(f *jen.File, d decl.NameMax) {
	value := global(d.Const)
	if d.Less >= 0 {
		f.Comment("NameMax is how many bytes a name may have: RT_NAME_MAX, less one from RT-Thread 5 on.")
	} else {
		f.Comment("NameMax is how many bytes a name may have. RT_NAME_MAX is 0: RT-Thread sets no limit, and keeps no copies.")
	}
	switch {
	case d.Less > 0:
		value.Op("-").Lit(int(d.Less))
	case d.Less < 0:
		value.Op("+").Lit(int(-d.Less))
	}
	f.Const().Id("NameMax").Op("=").Add(value)
}

// nameOf prints what all the methods Name do.
func (e printer) nameOf(f *jen.File, d decl.NameOf) {
	name := jen.Id("o").Dot("Name")
	args := []jen.Code{jen.Op("&").Add(name.Clone()).Index(jen.Lit(0)), jen.Len(name.Clone())}
	if d.Points {
		args = []jen.Code{name.Clone(), jen.Id("NameMax")}
	}
	f.Comment("nameOf returns the name of a kernel object.")
	f.Func().Id("nameOf").Params(jen.Id("o").Op("*").Add(goType(d.Object))).String().Block(
		jen.Return(e.internal("text", "Go").Call(args...)))
}

// contexts prints the functions that find out where the code runs.
func contexts(f *jen.File, d decl.Contexts) {
	thread := jen.True()
	if d.Nest != nil {
		thread = global(*d.Nest).Call().Op("==").Lit(0)
	}
	f.Comment("inThread reports whether the caller is a thread, not an interrupt.")
	if d.Nest == nil {
		f.Comment("Without checks it says so anywhere.")
	}
	f.Func().Id("inThread").Params().Bool().Block(jen.Return(thread.Clone()))
	f.Comment("canBlock reports whether the caller may wait: it is a thread and, with all checks, the scheduler is not locked.")
	if d.Nest == nil {
		f.Comment("Without checks it says so anywhere.")
	}
	can := thread.Clone()
	if d.Level != nil {
		can = can.Op("&&").Add(global(*d.Level)).Call().Op("==").Lit(0)
	}
	if d.Masked != nil {
		f.Comment("This kernel stops the system when a thread waits with interrupts off, so that is looked for too.")
		can = can.Op("&&").Add(global(*d.Masked)).Call().Op("==").Lit(0)
	}
	f.Func().Id("canBlock").Params().Bool().Block(jen.Return(can))
}

// switches prints constants that tell what is configured.
func switches(f *jen.File, list decl.Switches) {
	f.Comment("What the configuration decides for the rest of the package; the compiler drops what is off.")
	f.Const().DefsFunc(func(g *jen.Group) {
		for _, s := range list {
			g.Id(s.Name).Op("=").Lit(s.On).Comment("// " + s.Doc)
		}
	})
}
