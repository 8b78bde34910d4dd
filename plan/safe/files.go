package safe

import (
	"slices"

	"github.com/rttgen/rttgen/plan/checks"
	"github.com/rttgen/rttgen/plan/decl"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/names"
	"github.com/rttgen/rttgen/plan/step"
	"github.com/rttgen/rttgen/plan/when"
)

// declare decides what the files of the package declare.
func (p *planner) declare() {
	for _, c := range p.safe.Classes {
		c.Receiver = nameReceiver(c)
	}
	for _, f := range p.safe.Funcs {
		f.Decls = p.wrapper(f)
	}
	for _, c := range p.safe.Classes {
		for _, f := range c.Funcs {
			f.Decls = p.wrapper(f)
		}
	}
	d := &decl.Package{Path: p.options.ImportPath, Name: p.options.Package, Header: p.options.Header, Support: p.support(), Code: p.handWritten()}
	p.safe.Decl = d
	p.file("doc.go", p.packageDoc(), decl.NameMax{Const: p.rawIdent(p.constName("RT_NAME_MAX")), Less: p.nameLess()})
	p.file("errors.go", p.errorDecls()...)
	p.file("time.go", decl.Times{Rate: p.safe.Tick})
	if p.needsContext() {
		p.file("context.go", p.contexts())
	}
	if len(p.safe.Code) > 0 {
		p.file("configured.go", p.configured()...)
	}
	if len(p.safe.Enums) > 0 {
		p.file("enums.go", p.enumDecls()...)
	}
	for _, c := range p.safe.Classes {
		p.file(c.File+".go", p.classDecls(c)...)
	}
	if slices.ContainsFunc(p.safe.Classes, func(c *Class) bool { return c.Named }) {
		p.file("names.go", decl.NameOf{Object: p.rawNamed(p.objectType()), Points: p.safe.NamesKept})
	}
	if len(p.safe.Funcs) > 0 {
		p.file("kernel.go", slices.Concat(p.groupDecls(nil), p.recordDecls("kernel"), funcDecls(p.safe.Funcs))...)
	}
	if len(p.safe.Entries) > 0 {
		p.entryFiles()
	}
}

// file adds a file of the safe package.
func (p *planner) file(name string, decls ...decl.Decl) *decl.File {
	f := &decl.File{Name: name, Path: p.options.ImportPath, Package: p.options.Package, Decls: decls}
	p.safe.Decl.Files = append(p.safe.Decl.Files, f)
	return f
}

// support lists the internal packages that the safe package uses.
func (p *planner) support() []string {
	list := []string{"handle", "roots", "text", "ticks", "values"}
	if len(p.safe.Entries) > 0 {
		list = append(list, "callback")
	}
	return list
}

// nameLess is how much shorter a name is than RT_NAME_MAX.
func (p *planner) nameLess() int64 {
	n, _ := p.api.Constant("RT_NAME_MAX")
	return n - p.safe.NameMax
}

// constName is the Go name of a constant in package raw.
func (p *planner) constName(c string) string {
	k, _ := p.raw.Const(c)
	return k.Go
}

// needsContext reports whether something finds out where it is called from.
func (p *planner) needsContext() bool {
	found := len(p.safe.Code) > 0
	p.safe.Each(func(f *Func) { found = found || f.Check != CheckNone })
	return found
}

// contexts decides how to find out where the code runs.
func (p *planner) contexts() decl.Contexts {
	if p.safe.Nest == nil || p.options.Checks == checks.None {
		return decl.Contexts{}
	}
	nest := p.rawIdent(p.safe.Nest.Go)
	d := decl.Contexts{Nest: &nest}
	if p.safe.Level != nil && p.options.Checks != checks.Cheap {
		level := p.rawIdent(p.safe.Level.Go)
		d.Level = &level
		if p.safe.Masked != nil {
			masked := p.rawIdent(p.safe.Masked.Go)
			d.Masked = &masked
		}
	}
	return d
}

// errorDecls are the error types.
func (p *planner) errorDecls() []decl.Decl {
	errno := decl.Errors{List: p.sentinels(p.safe.Errors)}
	errno.Standard, errno.Timeouts = p.standard()
	list := []decl.Decl{errno}
	for _, c := range p.safe.Codes {
		list = append(list, &decl.Codes{Name: c.Go, Func: c.Func(), Doc: codesDoc(c), List: p.sentinels(c.Errors)})
	}
	return list
}

// Func names the function that makes an error of a code.
func (c *Codes) Func() string { return names.LowerInitial(c.Go) + "Of" }

func (p *planner) sentinels(errors []Error) []decl.Error {
	seen := map[int64]bool{} // some versions give one number to two codes
	list := make([]decl.Error, len(errors))
	for i, e := range errors {
		value := number(e.Value)
		if e.C != "" {
			value = step.Global(p.rawIdent(p.constName(e.C)))
		}
		list[i] = decl.Error{Name: e.Go, Doc: e.Doc, Text: e.Text, Value: value, First: !seen[e.Value]}
		seen[e.Value] = true
	}
	return list
}

