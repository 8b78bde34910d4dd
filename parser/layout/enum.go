package layout

import "github.com/rttgen/rttgen/model"

// Enum sets the size and signedness of an enumeration. It is unsigned unless a value is negative. Short enums, which AAPCS
// makes the default for bare metal and the packed attribute asks for, take the smallest integer that holds all values;
// others take four bytes, and eight if they must (a gcc extension).
//
// Values are int64. C has no portable enumeration constant above [math.MaxInt64], and the model cannot tell one from a
// negative value: whoever reads the source has to refuse it.
func Enum(e *model.Enum, t model.Target) {
	var lo, hi int64
	for _, c := range e.Constants {
		lo, hi = min(lo, c.Value), max(hi, c.Value)
	}
	e.Signed = lo < 0
	e.Size = 4
	if t.ShortEnums || e.Packed {
		e.Size = 1
	}
	for e.Size < 8 && !fits(lo, hi, e.Size) {
		e.Size *= 2
	}
}

// fits reports whether an integer of size bytes, signed only if lo is negative, holds lo and hi.
func fits(lo, hi int64, size int) bool {
	bits := size * 8
	if lo < 0 {
		limit := int64(1) << (bits - 1)
		return lo >= -limit && hi < limit
	}
	return hi < 1<<bits
}
