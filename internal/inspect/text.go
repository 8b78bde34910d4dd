package inspect

import (
	"fmt"
	"io"
	"strings"

	"github.com/rttgen/rttgen/model"
)

// Text writes an API as C declarations, each with its place, records with offsets and sizes.
func Text(w io.Writer, api *model.API) error {
	out := &strings.Builder{}
	summary(out, api)
	for _, r := range api.Records {
		writeRecord(out, r)
	}
	for _, e := range api.Enums {
		writeEnum(out, e)
	}
	section(out, len(api.Typedefs))
	for _, t := range api.Typedefs {
		fmt.Fprintf(out, "typedef %s; %s\n", t.Type.Declare(t.Name), origin(t.Decl))
	}
	section(out, len(api.Functions))
	for _, f := range api.Functions {
		inline := ""
		if f.Inline {
			inline = "static inline "
		}
		fmt.Fprintf(out, "%s%s; %s\n", inline, f.Signature(), origin(f.Decl))
	}
	section(out, len(api.Variables))
	for _, v := range api.Variables {
		fmt.Fprintf(out, "extern %s; %s\n", v.Type.Declare(v.Name), origin(v.Decl))
	}
	section(out, len(api.Macros)+len(api.FuncMacros))
	for _, m := range api.Macros {
		writeMacro(out, m)
	}
	for _, m := range api.FuncMacros {
		fmt.Fprintf(out, "#define %s(%s) %s\n", m.Name, funcMacroParams(m), origin(m.Decl))
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func summary(out *strings.Builder, api *model.API) {
	fmt.Fprintf(out, "// RT-Thread %s: %s\n", api.Version, strings.Join(api.Headers, ", "))
	for _, d := range api.Defines {
		fmt.Fprintf(out, "// -D%s (%s)\n", d, d.Origin)
	}
	inlines := 0
	for _, f := range api.Functions {
		if f.Inline {
			inlines++
		}
	}
	fmt.Fprintf(out, "// %d structs and unions, %d enums, %d typedefs, %d functions, %d static inline functions, %d variables, "+
		"%d macros, %d function-like macros\n", len(api.Records), len(api.Enums), len(api.Typedefs), len(api.Functions)-inlines,
		inlines, len(api.Variables), len(api.Macros), len(api.FuncMacros))
}

func section(out *strings.Builder, n int) {
	if n > 0 {
		out.WriteByte('\n')
	}
}

// origin says where a declaration stands and under which conditions.
func origin(d model.Decl) string {
	s := "//"
	if d.Pos.IsValid() {
		s += fmt.Sprintf(" %s:%d", d.Pos.File, d.Pos.Line)
	}
	if len(d.Guards) > 0 {
		s += " #if " + strings.Join(d.Guards, " && ")
	}
	return s
}

func writeRecord(out *strings.Builder, r *model.Record) {
	if !r.Complete {
		fmt.Fprintf(out, "\n%s; %s\n", r.Name, origin(r.Decl))
		return
	}
	fmt.Fprintf(out, "\n%s { // size %d, align %d%s\n", r.Name, r.Size, r.Align, strings.TrimPrefix(origin(r.Decl), "//"))
	for _, f := range r.Fields {
		at, decl := fmt.Sprint(f.Offset), f.Type.Declare(f.Name)
		if f.IsBits {
			at, decl = fmt.Sprintf("%d:%d", f.BitOffset/8, f.BitOffset%8), fmt.Sprintf("%s : %d", decl, f.Bits)
		}
		guards := ""
		if own := inner(f.Guards, r.Guards); len(own) > 0 {
			guards = " // #if " + strings.Join(own, " && ")
		}
		fmt.Fprintf(out, "    /* %4s */ %s;%s\n", at, decl, guards)
	}
	out.WriteString("};\n")
}

func writeEnum(out *strings.Builder, e *model.Enum) {
	if !e.Complete {
		fmt.Fprintf(out, "\n%s; %s\n", e.Name, origin(e.Decl))
		return
	}
	fmt.Fprintf(out, "\n%s { // %s%s\n", e.Name, e.Integer(), strings.TrimPrefix(origin(e.Decl), "//"))
	for _, c := range e.Constants {
		fmt.Fprintf(out, "    %s = %d,\n", c.Name, integer(c.Value, c.Unsigned))
	}
	out.WriteString("};\n")
}

// integer is a value as C has it.
func integer(v int64, unsigned bool) any {
	if unsigned {
		return uint64(v)
	}
	return v
}

func writeMacro(out *strings.Builder, m *model.Macro) {
	value := m.Text
	switch m.Kind {
	case model.MacroInt:
		value = fmt.Sprint(m.Int)
		if m.Type != nil && !m.Type.Underlying().Signed {
			value = fmt.Sprintf("%#x", uint64(m.Int))
		}
	case model.MacroString:
		value = fmt.Sprintf("%q", m.String)
	}
	fmt.Fprintf(out, "#define %s %s\n", strings.TrimSpace(m.Name+" "+value), origin(m.Decl))
}
