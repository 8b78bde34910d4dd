package verify

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/firmware"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/lexical"
)

// records compares every record of the headers that the firmware has.
func (v *verifier) records() {
	done := map[*model.Record]bool{}
	for _, r := range v.api.Records {
		v.withInner(r, done)
	}
	if len(v.follow) > 0 {
		slices.Sort(v.follow)
		v.result.Findings.Add(diag.Diagnostic{Severity: diag.Warning,
			Message: fmt.Sprintf("%d more records differ because those above are in them: %s", len(v.follow), strings.Join(v.follow, ", "))})
	}
}

// withInner compares a record, and before it those that are in it.
func (v *verifier) withInner(r *model.Record, done map[*model.Record]bool) {
	if done[r] {
		return
	}
	done[r] = true
	for _, f := range r.Fields {
		u := f.Type.Underlying()
		for u.Kind == model.Array {
			u = u.Elem.Underlying()
		}
		if u.Kind == model.Struct {
			v.withInner(u.Record, done)
		}
	}
	if !r.Complete || r.Prototype || system(r.Pos) {
		return
	}
	keyword := "struct "
	if r.Union {
		keyword = "union "
	}
	name := v.named(r.Tag, keyword, r.TypedefNames, func(n string) int { return len(v.image.Records[n]) })
	list := ofHeader(v.image.Records[name], r.Pos, func(x *firmware.Record) firmware.Place { return x.Place })
	if len(list) > 0 {
		v.result.Compared.Records++
		v.record(r, list)
	}
}

// record compares a record with the firmware's. C files may see it in different ways, as macros that one of them defines say: what
// differs in one of them is told.
func (v *verifier) record(r *model.Record, list []*firmware.Record) {
	for _, x := range list {
		members := flat(r, 0, nil)
		v.result.Compared.Members += len(members)
		differs := v.missing(r, x, members) + v.unknown(r, x, members) + v.sizes(r, x, members)
		moved := differs == 0 && (x.Size != r.Size || v.anyMoved(x, members))
		if moved && v.holdsDrifted(x) {
			v.follow = append(v.follow, r.Name)
		} else if moved {
			v.places(r, x, members)
		}
		if differs > 0 || moved {
			v.drifted[r.Name] = true
			return
		}
	}
}

// member is a member as the firmware lists it: those of anonymous ones are in their place.
type member struct {
	*model.Field
	offset int // in bytes; of a bit-field: in bits
}

func flat(r *model.Record, base int, list []member) []member {
	for _, f := range r.Fields {
		switch u := f.Type.Underlying(); {
		case f.IsBits:
			if f.Name != "" {
				list = append(list, member{f, base*8 + f.BitOffset})
			}
		case f.Name == "" && u.Kind == model.Struct:
			list = flat(u.Record, base+f.Offset, list)
		default:
			list = append(list, member{f, base + f.Offset})
		}
	}
	return list
}

func field(x *firmware.Record, name string) *firmware.Field {
	i := slices.IndexFunc(x.Fields, func(f firmware.Field) bool { return f.Name == name })
	if i < 0 {
		return nil
	}
	return &x.Fields[i]
}

// missing tells of members that the firmware does not have.
func (v *verifier) missing(r *model.Record, x *firmware.Record, members []member) (n int) {
	for _, m := range members {
		if field(x, m.Name) == nil {
			v.find(m.Pos, option(m.Guards, r.Guards), "%s.%s: expected at offset %d, the firmware's %s has no such member", r.Name, m.Name, m.offset, r.Name)
			n++
		}
	}
	return n
}

// unknown tells of members that only the firmware has.
func (v *verifier) unknown(r *model.Record, x *firmware.Record, members []member) (n int) {
	for _, f := range x.Fields {
		if f.Name == "" || slices.ContainsFunc(members, func(m member) bool { return m.Name == f.Name }) {
			continue
		}
		pos := model.Pos{File: r.Pos.File, Line: f.Line}
		var guards []string
		if text := v.open(r.Pos.File); text != nil {
			guards = lexical.Guards(text).At(f.Line)
		}
		v.find(pos, option(guards, r.Guards), "%s.%s: at offset %d in the firmware, the bindings have no such member", r.Name, f.Name, f.Offset)
		n++
	}
	return n
}

// sizes tells of members that have another size, unless they are records, which are told of themselves.
func (v *verifier) sizes(r *model.Record, x *firmware.Record, members []member) (n int) {
	for _, m := range members {
		f := field(x, m.Name)
		if f == nil {
			continue
		}
		size := sizeOf(m.Type)
		switch {
		case m.IsBits != (f.Bits > 0) || m.IsBits && m.Bits != f.Bits:
			v.find(m.Pos, regenerate, "%s.%s: %s expected, %s in the firmware", r.Name, m.Name, width(m.IsBits, m.Bits, size), width(f.Bits > 0, f.Bits, f.Size))
			n++
		case m.IsBits || f.Size == size || size == 0 || f.Len == lenOf(m.Type) && f.Record != "" && f.Record != "struct " && f.Record != "union ":
		default:
			v.find(m.Pos, lengthHint(r.Name+"."+m.Name, f.Len), "%s.%s: %d bytes expected, %d in the firmware", r.Name, m.Name, size, f.Size)
			n++
		}
	}
	return n
}

func width(bits bool, n, size int) string {
	if bits {
		return fmt.Sprintf("%d bits", n)
	}
	return fmt.Sprintf("%d bytes", size)
}

// lenOf is the length of an array, -1 for any other type.
func lenOf(t *model.Type) int {
	if u := t.Underlying(); u.Kind == model.Array {
		return int(u.Len)
	}
	return -1
}

// sizeOf is the size of a type in bytes, 0 for one that has none.
func sizeOf(t *model.Type) int {
	u := t.Underlying()
	switch u.Kind {
	case model.Array:
		return max(int(u.Len), 0) * sizeOf(u.Elem)
	case model.Struct:
		return u.Record.Size
	case model.EnumT:
		return u.Enum.Size
	}
	return u.Size
}

// anyMoved reports whether a member stands elsewhere.
func (v *verifier) anyMoved(x *firmware.Record, members []member) bool {
	return slices.ContainsFunc(members, func(m member) bool { return field(x, m.Name).Offset != m.offset })
}

// places tells of members that stand elsewhere, or of a record that is only longer.
func (v *verifier) places(r *model.Record, x *firmware.Record, members []member) {
	const look = "look at packed attributes and -fpack-struct: " + regenerate
	for _, m := range members {
		if f := field(x, m.Name); f.Offset != m.offset {
			unit := map[bool]string{true: "bit ", false: "offset "}[m.IsBits]
			v.find(m.Pos, look, "%s.%s: at %s%d expected, at %s%d in the firmware", r.Name, m.Name, unit, m.offset, unit, f.Offset)
		}
	}
	if !v.anyMoved(x, members) {
		v.find(r.Pos, look, "%s: %d bytes expected, %d in the firmware", r.Name, r.Size, x.Size)
	}
}

// holdsDrifted reports whether a record that differs by itself is in another one.
func (v *verifier) holdsDrifted(x *firmware.Record) bool {
	return slices.ContainsFunc(x.Fields, func(f firmware.Field) bool { return v.drifted[f.Record] })
}
