package gcctest

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/layout"
)

// statements are C declarations that hold only if facts are true. Some facts are no constants for C: they are put into sections
// of the object and looked at there.
type statements struct {
	strings.Builder
	checks   int
	sections []section
}

// section is what a section of the object should hold.
type section struct {
	what  string
	check func(object *contents) error
}

func newStatements(api *model.API) *statements {
	s := &statements{}
	s.WriteString("int rttgen_unit; // without a definition there would be no debug information\n")
	for _, m := range api.Macros {
		s.macro(m)
	}
	// From here on the names mean declarations and not macros of the same name.
	for _, m := range api.Macros {
		fmt.Fprintf(s, "#undef %s\n", m.Name)
	}
	for _, m := range api.FuncMacros {
		fmt.Fprintf(s, "#undef %s\n", m.Name)
	}
	for _, e := range api.Enums {
		s.enum(e)
	}
	for _, r := range api.Records {
		s.record(r)
	}
	for _, t := range api.Typedefs {
		s.typedef(t)
	}
	for _, f := range api.Functions {
		s.function(f)
	}
	for _, v := range api.Variables {
		s.variable(v)
	}
	return s
}

// state writes an assertion with a message that tells the fact.
func (s *statements) state(condition, format string, args ...any) {
	s.checks++
	fmt.Fprintf(s, "_Static_assert(%s, %s);\n", condition, strconv.Quote(fmt.Sprintf(format, args...)))
}

// fold is state for expressions that gcc computes while it compiles although C calls them no constants: commas, "abc"[1].
func (s *statements) fold(condition, format string, args ...any) {
	s.checks++
	n := s.checks
	fmt.Fprintf(s, "extern void rttgen_wrong_%d(void) __attribute__((error(%s)));\n", n, strconv.Quote(fmt.Sprintf(format, args...)))
	fmt.Fprintf(s, "__attribute__((optimize(\"O1\"))) void rttgen_fold_%d(void) { if (!(%s)) rttgen_wrong_%d(); }\n", n, condition, n)
}

// look puts an object of a type into a section of its own.
func (s *statements) look(what, typ, value string, check func(*contents) error) {
	s.checks++
	s.sections = append(s.sections, section{what, check})
	n := len(s.sections) - 1
	fmt.Fprintf(s, "%s __attribute__((used, section(\".rttgen.%d\"))) = %s;\n", fmt.Sprintf(typ, fmt.Sprintf("rttgen_look_%d", n)), n, value)
}

func (s *statements) macro(m *model.Macro) {
	typed := func() {
		if m.Type == nil {
			return
		}
		if text, ok := spell(m.Type); ok {
			s.state(fmt.Sprintf("__builtin_types_compatible_p(__typeof__(%s), %s)", m.Name, text), "macro %s has type %s", m.Name, text)
		}
	}
	switch m.Kind {
	case model.MacroInt:
		s.fold(fmt.Sprintf("(unsigned long long)(%s) == %#xull", m.Name, uint64(m.Int)), "macro %s is %d", m.Name, m.Int)
		typed()
	case model.MacroFloat:
		s.look("macro "+m.Name, "const double %s", "("+m.Name+")", double(m.Float))
		typed()
	case model.MacroString:
		s.state(fmt.Sprintf("sizeof(%s) == %d", m.Name, len(m.String)+1), "macro %s has %d bytes", m.Name, len(m.String))
		s.look("macro "+m.Name, "const char %s[]", m.Name, bytesOf(m.String+"\x00"))
	case model.MacroAddress:
		s.look("macro "+m.Name, "const unsigned %s", "(unsigned)("+m.Name+")", word(m.Int))
		typed()
	case model.MacroObject:
		s.look("macro "+m.Name, "const unsigned %s", "(unsigned)&("+m.Name+")", word(m.Int))
		typed()
	}
}