func (p *planner) enumDecls() []decl.Decl {
	var list []decl.Decl
	for _, e := range p.safe.Enums {
		d := &decl.Enum{Name: e.Go, Type: e.Type, Flags: e.Flags, Doc: named(e.Go, e.Doc)}
		seen := map[int64]bool{}
		for _, v := range e.Values {
			d.Values = append(d.Values, decl.EnumValue{Name: v.Go, Const: p.rawIdent(v.Raw), Doc: valueDoc(v),
				Zero: v.Value == 0, First: !seen[v.Value]})
			seen[v.Value] = true
		}
		list = append(list, d)
	}
	return list
}

// classDecls are the types, constructors and methods of a class.
func (p *planner) classDecls(c *Class) []decl.Decl {
	if c.Number != nil {
		return p.numberDecls(c)
	}
	list := []decl.Decl{p.classType(c)}
	if c.Static != "" && !c.Sole {
		list = append(list, &decl.Struct{Doc: []string{staticDoc(c)}, Name: c.Static, Fields: []decl.Field{
			{Type: p.own(c.Go)},
			{Name: "obj", Type: p.rawNamed(c.Record.Go)},
		}})
	}
	list = append(list, p.groupDecls(c)...)
	list = append(list, p.recordDecls(c.File)...)
	list = append(list, funcDecls(c.Funcs)...)
	if c.Ends {
		list = append(list, p.ended(c))
	}
	if c.Named {
		list = append(list, p.namer(c))
	}
	end := p.closeMethod(c)
	for _, f := range []*Func{c.Delete, c.Detach} {
		if f != nil {
			f.Decls = []*decl.Func{end}
		}
	}
	return append(list, end)
}

// classType is the struct of a class.
func (p *planner) classType(c *Class) *decl.Struct {
	record := p.rawNamed(c.Record.Go)
	fields := []decl.Field{{Name: "h", Type: gotype.Of(p.internal("handle", "Handle"), record)}}
	if c.Static != "" {
		fields = append(fields, decl.Field{Name: "root", Type: gotype.Of(p.internal("roots", "Node"))})
	}
	for _, slot := range slots(c) {
		fields = append(fields, decl.Field{Name: slot, Type: gotype.PointerTo(gotype.Of(p.internal("callback", "Slot")))})
	}
	if state := p.stateOf(c); state != "" {
		fields = append(fields, decl.Field{Name: "state", Type: p.own(state)})
	}
	for _, k := range c.Kept {
		fields = append(fields, decl.Field{Name: k.Field, Type: k.Type})
	}
	if c.Sole {
		fields = append(fields, decl.Field{Name: "obj", Type: record})
	}
	return &decl.Struct{Doc: classDoc(c), Name: c.Go, Fields: fields}
}

// stateOf names the type of what hand-written source keeps in each object of a class; empty for none.
func (p *planner) stateOf(c *Class) string {
	for _, r := range c.Rule.Code {
		if r.State != "" && p.canCall(r.Needs) && when.Holds(p.api, r.When) {
			return r.State
		}
	}
	return ""
}

// groupDecls are the structs that gather parameters for a class, or for functions of none.
func (p *planner) groupDecls(c *Class) []decl.Decl {
	var list []decl.Decl
	for _, g := range p.safe.Groups {
		if g.Class == c {
			list = append(list, groupType(g))
			list = append(list, p.zeros(g)...)
		}
	}
	return list
}

// zeros are the constants that stand for zero in fields whose zero stands for a default. Structs may share one.
func (p *planner) zeros(g *Group) []decl.Decl {
	var list []decl.Decl
	for _, f := range g.Fields {
		if f.Zero != "" && !p.zeroNames[f.Zero] {
			p.zeroNames[f.Zero] = true
			list = append(list, decl.Const{
				Doc:  f.Zero + " stands for zero where Go's zero stands for a default, as in " + g.Go + "." + f.Go + ".",
				Name: f.Zero, Value: number(-1),
			})
		}
	}
	return list
}

// groupType is the struct that gathers parameters.
func groupType(g *Group) *decl.Struct {
	s := &decl.Struct{Doc: []string{groupDoc(g)}, Name: g.Go}
	for _, f := range g.Fields {
		s.Fields = append(s.Fields, decl.Field{Name: f.Go, Type: f.Type, Comment: fieldDoc(f)})
	}
	return s
}

func funcDecls(list []*Func) []decl.Decl {
	var decls []decl.Decl
	for _, f := range list {
		for _, d := range f.Decls {
			decls = append(decls, d)
		}
	}
	return decls
}
