package layout

import "github.com/rttgen/rttgen/model"

// placer walks through a record; it is gcc's record_layout_info. The position is offset+bit, where offset is a multiple of
// unit and bit less than unit. One number would do, but for a bit-field whose typedef is aligned to more than unit: gcc
// then rounds bit alone, and the result depends on unit.
type placer struct {
	union  bool
	unit   int64
	offset int64
	bit    int64
	align  int64 // of the record so far
	most   int64 // size of the largest member of a union
}

func newPlacer(r *model.Record) *placer {
	align := max(byteBits, inBits(r.AlignAttr))
	return &placer{union: r.Union, unit: max(align, maxAlign), align: align}
}

// end returns the size of the record without the padding at its end.
func (p *placer) end() int64 {
	if p.union {
		return p.most
	}
	return p.offset + p.bit
}

// place returns the position of the next member and moves behind it.
func (p *placer) place(m member) int64 {
	align, bits := m.align(p.known())
	p.align = max(p.align, align)
	if m.bits {
		p.align = max(p.align, m.recordAlign())
	}
	if p.union {
		p.most = max(p.most, roundUp(m.size, byteBits))
		return 0
	}
	p.roundUp(align)
	if bits && m.contained() && p.leavesContainer(m) {
		p.bit = roundUp(p.bit, m.typeAlign)
	}
	p.normalize()
	at := p.offset + p.bit
	p.bit += m.size
	p.normalize()
	return at
}

// known returns the alignment of the position, 0 at the start of the record, which is aligned to whatever is asked for.
func (p *placer) known() int64 {
	if p.bit != 0 {
		return p.bit & -p.bit
	}
	return p.offset & -p.offset
}

func (p *placer) roundUp(align int64) {
	if align < p.unit {
		p.bit = roundUp(p.bit, align)
		return
	}
	p.offset = roundUp(p.offset+roundUp(p.bit, byteBits), align)
	p.bit = 0
}

func (p *placer) normalize() {
	p.offset += p.bit &^ (p.unit - 1)
	p.bit &= p.unit - 1
}

// contained reports whether the bit-field must not leave its container. Packed ones may, and so may all under #pragma pack,
// even one that is wider than every alignment in the record.
func (m member) contained() bool { return !m.packed && m.limit == 0 }

// leavesContainer reports whether the bit-field would touch more units of its type's alignment than its type has (gcc:
// PCC_BITFIELD_TYPE_MATTERS, excess_unit_span). A typedef that is aligned to more than its size has none, so that each of
// its bit-fields goes to the next boundary.
func (p *placer) leavesContainer(m member) bool {
	start := (p.offset + p.bit) % m.typeAlign
	return (start+m.size+m.typeAlign-1)/m.typeAlign > m.typeSize/m.typeAlign
}
