package parser

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"modernc.org/cc/v4"

	"github.com/rttgen/rttgen/model"
)

// mirror writes the unit in which macros are evaluated: types that have the size of the real ones, enumeration constants,
// and the macros in question with all that they use. Macros come last, so that none changes the declarations.
func (b *builder) mirror(ast *cc.AST, unknown map[string]bool) string {
	var s strings.Builder
	s.WriteString("typedef unsigned int __predefined_size_t;\ntypedef int __predefined_ptrdiff_t;\n" +
		"typedef unsigned int __predefined_wchar_t;\nint __predefined_declarator;\n")
	b.mirrorTypes(&s)
	for _, name := range slices.Sorted(maps.Keys(b.constants)) {
		s.WriteString("enum { " + name + " = " + literal(b.constants[name]) + " };\n")
	}
	for _, name := range used(ast, unknown) {
		s.WriteString(macroText(name, ast.Macros[name]))
	}
	return s.String()
}

// used returns macros and all those that they name, in order.
func used(ast *cc.AST, macros map[string]bool) []string {
	seen := map[string]bool{}
	var visit func(name string)
	visit = func(name string) {
		m := ast.Macros[name]
		if m == nil || seen[name] || strings.HasPrefix(m.Name.Position().Filename, "<builtin>") {
			return
		}
		seen[name] = true
		for _, t := range m.ReplacementList() {
			visit(t.SrcStr())
		}
	}
	for name := range macros {
		visit(name)
	}
	return slices.Sorted(maps.Keys(seen))
}

// literal writes a constant; C has no negative literals, and so none for the lowest number.
func literal(v int64) string {
	if v == math.MinInt64 {
		return "(-9223372036854775807LL-1)"
	}
	return strconv.FormatInt(v, 10)
}

func macroText(name string, m *cc.Macro) string {
	if !m.IsFnLike {
		return "#define " + name + " " + text(m) + "\n"
	}
	params := paramNames(m)
	if m.VarArg >= 0 {
		if m.VarArg < len(params) {
			params = params[:m.VarArg]
		}
		params = append(params, "...")
	}
	return "#define " + name + "(" + strings.Join(params, ",") + ") " + text(m) + "\n"
}

func (b *builder) mirrorTypes(s *strings.Builder) {
	names := map[*model.Record]string{}
	for _, key := range slices.Sorted(maps.Keys(b.records)) {
		r := b.records[key]
		if !r.Complete {
			continue
		}
		name := r.Name
		if r.Anonymous() {
			name = "struct rttgen_anonymous_" + strconv.Itoa(len(names))
		}
		names[r] = name
		s.WriteString(name + " { char size[" + strconv.Itoa(r.Size) + "]; } __attribute__((aligned(" +
			strconv.Itoa(max(r.Align, 1)) + ")));\n")
	}
	for _, name := range slices.Sorted(maps.Keys(b.typedefs)) {
		if t, ok := mirrorType(b.typedefs[name].Type, names); ok {
			s.WriteString("typedef " + t + " " + name + ";\n")
		}
	}
}

// mirrorType spells a type of the same size and arithmetic.
func mirrorType(t *model.Type, records map[*model.Record]string) (string, bool) {
	u := t.Underlying()
	switch u.Kind {
	case model.Void, model.Bool, model.Int, model.Float:
		return u.Name, true
	case model.Pointer:
		return "void *", true
	case model.EnumT:
		return u.Enum.Integer(), true
	case model.Struct:
		name, ok := records[u.Record]
		return name, ok
	}
	return "", false
}
