package csema

import (
	"math"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/csyntax"
	"github.com/rttgen/rttgen/parser/layout"
)

func (a *Analyzer) enum(n *csyntax.Tag) *model.Enum {
	name, at := "enum "+n.Name, n.NamePos
	if n.Name == "" {
		name, at = a.anonymous(csyntax.Enum, n.Pos), n.Pos
	}
	e := a.Enums[name]
	if e == nil {
		e = &model.Enum{Decl: a.decl(name, at), Tag: n.Name, Prototype: n.Prototype}
		a.Enums[name] = e
	}
	e.Prototype = e.Prototype && n.Prototype
	if !n.Defined {
		if n.Underlying != nil && e.Size == 0 {
			a.fix(e, n)
		}
		return e
	}
	if e.Complete {
		a.skip("enum", name, at, &failure{at: at, reason: "is defined twice, of which the first counts"})
		return e
	}
	e.Decl = a.decl(name, at)
	if failed := try(func() { a.defineEnum(e, n) }); failed != nil {
		e.Constants, e.Complete, e.Size = nil, false, 0
		a.brokenEnum[e] = failed.reason
		a.skip("enum", name, at, failed)
	}
	return e
}

func (a *Analyzer) defineEnum(e *model.Enum, n *csyntax.Tag) {
	if b := n.Broken; b != nil {
		panic(&failure{at: b.Pos, reason: brokenReason(b), typ: b.Type})
	}
	attrs := a.effects(n.Attrs)
	var values []value
	next := integerValue("int", 0)
	overflow := false
	written := 10
	for _, c := range n.Enumerants {
		a.effects(c.Attrs)
		switch {
		case c.Value != nil:
			v := a.eval(c.Value)
			if v.kind != isInt || v.comma || v.t == nil || v.t.Underlying().Kind == model.Pointer {
				failAt(c.Value.Pos, "the value of %s is not an integer constant that can be computed", c.Name)
			}
			next, written = promoted(v), base(c.Value)
		case overflow:
			failAt(c.Pos, "the value of %s is too large", c.Name)
		}
		if fitsInt(next) {
			next = convert(next, basicType("int"))
		}
		a.constants[c.Name] = next
		values = append(values, next)
		e.Constants = append(e.Constants, model.Constant{
			Decl: a.decl(c.Name, c.Pos), Value: next.i, Unsigned: !signed(next.t) && next.i < 0, Base: written,
		})
		next, overflow = increment(next)
	}
	e.Packed = attrs.packed
	if n.Underlying != nil {
		a.fix(e, n)
	} else {
		a.size(e, n, attrs)
	}
	e.Complete = true
	// Behind the braces, a constant that does not fit an int has the type of its enum.
	for i, c := range n.Enumerants {
		if v := values[i]; n.Underlying != nil || !fitsInt(v) {
			a.constants[c.Name] = convert(v, &model.Type{Kind: model.EnumT, Enum: e})
		}
	}
}

func (a *Analyzer) size(e *model.Enum, n *csyntax.Tag, attrs effects) {
	if !layout.Enum(e, a.cfg.Target) {
		failAt(n.Pos, "no integer type holds all its values")
	}
	if attrs.mode == "" {
		return
	}
	m, ok := modes[attrs.mode]
	if !ok || m.float || basicTypes[m.signed].Size < layout.EnumSize(e) {
		failAt(attrs.modeAt, "has attribute mode(%s), which its values do not fit", attrs.mode)
	}
	e.Size = basicTypes[m.signed].Size
}

// fix gives an enum the underlying type of C23.
func (a *Analyzer) fix(e *model.Enum, n *csyntax.Tag) {
	u := a.typeName(n.Underlying).Underlying()
	if u.Kind != model.Int && u.Kind != model.Bool {
		failAt(n.Underlying.Pos, "the underlying type of an enum must be an integer")
	}
	e.Size, e.Signed = u.Size, u.Signed
	for _, c := range e.Constants {
		v := value{kind: isInt, t: basicType("long long"), i: c.Value}
		if c.Unsigned {
			v.t = basicType("unsigned long long")
		}
		if w := convert(v, u); w.i != v.i || signed(w.t) != signed(v.t) && v.i < 0 && !c.Unsigned {
			failAt(n.Pos, "the value of %s does not fit the underlying type", c.Name)
		}
	}
}

func fitsInt(v value) bool {
	if !signed(v.t) && v.i < 0 {
		return false
	}
	return v.i >= math.MinInt32 && v.i <= math.MaxInt32
}

// increment adds one in the type of the value; overflow tells that there is no such value.
func increment(v value) (next value, overflow bool) {
	next = v
	next.i = wrap(v.i+1, v.t)
	if signed(v.t) {
		return next, next.i < v.i
	}
	return next, uint64(next.i) < uint64(v.i)
}
