package golden

import (
	"fmt"
	"go/types"
	"testing"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/raw"
)

// layoutCheck compares Go types, as they came out of the generator, with what C has.
type layoutCheck struct {
	raw     *types.Package
	sizes   types.Sizes
	structs int      // how many were compared
	offsets int      // and how many members of them
	scalars int      // and how many types that are no structs
	wrong   []string // what differs
}

// compareLayout compares every type of package raw with the facts that it was generated from: size and alignment of each
// struct, union, enum and typedef, and the offset of each member.
func compareLayout(t testing.TB, raw *types.Package, sizes types.Sizes, p *plan.Package) *layoutCheck {
	t.Helper()
	c := &layoutCheck{raw: raw, sizes: sizes}
	for _, r := range p.Raw.Records {
		if !r.Opaque {
			c.record(r)
		}
	}
	for _, e := range p.Raw.Enums {
		if e.Enum != nil && e.Enum.Complete {
			c.scalar(e.Go, e.C, e.Enum.Size)
		}
	}
	byName := map[string]*model.Typedef{}
	for _, d := range p.API.Typedefs {
		byName[d.Name] = d
	}
	for _, a := range p.Raw.Aliases {
		if d := byName[a.C]; d != nil && d.Type.Underlying().Size > 0 {
			c.scalar(a.Go, a.C, d.Type.Underlying().Size)
		}
	}
	for _, w := range c.wrong {
		t.Error(w)
	}
	return c
}

func (c *layoutCheck) bad(format string, args ...any) {
	c.wrong = append(c.wrong, fmt.Sprintf(format, args...))
}

// typeOf looks a type of package raw up.
func (c *layoutCheck) typeOf(name, cName string) types.Type {
	o := c.raw.Scope().Lookup(name)
	if o == nil {
		c.bad("package raw does not declare %s, which is to be %s", name, cName)
		return nil
	}
	return o.Type()
}

func (c *layoutCheck) scalar(name, cName string, size int) {
	t := c.typeOf(name, cName)
	if t == nil {
		return
	}
	c.scalars++
	if got := c.sizes.Sizeof(t); got != int64(size) {
		c.bad("raw.%s has %d bytes, %s has %d in C", name, got, cName, size)
	}
}

func (c *layoutCheck) record(r *raw.Record) {
	t := c.typeOf(r.Go, r.Record.Name)
	if t == nil {
		return
	}
	c.structs++
	if got := c.sizes.Sizeof(t); got != int64(r.Record.Size) {
		c.bad("raw.%s has %d bytes, %s has %d in C", r.Go, got, r.Record.Name, r.Record.Size)
	}
	// Nothing in Go is aligned to more than 8.
	if got := c.sizes.Alignof(t); got != int64(min(r.Record.Align, 8)) {
		c.bad("raw.%s is aligned to %d, %s to %d in C", r.Go, got, r.Record.Name, r.Record.Align)
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		c.bad("raw.%s is no struct", r.Go)
		return
	}
	if r.Union {
		return // its members are all at its start, behind methods
	}
	c.members(r, c.offsetsOf(s))
}

// offsetsOf returns where the named fields of a struct are.
func (c *layoutCheck) offsetsOf(s *types.Struct) map[string]int {
	var fields []*types.Var
	for f := range s.Fields() {
		fields = append(fields, f)
	}
	at := map[string]int{}
	for i, off := range c.sizes.Offsetsof(fields) {
		at[fields[i].Name()] = int(off)
	}
	return at
}

// members holds each C member to the Go field that stands for it.
func (c *layoutCheck) members(r *raw.Record, at map[string]int) {
	goField := map[int]string{}
	for _, f := range r.Fields {
		if f.Go != "_" && !f.Storage {
			goField[f.Offset] = f.Go
		}
		if got, ok := at[f.Go]; f.Go != "_" && (!ok || got != f.Offset) {
			c.bad("raw.%s.%s is at %d, not at %d", r.Go, f.Go, got, f.Offset)
		}
	}
	for _, f := range r.Record.Fields {
		if f.IsBits || f.Offset >= r.Record.Size { // behind methods; a flexible array
			continue
		}
		c.offsets++
		name, ok := goField[f.Offset]
		if !ok {
			c.bad("raw.%s has no field at %d, where C has %q", r.Go, f.Offset, f.Name)
		} else if at[name] != f.Offset {
			c.bad("raw.%s.%s is at %d, %s is at %d in C", r.Go, name, at[name], f.Name, f.Offset)
		}
	}
}
