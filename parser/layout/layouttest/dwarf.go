package layouttest

import (
	"debug/dwarf"

	"github.com/rttgen/rttgen/model"
)

// debugInfo turns DWARF into the part of the model that a layout is made of. It reads members itself: package dwarf does not
// expect data_bit_offset where it guesses which arrays have no length.
type debugInfo struct {
	data    *dwarf.Data
	signed  map[*dwarf.EnumType]bool
	members map[*dwarf.StructType][]*dwarf.Entry
	seen    map[*dwarf.StructType]*model.Record
}

// scan returns all structs and unions, and notes their members and the signedness of enums.
func (d *debugInfo) scan() ([]*dwarf.StructType, error) {
	var structs []*dwarf.StructType
	r := d.data.Reader()
	for {
		e, err := r.Next()
		if e == nil || err != nil {
			return structs, err
		}
		switch e.Tag {
		case dwarf.TagMember:
			last := structs[len(structs)-1]
			d.members[last] = append(d.members[last], e)
			continue
		case dwarf.TagStructType, dwarf.TagUnionType, dwarf.TagEnumerationType:
		default:
			continue
		}
		t, err := d.data.Type(e.Offset)
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case *dwarf.StructType:
			structs = append(structs, t)
		case *dwarf.EnumType:
			if d.signed[t], err = d.isSigned(e); err != nil {
				return nil, err
			}
		}
	}
}

// isSigned looks at the integer type behind an enum.
func (d *debugInfo) isSigned(e *dwarf.Entry) (bool, error) {
	base, ok := e.Val(dwarf.AttrType).(dwarf.Offset)
	if !ok {
		return false, nil
	}
	t, err := d.data.Type(base)
	if err != nil {
		return false, err
	}
	return isSigned(t), nil
}

func isSigned(t dwarf.Type) bool {
	switch t.(type) {
	case *dwarf.IntType, *dwarf.CharType:
		return true
	}
	return false
}

func (d *debugInfo) record(s *dwarf.StructType) (*model.Record, error) {
	if r := d.seen[s]; r != nil {
		return r, nil
	}
	r := &model.Record{Tag: s.StructName, Union: s.Kind == "union", Complete: !s.Incomplete, Size: int(s.ByteSize)}
	r.Name = s.Kind + " " + s.StructName
	d.seen[s] = r
	for _, e := range d.members[s] {
		f, err := d.field(e)
		if err != nil {
			return nil, err
		}
		r.Fields = append(r.Fields, f)
	}
	return r, nil
}

func (d *debugInfo) field(e *dwarf.Entry) (*model.Field, error) {
	offset, _ := e.Val(dwarf.AttrType).(dwarf.Offset)
	t, err := d.data.Type(offset)
	if err != nil {
		return nil, err
	}
	f := &model.Field{Offset: number(e, dwarf.AttrDataMemberLoc)}
	f.Name, _ = e.Val(dwarf.AttrName).(string)
	if f.Bits = number(e, dwarf.AttrBitSize); f.Bits > 0 {
		f.IsBits, f.BitOffset = true, bitOffset(e)
		f.Offset = f.BitOffset / 8
	}
	f.Type, err = d.typ(t)
	return f, err
}

// bitOffset is 0 in a union, as C wants. There gcc only writes the bit_offset of DWARF 2, relative to the start of a container
// that it does not write, and that is not the start of the union if a typedef lowers the alignment of the member's type.
func bitOffset(e *dwarf.Entry) int { return number(e, dwarf.AttrDataBitOffset) }

// number returns an attribute, 0 if the entry does not have it.
func number(e *dwarf.Entry, attr dwarf.Attr) int {
	n, _ := e.Val(attr).(int64)
	return int(n)
}

// typ keeps the kind of a type, and what a layout depends on; names are of no interest.
func (d *debugInfo) typ(t dwarf.Type) (*model.Type, error) {
	size := int(max(t.Size(), 0))
	switch t := t.(type) {
	case *dwarf.TypedefType:
		return d.typ(t.Type)
	case *dwarf.QualType:
		return d.typ(t.Type)
	case *dwarf.ArrayType:
		elem, err := d.typ(t.Type)
		return &model.Type{Kind: model.Array, Elem: elem, Len: t.Count, Size: size}, err
	case *dwarf.StructType:
		r, err := d.record(t)
		return &model.Type{Kind: model.Struct, Record: r, Size: size}, err
	case *dwarf.EnumType:
		e := &model.Enum{Tag: t.EnumName, Size: size, Signed: d.signed[t]}
		return &model.Type{Kind: model.EnumT, Enum: e, Size: size}, nil
	case *dwarf.PtrType:
		return &model.Type{Kind: model.Pointer, Size: size}, nil
	case *dwarf.BoolType:
		return &model.Type{Kind: model.Bool, Size: size}, nil
	case *dwarf.FloatType:
		return &model.Type{Kind: model.Float, Size: size}, nil
	case *dwarf.IntType, *dwarf.CharType, *dwarf.UintType, *dwarf.UcharType:
		return &model.Type{Kind: model.Int, Size: size, Signed: isSigned(t)}, nil
	}
	return &model.Type{Kind: model.Invalid, Name: t.String(), Size: size}, nil
}
