// Package gotype holds Go types as values. What a mapping writes as text is parsed once, and what raw calls a C type is converted
// once; nothing after that cuts text.
package gotype

import (
	"path"
	"strconv"
	"strings"
)

// Ident names something that Go code declares, as protogen's GoIdent does.
type Ident struct {
	Path string // import path of its package; empty for what Go predeclares
	Name string
}

// In returns the name as code of a package writes it, which imports others under the last element of their path.
func (id Ident) In(pkg string) string {
	if id.Path == "" || id.Path == pkg {
		return id.Name
	}
	return path.Base(id.Path) + "." + id.Name
}

// Kind is the kind of a Type.
type Kind uint8

// The kinds.
const (
	Named   Kind = iota + 1 // Ident, Args
	Pointer                 // to Elem
	Slice                   // of Elem
	Array                   // of Len Elem
	Func                    // of Params, with Result
)

// Type is a Go type. Types are never changed once they are made; nil stands for none.
type Type struct {
	Kind   Kind
	Ident  Ident
	Struct bool    // Named: a struct
	Args   []*Type // Named: of a generic type
	Elem   *Type
	Len    int64
	Params []Param
	Result *Type // Func: nil for none
}

// Param is a parameter of a function, or of a function type, where its name may be empty.
type Param struct {
	Name string
	Type *Type
}

// Basic returns a predeclared type, or error.
func Basic(name string) *Type { return &Type{Kind: Named, Ident: Ident{Name: name}} }

// Of returns the type that an identifier names.
func Of(id Ident, args ...*Type) *Type { return &Type{Kind: Named, Ident: id, Args: args} }

// PointerTo returns the type of pointers to t.
func PointerTo(t *Type) *Type { return &Type{Kind: Pointer, Elem: t} }

// SliceOf returns the type of slices of t.
func SliceOf(t *Type) *Type { return &Type{Kind: Slice, Elem: t} }

// ArrayOf returns the type of arrays of n t.
func ArrayOf(n int64, t *Type) *Type { return &Type{Kind: Array, Len: n, Elem: t} }

// The types that all generated code knows.
var (
	Bool      = Basic("bool")
	Byte      = Basic("byte")
	Int       = Basic("int")
	Int32     = Basic("int32")
	Uint32    = Basic("uint32")
	Uintptr   = Basic("uintptr")
	String    = Basic("string")
	Error     = Basic("error")
	Unsafe    = Of(Ident{"unsafe", "Pointer"})
	Duration  = Of(Ident{"time", "Duration"})
	Time      = &Type{Kind: Named, Ident: Ident{"time", "Time"}, Struct: true}
	ByteSlice = SliceOf(Byte)
)

// Is reports whether t is a predeclared type.
func (t *Type) Is(name string) bool {
	return t != nil && t.Kind == Named && t.Ident == Ident{Name: name}
}

// Equal reports whether two types are the same; byte and uint8 are, names of parameters do not count.
func (t *Type) Equal(u *Type) bool {
	if t == nil || u == nil {
		return t == u
	}
	return t.key() == u.key()
}

// key tells types apart.
func (t *Type) key() string {
	return t.write(func(id Ident) string {
		if id == Byte.Ident {
			id.Name = "uint8"
		}
		return id.Path + "." + id.Name
	}, false)
}

// In returns t as code of a package writes it.
func (t *Type) In(pkg string) string {
	return t.write(func(id Ident) string { return id.In(pkg) }, true)
}

func (t *Type) write(name func(Ident) string, params bool) string {
	switch t.Kind {
	case Pointer:
		return "*" + t.Elem.write(name, params)
	case Slice:
		return "[]" + t.Elem.write(name, params)
	case Array:
		return "[" + strconv.FormatInt(t.Len, 10) + "]" + t.Elem.write(name, params)
	case Func:
		return "func" + t.signature(name, params)
	}
	s := name(t.Ident)
	if len(t.Args) > 0 {
		args := make([]string, len(t.Args))
		for i, a := range t.Args {
			args[i] = a.write(name, params)
		}
		s += "[" + strings.Join(args, ", ") + "]"
	}
	return s
}

// Shares reports whether a parameter is written together with the next one, which has the same type: "from, to *raw.Thread".
func (t *Type) Shares(i int) bool {
	return i+1 < len(t.Params) && t.Params[i].Name != "" && t.Params[i+1].Name != "" && t.Params[i].Type.Equal(t.Params[i+1].Type)
}

// signature writes parameters and result of a function type.
func (t *Type) signature(name func(Ident) string, params bool) string {
	list := make([]string, len(t.Params))
	for i, p := range t.Params {
		switch {
		case !params || p.Name == "":
			list[i] = p.Type.write(name, params)
		case t.Shares(i):
			list[i] = p.Name
		default:
			list[i] = p.Name + " " + p.Type.write(name, params)
		}
	}
	s := "(" + strings.Join(list, ", ") + ")"
	if t.Result != nil {
		s += " " + t.Result.write(name, params)
	}
	return s
}
