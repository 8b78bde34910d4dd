package layouttest

import (
	"fmt"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/layout"
)

// LayOut lays out records for a target, and before each the records and enums that it contains by value.
func LayOut(records []*model.Record, target model.Target) error {
	done := map[*model.Record]bool{}
	for _, r := range records {
		if err := layOut(r, target, done); err != nil {
			return err
		}
	}
	return nil
}

func layOut(r *model.Record, target model.Target, done map[*model.Record]bool) error {
	if done[r] {
		return nil
	}
	done[r] = true
	for _, f := range r.Fields {
		switch t := element(f.Type); t.Kind {
		case model.EnumT:
			layout.Enum(t.Enum, target)
		case model.Struct:
			if err := layOut(t.Record, target, done); err != nil {
				return err
			}
		}
	}
	if err := layout.Record(r); err != nil {
		return fmt.Errorf("%s: %w", r.Name, err)
	}
	return nil
}

// Compare returns what is different in two layouts of a record, got a computed one and want one from [GCC], and the number
// of facts compared. Unnamed bit-fields do not count: they have no place, and gcc does not record any.
func Compare(got, want *model.Record) (checks int, diffs []string) {
	c := &comparison{}
	c.record(want.Name, got, want)
	return c.checks, c.diffs
}

type comparison struct {
	checks int
	diffs  []string
}

func (c *comparison) equal(path, what string, got, want any) {
	c.checks++
	if got != want {
		c.diffs = append(c.diffs, fmt.Sprintf("%s: %s is %v, gcc has %v", path, what, got, want))
	}
}

func (c *comparison) record(path string, got, want *model.Record) {
	c.equal(path, "union", got.Union, want.Union)
	c.equal(path, "size", got.Size, want.Size)
	if want.Align != 0 {
		c.equal(path, "alignment", got.Align, want.Align)
	}
	fields := recorded(got.Fields)
	c.equal(path, "number of members", len(fields), len(want.Fields))
	for i := range min(len(fields), len(want.Fields)) {
		name := want.Fields[i].Name
		if name == "" {
			name = fmt.Sprintf("#%d", i)
		}
		c.field(path+"."+name, fields[i], want.Fields[i])
	}
}

func recorded(fields []*model.Field) []*model.Field {
	var list []*model.Field
	for _, f := range fields {
		if !f.IsBits || f.Name != "" {
			list = append(list, f)
		}
	}
	return list
}

func (c *comparison) field(path string, got, want *model.Field) {
	c.equal(path, "name", got.Name, want.Name)
	c.equal(path, "offset", got.Offset, want.Offset)
	c.equal(path, "bit-field", got.IsBits, want.IsBits)
	if want.IsBits {
		c.equal(path, "bit offset", got.BitOffset, want.BitOffset)
		c.equal(path, "width", got.Bits, want.Bits)
	}
	size, _, _ := layout.SizeAlign(got.Type)
	c.equal(path, "size of the type", size, want.Type.Size)
	g, w := element(got.Type), element(want.Type)
	c.equal(path, "kind of the type", g.Kind, w.Kind)
	switch {
	case g.Kind != w.Kind:
	case w.Kind == model.EnumT:
		c.equal(path, "size of the enum", g.Enum.Size, w.Enum.Size)
		c.equal(path, "signedness of the enum", g.Enum.Signed, w.Enum.Signed)
	case w.Kind == model.Int:
		c.equal(path, "signedness", g.Signed, w.Signed)
	case w.Kind == model.Struct && w.Record.Anonymous():
		c.record(path, g.Record, w.Record) // those with a tag are compared by themselves
	}
}

// element returns the type of the elements of arrays, without typedef names.
func element(t *model.Type) *model.Type {
	for t.Kind == model.Named || t.Kind == model.Array {
		t = t.Elem
	}
	return t
}
