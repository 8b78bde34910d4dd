package raw

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/model"
)

func Itoa(n int64) string { return strconv.FormatInt(n, 10) }

func basic(name string, size, align int) *GoType {
	return &GoType{Kind: GoBasic, Name: name, Size: size, Align: align}
}

// The Go types that C's own stand for.
var (
	goBool    = basic("bool", 1, 1)
	goUintptr = &GoType{Kind: GoBasic, Name: "uintptr", Size: 4, Align: 4, pointers: true}
	GoUnsafe  = &GoType{Kind: GoBasic, Name: "unsafe.Pointer", Size: 4, Align: 4, pointers: true}
	goByte    = basic("byte", 1, 1)
	GoUints   = map[int]*GoType{1: basic("uint8", 1, 1), 2: basic("uint16", 2, 2), 4: basic("uint32", 4, 4), 8: basic("uint64", 8, 8)}
	GoInts    = map[int]*GoType{1: basic("int8", 1, 1), 2: basic("int16", 2, 2), 4: basic("int32", 4, 4), 8: basic("int64", 8, 8)}
	goFloats  = map[int]*GoType{4: basic("float32", 4, 4), 8: basic("float64", 8, 8)}
)

// addressTypes are the integer types that C code stores pointers in: they are as wide as a pointer in Go too, so that code
// which runs on the host keeps them whole.
var addressTypes = map[string]bool{"uintptr_t": true, "rt_ubase_t": true, "rt_uintptr_t": true}

// hasGoName reports whether a typedef is one that Go has a name for: uint8_t, rt_int32_t, uintptr_t.
func hasGoName(typedef string) bool { return goSpelling.MatchString(typedef) }

var goSpelling = regexp.MustCompile(`^((rt_)?u?int(8|16|32|64)|uintptr)_t$`)

func pointerTo(elem *GoType) *GoType {
	return &GoType{Kind: GoPointer, Elem: elem, Size: 4, Align: 4, pointers: true}
}

func arrayOf(elem *GoType, n int64) *GoType {
	n = max(n, 0)
	return &GoType{
		Kind: GoArray, Elem: elem, Len: n, Size: int(n) * elem.Size, Align: elem.Align, pointers: elem.pointers,
	}
}

// goType returns what a C type is in Go, nil if Go cannot express it.
func (p *planner) goType(t *model.Type) *GoType {
	if g, ok := p.types[t]; ok {
		return g
	}
	g := p.makeType(t)
	p.types[t] = g
	return g
}

func (p *planner) makeType(t *model.Type) *GoType {
	switch t.Kind {
	case model.Named:
		return p.namedType(t)
	case model.Bool:
		return goBool
	case model.Int:
		return integerType(t.Name, t.Size, t.Signed)
	case model.Float:
		return goFloats[t.Size]
	case model.Pointer:
		return p.pointerType(t.Elem)
	case model.Array:
		if elem := p.goType(t.Elem); elem != nil {
			return arrayOf(elem, t.Len)
		}
	case model.Struct:
		return p.recordType(t.Record)
	case model.EnumT:
		return p.enumType(t.Enum)
	}
	return nil
}

func integerType(name string, size int, signed bool) *GoType {
	switch {
	case name == "char":
		return goByte
	case signed:
		return GoInts[size]
	}
	return GoUints[size]
}

// namedType keeps the name of a typedef where package raw declares one.
func (p *planner) namedType(t *model.Type) *GoType {
	if addressTypes[t.Name] {
		if g := p.aliases[t.Name]; g != nil {
			return g
		}
		return goUintptr
	}
	if g := p.aliases[t.Name]; g != nil {
		return g
	}
	if t.Elem == nil {
		return nil
	}
	return p.goType(t.Elem)
}

// pointerType points to what Go can express, else to nothing in particular.
func (p *planner) pointerType(elem *model.Type) *GoType {
	switch elem.Underlying().Kind {
	case model.Func:
		return goUintptr // the address of C code is not a Go func value
	case model.Void:
		return GoUnsafe
	}
	if g := p.goType(elem); g != nil {
		return pointerTo(g)
	}
	return GoUnsafe
}

func (p *planner) recordType(r *model.Record) *GoType {
	goName := p.names.record[r]
	if goName == "" {
		return nil
	}
	g := &GoType{Kind: GoNamed, Name: goName, Size: r.Size, Align: goAlign(r.Align)}
	g.pointers = p.holdsPointers(r)
	return g
}

func (p *planner) holdsPointers(r *model.Record) bool {
	for _, f := range r.Fields {
		u := f.Type.Underlying()
		for u.Kind == model.Array {
			u = u.Elem.Underlying()
		}
		switch {
		case u.Kind == model.Pointer, u.Kind == model.Struct && p.holdsPointers(u.Record):
			return true
		case u.Kind == model.Int && u.Size == 4 && isAddress(f.Type):
			return true
		}
	}
	return false
}

// isAddress reports whether a typedef chain goes through an integer type that stands for an address.
func isAddress(t *model.Type) bool {
	for ; t != nil && (t.Kind == model.Named || t.Kind == model.Array); t = t.Elem {
		if addressTypes[t.Name] {
			return true
		}
	}
	return false
}

// maxGoAlign is the largest alignment that a Go type has.
const maxGoAlign = 8

func goAlign(c int) int { return max(min(c, maxGoAlign), 1) }

func (p *planner) enumType(e *model.Enum) *GoType {
	u := enumBase(e)
	goName := p.names.enum[e]
	if goName == "" || u == nil {
		return u
	}
	return &GoType{Kind: GoNamed, Name: goName, Under: u.Name, Size: u.Size, Align: u.Align}
}

// inexpressible names a type that Go cannot pass, given what it is in Go; empty if it can.
func inexpressible(t *model.Type, g *GoType) string {
	u := t.Underlying()
	switch {
	case u.Kind == model.Struct && !u.Record.Complete:
		return u.Record.Name + " by value, which is incomplete"
	case g == nil:
		return strings.TrimSpace(t.String()) + ", which has no form in Go"
	}
	return ""
}
