package layouttest

import (
	"fmt"
	"math"
	"strings"

	"github.com/rttgen/rttgen/model"
)

// Source writes C that declares records and, before each, the enums, typedefs and records that it needs. Attributes appear
// in all the places where gcc takes them; which one depends on the name.
func Source(records []*model.Record) string {
	w := &writer{done: map[any]bool{}}
	for _, r := range records {
		w.record(r)
	}
	return w.String()
}

type writer struct {
	strings.Builder
	done map[any]bool
}

// style picks one of n ways to write the declaration of a name.
func style(name string, n int) int {
	sum := 0
	for _, b := range []byte(name) {
		sum = sum*31 + int(b)
	}
	return sum % n
}

func (w *writer) once(key any) bool {
	first := !w.done[key]
	w.done[key] = true
	return first
}

func (w *writer) record(r *model.Record) {
	if !w.once(r) {
		return
	}
	w.dependencies(r)
	open, end := pragmaPack(r)
	fmt.Fprintf(w, "%s%s;\n%s\n", open, body(r, ""), end)
}

func (w *writer) dependencies(r *model.Record) {
	for _, f := range r.Fields {
		if in := inlineRecord(f.Type); in != nil {
			w.dependencies(in)
			continue
		}
		w.need(f.Type)
	}
}

// need declares what a type refers to.
func (w *writer) need(t *model.Type) {
	switch t.Kind {
	case model.Struct:
		w.record(t.Record)
	case model.EnumT:
		w.enum(t.Enum)
	case model.Pointer, model.Array, model.Func:
		w.need(t.Elem)
	case model.Named:
		w.typedef(t)
	}
}

func (w *writer) typedef(t *model.Type) {
	if !w.once(t.Name) {
		return
	}
	w.need(t.Elem)
	attr := attributes(false, t.AlignOf)
	switch decl := t.Elem.Declare(t.Name); {
	case attr != "" && style(t.Name, 2) == 0:
		fmt.Fprintf(w, "typedef %s %s;\n", attr, decl)
	default:
		fmt.Fprintf(w, "typedef %s%s;\n", decl, leading(attr))
	}
}

func (w *writer) enum(e *model.Enum) {
	if !w.once(e) {
		return
	}
	fmt.Fprintf(w, "%s {", e.Name)
	for i, c := range e.Constants {
		if i > 0 {
			w.WriteString(",")
		}
		fmt.Fprintf(w, " %s = %s", c.Name, literal(c.Value))
	}
	fmt.Fprintf(w, " }%s;\n", leading(attributes(e.Packed, 0)))
}

// literal writes an integer constant; C has none for the smallest.
func literal(v int64) string {
	if v == math.MinInt64 {
		return fmt.Sprintf("%d - 1", v+1)
	}
	return fmt.Sprint(v)
}

func pragmaPack(r *model.Record) (open, end string) {
	switch {
	case r.PragmaPack == 0:
		return "", ""
	case style(r.Tag, 2) == 0:
		return fmt.Sprintf("#pragma pack(%d)\n", r.PragmaPack), "#pragma pack()\n"
	}
	return fmt.Sprintf("#pragma pack(push, %d)\n", r.PragmaPack), "#pragma pack(pop)\n"
}

// body writes the definition of a record.
func body(r *model.Record, indent string) string {
	keyword, attr := strings.Fields(r.Name)[0], attributes(r.Packed, r.AlignAttr)
	head, tail := "", leading(attr)
	if style(r.Name, 2) == 0 {
		head, tail = tail, ""
	}
	tag := r.Tag
	if tag != "" {
		tag = " " + tag
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s%s {\n", keyword, head, tag)
	for i := 0; i < len(r.Fields); i++ {
		if i+1 < len(r.Fields) && together(r.Fields[i], r.Fields[i+1]) {
			fmt.Fprintf(&b, "%s\t%s, %s;\n", indent, member(r.Fields[i], indent), declarator(r.Fields[i+1]))
			i++
			continue
		}
		fmt.Fprintf(&b, "%s\t%s;\n", indent, member(r.Fields[i], indent))
	}
	fmt.Fprintf(&b, "%s}%s", indent, tail)
	return b.String()
}

// together reports whether two bit-fields may share a declaration: "int a:1, b:2".
func together(a, b *model.Field) bool {
	return a.IsBits && b.IsBits && a.Type == b.Type && attributes(a.Packed, a.AlignAttr) == "" && style(b.Name, 3) == 1
}

// member writes the declaration of a member.
func member(f *model.Field, indent string) string {
	attr := attributes(f.Packed, f.AlignAttr)
	switch in := inlineRecord(f.Type); {
	case in != nil && f.Name == "":
		return body(in, indent+"\t")
	case in != nil:
		return body(in, indent+"\t") + " " + f.Name + leading(attr)
	case attr != "" && style(f.Name, 3) == 0:
		bare := *f
		bare.Packed, bare.AlignAttr = false, 0
		return attr + " " + member(&bare, indent)
	case f.IsBits:
		return f.Type.Declare("") + " " + declarator(f)
	}
	return f.Type.Declare(f.Name) + leading(attr)
}

// declarator writes what follows the type of a bit-field.
func declarator(f *model.Field) string {
	return fmt.Sprintf("%s:%d%s", f.Name, f.Bits, leading(attributes(f.Packed, f.AlignAttr)))
}

func attributes(packed bool, align int) string {
	switch {
	case packed && align > 0:
		return fmt.Sprintf("__attribute__((packed, aligned(%d)))", align)
	case packed:
		return "__attribute__((__packed__))"
	case align > 0:
		return fmt.Sprintf("__attribute__((aligned(%d)))", align)
	}
	return ""
}

func leading(s string) string {
	if s == "" {
		return ""
	}
	return " " + s
}
