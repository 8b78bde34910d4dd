// Package layout places the members of C records the way arm-none-eabi-gcc does for bare metal: AAPCS with gcc's extensions.
//
// AAPCS (IHI0042, chapters 5 and 8) settles what plain C means: natural alignment, 8 for long long and double, and
// bit-fields that live in containers of their declared type. What it leaves open - packed, aligned, #pragma pack, and
// bit-fields under any of them - is whatever gcc does, so the code follows gcc's stor-layout.cc step by step and says where
// its steps are surprising. Package layouttest holds it to gcc's own debug information.
//
// What a reader of C has to know to fill the model as gcc understands it:
//   - #pragma pack counts where the record is closed, not where it is opened or where the member is.
//   - Of several aligned attributes the strictest counts for a member, the last one for a record and for a typedef.
//   - Attributes behind a closing brace belong to the record. In front of "struct { … };" without a member name, or behind a
//     typedef name in the case of packed, they do nothing. Nor does aligned on an enum; on a typedef of one it does.
//   - An attribute in front of the declarators holds for all of them, one behind a declarator for that one alone.
//
// Everything here is a pure function of the model. Records and enums contained by value must have been laid out before;
// sizes and alignments of basic types and pointers come with their [model.Type].
package layout

import "github.com/rttgen/rttgen/model"

// DefaultAligned is what __attribute__((aligned)) without an argument asks for: the largest alignment of any basic type.
const DefaultAligned = 8

// Error says which member keeps a record from having a layout. C rejects such records too, gcc with an error at the member.
type Error struct {
	Field  *model.Field
	Reason string
}

// Error returns "member x: reason", or the reason alone for a member without a name.
func (e *Error) Error() string {
	if e.Field.Name == "" {
		return e.Reason
	}
	return "member " + e.Field.Name + ": " + e.Reason
}