func (s *statements) enum(e *model.Enum) {
	if e.Prototype {
		return
	}
	for _, c := range e.Constants {
		s.state(fmt.Sprintf("(unsigned long long)%s == %#xull", c.Name, uint64(c.Value)), "enumerator %s is %d", c.Name, c.Value)
	}
	name, ok := e.Name, e.Complete
	if e.Anonymous() {
		if ok = len(e.TypedefNames) > 0; ok {
			name = e.TypedefNames[0]
		}
	}
	if ok {
		s.state(fmt.Sprintf("sizeof(%s) == %d", name, e.Size), "%s has %d bytes", name, e.Size)
		s.state(fmt.Sprintf("((%s)-1 < 0) == %d", name, truth(e.Signed)), "%s is signed: %v", name, e.Signed)
	}
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (s *statements) record(r *model.Record) {
	if !r.Complete || r.Prototype {
		return
	}
	name := r.Name
	if r.Anonymous() {
		if len(r.TypedefNames) == 0 {
			return
		}
		name = r.TypedefNames[0]
	}
	s.state(fmt.Sprintf("sizeof(%s) == %d", name, r.Size), "%s has %d bytes", name, r.Size)
	s.state(fmt.Sprintf("_Alignof(%s) == %d", name, r.Align), "%s is aligned to %d", name, r.Align)
	s.members(name, "", r, 0)
}

// members states where the members of a record are that lies at an offset in the one with a name; path leads there.
func (s *statements) members(name, path string, r *model.Record, offset int) {
	for _, f := range r.Fields {
		member := path + f.Name
		in := anonymousRecord(f.Type)
		switch {
		case f.IsBits && f.Name == "":
		case f.IsBits:
			value := "-1"
			if f.Type.Underlying().Kind == model.Bool {
				value = "1"
			}
			what := fmt.Sprintf("bit-field %s of %s", member, name)
			s.look(what, "const "+name+" %s", "{."+member+" = "+value+"}", bits(8*offset+f.BitOffset, f.Bits))
		case f.Name == "" && in != nil:
			s.members(name, path, in, offset+f.Offset)
		case f.Name == "":
		default:
			s.state(fmt.Sprintf("__builtin_offsetof(%s, %s) == %d", name, member, offset+f.Offset), "%s of %s lies at %d", member, name, offset+f.Offset)
			s.memberType(name, member, f.Type)
			if in != nil {
				s.members(name, member+".", in, offset+f.Offset)
			}
		}
	}
}

// memberType states what type a member has.
func (s *statements) memberType(name, member string, t *model.Type) {
	of := fmt.Sprintf("((%s *)0)->%s", name, member)
	if text, ok := spell(t); ok {
		s.state(fmt.Sprintf("__builtin_types_compatible_p(__typeof__(%s), %s)", of, text), "%s of %s has type %s", member, name, text)
	} else if u := t.Underlying(); u.Kind == model.Struct {
		s.state(fmt.Sprintf("sizeof(%s) == %d", of, u.Record.Size), "%s of %s has %d bytes", member, name, u.Record.Size)
	}
}

// anonymousRecord returns the record without a tag or another name that a member is of, or nil.
func anonymousRecord(t *model.Type) *model.Record {
	if t.Kind == model.Struct && t.Record.Anonymous() && len(t.Record.TypedefNames) == 0 {
		return t.Record
	}
	return nil
}

func (s *statements) typedef(t *model.Typedef) {
	text, ok := spell(t.Type)
	if ok {
		s.state(fmt.Sprintf("__builtin_types_compatible_p(%s, %s)", t.Name, text), "%s is %s", t.Name, text)
	}
	switch u := t.Type.Underlying(); u.Kind {
	case model.Void, model.Func:
	case model.Array:
		if u.Len < 0 {
			return
		}
		fallthrough
	default:
		size, align, _ := layout.SizeAlign(&model.Type{Kind: model.Named, Name: t.Name, Elem: t.Type, AlignOf: t.AlignOf})
		if size > 0 {
			s.state(fmt.Sprintf("sizeof(%s) == %d", t.Name, size), "%s has %d bytes", t.Name, size)
			s.state(fmt.Sprintf("_Alignof(%s) == %d", t.Name, align), "%s is aligned to %d", t.Name, align)
		}
	}
}

func (s *statements) function(f *model.Function) {
	t := &model.Type{Kind: model.Func, Elem: f.Result, Params: f.Params, Variadic: f.Variadic}
	if text, ok := spell(t); ok {
		s.state(fmt.Sprintf("__builtin_types_compatible_p(__typeof__(%s), %s)", f.Name, text), "%s is %s", f.Name, text)
	}
	if !f.Inline {
		s.symbol("function "+f.Name, f.Name, f.Symbol)
	}
}

func (s *statements) variable(v *model.Variable) {
	if text, ok := spell(v.Type); ok {
		s.state(fmt.Sprintf("__builtin_types_compatible_p(__typeof__(%s), %s)", v.Name, text), "%s is %s", v.Name, text)
	}
	s.symbol("variable "+v.Name, v.Name, v.Symbol)
}

// symbol states what the linker knows a declaration by.
func (s *statements) symbol(what, name, symbol string) {
	if symbol == "" {
		symbol = name
	}
	s.look(what, "const void *const %s", "&"+name, refersTo(symbol))
}
