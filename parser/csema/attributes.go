package csema

import (
	"strings"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/cpp"
	"github.com/rttgen/rttgen/parser/csyntax"
	"github.com/rttgen/rttgen/parser/layout"
)

// effects is what attributes change about types, calls and symbols.
type effects struct {
	packed      bool
	aligned     int // the strictest of several, which counts on members; 0 for none
	alignedLast int // the last of several, which counts on types
	noReturn    bool
	weak        bool
	bigEndian   bool
	mode        string
	modeAt      cpp.Pos
	vector      int64
	vectorAt    cpp.Pos
	pcs         string
	pcsAt       cpp.Pos
}

// effects reads lists of attributes, one behind the other. An attribute that may change what no effect says fails.
func (a *Analyzer) effects(lists ...[]csyntax.Attr) effects {
	var e effects
	for _, list := range lists {
		for i := range list {
			a.effect(&e, &list[i])
		}
	}
	return e
}

func (a *Analyzer) effect(e *effects, attr *csyntax.Attr) {
	if attr.Std {
		if attr.Name == "noreturn" || attr.Name == "_Noreturn" {
			e.noReturn = true
		}
		return // the standard's own change nothing else, and gcc ignores those of others
	}
	switch attr.Name {
	case "packed":
		e.packed = true
	case "aligned":
		n := a.alignedValue(attr)
		e.aligned, e.alignedLast = max(e.aligned, n), n
	case "noreturn":
		e.noReturn = true
	case "weak":
		e.weak = true
	case "mode":
		e.mode, e.modeAt = argument(attr), attr.Pos
	case "vector_size":
		e.vectorAt = attr.Pos
		if n, ok := a.attrInteger(attr); ok && n > 0 && n&(n-1) == 0 {
			e.vector = n
		} else {
			failAt(attr.Pos, "has attribute vector_size, whose argument is not understood")
		}
	case "scalar_storage_order":
		switch order := argument(attr); order {
		case "big-endian":
			e.bigEndian = true
		case "little-endian":
			e.bigEndian = false
		default:
			failAt(attr.Pos, "has attribute scalar_storage_order, whose argument is not understood")
		}
	case "pcs":
		e.pcs, e.pcsAt = argument(attr), attr.Pos
	default:
		switch {
		case harmless[attr.Name]:
		case refused[attr.Name] != "":
			failAt(attr.Pos, "has attribute %s: %s", attr.Name, refused[attr.Name])
		default:
			failAt(attr.Pos, "has attribute %s, of which it is not known what it changes", attr.Name)
		}
	}
}

// argument returns the only argument of an attribute as a word.
func argument(attr *csyntax.Attr) string {
	if len(attr.Args) != 1 {
		return ""
	}
	if t := attr.Args[0]; t.Kind == cpp.String {
		_, body, _ := cpp.Literal(t.Text)
		return body
	}
	return strings.Trim(attr.Args[0].Text, "_")
}

func (a *Analyzer) attrInteger(attr *csyntax.Attr) (int64, bool) {
	x, ok := csyntax.ParseExpr(attr.Args, a.isType)
	if !ok {
		return 0, false
	}
	return a.integer(x)
}

func (a *Analyzer) isType(name string) bool {
	return a.Typedefs[name] != nil || isVaList(name) || a.brokenType[name] != ""
}

func (a *Analyzer) alignedValue(attr *csyntax.Attr) int {
	if len(attr.Args) == 0 {
		return layout.DefaultAligned
	}
	n, ok := a.attrInteger(attr)
	if !ok || n <= 0 || n&(n-1) != 0 || n > 1<<28 {
		failAt(attr.Pos, "has attribute aligned, whose argument is not a power of two that can be computed")
	}
	return int(n)
}

// alignas returns the strictest _Alignas of specifiers.
func (a *Analyzer) alignas(s *csyntax.Specs) int {
	most := 0
	for _, x := range s.Alignas {
		if x.Type != nil {
			_, align, _ := layout.SizeAlign(a.typeName(x.Type))
			most = max(most, align)
			continue
		}
		n, ok := a.integer(x.Expr)
		if !ok || n < 0 || n&(n-1) != 0 || n > 1<<28 {
			failAt(x.Expr.Pos, "the argument of _Alignas is not a power of two that can be computed")
		}
		most = max(most, int(n))
	}
	return most
}

