package raw

import (
	"fmt"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/names"
)

// bitRun counts the bit-fields at the start of a list.
func bitRun(fields []*model.Field) int {
	n := 0
	for n < len(fields) && fields[n].IsBits {
		n++
	}
	return n
}

// endOfBits is where the storage of a run of bit-fields must end: at the member behind it, or with the struct.
func (s *structPlanner) endOfBits(rest []*model.Field) int {
	if len(rest) > 0 {
		return rest[0].Offset
	}
	return s.x.Size
}

// bits stores a run of bit-fields, in one or more words, and gives each of them accessors.
func (s *structPlanner) bits(run []*model.Field, limit int) {
	for len(run) > 0 {
		n := s.shareWord(run)
		s.bitWord(run[:n], wordLimit(run[n:], limit))
		run = run[n:]
	}
}

// shareWord counts the bit-fields that go in one word: no more than 32 bits from its first byte, so that accessors stay
// plain arithmetic on a machine word. A single wider field has a word of its own.
func (s *structPlanner) shareWord(run []*model.Field) int {
	start := run[0].BitOffset / 8
	n := 1
	for n < len(run) && run[n].BitOffset+run[n].Bits <= (start+wordAlign)*8 {
		n++
	}
	for n < len(run) && overlaps(run[n-1], run[n]) {
		n++ // they share a byte
	}
	return n
}

func overlaps(a, b *model.Field) bool { return (a.BitOffset+a.Bits+7)/8 > b.BitOffset/8 }

func wordLimit(rest []*model.Field, limit int) int {
	if len(rest) > 0 {
		return rest[0].BitOffset / 8
	}
	return limit
}

func (s *structPlanner) bitWord(run []*model.Field, limit int) {
	start := run[0].BitOffset / 8
	last := run[len(run)-1]
	end := (last.BitOffset + last.Bits + 7) / 8
	if end == start {
		return // only unnamed fields of no width
	}
	storage := Field{Go: fmt.Sprintf("bits%d", start), Offset: start, Storage: true}
	storage.Type = s.bitStorage(start, end, limit)
	s.pad(start, storage.Type.Align)
	s.add(storage)
	for _, f := range run {
		if f.Name != "" {
			s.bitAccess(f, storage)
		}
	}
}

// bitStorage is the smallest integer that holds the bytes from start to end, where one fits; else an array of bytes.
func (s *structPlanner) bitStorage(start, end, limit int) *GoType {
	for _, size := range []int{1, 2, 4, 8} {
		fits := size >= end-start && start%size == 0 && start+size <= limit && size <= goAlign(s.x.Align)
		if fits {
			return GoUints[size]
		}
	}
	return arrayOf(goByte, int64(end-start))
}

func (s *structPlanner) bitAccess(f *model.Field, storage Field) {
	a := bitAccessor(f, s.goType(f.Type), f.BitOffset-storage.Offset*8)
	if a == nil {
		return
	}
	a.Go, a.Storage, a.Comment = s.accessorName(f.Name), storage.Go, s.fieldDoc(f)
	if storage.Type.Kind == GoBasic {
		a.Word = storage.Type
	}
	s.x.Access = append(s.x.Access, *a)
}

// bitAccessor describes a bit-field; nil for one of a type that Go does not have.
func bitAccessor(f *model.Field, t *GoType, shift int) *Accessor {
	if t == nil || t.Basic() == "" {
		return nil
	}
	u := f.Type.Underlying()
	return &Accessor{
		Kind: AccessBits, C: f.Name, Type: t, Shift: shift, Bits: f.Bits,
		Signed: u.Signed || u.Kind == model.EnumT && u.Enum.Signed,
	}
}

// accessorName keeps clear of fields and of the setters of other accessors.
func (s *structPlanner) accessorName(c string) string {
	name := names.Field(c)
	for s.names[name] || s.names["Set"+name] {
		name += "_"
	}
	s.names[name], s.names["Set"+name] = true, true
	return name
}
