package csema

import (
	"errors"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/cpp"
	"github.com/rttgen/rttgen/parser/csyntax"
	"github.com/rttgen/rttgen/parser/layout"
)

// tagType returns the type of a struct, union or enum specifier, laid out if this is its definition.
func (a *Analyzer) tagType(n *csyntax.Tag) *model.Type {
	if t := a.tags[n]; t != nil {
		return t
	}
	var t *model.Type
	if n.Kind == csyntax.Enum {
		t = &model.Type{Kind: model.EnumT, Enum: a.enum(n)}
	} else {
		t = &model.Type{Kind: model.Struct, Record: a.record(n)}
	}
	a.tags[n] = t
	return t
}

func (a *Analyzer) record(n *csyntax.Tag) *model.Record {
	name, at := string(n.Kind)+" "+n.Name, n.NamePos
	if n.Name == "" {
		name, at = a.anonymous(n.Kind, n.Pos), n.Pos
	}
	r := a.Records[name]
	if r == nil {
		r = &model.Record{Decl: a.decl(name, at), Tag: n.Name, Union: n.Kind == csyntax.Union, Prototype: n.Prototype}
		a.Records[name] = r
	}
	r.Prototype = r.Prototype && n.Prototype
	if !n.Defined {
		return r
	}
	if r.Complete {
		a.skip(string(n.Kind), name, at, &failure{at: at, reason: "is defined twice, of which the first counts"})
		return r
	}
	r.Decl = a.decl(name, at)
	if failed := a.define(r, n); failed != nil {
		r.Fields, r.Complete, r.Size, r.Align = nil, false, 0, 0
		a.broken[r] = failed.reason
		a.skip(string(n.Kind), name, at, failed)
	}
	return r
}

// define lays a record out. When a member fails the others are still looked at, because they may define types.
func (a *Analyzer) define(r *model.Record, n *csyntax.Tag) (failed *failure) {
	keep := func(f *failure) {
		if failed == nil {
			failed = f
		}
	}
	if b := n.Broken; b != nil {
		failed = &failure{at: b.Pos, reason: brokenReason(b), typ: b.Type}
	}
	keep(try(func() {
		e := a.effects(n.Attrs)
		r.Packed, r.AlignAttr = e.packed, e.alignedLast
		if e.bigEndian {
			failAt(n.Pos, "has attribute scalar_storage_order: its members are big-endian")
		}
		if n.Pragmas.BigEndian {
			failAt(n.Pos, "is under #pragma scalar_storage_order: its members are big-endian")
		}
	}))
	for _, m := range n.Members {
		keep(try(func() { a.members(r, m) }))
	}
	r.PragmaPack = n.Pragmas.Pack // gcc applies what is in effect at the closing brace
	if failed == nil {
		failed = try(func() { a.layOut(r, n) })
	}
	return failed
}

func (a *Analyzer) layOut(r *model.Record, n *csyntax.Tag) {
	err := layout.Record(r)
	var at *layout.Error
	switch {
	case errors.As(err, &at):
		reason, uses := a.whyNot(at)
		panic(&failure{at: a.memberPos(n, at.Field), reason: reason, uses: uses})
	case err != nil:
		failAt(n.Pos, "%v", err)
	}
	r.Complete = true
}

// memberPos finds the place of a member in the source.
func (a *Analyzer) memberPos(n *csyntax.Tag, f *model.Field) cpp.Pos {
	for _, d := range n.Members {
		for _, item := range d.Items {
			if item.Name == f.Name && item.Name != "" {
				return item.Pos
			}
		}
	}
	return n.Pos
}

// whyNot explains why a member has no place: its type may be one that is skipped itself.
func (a *Analyzer) whyNot(e *layout.Error) (reason, uses string) {
	if name, why, ok := a.brokenIn(e.Field.Type); ok {
		return "has a member " + e.Field.Name + " of " + name + link + chain(why), name
	}
	if e.Field.Name == "" {
		return "has a member that cannot be placed: " + e.Reason, ""
	}
	return "has a member " + e.Field.Name + " that cannot be placed: " + e.Reason, ""
}

// brokenIn finds what is skipped of what a type holds by value.
func (a *Analyzer) brokenIn(t *model.Type) (name, reason string, ok bool) {
	u := t.Underlying()
	for u.Kind == model.Array {
		u = u.Elem.Underlying()
	}
	switch u.Kind {
	case model.Struct:
		reason, ok = a.broken[u.Record]
		return u.Record.Name, reason, ok
	case model.EnumT:
		reason, ok = a.brokenEnum[u.Enum]
		return u.Enum.Name, reason, ok
	}
	return "", "", false
}

// lost finds what a declaration cannot do without: records that are skipped by value, and enums however they are used, because
// nothing tells the size of what a pointer leads to.
func (a *Analyzer) lost(t *model.Type) (name, reason string, ok bool) {
	if name, reason, ok := a.brokenIn(t); ok {
		return name, reason, ok
	}
	u := t.Underlying()
	for u.Kind == model.Pointer || u.Kind == model.Array {
		u = u.Elem.Underlying()
	}
	if u.Kind == model.EnumT {
		return a.brokenIn(u)
	}
	return "", "", false
}

// needs fails if a declaration of a type cannot do without something that is skipped.
func (a *Analyzer) needs(t *model.Type, at cpp.Pos) {
	types := []*model.Type{t}
	if u := t.Underlying(); u.Kind == model.Func {
		types = []*model.Type{u.Elem}
		for _, p := range u.Params {
			types = append(types, p.Type)
		}
	}
	for _, part := range types {
		if name, reason, ok := a.lost(part); ok {
			panic(&failure{at: at, uses: name, reason: "uses " + name + link + chain(reason)})
		}
	}
}

// Lost reports whether an enum has a definition that is skipped.
func (a *Analyzer) Lost(e *model.Enum) bool { return a.brokenEnum[e] != "" }

func (a *Analyzer) members(r *model.Record, d *csyntax.Decl) {
	t := a.specType(d.Specs)
	alignas := a.alignas(d.Specs)
	if len(d.Items) == 0 {
		a.unnamedMember(r, t, d, alignas)
		return
	}
	for _, item := range d.Items {
		e := a.effects(item.Attrs, d.Specs.Attrs)
		f := &model.Field{Decl: a.decl(item.Name, item.Pos), Packed: e.packed, AlignAttr: max(e.aligned, alignas)}
		if item.Name == "" {
			f.Decl = a.decl("", d.Pos)
		}
		f.Type = a.declared(t, item, e)
		if item.Bits != nil {
			width, ok := a.integer(item.Bits)
			if !ok {
				failAt(item.Bits.Pos, "the width of this bit-field is not an integer constant")
			}
			if width < 0 || width > 64 {
				failAt(item.Bits.Pos, "the bit-field does not fit its type")
			}
			f.IsBits, f.Bits = true, int(width)
		} else if f.Type.Underlying().Kind == model.Func {
			failAt(item.Pos, "has a member %s that is a function", item.Name)
		}
		r.Fields = append(r.Fields, f)
	}
}

// unnamedMember adds a struct or union without a name; a mere tag declares nothing.
func (a *Analyzer) unnamedMember(r *model.Record, t *model.Type, d *csyntax.Decl, alignas int) {
	if t.Kind != model.Struct || !t.Record.Anonymous() {
		return
	}
	e := a.effects(d.Specs.Attrs)
	r.Fields = append(r.Fields, &model.Field{
		Decl: a.decl("", d.Pos), Type: t, Packed: e.packed, AlignAttr: max(e.aligned, alignas),
	})
}
