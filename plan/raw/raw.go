// Package raw decides what package raw of the output declares: C as it is, one Go symbol for each C symbol, with its layout, and what the
// C files confirm and add.
package raw

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/symbol"
)

// Raw is what package raw declares: C as it is, one Go symbol for each C symbol. Lists are sorted by C name unless they say
// otherwise.
type Package struct {
	Records                   []*Record
	Enums                     []*Enum
	Aliases                   []*Alias
	Consts                    []*ConstGroup // in the order of the headers
	Addresses                 []*Address
	Funcs                     []*Func
	Vars                      []*Var
	Build                     CBuild    // what the C compiler confirms first
	Scalars                   []CScalar // what it confirms of typedefs
	HiddenLayout, HiddenShims []string  // macros that hide a name which the C file uses
}

// GoKind is the kind of a GoType.
type GoKind uint8

// The kinds of Go types in package raw.
const (
	GoBasic   GoKind = iota + 1 // predeclared, or unsafe.Pointer: Name
	GoNamed                     // declared in package raw: Name; Under is the predeclared type behind it, if there is one
	GoPointer                   // Elem
	GoArray                     // Elem, Len
)

// GoType is a Go type in package raw.
type GoType struct {
	Kind  GoKind
	Name  string
	Under string // "int32" for Err; empty for records
	Elem  *GoType
	Len   int64
	Size  int // as TinyGo lays it out on arm
	Align int

	pointers bool // holds something that is wider where pointers are
}

// String returns t as written inside package raw.
func (t *GoType) String() string { return t.In("") }

// In returns t as written in another package, which imports raw as pkg.
func (t *GoType) In(pkg string) string {
	switch t.Kind {
	case GoPointer:
		return "*" + t.Elem.In(pkg)
	case GoArray:
		return "[" + Itoa(t.Len) + "]" + t.Elem.In(pkg)
	case GoNamed:
		if pkg != "" {
			return pkg + "." + t.Name
		}
	}
	return t.Name
}

// Basic returns the predeclared type behind a scalar: "int32" for Err, "uintptr", "bool"; empty for anything else.
func (t *GoType) Basic() string {
	switch t.Kind {
	case GoBasic:
		return t.Name
	case GoNamed:
		return t.Under
	}
	return ""
}

// Record is a struct or union type.
type Record struct {
	C       string // as C code names it: "struct rt_thread", "rt_foo_t"; empty for one that C cannot name
	Go      string
	Pos     model.Pos
	Doc     string
	Brief   string // of Doc
	Union   bool
	Opaque  bool // only named in C: Go never looks inside
	Size    int
	Align   int
	Fields  []Field // in order, padding included
	Access  []Accessor
	Members []CMember // for the C compiler to confirm
	Notes   []string  // what Go does not express
	Record  *model.Record
}

// Field is a field of the Go struct.
type Field struct {
	Go       string // "_" for padding
	Type     *GoType
	Offset   int
	Embedded bool // an anonymous member: its members are reached as C reaches them
	Storage  bool // holds bit-fields or the members of a union, behind accessors
	Comment  string

	member *model.Field // nil for what is none in C
}

// CMember is a member as offsetof names it.
type CMember struct {
	Path   string
	Offset int
}

// AccessKind tells what an accessor does.
type AccessKind uint8

// The kinds of accessors.
const (
	AccessBits   AccessKind = iota + 1 // get and set a bit-field
	AccessMember                       // point to a member of a union
	AccessTail                         // point to what follows the struct: a flexible array
)

// Accessor stands for a member that a Go field cannot be.
type Accessor struct {
	Kind    AccessKind
	Go      string // name of the getter; a bit-field's setter has Set before it
	C       string
	Comment string
	Type    *GoType
	Storage string  // field that holds it
	Word    *GoType // AccessBits: unsigned type of the storage; nil where it is an array of bytes
	Shift   int     // AccessBits: of the lowest bit in the storage
	Bits    int
	Signed  bool
}

// Enum is a Go type for an enum.
type Enum struct {
	C, Go string
	Pos   model.Pos
	Doc   string
	Brief string
	Type  *GoType // predeclared integer type
	Enum  *model.Enum
	// Consts are the Go names of its constants, which have no type of their own.
	Consts []string
}

