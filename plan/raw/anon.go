package raw

import (
	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/names"
)

// nameAnonymous names the records that C leaves without a name after what they are part of: that of member value of struct
// sigevent is SigeventValue. An anonymous member, which C reaches through, is an embedded field named after its first member:
// SigeventWithValue.
func (p *planner) nameAnonymous() {
	for _, r := range p.api.Records {
		if name := p.names.record[r]; name != "" {
			p.nameParts(r, name)
		}
	}
	for _, v := range p.api.Variables {
		if name := p.names.variable[v.Name]; name != "" {
			p.nameOne(innerRecord(v.Type), name+"Type")
		}
	}
}

func (p *planner) nameParts(r *model.Record, parent string) {
	for _, f := range r.Fields {
		inner := innerRecord(f.Type)
		if f.Name == "" {
			p.nameOne(inner, parent+"With"+firstMember(inner))
			continue
		}
		p.nameOne(inner, parent+names.Field(f.Name))
	}
}

// nameOne names a record unless it has a name, and then what is inside of it.
func (p *planner) nameOne(r *model.Record, name string) {
	if r == nil || p.names.record[r] != "" {
		return
	}
	if other := p.names.taken[name]; other != nil {
		p.diags.Add(diag.Diagnostic{
			Pos:     r.Pos,
			Message: r.Name + " and " + other.c + " are both raw." + name + " in Go",
			Hint:    "name the other one in a mapping: raw_names: {" + other.rule + ": " + name + "Named}",
		})
	}
	p.names.taken[name] = &nameClaim{c: r.Name, rule: r.Name, decl: &r.Decl}
	p.names.record[r] = name
	p.nameParts(r, name)
}

// innerRecord is the record that a declaration defines in passing: through arrays and pointers, not through names.
func innerRecord(t *model.Type) *model.Record {
	for t != nil {
		switch t.Kind {
		case model.Array, model.Pointer:
			t = t.Elem
			continue
		case model.Struct:
			if t.Record.Anonymous() {
				return t.Record
			}
		}
		return nil
	}
	return nil
}

// firstMember names an anonymous member: C has no other name for it than those of its own members.
func firstMember(r *model.Record) string {
	if r == nil {
		return ""
	}
	for _, f := range r.Fields {
		if f.Name != "" {
			return names.Field(f.Name)
		}
		if inner := innerRecord(f.Type); inner != nil {
			if s := firstMember(inner); s != "" {
				return s
			}
		}
	}
	return "Nothing"
}
