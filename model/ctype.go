package model

import (
	"strconv"
	"strings"
)

// Kind is the kind of a C type.
type Kind uint8

// The kinds of C types.
const (
	Void    Kind = iota + 1
	Bool         // _Bool
	Int          // integer types, char included
	Float        // floating types
	Pointer      // Elem is what it points to
	Array        // Elem, Len
	Func         // Elem is the result, Params, Variadic
	Struct       // a struct or union: Record
	EnumT        // an enum: Enum
	Named        // a typedef name: Name, Elem is what it stands for
	VaList       // va_list
	Invalid      // what rttgen cannot express: _Complex, vectors, __int128; Name is its C spelling
)

// Type is a C type as written in the source, typedef names included. Types are trees that share records and enums.
type Type struct {
	Kind     Kind
	Name     string // basic types: the C spelling; Named: the typedef name
	Const    bool
	Volatile bool
	Atomic   bool
	Size     int // in bytes, 0 if incomplete
	Align    int
	Signed   bool // of Int
	Elem     *Type
	Len      int64 // of Array; -1 for []
	Params   []Param
	Variadic bool
	Record   *Record
	Enum     *Enum
	AlignOf  int // aligned attribute of a typedef, 0 for none
}

// Underlying follows typedef names to the type they stand for.
func (t *Type) Underlying() *Type {
	for t != nil && t.Kind == Named && t.Elem != nil {
		t = t.Elem
	}
	return t
}

// IsInteger reports whether t is an integer, boolean or enumeration type, through typedefs.
func (t *Type) IsInteger() bool {
	switch u := t.Underlying(); u.Kind {
	case Int, Bool, EnumT:
		return true
	}
	return false
}

// IsVoid reports whether t is void, through typedefs.
func (t *Type) IsVoid() bool { return t.Underlying().Kind == Void }

// IsPointer reports whether t is a pointer, through typedefs.
func (t *Type) IsPointer() bool { return t.Underlying().Kind == Pointer }

// IsFuncPointer reports whether t is a pointer to a function, through typedefs.
func (t *Type) IsFuncPointer() bool {
	u := t.Underlying()
	return u.Kind == Pointer && u.Elem.Underlying().Kind == Func
}

// String returns t as C writes it without a name: "const char *", "void (*)(void *)", "char [8]".
func (t *Type) String() string { return t.Declare("") }

// Declare returns the C declaration of name with type t: "char name[8]".
func (t *Type) Declare(name string) string {
	base, decl := t.declare(name)
	if decl == "" {
		return base
	}
	return base + " " + decl
}

// declare splits a declaration in its specifiers and its declarator, built from the inside out as C reads them.
func (t *Type) declare(inner string) (base, decl string) {
	switch t.Kind {
	case Pointer:
		star := "*" + t.qualifiers()
		if t.Qualified() {
			star += " "
		}
		s := strings.TrimSuffix(star+inner, " ")
		if t.Elem.Kind == Array || t.Elem.Kind == Func {
			s = "(" + s + ")"
		}
		return t.Elem.declare(s)
	case Array:
		n := ""
		if t.Len >= 0 {
			n = strconv.FormatInt(t.Len, 10)
		}
		return t.Elem.declare(inner + "[" + n + "]")
	case Func:
		return t.Elem.declare(inner + "(" + paramList(t.Params, t.Variadic) + ")")
	}
	return join(t.qualifiers(), t.spelling()), inner
}

func (t *Type) qualifiers() string {
	var words []string
	for _, q := range []struct {
		set  bool
		word string
	}{{t.Const, "const"}, {t.Volatile, "volatile"}, {t.Atomic, "_Atomic"}} {
		if q.set {
			words = append(words, q.word)
		}
	}
	return strings.Join(words, " ")
}

// Qualified reports whether t itself has a qualifier; a typedef may hide others.
func (t *Type) Qualified() bool { return t.Const || t.Volatile || t.Atomic }

// Unqualified is t without the qualifiers it has itself.
func (t *Type) Unqualified() *Type {
	u := *t
	u.Const, u.Volatile, u.Atomic = false, false, false
	return &u
}

func (t *Type) spelling() string {
	switch t.Kind {
	case Struct:
		return t.Record.Name
	case EnumT:
		return t.Enum.Name
	}
	return t.Name
}

func paramList(params []Param, variadic bool) string {
	if len(params) == 0 && !variadic {
		return "void"
	}
	var list []string
	for _, p := range params {
		list = append(list, p.Type.String())
	}
	if variadic {
		list = append(list, "...")
	}
	return strings.Join(list, ", ")
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + " " + b
}

// Signature returns the C prototype of f, parameter names included, without storage class or semicolon.
func (f *Function) Signature() string {
	var list []string
	for _, p := range f.Params {
		list = append(list, p.Type.Declare(p.Name))
	}
	if f.Variadic {
		list = append(list, "...")
	}
	if len(list) == 0 {
		list = []string{"void"}
	}
	base, decl := f.Result.declare(f.Name + "(" + strings.Join(list, ", ") + ")")
	return base + " " + decl
}