// Alias is a Go name for what a typedef stands for.
type Alias struct {
	C, Go   string
	Pos     model.Pos
	Doc     string
	Brief   string
	Type    *GoType
	Comment string // the C declaration, where the Go type does not tell
}

// ConstGroup holds the constants of a header or of an enum, in the order of the source.
type ConstGroup struct {
	Title  string
	File   string
	Consts []Const
}

// Const is a Go constant, untyped unless it has a type.
type Const struct {
	C, Go   string
	Pos     model.Pos
	Type    *GoType // of an address of C code; else nil
	Value   string  // as Go writes it
	Comment string
	Check   string // value as C writes it, if the C compiler should confirm it
}

// Address is a macro that stands for a fixed address or for what lies there, as a peripheral's registers: a Go function that
// returns a pointer, since Go has no constants of pointer types.
type Address struct {
	C, Go   string
	Pos     model.Pos
	Brief   string
	Text    string  // the macro's replacement list
	Type    *GoType // a pointer
	Address uint32
	Object  bool   // an object is there, which on the host is a variable; else only the number counts, as of -1
	Lvalue  bool   // the macro stands for what lies there, not for its address
	Store   string // C name of the macro whose variable it shares on the host: the first one of that address and type
}

// CScalar is a typedef of a scalar type.
type CScalar struct {
	C       string
	Size    int
	Library bool // the C library's
}

// Pass tells how an argument reaches C: what a body-less function may take differs from what is right for Go code.
type Pass uint8

// The ways to pass an argument.
const (
	PassAsIs    Pass = iota
	PassWide         // an integer of 8 or 16 bits: TinyGo does not extend it, so 32 bits are passed
	PassBool         // the same for bool
	PassAddress      // a pointer that C may keep: TinyGo takes pointer parameters for not kept, so its address is passed
	PassRef          // a struct by value: the shim takes its address
)

// Func is a C function.
type Func struct {
	C, Go     string
	Symbol    string // what the linker resolves: C's name, or that of the shim
	Pos       model.Pos
	Doc       string // the C comment
	Brief     string // what it says in its first paragraph
	Params    []Param
	Result    *GoType // nil for none
	ResultRef bool    // a struct by value, which the shim writes through its first parameter
	Shim      *Shim
	Function  *model.Function
}

// Direct reports whether every argument is passed as it is, so that the Go function needs no body.
func (f *Func) Direct() bool {
	return !f.ResultRef && !slices.ContainsFunc(f.Params, func(p Param) bool { return p.Pass != PassAsIs })
}

// Param is a parameter of a Func.
type Param struct {
	C, Go string
	Type  *GoType     // in Go code
	Wire  *GoType     // in the body-less declaration
	CType *model.Type // as declared
	Pass  Pass
}

// Shim is a C function written for what has no symbol or no calling convention that Go shares.
type Shim struct {
	Reason string          // "static inline", "variadic", "struct by value"
	Proto  *model.Function // of the shim itself
	ByRef  []bool          // parameters of the C function that the shim takes by address
	Text   bool            // variadic: prints its last parameter with "%s"
}

// Var is a C variable: a Go function that returns its address, since TinyGo knows the C name of an external variable only
// inside the package that declares it.
type Var struct {
	C, Go   string
	Symbol  string // what the linker resolves
	Pos     model.Pos
	Doc     string
	Brief   string
	Type    *GoType
	Comment string // the C declaration
}

// Func returns the function with a C name, or nil.
func (r *Package) Func(c string) *Func {
	return lookup(r.Funcs, c, func(f *Func) string { return f.C })
}

// Enum returns the type of an enum by its C name ("enum rt_x", or the typedef that names it), or nil.
func (r *Package) Enum(c string) *Enum {
	return lookup(r.Enums, c, func(e *Enum) string { return e.C })
}

// Alias returns the Go name of a typedef, or nil.
func (r *Package) Alias(c string) *Alias {
	return lookup(r.Aliases, c, func(a *Alias) string { return a.C })
}

// Var returns the variable with a C name, or nil.
func (r *Package) Var(c string) *Var { return lookup(r.Vars, c, func(v *Var) string { return v.C }) }

// Record returns the type of a struct or union by its C name ("struct rt_thread", or the typedef that names it), or nil.
func (r *Package) Record(c string) *Record {
	return lookup(r.Records, c, func(x *Record) string { return x.C })
}

