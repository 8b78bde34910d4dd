package csema

import (
	"strconv"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/csyntax"
)

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

// Declare adds what an external declaration declares.
func (a *Analyzer) Declare(d *csyntax.Decl) {
	var t *model.Type
	failed := try(func() { t = a.specType(d.Specs) })
	if failed == nil {
		failed = try(func() { a.effects(d.Specs.Attrs) })
	}
	if len(d.Items) == 0 && failed != nil {
		name, kind := "", "declaration"
		if d.Specs.Tag != nil && d.Specs.Tag.Name != "" {
			kind = string(d.Specs.Tag.Kind)
			name = kind + " " + d.Specs.Tag.Name
		}
		a.skip(kind, name, d.Pos, failed)
	}
	for _, item := range d.Items {
		f := failed
		kind := kindOf(d, item)
		if f == nil {
			own := *t
			f = try(func() { a.declareItem(d, &own, item) })
		}
		if f == nil {
			continue
		}
		if d.Specs.Typedef && a.Typedefs[item.Name] == nil {
			a.brokenType[item.Name] = f.reason
		}
		if d.Specs.Static && kind != "typedef" && !d.Body {
			continue // promises nothing to anyone else
		}
		if d.Specs.Static && kind == "variable" {
			continue
		}
		a.skip(kind, item.Name, item.Pos, f)
	}
}

func kindOf(d *csyntax.Decl, item *csyntax.Declarator) string {
	switch {
	case d.Specs.Typedef:
		return "typedef"
	case len(item.Parts) > 0 && item.Parts[0].Kind == csyntax.Func:
		return "function"
	}
	return "variable"
}

func (a *Analyzer) declareItem(d *csyntax.Decl, base *model.Type, item *csyntax.Declarator) {
	if !a.cfg.Ours(item.Pos) && !d.Specs.Typedef {
		return
	}
	e := a.effects(item.Attrs, d.Specs.Attrs)
	t := a.declared(base, item, e)
	if !d.Specs.Typedef || t.Underlying().Kind == model.EnumT {
		a.needs(t, item.Pos)
	}
	switch {
	case d.Specs.Typedef:
		a.declareTypedef(t, item, e)
	case t.Underlying().Kind == model.Func:
		a.declareFunction(d, t, item, e)
	case !d.Specs.Static:
		a.declareVariable(d, t, item, e)
	default:
		a.constVariable(t, item)
	}
}

// constVariable remembers the type of a variable that is not bound, for sizeof.
func (a *Analyzer) constVariable(t *model.Type, item *csyntax.Declarator) {
	a.constants[item.Name] = value{t: t, lvalue: true}
}

func (a *Analyzer) declareTypedef(t *model.Type, item *csyntax.Declarator, e effects) {
	name := item.Name
	if a.Typedefs[name] != nil {
		return // a repetition; C requires it to be the same
	}
	e.checkCallIfFunc(t)
	a.Typedefs[name] = &model.Typedef{Decl: a.decl(name, item.Pos), Type: t, AlignOf: e.alignedLast}
	a.aligned[name] = e.alignedLast
	switch {
	case t.Kind == model.Struct && !t.Const && !t.Volatile:
		t.Record.TypedefNames = append(t.Record.TypedefNames, name)
	case t.Kind == model.EnumT:
		t.Enum.TypedefNames = append(t.Enum.TypedefNames, name)
	}
}

// checkCallIfFunc checks the calling convention of a function or of one that a pointer leads to.
func (e effects) checkCallIfFunc(t *model.Type) {
	u := t.Underlying()
	if u.Kind == model.Pointer {
		u = u.Elem.Underlying()
	}
	if u.Kind == model.Func {
		e.checkCall(u)
	}
}

func (a *Analyzer) declareFunction(d *csyntax.Decl, t *model.Type, item *csyntax.Declarator, e effects) {
	if d.Specs.Static && !d.Body && !d.Specs.Inline {
		a.constVariable(t, item)
		return // a static declaration in a header promises nothing to anyone else
	}
	fn := t.Underlying()
	e.checkCall(fn)
	f := &model.Function{
		Decl: a.decl(item.Name, item.Pos), Symbol: a.symbol(item), Result: fn.Elem, Params: fn.Params, Variadic: fn.Variadic,
		Inline: d.Body, NoReturn: e.noReturn || d.Specs.NoReturn, Weak: e.weak || a.cfg.Renames.Weak[item.Name],
	}
	known := t.Kind == model.Named || len(item.Parts) > 0 && item.Parts[0].Proto
	if d.Body && !known {
		f.Params = a.oldParams(d, item.Parts[0].Names)
		known = true
	}
	old := a.Functions[f.Name]
	if old == nil {
		a.Functions[f.Name] = f
		a.unproto[f.Name] = !known
		return
	}
	old.Inline = old.Inline || f.Inline
	old.NoReturn = old.NoReturn || f.NoReturn
	old.Weak = old.Weak || f.Weak
	if old.Symbol == "" {
		old.Symbol = f.Symbol
	}
	if a.unproto[f.Name] && known { // the composite type has the parameters
		old.Params, old.Variadic = f.Params, f.Variadic
		a.unproto[f.Name] = false
	}
	if len(old.Params) == len(f.Params) {
		for i, p := range f.Params {
			if morePrecise(p.Type, old.Params[i].Type) {
				old.Params[i].Type = p.Type
			}
		}
	}
}

// morePrecise tells whether a type has parameters where another of the same function, declared twice, has ().
func morePrecise(t, old *model.Type) bool {
	if !t.IsFuncPointer() || !old.IsFuncPointer() {
		return false
	}
	f, g := t.Underlying().Elem.Underlying(), old.Underlying().Elem.Underlying()
	return len(f.Params) > 0 && len(g.Params) == 0 && !g.Variadic
}

// oldParams makes the parameters of a K&R definition; one that is not declared is an int.
func (a *Analyzer) oldParams(d *csyntax.Decl, names []string) []model.Param {
	var params []model.Param
	for _, name := range names {
		p := model.Param{Name: name, Type: basicType("int")}
		for _, decl := range d.OldStd {
			for _, item := range decl.Items {
				if item.Name == name {
					p = a.param(&csyntax.Decl{Pos: decl.Pos, Specs: decl.Specs, Items: []*csyntax.Declarator{item}})
				}
			}
		}
		params = append(params, p)
	}
	return params
}

// symbol is what the linker knows a declaration by, if that is not its name.
func (a *Analyzer) symbol(item *csyntax.Declarator) string {
	s := item.Label
	if s == "" {
		s = a.cfg.Renames.Link[item.Name]
	}
	if s == item.Name {
		return ""
	}
	return s
}

func (a *Analyzer) declareVariable(d *csyntax.Decl, t *model.Type, item *csyntax.Declarator, e effects) {
	switch {
	case d.Specs.ThreadLocal:
		failAt(item.Pos, "is thread-local")
	case d.Specs.Register:
		failAt(item.Pos, "is a register")
	case t.Underlying().Kind == model.Void:
		failAt(item.Pos, "is of type void")
	}
	v := &model.Variable{Decl: a.decl(item.Name, item.Pos), Symbol: a.symbol(item), Type: t}
	if old := a.Variables[item.Name]; old != nil {
		if v.Symbol == "" {
			v.Symbol = old.Symbol
		}
		if u := old.Type.Underlying(); t.Kind == model.Array && t.Len < 0 && u.Kind == model.Array && u.Len >= 0 {
			v.Type = old.Type // the composite type has the length
		}
	}
	a.Variables[item.Name] = v
}
