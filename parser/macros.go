package parser

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"modernc.org/cc/v4"

	"github.com/rttgen/rttgen/model"
)

// macros records every macro. cc evaluates them in the scope of the whole unit; those it cannot know are evaluated a second
// time, see mirror.
func (b *builder) macros(ctx context.Context, ast *cc.AST) {
	again := newMirror(b, ast)
	for name, m := range ast.Macros {
		if !ours(m.Name) {
			continue
		}
		d := b.decl(name, m.Name)
		if m.IsFnLike {
			b.fnMacros[name] = &model.FuncMacro{Decl: d, Params: paramNames(m), Variadic: m.VarArg >= 0, Text: text(m)}
			continue
		}
		b.objMacros[name] = &model.Macro{Decl: d, Text: text(m)}
		b.value(b.objMacros[name], m.Value(), m.Type(), len(m.ReplacementList()) == 0)
		if again.needed(m) {
			again.want(name)
		}
	}
	again.evaluate(ctx)
}

func (b *builder) value(to *model.Macro, v cc.Value, t cc.Type, empty bool) {
	to.Kind = model.MacroOther
	if empty {
		to.Kind = model.MacroEmpty
		return
	}
	switch x := v.(type) {
	case cc.Int64Value:
		to.Kind, to.Int = model.MacroInt, int64(x)
	case cc.UInt64Value:
		to.Kind, to.Int = model.MacroInt, int64(x)
	case cc.Float64Value:
		to.Kind, to.Float = model.MacroFloat, strconv.FormatFloat(float64(x), 'g', -1, 64)
	case cc.StringValue:
		to.Kind, to.String = model.MacroString, strings.TrimSuffix(string(x), "\x00")
	default:
		return
	}
	to.Type = b.fromCC(t)
}

// text is the replacement list as written, white space folded.
func text(m *cc.Macro) string {
	var s strings.Builder
	for _, t := range m.ReplacementList() {
		if len(t.Sep()) > 0 && s.Len() > 0 {
			s.WriteByte(' ')
		}
		s.Write(t.Src())
	}
	return strings.TrimSpace(s.String())
}

func paramNames(m *cc.Macro) []string {
	var names []string
	for _, p := range m.Params {
		if s := strings.TrimSpace(p.SrcStr()); s != "" && s != "," {
			names = append(names, s)
		}
	}
	return names
}

// mirror evaluates macros a second time in a small unit where every record has the size that it has on the target. It is
// for those that hold a sizeof, which cc computes for another ABI, and those defined more than once, which cc leaves out.
type mirror struct {
	b    *builder
	ast  *cc.AST
	memo map[string]bool // whether a macro measures something
	list []string
}

func newMirror(b *builder, ast *cc.AST) *mirror {
	return &mirror{b: b, ast: ast, memo: map[string]bool{}}
}

func (m *mirror) needed(macro *cc.Macro) bool {
	return (!macro.IsConst && len(macro.ReplacementList()) > 0) || m.measures(macro)
}

func (m *mirror) want(name string) { m.list = append(m.list, name) }

// measures reports whether a macro holds a sizeof, itself or through others.
func (m *mirror) measures(macro *cc.Macro) bool {
	name := macro.Name.SrcStr()
	if known, ok := m.memo[name]; ok {
		return known
	}
	m.memo[name] = false // a macro is not expanded within itself
	for _, t := range macro.ReplacementList() {
		s := t.SrcStr()
		inner := m.ast.Macros[s]
		if s == "sizeof" || s == "_Alignof" || s == "__alignof__" || inner != nil && m.measures(inner) {
			m.memo[name] = true
			break
		}
	}
	return m.memo[name]
}

// closure returns the wanted macros and all that they use, sorted.
func (m *mirror) closure() []string {
	seen := map[string]bool{}
	var visit func(name string)
	visit = func(name string) {
		macro := m.ast.Macros[name]
		if macro == nil || seen[name] || !ours(macro.Name) {
			return
		}
		seen[name] = true
		for _, t := range macro.ReplacementList() {
			visit(t.SrcStr())
		}
	}
	for _, name := range m.list {
		visit(name)
	}
	names := make([]string, 0, len(seen))
	for name := range seen {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// evaluate fills in the values of the wanted macros. One that makes no sense as an expression just has none.
func (m *mirror) evaluate(ctx context.Context) {
	if len(m.list) == 0 {
		return
	}
	src := []cc.Source{
		{Name: "<predefined>", Value: "#define __SIZE_TYPE__ unsigned int\n#define __PTRDIFF_TYPE__ int\n#define __WCHAR_TYPE__ unsigned int\nint __predefined_declarator;\n"},
		{Name: "mirror", Value: m.source()},
	}
	ast, err := runGuarded(ctx, m.b.cfg, func() (*cc.AST, error) { return cc.Translate(ccConfig(m.b.cfg, m.b.files), src) })
	for _, name := range m.list {
		to := m.b.objMacros[name]
		to.Kind = model.MacroOther
		if err == nil && ast.Macros[name] != nil {
			m.b.value(to, ast.Macros[name].Value(), ast.Macros[name].Type(), false)
		}
	}
}

// source writes the small unit.
func (m *mirror) source() string {
	var s strings.Builder
	names := map[*model.Record]string{}
	for _, r := range m.b.records {
		if r.Complete {
			names[r] = mirrorRecord(&s, r, len(names))
		}
	}
	for _, e := range m.b.enums {
		for _, c := range e.Constants {
			s.WriteString("enum { " + c.Name + " = " + strconv.FormatInt(c.Value, 10) + " };\n")
		}
	}
	for name, td := range m.b.typedefs {
		if t, ok := mirrorType(td.Type, names); ok {
			s.WriteString("typedef " + t + " " + name + ";\n")
		}
	}
	for _, name := range m.closure() {
		macro := m.ast.Macros[name]
		s.WriteString("#define " + name)
		if macro.IsFnLike {
			s.WriteString("(" + strings.Join(paramNames(macro), ",") + ")")
		}
		s.WriteString(" " + text(macro) + "\n")
	}
	return s.String() + trailer
}

// mirrorRecord declares a record of the right size and alignment with nothing in it.
func mirrorRecord(s *strings.Builder, r *model.Record, n int) string {
	name := r.Name
	if r.Anonymous() {
		name = "struct rttgen_anonymous_" + strconv.Itoa(n)
	}
	s.WriteString(name + " { char size[" + strconv.Itoa(r.Size) + "]; } __attribute__((aligned(" + strconv.Itoa(max(r.Align, 1)) + ")));\n")
	return name
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
		for _, name := range []string{"unsigned char", "signed char", "unsigned short", "short", "unsigned int", "int"} {
			if b := basicTypes[name]; b.Size == u.Enum.Size && b.Signed == u.Enum.Signed {
				return name, true
			}
		}
	case model.Struct:
		name, ok := records[u.Record]
		return name, ok
	}
	return "", false
}
