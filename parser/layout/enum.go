package layout

import "github.com/rttgen/rttgen/model"

// Enum sets the size and signedness of an enumeration. It is unsigned unless a value is negative. Short enums, which AAPCS
// makes the default for bare metal and the packed attribute asks for, take the smallest integer that holds all values;
// others take four bytes, and eight if they must (a gcc extension). If no integer holds them all, the result is false, and the
// enum takes what gcc gives it with a warning: long long.
func Enum(e *model.Enum, t model.Target) bool {
	e.Size = 4
	if t.ShortEnums || e.Packed {
		e.Size = 1
	}
	needed := EnumSize(e)
	e.Size = max(e.Size, min(needed, 8))
	return needed <= 8
}

// EnumSize returns the size of the smallest integer that holds all values of an enum, and sets its signedness; 16 stands for
// more than there is.
func EnumSize(e *model.Enum) int {
	var lo, hi int64
	huge := false
	for _, c := range e.Constants {
		if c.Unsigned {
			huge = true
			continue
		}
		lo, hi = min(lo, c.Value), max(hi, c.Value)
	}
	e.Signed = lo < 0
	switch {
	case huge && e.Signed:
		return 16
	case huge:
		return 8
	}
	for size := 1; size < 8; size *= 2 {
		if fits(lo, hi, size) {
			return size
		}
	}
	return 8
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
