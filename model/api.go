// Package model holds what rttgen knows about an RT-Thread interface, as plain data.
//
// [API] holds the facts: what the C headers say under one configuration, exact to the byte. [Mapping] holds the intent: who
// owns what, from where a function may be called, and what it is called in Go. Neither has behaviour beyond looking itself
// up and printing itself; the decisions made of the two live in package plan.
package model

import "fmt"

// Pos is a place in a C source file.
type Pos struct {
	File string // slash-separated, below the RT-Thread root or the BSP; "<stdint.h>" for a built-in system header
	Line int
	Col  int
}

// IsValid reports whether p names a place.
func (p Pos) IsValid() bool { return p.File != "" }

// Place returns "file:line": what generated comments say, which the column would not help.
func (p Pos) Place() string {
	p.Col = 0
	return p.String()
}

// String returns "file:line:col", without what is unknown.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// Version is a version of RT-Thread as its headers state it.
type Version struct {
	Major, Minor, Patch int
}

// String returns "5.2.0".
func (v Version) String() string { return fmt.Sprintf("%d.%d.%d", v.Major, v.Minor, v.Patch) }

// Less reports whether v is older than w.
func (v Version) Less(w Version) bool {
	switch {
	case v.Major != w.Major:
		return v.Major < w.Major
	case v.Minor != w.Minor:
		return v.Minor < w.Minor
	}
	return v.Patch < w.Patch
}

// API is what a set of C headers declares under one configuration. Every list is sorted by name.
type API struct {
	Version    Version
	Target     Target
	Headers    []string // as included, in that order
	Defines    []Define // -D in effect, sorted by name
	Records    []*Record
	Enums      []*Enum
	Typedefs   []*Typedef
	Functions  []*Function // static inline functions too
	Variables  []*Variable
	Macros     []*Macro             // object-like
	FuncMacros []*FuncMacro         // function-like
	Skipped    []*Skipped           // declarations that are valid C, or meant to be, and not in the other lists
	Included   map[string]Inclusion // how headers come in that are not in Headers, by the names that places have
}

// Inclusion tells of the #include that a header is read by first.
type Inclusion struct {
	Pos    Pos
	Guards []string // the #if conditions around it, and around those that lead there, outermost first
}

// Target describes the C compiler's ABI and the processor it compiles for, as its flags say. The flags from CPU on decide predefined
// macros and nothing else. With neither CPU nor Arch the processor is a Cortex-M4F under -mfloat-abi=hard and -std=gnu99.
type Target struct {
	ShortEnums bool // enums take the smallest integer type that fits (-fshort-enums, the default of bare-metal arm gcc)
	Time32     bool // time_t is a 32 bit integer instead of newlib's 64 bit default
	SignedChar bool // -fsigned-char
	ShortWchar bool // -fshort-wchar

	CPU      string // -mcpu: "cortex-m4", "cortex-m33+nodsp"
	Arch     string // -march: "armv7-a+simd"
	FPU      string // -mfpu: "fpv4-sp-d16"; empty or "auto": the one of CPU or Arch
	FloatABI string // -mfloat-abi: "hard", "softfp", "soft"; empty: "soft"
	Thumb    bool   // -mthumb; implied by a processor without the arm instruction set
	Std      string // -std: "c99", "gnu11"; empty: "gnu17"
	Optimize string // what follows -O: "2", "s"; empty: "0"
	FastMath bool   // -ffast-math
	PIC      int    // 1 for -fpic, 2 for -fPIC
	CMSE     bool   // -mcmse
}

// Define is a macro given on the command line of the C compiler.
type Define struct {
	Name   string
	Value  string // what the name expands to; empty for "#define NAME"
	Origin string // who asked for it: "default for RT-Thread 5.2", "rtconfig_preinc.h", "rttgen.yaml", "-D"
}

// String returns d as the compiler's -D takes it: "NAME" for a macro that is 1, else "NAME=VALUE".
func (d Define) String() string {
	if d.Value == "1" {
		return d.Name
	}
	return d.Name + "=" + d.Value
}

// Decl is what every declaration has in common.
type Decl struct {
	Name   string
	Pos    Pos
	Guards []string // the #if conditions around it, outermost first; include guards are left out
	Doc    string   // the comment at the declaration or at the definition, as written
}

// Skipped is a declaration that could not be read or has no place in the other lists.
type Skipped struct {
	Decl          // Name is empty where it could not be found out
	Kind   string // as Decision has it: function, struct, typedef, macro; "declaration" where that is not known
	Reason string // "is not valid C: expected ';'", "has attribute vector_size, which Go cannot express"
}

