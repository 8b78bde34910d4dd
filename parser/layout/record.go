package layout

import (
	"math"

	"github.com/rttgen/rttgen/model"
)

// Record sets the size and alignment of a record and the place of each member. The value of #pragma pack that counts is the
// one at the closing brace. The error is an [*Error]; the record then has neither size nor alignment, so that whatever
// contains it has none either.
func Record(r *model.Record) error {
	r.Size, r.Align = 0, 0
	members := make([]member, len(r.Fields))
	for i, f := range r.Fields {
		m, reason := measure(r, f)
		if reason != "" {
			return &Error{Field: f, Reason: reason}
		}
		members[i] = m
	}
	p := newPlacer(r)
	for i, f := range r.Fields {
		at := p.place(members[i])
		f.Offset, f.BitOffset = int(at/byteBits), 0
		if f.IsBits {
			f.BitOffset = int(at)
		}
		if p.end() > math.MaxInt32*byteBits {
			return &Error{Field: f, Reason: "it ends beyond 2 GiB"}
		}
	}
	r.Size = int(roundUp(p.end(), p.align) / byteBits)
	r.Align = int(p.align / byteBits)
	return nil
}

// All that follows counts in bits, like gcc. An unaligned bit-field has an alignment of 1.
const (
	byteBits = 8
	maxAlign = DefaultAligned * byteBits // gcc's BIGGEST_ALIGNMENT
)

// member is what decides the place of a member.
type member struct {
	size      int64
	typeSize  int64 // of the declared type: for a bit-field, its container
	typeAlign int64
	attr      int64 // aligned attribute of the member, 0 for none
	limit     int64 // #pragma pack, 0 for none
	packed    bool  // by the attribute of the member or of the record
	bits      bool
}

// measure returns what decides the place of f, or why it has none.
func measure(r *model.Record, f *model.Field) (m member, reason string) {
	size, align, complete := SizeAlign(f.Type)
	if !complete && (align == 0 || f.IsBits) {
		return m, "its type is incomplete"
	}
	m = member{
		size:      int64(size) * byteBits,
		typeSize:  int64(size) * byteBits,
		typeAlign: int64(align) * byteBits,
		attr:      inBits(f.AlignAttr),
		limit:     inBits(r.PragmaPack),
		packed:    f.Packed || r.Packed,
		bits:      f.IsBits,
	}
	if !f.IsBits {
		return m, ""
	}
	m.size = int64(f.Bits)
	switch {
	case !f.Type.IsInteger():
		return m, "a bit-field must have an integer type"
	case m.size < 0 || m.size > precision(f.Type, m.typeSize):
		return m, "the bit-field does not fit its type"
	}
	return m, ""
}

// precision returns how many of the bits of an integer type count.
func precision(t *model.Type, size int64) int64 {
	if t.Underlying().Kind == model.Bool {
		return 1
	}
	return size
}

// align returns the alignment that a member asks for at a position aligned to known, where 0 is the start of the record; it
// is gcc's layout_decl. It also tells whether the member stays a bit-field: one that fills a machine integer at an aligned
// position becomes an ordinary member.
func (m member) align(known int64) (align int64, bits bool) {
	align, bits = max(m.attr, 1), m.bits
	switch {
	case m.bits && m.size == 0:
		// ":0" starts a new container, and neither packed nor #pragma pack can keep it from doing so.
		return max(align, m.typeAlign), true
	case m.bits && m.isMachineInt() && !(m.packed && m.size > byteBits) && (known == 0 || known >= m.size):
		align, bits = max(align, m.size), false
	case m.bits:
		// Aligned to a bit: the container rule in place decides.
	case m.packed && m.attr > 0:
		// The only case in which the attribute of a member lowers its alignment.
	default:
		align = max(align, m.typeAlign)
	}
	if m.packed && m.attr == 0 {
		align = min(align, byteBits)
	}
	return m.capped(align), bits
}

// capped applies #pragma pack, which is stronger than the aligned attribute of a member.
func (m member) capped(align int64) int64 {
	if m.limit == 0 {
		return align
	}
	return min(align, m.limit)
}

// recordAlign returns the alignment that a bit-field gives its record. AAPCS 8.1.8: that of the container's type, for an
// unnamed one too (most other ABIs leave these out). Packing weakens it, save for a zero-width one: see align.
func (m member) recordAlign() int64 {
	switch {
	case m.limit != 0:
		return min(m.typeAlign, m.limit)
	case m.packed:
		return min(m.typeAlign, byteBits)
	}
	return m.typeAlign
}

// isMachineInt reports whether the member is as wide as QImode, HImode, SImode or DImode, each aligned to its size.
func (m member) isMachineInt() bool {
	return m.size == 8 || m.size == 16 || m.size == 32 || m.size == 64
}

// inBits converts an alignment from bytes; one that gcc would refuse counts as none.
func inBits(n int) int64 {
	if !isAlignment(n) {
		return 0
	}
	return int64(n) * byteBits
}

// roundUp returns the first multiple of align, a power of two, at or after n.
func roundUp(n, align int64) int64 { return (n + align - 1) &^ (align - 1) }
