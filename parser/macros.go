package parser

import (
	"context"
	"strconv"
	"strings"

	"modernc.org/cc/v4"

	"github.com/rttgen/rttgen/diag"
	"github.com/rttgen/rttgen/model"
)

// macros records every macro, and the value of those that are plain integers.
func (b *builder) macros(ast *cc.AST) {
	for name, m := range ast.Macros {
		if !ours(m.Name) {
			continue
		}
		d := b.decl(name, m.Name)
		if m.IsFnLike {
			b.fnMacros[name] = &model.FuncMacro{Decl: d, Params: paramNames(m), Variadic: m.VarArg >= 0, Text: text(m)}
			continue
		}
		kind := model.MacroOther
		if len(m.ReplacementList()) == 0 {
			kind = model.MacroEmpty
		}
		b.objMacros[name] = &model.Macro{Decl: d, Kind: kind, Text: text(m)}
		b.literal(b.objMacros[name])
	}
}

// literal gives a macro that is a plain integer its value, as most are.
func (b *builder) literal(m *model.Macro) {
	s := m.Text
	for strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		s = strings.TrimSpace(s[1 : len(s)-1])
	}
	digits, minus := strings.CutPrefix(s, "-")
	if digits == "" || digits[0] < '0' || digits[0] > '9' {
		return
	}
	n, ok := integerLiteral(strings.TrimSpace(digits))
	if !ok {
		return
	}
	if minus {
		n = n.with(-n.v)
	}
	m.Kind, m.Int, m.Type = model.MacroInt, n.v, n.typ()
}

// evaluate finds the values of the other macros. cc evaluates what a macro expands to in the scope of a unit; the unit is a mirror of
// the real one, in which every record has the size that it has on the target, and nothing else that could go wrong.
func (b *builder) evaluate(ctx context.Context, ast *cc.AST) *diag.List {
	problems := &diag.List{}
	unknown := map[string]bool{}
	for name, m := range b.objMacros {
		if m.Kind == model.MacroOther {
			unknown[name] = true
		}
	}
	if len(unknown) == 0 {
		return problems
	}
	src := []cc.Source{{Name: "<mirror>", Value: b.mirror(ast, unknown)}}
	mirror, err := runGuarded(ctx, b.cfg, func() (*cc.AST, error) { return cc.Translate(ccConfig(b.cfg, b.files), src) })
	if err != nil {
		problems.Add(diag.Diagnostic{
			Message: "cannot evaluate macros: " + err.Error(),
			Hint:    "this is a mistake in rttgen: please report it with the headers",
		})
		return problems
	}
	for name := range unknown {
		if m := mirror.Macros[name]; m != nil {
			b.value(b.objMacros[name], m.Value(), m.Type())
		}
	}
	return problems
}

func (b *builder) value(to *model.Macro, v cc.Value, t cc.Type) {
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
	if name, ok := ccKinds[t.Kind()]; ok {
		basic := basicTypes[name]
		basic.Name = name
		to.Type = &basic
	}
}

// ccKinds translates cc's arithmetic types.
var ccKinds = map[cc.Kind]string{
	cc.Void: "void", cc.Bool: "_Bool", cc.Char: "char", cc.SChar: "signed char", cc.UChar: "unsigned char",
	cc.Short: "short", cc.UShort: "unsigned short", cc.Int: "int", cc.UInt: "unsigned int",
	cc.Long: "long", cc.ULong: "unsigned long", cc.LongLong: "long long",
	cc.ULongLong: "unsigned long long", cc.Float: "float", cc.Double: "double", cc.LongDouble: "long double",
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
