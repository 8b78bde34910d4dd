package raw

import (
	"strings"

	"github.com/rttgen/rttgen/model"
)

// unionStorage is the field that holds the members of a union.
const unionStorage = "data"

// planUnion stores a union in a field of its size, with a method for each member that points to it as its own type.
func (p *planner) planUnion(x *Record) {
	s := &structPlanner{planner: p, x: x, align: 1, names: map[string]bool{}}
	storage := unionField(x.Record, p.holdsPointers(x.Record))
	if storage.Type.Size > 0 {
		s.add(storage)
	}
	s.finish()
	for _, f := range x.Record.Fields {
		s.unionMember(f)
	}
}

// unionField is wide enough for the members where pointers are wider than on the target: of pointers, if there are any.
func unionField(r *model.Record, pointers bool) Field {
	elem := goByte
	switch {
	case r.Align >= 4 && pointers:
		elem = goUintptr
	case r.Align >= 4:
		elem = GoUints[4]
	case r.Align == 2:
		elem = GoUints[2]
	}
	return Field{Go: unionStorage, Type: arrayOf(elem, int64(r.Size/elem.Size)), Storage: true}
}

// unionMember adds the accessor of a member; those of an anonymous one are members of the union too.
func (s *structPlanner) unionMember(f *model.Field) {
	t := s.goType(f.Type)
	switch {
	case t == nil:
		s.note("member " + f.Name + " has no form in Go")
	case f.IsBits:
		s.unionBits(f, t)
	case f.Name != "":
		s.x.Access = append(s.x.Access, Accessor{
			Kind: AccessMember, Go: s.name(f.Name), C: f.Name, Type: t, Storage: unionStorage, Comment: oneLine(f.Doc),
		})
	default:
		s.unionView(f.Type.Underlying().Record, t)
	}
}

func (s *structPlanner) unionBits(f *model.Field, t *GoType) {
	if f.Name == "" {
		return
	}
	if a := bitAccessor(f, t, f.BitOffset); a != nil {
		a.Go, a.Storage = s.accessorName(f.Name), unionStorage
		s.x.Access = append(s.x.Access, *a)
	}
}

// unionView gives an anonymous struct of a union an accessor of its own, named after its first member as its type is: its
// members are one step further away than in C.
func (s *structPlanner) unionView(r *model.Record, t *GoType) {
	s.x.Access = append(s.x.Access, Accessor{
		Kind: AccessMember, Go: s.name(strings.TrimPrefix(t.Name, s.x.Go)), C: r.Name, Type: t, Storage: unionStorage,
		Comment: "without a name in C",
	})
}
