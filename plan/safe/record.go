package safe

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/decl"
	"github.com/rttgen/rttgen/plan/raw"
	"github.com/rttgen/rttgen/plan/step"
)

// planRecords plans the Go structs of the records that the headers declare.
func (p *planner) planRecords() {
	for _, r := range p.mapping.Records {
		rec := p.raw.Record(r.C)
		if rec == nil || rec.Opaque {
			continue
		}
		g := &Record{Go: r.Name, Doc: r.Doc, Raw: rec}
		for _, f := range r.Fields {
			for member := range strings.SplitSeq(f.C, "|") {
				if field, ok := p.recordField(r, rec, f, member); ok {
					g.Fields = append(g.Fields, field)
					break
				}
			}
		}
		p.records[r.Name] = g
	}
}

// recordField plans a field, if the record has the member.
func (p *planner) recordField(r *mapping.RecordRule, rec *raw.Record, f *mapping.FieldRule, member string) (RecordField, bool) {
	field := RecordField{Go: f.Name, Doc: f.Doc, Time: f.Time}
	path := strings.Split(member, ".")
	inner, last := rec, path[len(path)-1]
	for _, outer := range path[:len(path)-1] {
		name, record := p.inside(inner, outer)
		if record == nil {
			return field, false
		}
		field.Path, inner = append(field.Path, name), record
	}
	i := slices.IndexFunc(inner.Record.Fields, func(m *model.Field) bool { return m.Name == last })
	if i < 0 {
		return field, false
	}
	if k := slices.IndexFunc(inner.Access, func(a raw.Accessor) bool { return a.C == last && a.Kind == raw.AccessBits }); k >= 0 {
		a := inner.Access[k]
		field.Path, field.Wire, field.Bits = append(field.Path, a.Go), a.Type, a.Bits
	} else {
		j := slices.IndexFunc(inner.Fields, func(g raw.Field) bool {
			return g.Offset == inner.Record.Fields[i].Offset && g.Go != "_" && !g.Storage
		})
		if j < 0 {
			return field, false
		}
		field.Path, field.Wire = append(field.Path, inner.Fields[j].Go), inner.Fields[j].Type
	}
	return field, p.fieldType(r, f, &field)
}

// inside returns the name of a member of a record that is one itself, and that record; nil for any other.
func (p *planner) inside(r *raw.Record, member string) (string, *raw.Record) {
	i := slices.IndexFunc(r.Record.Fields, func(m *model.Field) bool { return m.Name == member })
	if i < 0 || r.Record.Fields[i].Type.Underlying().Kind != model.Struct {
		return "", nil
	}
	m := r.Record.Fields[i]
	j := slices.IndexFunc(r.Fields, func(f raw.Field) bool { return f.Offset == m.Offset && f.Go != "_" && !f.Storage })
	if j < 0 {
		return "", nil
	}
	return r.Fields[j].Go, p.raw.Record(m.Type.Underlying().Record.Name)
}

// fieldType decides the Go type of a field, and reports one that does not fit.
func (p *planner) fieldType(r *mapping.RecordRule, f *mapping.FieldRule, field *RecordField) bool {
	switch {
	case f.Enum != "" && p.enums[f.Enum] == nil:
		return false
	case f.Enum != "":
		field.Type = p.own(f.Enum)
	case f.Time != mapping.TimeNone:
		field.Type = timeType(f.Time)
	case f.Type != "":
		field.Type = p.parse(f.Pos, f.Type)
	default:
		field.Type = p.plainType(field.Wire)
	}
	number := isInteger(field.Wire) || isFloat(field.Wire)
	if f.Time != mapping.TimeNone && !isInteger(field.Wire) || !(f.Time != mapping.TimeNone || field.Type.Is("bool") && number || p.converts(field.Wire, field.Type)) {
		p.errorAt(f.Pos, "remove type, or use one that fits", "field %s of %s: C has %s there, which cannot be %s", f.Name, r.Name,
			field.Wire.In("raw"), p.text(field.Type))
		return false
	}
	if f.Default == "" {
		return true
	}
	if !p.isConstant(f.Default) {
		return true // another version has it
	}
	c := p.constant(f.Default)
	if n, ok := p.constValue(c); !ok || !p.isInteger(field.Type) {
		p.errorAt(f.Pos, "remove default", "field %s of %s: the default %s is no %s", f.Name, r.Name, f.Default, p.text(field.Type))
	} else if n != 0 {
		field.Default = &c
	}
	return true
}

// recordMisfit refuses a record where C has something else.
func (p *planner) recordMisfit(a *Arg) (msg, hint string) {
	u := a.Param.CType.Underlying()
	if u.Kind == model.Pointer {
		switch e := u.Elem.Underlying(); e.Kind {
		case model.Void:
			return "", ""
		case model.Struct:
			if e.Record.Name == a.Record.Raw.Record.Name {
				return "", ""
			}
		}
	}
	return fmt.Sprintf("%s, no %s", p.cHas(a.Param.Type), a.Record.Raw.C), "remove record"
}

