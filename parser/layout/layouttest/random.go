// Package layouttest compares record layouts with those of arm-none-eabi-gcc, over random C.
package layouttest

import (
	"fmt"
	"math/rand"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/layout"
)

// Random returns C text that declares n random records, "struct rN" or "union rN", and the same records as a reader of the
// text should find them, not laid out. It depends on nothing but seed and n.
func Random(seed int64, n int) (c string, records []*model.Record) {
	g := &generator{Rand: rand.New(rand.NewSource(seed)), depth: map[*model.Record]int{}, flexible: map[*model.Record]bool{}}
	for range n {
		g.topLevel()
	}
	return Source(g.records), g.records
}

type generator struct {
	*rand.Rand
	records  []*model.Record
	typedefs []*model.Type
	enums    []*model.Enum
	depth    map[*model.Record]int  // how deep records by value are nested in it
	flexible map[*model.Record]bool // whether it ends in a flexible array
	inner    int                    // number of records so far that are defined inside another
	fields   int                    // number of members so far in the record under construction
}

func (g *generator) chance(percent int) bool { return g.Intn(100) < percent }

func pick[T any](g *generator, list []T) T { return list[g.Intn(len(list))] }

// topLevel makes a record, and before it now and then an enum or typedef for it and later ones to use.
func (g *generator) topLevel() {
	if len(g.enums) == 0 || g.chance(15) {
		g.enums = append(g.enums, g.enum())
	}
	if g.chance(30) {
		g.typedefs = append(g.typedefs, g.typedef())
	}
	g.fields = 0
	r := g.record(fmt.Sprintf("r%d", len(g.records)), 0)
	g.records = append(g.records, r)
}

// record makes a record with a tag, or an anonymous one. A nested one has the #pragma pack of what is around it.
func (g *generator) record(tag string, level int) *model.Record {
	keyword := "struct"
	r := &model.Record{Tag: tag, Complete: true, Packed: g.chance(20), Union: g.chance(18)}
	if r.Union {
		keyword = "union"
	}
	r.Name = keyword + " " + tag
	if tag == "" {
		g.inner++
		r.Name = fmt.Sprintf("%s <anon r.c:%d>", keyword, g.inner)
	}
	if g.chance(12) {
		r.AlignAttr = 1 << g.Intn(6)
	}
	if level == 0 && g.chance(20) {
		r.PragmaPack = 1 << g.Intn(5)
	}
	for range g.members(level) {
		r.Fields = append(r.Fields, g.member(r, level)...)
	}
	if !r.Union && len(r.Fields) > 0 && r.Fields[0].Name != "" && g.chance(8) {
		g.flexible[r] = true
		r.Fields = append(r.Fields, g.field(&model.Type{Kind: model.Array, Len: -1, Elem: g.element()}))
	}
	if level == 0 {
		inheritPack(r, r.PragmaPack)
	}
	return r
}

func (g *generator) members(level int) int {
	switch {
	case level == 0 && g.chance(2):
		return 0
	case level > 0:
		return 1 + g.Intn(4)
	}
	return 1 + g.Intn(9)
}

func inheritPack(r *model.Record, pack int) {
	r.PragmaPack = pack
	for _, f := range r.Fields {
		if in := inlineRecord(f.Type); in != nil {
			inheritPack(in, pack)
		}
	}
}

// member makes the next member of r, or a run of bit-fields.
func (g *generator) member(r *model.Record, level int) []*model.Field {
	switch k := g.Intn(100); {
	case k < 40:
		return g.bitFields(r)
	case k < 48:
		return []*model.Field{g.field(&model.Type{Kind: model.Array, Len: int64(g.Intn(6)), Elem: g.element()})}
	case k < 55 && level < 3:
		f := g.field(g.inline(r, level, ""))
		f.Name, f.AlignAttr, f.Packed = "", 0, false // attributes behind an anonymous member belong to its type
		return []*model.Field{f}
	case k < 60 && level < 3:
		return []*model.Field{g.field(g.inline(r, level, g.innerTag()))}
	case k < 65:
		return []*model.Field{g.field(g.pointer())}
	case k < 73:
		if t := g.recordType(); t != nil {
			g.depth[r] = max(g.depth[r], g.depth[t.Record]+1)
			return []*model.Field{g.field(t)}
		}
	case k < 82 && len(g.typedefs) > 0:
		t := pick(g, g.typedefs)
		if in := elementRecord(t); in != nil {
			g.depth[r] = max(g.depth[r], g.depth[in]+1)
		}
		return []*model.Field{g.field(g.qualified(t))}
	}
	return []*model.Field{g.field(g.qualified(g.scalar()))}
}

// field names a member, and now and then gives it attributes.
func (g *generator) field(t *model.Type) *model.Field {
	f := &model.Field{Type: t, Packed: g.chance(7)}
	f.Name = fmt.Sprintf("f%d", g.fields)
	g.fields++
	if g.chance(9) {
		f.AlignAttr = 1 << g.Intn(6)
	}
	return f
}

// bitFields makes up to four bit-fields of one type, since the rules are about what shares a container.
func (g *generator) bitFields(r *model.Record) []*model.Field {
	t := g.bitType()
	width := 8 * narrowest(t)
	if t.Underlying().Kind == model.Bool {
		width = 1
	}
	var list []*model.Field
	for range 1 + g.Intn(4) {
		f := g.field(t)
		f.IsBits, f.Bits = true, 1+g.Intn(width)
		switch k := g.Intn(100); {
		case k < 25:
			f.Bits = min(f.Bits, 1+g.Intn(8))
		case k < 40: // fills an integer, perhaps a smaller one
			f.Bits = min(width, 8<<g.Intn(4))
		case k < 52:
			f.Name = ""
		case k < 64:
			f.Name, f.Bits = "", 0
		}
		list = append(list, f)
	}
	return list
}

// bitType returns a type for bit-fields: any integer, _Bool or enum, or a typedef of one.
func (g *generator) bitType() *model.Type {
	for range 3 {
		if len(g.typedefs) == 0 || g.chance(70) {
			break
		}
		if t := pick(g, g.typedefs); t.IsInteger() {
			return t
		}
	}
	if g.chance(20) {
		return enumType(pick(g, g.enums))
	}
	return g.qualified(pick(g, integers))
}

// narrowest returns the smallest size that an integer type may have on a target: with short enums.
func narrowest(t *model.Type) int {
	u := t.Underlying()
	if u.Kind != model.EnumT {
		return u.Size
	}
	e := *u.Enum
	layout.Enum(&e, model.Target{ShortEnums: true})
	return e.Size
}

func (g *generator) inline(r *model.Record, level int, tag string) *model.Type {
	in := g.record(tag, level+1)
	g.depth[r] = max(g.depth[r], g.depth[in]+1)
	return recordType(in)
}

// innerTag returns the tag of a record that is defined in the member that uses it, or none.
func (g *generator) innerTag() string {
	if g.chance(50) {
		return ""
	}
	g.inner++
	return fmt.Sprintf("%s%d", innerTagPrefix, g.inner)
}