// modes are gcc's machine modes on arm, by whether the type is a floating one.
var modes = map[string]struct {
	float            bool
	signed, unsigned string
}{
	"QI": {false, "signed char", "unsigned char"}, "byte": {false, "signed char", "unsigned char"},
	"HI": {false, "short", "unsigned short"},
	"SI": {false, "int", "unsigned int"}, "word": {false, "int", "unsigned int"}, "pointer": {false, "int", "unsigned int"},
	"libgcc_cmp_return": {false, "int", "unsigned int"}, "libgcc_shift_count": {false, "int", "unsigned int"},
	"unwind_word": {false, "int", "unsigned int"},
	"DI":          {false, "long long", "unsigned long long"},
	"SF":          {true, "float", "float"}, "DF": {true, "double", "double"},
}

// modeOf gives a type the machine mode that an attribute asks for.
func (e effects) modeOf(t *model.Type) *model.Type {
	if e.mode == "" {
		return t
	}
	m, ok := modes[e.mode]
	u := t.Underlying()
	switch {
	case !ok:
		failAt(e.modeAt, "has attribute mode(%s), which is not known", e.mode)
	case u.Kind == model.Pointer && !m.float && basicTypes[m.signed].Size == 4:
		return t
	case u.Kind == model.Int && !m.float || u.Kind == model.Float && m.float:
		name := m.unsigned
		if u.Signed {
			name = m.signed
		}
		out := basicType(name)
		out.Const, out.Volatile = t.Const, t.Volatile
		return out
	}
	failAt(e.modeAt, "has attribute mode(%s), which its type cannot have", e.mode)
	return nil
}

// vectorOf makes a vector of a type, or of what its pointers, arrays and functions are made of.
func (e effects) vectorOf(t *model.Type) *model.Type {
	if e.vector == 0 {
		return t
	}
	switch u := t.Underlying(); u.Kind {
	case model.Pointer, model.Array, model.Func:
		out := *u
		out.Elem = e.vectorOf(u.Elem)
		return &out
	case model.Int, model.Float:
		if e.vector%int64(u.Size) == 0 && e.vector <= 1<<20 {
			return &model.Type{
				Kind: model.Invalid, Name: t.String() + " __attribute__((vector_size(" + itoa(e.vector) + ")))",
				Size: int(e.vector), Align: int(min(e.vector, 8)),
			}
		}
	}
	failAt(e.vectorAt, "has attribute vector_size, which its type cannot have")
	return nil
}

// checkCall fails if a calling convention is asked for that may differ from the usual one: it does for floating types.
func (e effects) checkCall(t *model.Type) {
	if e.pcs == "" {
		return
	}
	floats := t.Variadic || hasFloat(t.Elem)
	for _, p := range t.Params {
		floats = floats || hasFloat(p.Type)
	}
	if floats {
		failAt(e.pcsAt, "has attribute pcs, another calling convention for floating point values than the usual one")
	}
}

// hasFloat reports whether a value of a type is passed in registers of the FPU under some convention.
func hasFloat(t *model.Type) bool {
	switch u := t.Underlying(); u.Kind {
	case model.Float, model.Invalid:
		return true
	case model.Array:
		return hasFloat(u.Elem)
	case model.Struct:
		for _, f := range u.Record.Fields {
			if hasFloat(f.Type) {
				return true
			}
		}
	}
	return false
}

// refused are attributes that change layout, symbols or calls in a way that bindings cannot follow.
var refused = map[string]string{
	"weakref":             "its symbol is another one",
	"regparm":             "another calling convention",
	"cmse_nonsecure_call": "a call into another state of the processor",
	"address_space":       "pointers of another kind",
	"hardbool":            "values of another representation",
}

// harmless are attributes that change neither layout nor symbols nor calls, as gcc for arm has them, and those it ignores.
var harmless = set(`
	access alias alloc_align alloc_size always_inline artificial assume_aligned attribute_ref_warning cdecl cleanup cmse_nonsecure_entry cold
	common const constructor copy deprecated designated_init destructor dllexport dllimport error expected_throw externally_visible
	fallthrough fastcall fd_arg fd_arg_read fd_arg_write flatten format format_arg gcc_struct gnu_inline hot ifunc
	interrupt IRQ isr leaf long_call malloc may_alias may_be_unused ms_struct naked no_address_safety_analysis no_caller_saved_registers
	no_icf no_instrument_function no_profile_instrument_function no_reorder no_sanitize no_sanitize_address no_sanitize_thread
	no_sanitize_undefined no_split_stack no_stack_limit no_stack_protector noclone nocommon noinit noinline noipa nonnull
	nonstring noplt nothrow objc_nullability optimize patchable_function_entry persistent pure retain returns_nonnull returns_twice
	section sentinel short_call simd stack_protect stdcall symver tainted_args target target_clones tls_model transparent_union
	type_generic unavailable uninitialized unused used visibility volatile warn_if_not_aligned warn_unused_result warning
	zero_call_used_regs null_terminated_string_arg counted_by flag_enum strict_flex_array nodiscard maybe_unused
`)

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}
