package layout

import (
	"math"

	"github.com/rttgen/rttgen/model"
)

// SizeAlign returns sizeof and _Alignof of a type in bytes. A type without a size is not complete: void, functions, records
// that have not been laid out, objects of 2 GiB and more. Of these only an array of unknown length has an alignment, which
// is what a flexible array member needs; the others have 0.
func SizeAlign(t *model.Type) (size, align int, complete bool) {
	if t == nil {
		return 0, 0, false
	}
	switch t.Kind {
	case model.Void, model.Func:
		return 0, 0, false
	case model.Named:
		return namedSizeAlign(t)
	case model.Array:
		return arraySizeAlign(t)
	case model.Struct:
		return recordSizeAlign(t.Record)
	case model.EnumT:
		if t.Enum == nil || t.Enum.Size == 0 {
			return 0, 0, false
		}
		return t.Enum.Size, t.Enum.Size, true
	}
	return t.Size, t.Align, t.Size > 0 && t.Align > 0
}

// namedSizeAlign lets the aligned attribute of a typedef replace the alignment, which can lower it. The size stays: gcc does
// not pad "typedef int t __attribute__((aligned(8)))" to 8 bytes.
func namedSizeAlign(t *model.Type) (size, align int, complete bool) {
	if a, b := qualifiers(t), qualifiers(t.Elem); a != b && b != (qualified{}) && isArray(t) {
		return SizeAlign(t.Underlying()) // see element
	}
	size, align, complete = SizeAlign(t.Elem)
	if align > 0 && isAlignment(t.AlignOf) {
		align = t.AlignOf
	}
	return size, align, complete
}

func arraySizeAlign(t *model.Type) (size, align int, complete bool) {
	elem, align, complete := SizeAlign(element(t.Elem))
	switch {
	case !complete:
		return 0, 0, false
	case t.Len < 0:
		return 0, align, false
	case elem > 0 && t.Len > math.MaxInt32/int64(elem):
		return 0, 0, false
	}
	return elem * int(t.Len), align, true
}

// element returns the type whose alignment an array of t has. If a typedef stands for a qualified type, gcc forgets about the
// aligned attributes of typedefs when it builds an array of it: grokdeclarator goes on with TYPE_MAIN_VARIANT. With
//
//	typedef const int t __attribute__((aligned(1)));
//
// "t a" is aligned to 1, "t a[2]" to 4. The same goes for more qualifiers on a typedef of a qualified array.
func element(t *model.Type) *model.Type {
	if t != nil && t.Kind == model.Named && qualifiers(t.Elem) != (qualified{}) {
		return t.Underlying()
	}
	return t
}

type qualified struct{ isConst, isVolatile bool }

// qualifiers returns those of a type, or of the elements of an array, through typedefs.
func qualifiers(t *model.Type) (q qualified) {
	for ; t != nil; t = t.Elem {
		q.isConst = q.isConst || t.Const
		q.isVolatile = q.isVolatile || t.Volatile
		if t.Kind != model.Named && t.Kind != model.Array {
			break
		}
	}
	return q
}

func isArray(t *model.Type) bool {
	u := t.Underlying()
	return u != nil && u.Kind == model.Array
}

// recordSizeAlign goes by the alignment, which every laid out record has: Complete only says that the source has a body, and
// the size of an empty record is 0.
func recordSizeAlign(r *model.Record) (size, align int, complete bool) {
	if r == nil || r.Align == 0 {
		return 0, 0, false
	}
	return r.Size, r.Align, true
}

// isAlignment reports whether n can be an alignment in bytes; 0 stands for no attribute, and gcc refuses the rest.
func isAlignment(n int) bool { return n > 0 && n <= 1<<28 && n&(n-1) == 0 }
