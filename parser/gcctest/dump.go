package gcctest

import (
	"fmt"
	"strings"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/layout"
)

// Dump lists the facts that are of a header, one a line, as a person would check them.
func Dump(api *model.API, header string) string {
	d := &dump{header: header}
	for _, r := range api.Records {
		d.record(r)
	}
	for _, e := range api.Enums {
		d.enum(e)
	}
	for _, t := range api.Typedefs {
		size, align, _ := layout.SizeAlign(&model.Type{Kind: model.Named, Name: t.Name, Elem: t.Type, AlignOf: t.AlignOf})
		d.line(t.Decl, "typedef %s: %d/%d", t.Type.Declare(t.Name), size, align)
	}
	for _, f := range api.Functions {
		d.line(f.Decl, "function %s%s%s", f.Signature(), symbol(f.Symbol), flags(map[string]bool{"inline": f.Inline, "noreturn": f.NoReturn, "weak": f.Weak}))
	}
	for _, v := range api.Variables {
		d.line(v.Decl, "variable %s%s", v.Type.Declare(v.Name), symbol(v.Symbol))
	}
	for _, m := range api.Macros {
		d.macro(m)
	}
	for _, s := range api.Skipped {
		d.line(s.Decl, "skipped %s %s, line %d: %s", s.Kind, s.Name, s.Pos.Line, s.Reason)
	}
	return d.String()
}

type dump struct {
	strings.Builder
	header string
}

func (d *dump) line(of model.Decl, format string, args ...any) {
	if of.Pos.File == d.header {
		fmt.Fprintf(d, format+"\n", args...)
	}
}

func (d *dump) record(r *model.Record) {
	if !r.Complete {
		d.line(r.Decl, "%s", r.Name)
		return
	}
	d.line(r.Decl, "%s: %d/%d", r.Name, r.Size, r.Align)
	for _, f := range r.Fields {
		if f.IsBits {
			d.line(r.Decl, "\t%d.%d %s:%d", f.BitOffset/8, f.BitOffset%8, f.Type.Declare(f.Name), f.Bits)
		} else {
			d.line(r.Decl, "\t%d %s", f.Offset, f.Type.Declare(f.Name))
		}
	}
}

func (d *dump) enum(e *model.Enum) {
	if !e.Complete {
		d.line(e.Decl, "%s", e.Name)
		return
	}
	d.line(e.Decl, "%s: %s", e.Name, e.Integer())
	for _, c := range e.Constants {
		if e.Size == 8 && !e.Signed {
			d.line(e.Decl, "\t%s = %d", c.Name, uint64(c.Value))
		} else {
			d.line(e.Decl, "\t%s = %d", c.Name, c.Value)
		}
	}
}

func (d *dump) macro(m *model.Macro) {
	typ := ""
	if m.Type != nil {
		typ = " (" + m.Type.String() + ")"
	}
	switch m.Kind {
	case model.MacroInt:
		if m.Type != nil && m.Type.Size == 8 && !m.Type.Signed {
			d.line(m.Decl, "macro %s = %d%s", m.Name, uint64(m.Int), typ)
		} else {
			d.line(m.Decl, "macro %s = %d%s", m.Name, m.Int, typ)
		}
	case model.MacroFloat:
		d.line(m.Decl, "macro %s = %s%s", m.Name, m.Float, typ)
	case model.MacroString:
		d.line(m.Decl, "macro %s = %q", m.Name, m.String)
	case model.MacroAddress, model.MacroObject:
		d.line(m.Decl, "macro %s: %s %#x%s", m.Name, m.Kind, uint32(m.Int), typ)
	default:
		d.line(m.Decl, "macro %s: %s", m.Name, m.Kind)
	}
}

func symbol(label string) string {
	if label == "" {
		return ""
	}
	return " = " + label
}

func flags(set map[string]bool) string {
	var on []string
	for _, name := range []string{"inline", "noreturn", "weak"} {
		if set[name] {
			on = append(on, name)
		}
	}
	if on == nil {
		return ""
	}
	return " [" + strings.Join(on, " ") + "]"
}
