package layouttest

import (
	"fmt"
	"math"
	"strings"

	"github.com/rttgen/rttgen/model"
)

func basic(kind model.Kind, name string, size int, signed bool) *model.Type {
	return &model.Type{Kind: kind, Name: name, Size: size, Align: size, Signed: signed}
}

// Basic types of the target.
var (
	integers = []*model.Type{
		basic(model.Bool, "_Bool", 1, false),
		basic(model.Int, "char", 1, false), // unsigned on ARM
		basic(model.Int, "signed char", 1, true),
		basic(model.Int, "unsigned char", 1, false),
		basic(model.Int, "short", 2, true),
		basic(model.Int, "unsigned short", 2, false),
		basic(model.Int, "int", 4, true),
		basic(model.Int, "unsigned int", 4, false),
		basic(model.Int, "long", 4, true),
		basic(model.Int, "unsigned long", 4, false),
		basic(model.Int, "long long", 8, true),
		basic(model.Int, "unsigned long long", 8, false),
	}
	floats = []*model.Type{basic(model.Float, "float", 4, true), basic(model.Float, "double", 8, true)}
	void   = &model.Type{Kind: model.Void, Name: "void"}
)

// enumBounds are values at which enums change their size or signedness.
var enumBounds = [][]int64{
	{0}, {0, 1, 2}, {127}, {128}, {255}, {256}, {math.MaxInt16}, {math.MaxUint16}, {math.MaxUint16 + 1}, {math.MaxInt32},
	{math.MaxInt32 + 1}, {math.MaxUint32}, {math.MaxUint32 + 1}, {math.MaxInt64},
	{-1, 0, 1}, {-128, 127}, {-128, 128}, {-129}, {math.MinInt16, math.MaxInt16}, {-1, math.MaxInt16 + 1},
	{math.MinInt16 - 1}, {math.MinInt32, math.MaxInt32}, {-1, math.MaxInt32 + 1}, {math.MinInt64, math.MaxInt64},
}

const innerTagPrefix = "in" // tag of a record that is defined in the member that uses it

func recordType(r *model.Record) *model.Type { return &model.Type{Kind: model.Struct, Record: r} }
func enumType(e *model.Enum) *model.Type     { return &model.Type{Kind: model.EnumT, Enum: e} }

// inlineRecord returns the record that a member of type t defines in place, nil if there is none.
func inlineRecord(t *model.Type) *model.Record {
	if t.Kind == model.Struct && (t.Record.Anonymous() || strings.HasPrefix(t.Record.Tag, innerTagPrefix)) {
		return t.Record
	}
	return nil
}

// elementRecord returns the record that t contains by value, through typedefs and arrays, nil if there is none.
func elementRecord(t *model.Type) *model.Record {
	return element(t).Record
}

func (g *generator) enum() *model.Enum {
	tag := fmt.Sprintf("e%d", len(g.enums))
	e := &model.Enum{Tag: tag, Complete: true, Packed: g.chance(20)}
	e.Name = "enum " + tag
	for i, v := range pick(g, enumBounds) {
		e.Constants = append(e.Constants, model.Constant{Value: v})
		e.Constants[i].Name = fmt.Sprintf("E%s_%d", tag[1:], i)
	}
	return e
}

func (g *generator) scalar() *model.Type {
	switch k := g.Intn(100); {
	case k < 20:
		return pick(g, floats)
	case k < 30:
		return enumType(pick(g, g.enums))
	}
	return pick(g, integers)
}

func (g *generator) qualified(t *model.Type) *model.Type {
	if g.chance(75) {
		return t
	}
	c := *t
	c.Const, c.Volatile = g.chance(50), g.chance(50)
	return &c
}

func (g *generator) pointer() *model.Type {
	elem := void
	switch k := g.Intn(100); {
	case k < 30:
		elem = g.qualified(g.scalar())
	case k < 50 && len(g.records) > 0:
		elem = recordType(pick(g, g.records))
	case k < 70:
		elem = &model.Type{Kind: model.Func, Elem: g.scalar(), Params: []model.Param{{Type: pick(g, integers)}}}
	}
	return &model.Type{Kind: model.Pointer, Size: 4, Align: 4, Elem: elem}
}

// recordType returns an earlier record that may be nested once more, nil if there is none. Without the limit sizes explode.
func (g *generator) recordType() *model.Type {
	for range 5 {
		if len(g.records) == 0 {
			break
		}
		if r := pick(g, g.records); g.depth[r] < 4 {
			return recordType(r)
		}
	}
	return nil
}

// element returns a type for the elements of an array, which C wants to be a multiple of their alignment on any target.
func (g *generator) element() *model.Type {
	switch k := g.Intn(100); {
	case k < 15:
		if t := g.recordType(); t != nil && !g.flexible[t.Record] && g.depth[t.Record] < 3 {
			return t
		}
	case k < 30 && len(g.typedefs) > 0:
		if t := pick(g, g.typedefs); g.repeatable(t) {
			return g.qualified(t)
		}
	case k < 40:
		return &model.Type{Kind: model.Array, Len: int64(g.Intn(4)), Elem: g.scalar()}
	}
	return g.scalar()
}

// repeatable reports whether a typedef can be the element of an array whatever the target.
func (g *generator) repeatable(t *model.Type) bool {
	for ; t.Kind == model.Named; t = t.Elem {
		if u := t.Underlying(); t.AlignOf > 1 && t.AlignOf > u.Size {
			return false
		}
	}
	r := elementRecord(t)
	return r == nil || !g.flexible[r] && g.depth[r] < 3
}

// typedef makes a typedef, mostly one that changes the alignment.
func (g *generator) typedef() *model.Type {
	t := &model.Type{Kind: model.Named, Name: fmt.Sprintf("t%d", len(g.typedefs)), Elem: g.qualified(g.scalar())}
	switch k := g.Intn(100); {
	case k < 15 && len(g.typedefs) > 0:
		t.Elem = g.qualified(pick(g, g.typedefs))
	case k < 30:
		if r := g.recordType(); r != nil {
			t.Elem = r
		}
	case k < 40:
		t.Elem = &model.Type{Kind: model.Array, Len: int64(1 + g.Intn(4)), Elem: g.scalar()}
	case k < 45:
		t.Elem = g.pointer()
	}
	if g.chance(75) {
		t.AlignOf = 1 << g.Intn(6)
	}
	return t
}