// prepareRecord makes what C reads of a Go struct.
func (b *body) prepareRecord(a *Arg, local string, x step.Expr) {
	value := step.Struct{Type: b.rawNamed(a.Record.Raw.Go)}
	var later []step.Step
	for i := range a.Record.Fields {
		f := &a.Record.Fields[i]
		v := b.fieldValue(a, f, fieldOf(x, f.Go))
		if f.Bits == 0 && len(f.Path) == 1 {
			value.Fields = append(value.Fields, step.FieldValue{Name: f.Path[0], Value: v})
			continue
		}
		var at step.Expr = step.Name(local)
		for _, name := range f.Path[:len(f.Path)-1] {
			at = fieldOf(at, name)
		}
		last := f.Path[len(f.Path)-1]
		if f.Bits > 0 {
			later = append(later, step.Do{Call: callOf(fieldOf(at, "Set"+last), v)})
		} else {
			later = append(later, step.Set{Field: fieldOf(at, last), Value: v})
		}
	}
	b.add(step.Let{Var: local, Value: value})
	b.add(later...)
}

// fieldValue is a field as C has it, checked.
func (b *body) fieldValue(a *Arg, f *RecordField, x step.Expr) step.Expr {
	name := string(b.vars.name("n" + f.Go))
	wire := b.typeOf(f.Wire)
	switch {
	case f.Time != mapping.TimeNone:
		return convert(wire, b.checkCount(b.countOf(f.Time, x), wire, name))
	case f.Type.Is("bool") && f.Wire.Basic() != "bool":
		flag := string(b.vars.name("c" + f.Go))
		b.add(step.Flag{Var: flag, Type: wire, Of: x})
		return step.Name(flag)
	}
	if f.Default != nil {
		v := step.Name(name)
		b.add(step.Let{Var: name, Value: x}, step.Default{In: v, Value: b.constExpr(*f.Default)})
		x = v
	}
	if b.canRefuse() {
		b.checkField(f, x)
	}
	if f.Type.Equal(wire) {
		return x
	}
	return convert(wire, x)
}

// checkField refuses a number that the member does not hold.
func (b *body) checkField(f *RecordField, x step.Expr) {
	low, high := b.limits(f.Wire, f.Type)
	if f.Bits > 0 && f.Bits < 32 && f.Wire.Basic() != "bool" {
		_, most, _ := bounds(b.under(f.Type))
		if last := uint64(1)<<f.Bits - 1; most > last {
			high = fmt.Sprintf("0x%x", last)
		}
	}
	var cond step.Expr
	if low != "" {
		cond = step.Binary{X: x, Op: "<", Y: step.Number(low)}
	}
	if high != "" {
		cond = either(cond, step.Binary{X: x, Op: ">", Y: step.Number(high)})
	}
	if cond != nil {
		b.guard(step.Range, cond, "ErrRange")
	}
}

// structOf is the Go struct of what C wrote.
func (p *planner) structOf(r *Record, x step.Expr) step.Expr {
	value := step.Struct{Type: p.own(r.Go)}
	for i := range r.Fields {
		f := &r.Fields[i]
		v := x
		for _, name := range f.Path {
			v = fieldOf(v, name)
		}
		if f.Bits > 0 {
			v = callOf(v)
		}
		switch {
		case f.Time != mapping.TimeNone:
			v = exactTime(f.Time, v)
		case f.Type.Is("bool") && f.Wire.Basic() != "bool":
			v = differs(v, number(0))
		case !f.Type.Equal(p.typeOf(f.Wire)):
			v = convert(f.Type, v)
		}
		value.Fields = append(value.Fields, step.FieldValue{Name: f.Go, Value: v})
	}
	return value
}

// localOf is the variable for what C writes as a result.
func (b *body) localOf(result string) step.Name {
	for i := range b.f.Args {
		if a := &b.f.Args[i]; a.Kind == ArgRecordOut && a.Go == result {
			return b.local(a)
		}
	}
	return step.Name(result)
}

// useRecords puts each record that a function uses in the file of its class.
func (p *planner) useRecords() {
	place := func(file string, funcs []*Func) {
		for _, f := range funcs {
			for i := range f.Args {
				r := f.Args[i].Record
				if r == nil || r.File != "" {
					continue
				}
				r.File = file
				p.safe.Records = append(p.safe.Records, r)
			}
		}
	}
	for _, c := range p.safe.Classes {
		place(c.File, c.Funcs)
	}
	place("kernel", p.safe.Funcs)
	slices.SortFunc(p.safe.Records, func(a, b *Record) int { return cmp.Compare(a.Go, b.Go) })
}

// recordDecls are the structs of records in a file.
func (p *planner) recordDecls(file string) []decl.Decl {
	var list []decl.Decl
	for _, r := range p.safe.Records {
		if r.File != file {
			continue
		}
		d := &decl.Struct{Doc: []string{named(r.Go, r.Doc), fmt.Sprintf("C: %s (%s:%d).", r.Raw.C, r.Raw.Pos.File, r.Raw.Pos.Line)}, Name: r.Go}
		for _, f := range r.Fields {
			d.Fields = append(d.Fields, decl.Field{Name: f.Go, Type: f.Type, Comment: fieldDoc(Field{Doc: f.Doc, Default: f.Default})})
		}
		list = append(list, d)
	}
	return list
}