// Function is a function that the headers declare.
type Function struct {
	Decl
	Symbol   string // of an asm label: what the linker knows it by; empty for Name
	Result   *Type
	Params   []Param
	Variadic bool
	Inline   bool // defined in the header: static inline
	NoReturn bool
	Weak     bool
}

// Param is a parameter of a function or of a function type.
type Param struct {
	Name string // may be empty
	Type *Type
}

// Variable is a variable with external linkage.
type Variable struct {
	Decl
	Symbol string // of an asm label: what the linker knows it by; empty for Name
	Type   *Type
}

// Typedef is a name for a type.
type Typedef struct {
	Decl
	Type    *Type
	AlignOf int // aligned attribute of the name, which can lower the alignment of Type; 0 for none
}

// Record is a struct or a union.
type Record struct {
	Decl         // Name is as in C, "struct rt_thread", or "struct <anon include/rtdef.h:12>"
	Tag          string
	Union        bool
	Complete     bool // false for one that is only named
	Prototype    bool // declared in a parameter list, behind which C cannot name it
	Packed       bool
	PragmaPack   int // #pragma pack in effect, 0 for none
	AlignAttr    int // aligned attribute of the whole type, 0 for none
	Fields       []*Field
	Size, Align  int
	TypedefNames []string // typedefs that name it directly
}

// Anonymous reports whether the record has no tag.
func (r *Record) Anonymous() bool { return r.Tag == "" }

// Field is a member of a record.
type Field struct {
	Decl      // Name is empty for an anonymous member and an unnamed bit-field
	Type      *Type
	Packed    bool
	AlignAttr int  // aligned attribute of the member, 0 for none
	IsBits    bool // a bit-field
	Bits      int  // its width
	Offset    int  // in bytes; of a bit-field: the byte that holds its first bit
	BitOffset int  // of a bit-field: in bits from the start of the record
}

// Enum is an enumeration.
type Enum struct {
	Decl         // Name is as in C, "enum rt_x", or "enum <anon file:line>"
	Tag          string
	Complete     bool
	Prototype    bool // declared in a parameter list, behind which C names neither it nor its constants
	Packed       bool
	Constants    []Constant // in the order of the source
	Size         int
	Signed       bool
	TypedefNames []string
}

// Anonymous reports whether the enum has no tag.
func (e *Enum) Anonymous() bool { return e.Tag == "" }

// Integer returns the integer type behind the enum, "unsigned char" or "int".
func (e *Enum) Integer() string {
	name := map[int]string{1: "char", 2: "short", 4: "int", 8: "long long"}[e.Size]
	switch {
	case !e.Signed:
		return "unsigned " + name
	case e.Size == 1:
		return "signed char"
	}
	return name
}

// Constant is an enumeration constant.
type Constant struct {
	Decl
	Value    int64 // the bits of an unsigned one
	Unsigned bool  // the value is above math.MaxInt64
	Base     int   // in which base C has it, or the one that it counts on from: 2, 8, 10 or 16
}

// MacroKind tells what an object-like macro stands for.
type MacroKind string

// The kinds of object-like macros.
const (
	MacroEmpty   MacroKind = "empty"   // defined to nothing
	MacroInt     MacroKind = "int"     // an integer constant expression
	MacroFloat   MacroKind = "float"   // a finite floating constant
	MacroString  MacroKind = "string"  // a string literal
	MacroAddress MacroKind = "address" // a pointer with a number for its value: ((GPIO_TypeDef *)0x40020000UL), (void *)0
	MacroObject  MacroKind = "object"  // what lies at such an address: (*(volatile uint32_t *)0x40001000), GPIOA->ODR
	MacroOther   MacroKind = "other"   // anything else: a type, a function, a statement
)

// Macro is an object-like macro.
type Macro struct {
	Decl
	Kind   MacroKind
	Int    int64  // value of MacroInt and MacroAddress, the bits of an unsigned 64 bit one; address of MacroObject
	Float  string // MacroFloat, as Go writes it
	String string // MacroString
	Type   *Type  // C type of the value; a pointer for MacroAddress
	Text   string // replacement list as written
	Base   int    // of MacroInt: in which base C has it
}

// FuncMacro is a function-like macro.
type FuncMacro struct {
	Decl
	Params   []string
	Variadic bool
	Text     string
}