// Selector returns how Go reaches a member of a C record, such as "Parent.Name" for parent.name: empty if the record has no such
// member, or a bit-field or one of a union, which have methods.
func (r *Package) Selector(record, path string) string {
	x := r.Record(record)
	if x == nil {
		return ""
	}
	var names []string
	in := x.Record
	for _, f := range x.Record.Member(path) {
		i := slices.IndexFunc(r.Records, func(x *Record) bool { return x.Record == in })
		if i < 0 {
			return ""
		}
		j := slices.IndexFunc(r.Records[i].Fields, func(field Field) bool { return field.member == f })
		if j < 0 {
			return ""
		}
		names = append(names, r.Records[i].Fields[j].Go)
		in = f.Type.Underlying().Record
	}
	return strings.Join(names, ".")
}

// Const returns the Go name of a macro or enumeration constant in package raw.
func (r *Package) Const(c string) (Const, bool) {
	for _, g := range r.Consts {
		for _, k := range g.Consts {
			if k.C == c {
				return k, true
			}
		}
	}
	return Const{}, false
}

// Shims returns the functions that need one.
func (r *Package) Shims() []*Func {
	var list []*Func
	for _, f := range r.Funcs {
		if f.Shim != nil {
			list = append(list, f)
		}
	}
	return list
}

func lookup[T any](list []*T, name string, key func(*T) string) *T {
	i, ok := slices.BinarySearchFunc(list, name, func(x *T, n string) int { return cmp.Compare(key(x), n) })
	if !ok {
		return nil
	}
	return list[i]
}

// planner gathers what the steps of Build share.
type planner struct {
	api       *model.API
	diags     *diag.List
	raw       *Package
	decisions []symbol.Decision
	names     *nameTable
	lent      lentParams
	used      usedTypes
	records   map[*model.Record]*Record
	enums     map[*model.Enum]*Enum
	aliases   map[string]*GoType // by typedef name
	types     map[*model.Type]*GoType
	symbols   map[string]bool // that a function of package raw is linked to
}

// Build decides what each C symbol is in package raw, or why it is not there. The mapping m may be nil.
func Build(api *model.API, m *mapping.Rules) (*Package, []symbol.Decision, *diag.List) {
	if m == nil {
		m = &mapping.Rules{}
	}
	p := &planner{
		api: api, diags: &diag.List{}, raw: &Package{},
		lent:    lentParamsOf(api, m),
		used:    usedTypesOf(api),
		records: map[*model.Record]*Record{},
		enums:   map[*model.Enum]*Enum{},
		aliases: map[string]*GoType{},
		types:   map[*model.Type]*GoType{},
		symbols: map[string]bool{},
	}
	p.nameAll(m.RawNames)
	p.planEnums()
	p.planAliases()
	p.planRecords()
	p.planConsts()
	p.planAddresses()
	p.planFuncs()
	p.planVars()
	p.decideFuncMacros()
	p.decideSkipped()
	p.sort()
	p.planScalars()
	p.planBuild()
	p.planHidden()
	return p.raw, p.decisions, p.diags
}

func (p *planner) sort() {
	r := p.raw
	slices.SortFunc(r.Records, func(a, b *Record) int { return cmp.Or(cmp.Compare(a.C, b.C), cmp.Compare(a.Go, b.Go)) })
	slices.SortFunc(r.Enums, func(a, b *Enum) int { return cmp.Compare(a.C, b.C) })
	slices.SortFunc(r.Aliases, func(a, b *Alias) int { return cmp.Compare(a.C, b.C) })
	slices.SortFunc(r.Addresses, func(a, b *Address) int { return cmp.Compare(a.C, b.C) })
	slices.SortFunc(r.Funcs, func(a, b *Func) int { return cmp.Compare(a.C, b.C) })
	slices.SortFunc(r.Vars, func(a, b *Var) int { return cmp.Compare(a.C, b.C) })
	slices.SortStableFunc(p.decisions, func(a, b symbol.Decision) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Kind, b.Kind))
	})
}

// decide records what became of a symbol; goName is its name in package raw, if it has one.
func (p *planner) decide(d *model.Decl, kind string, s symbol.Status, goName, reason string) {
	if goName != "" {
		goName = "raw." + goName
	}
	p.decisions = append(p.decisions, symbol.Decision{
		Name: d.Name, Kind: kind, File: d.Pos.File, Line: d.Pos.Line, Status: s, Go: goName, Reason: reason,
	})
}
