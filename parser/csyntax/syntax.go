// Package csyntax reads declarations and expressions of C, in gcc's dialect, from preprocessed tokens.
//
// It decides about form alone: what is a declarator, which attribute belongs to what, where does a declaration end. What
// types and values come of it is decided by package csema. To tell a type's name from others it keeps the names of typedefs, which
// is all the meaning that C's grammar asks for.
//
// A declaration that cannot be read does not end the unit. It is returned as broken, with the place and the reason, and
// reading goes on behind it.
package csyntax

import "github.com/rttgen/rttgen/parser/cpp"

// Decl is an external declaration, a member declaration or a parameter.
type Decl struct {
	Pos    cpp.Pos
	Specs  *Specs
	Items  []*Declarator
	Body   bool    // a function definition
	OldStd []*Decl // the parameter declarations of a K&R definition
}

// Specs are the specifiers in front of declarators.
type Specs struct {
	Pos         cpp.Pos
	Typedef     bool
	Static      bool
	Extern      bool
	Inline      bool
	NoReturn    bool
	Register    bool
	ThreadLocal bool
	AutoType    bool     // __auto_type: the type is that of the initializer
	Words       []string // of a basic type, in the order of the source, in their usual spelling: "unsigned", "_Complex"
	Const       bool
	Volatile    bool
	Atomic      bool
	Tag         *Tag      // struct, union, enum
	Name        string    // of a typedef
	NamePos     cpp.Pos   // of Name
	TypeofType  *TypeName // typeof(type), _Atomic(type)
	TypeofExpr  *Expr
	Attrs       []Attr
	Alignas     []Align
	Enders      []Attr // [[…]] at the start of the declaration, for all that it declares
}

// Align is an _Alignas.
type Align struct {
	Type *TypeName
	Expr *Expr
}

// TagKind tells struct, union and enum apart.
type TagKind string

// The kinds of tags.
const (
	Struct TagKind = "struct"
	Union  TagKind = "union"
	Enum   TagKind = "enum"
)

// Tag is a struct, union or enum specifier.
type Tag struct {
	Kind       TagKind
	Pos        cpp.Pos // of the keyword
	Name       string
	NamePos    cpp.Pos
	Attrs      []Attr // before the tag, then those behind the closing brace
	Defined    bool   // it has braces
	Members    []*Decl
	Enumerants []Enumerant
	Underlying *TypeName // of an enum of C23
	Pragmas    Pragmas   // in effect at the closing brace
	Broken     *Broken   // why what is between the braces cannot be read
	Prototype  bool      // it stands in a parameter list
}

// Enumerant is an enumeration constant.
type Enumerant struct {
	Pos   cpp.Pos
	Name  string
	Value *Expr // nil: one more than the last
	Attrs []Attr
}

// TypeName is a type without a name, as in a cast.
type TypeName struct {
	Pos   cpp.Pos
	Specs *Specs
	Decl  *Declarator
}

// Declarator is what is declared: a name and what is written around it.
type Declarator struct {
	Pos   cpp.Pos // of the name, or of where it would be
	Name  string
	Parts []Part // from the name outwards: "*x[2]" is an array of pointers
	Attrs []Attr // behind the declarator, for it alone
	Label string // of asm("label")
	Bits  *Expr  // width of a bit-field
	Init  bool
}

// PartKind tells the parts of a declarator apart.
type PartKind uint8

// The kinds of parts.
const (
	Pointer PartKind = iota
	Array
	Func
	Attributes // for the type that the parts outside of it make
)

// Part is one step from a declared name to the type in front of it.
type Part struct {
	Kind     PartKind
	Pos      cpp.Pos
	Const    bool
	Volatile bool
	Atomic   bool
	Attrs    []Attr
	Len      *Expr // of Array; nil for [] and [*]
	Star     bool  // [*]
	Params   []*Decl
	Names    []string // of a K&R definition
	Variadic bool
	Proto    bool // the parameters are known, if there are any
}

// Attr is an attribute.
type Attr struct {
	Pos  cpp.Pos
	Name string // without the underscores around it
	Std  bool   // [[name]] of the standard; [[gnu::name]] is none
	Args []cpp.Token
}

// ExprKind tells expressions apart.
type ExprKind uint8

// The kinds of expressions.
const (
	Ident           ExprKind = iota
	Number                   // Tok
	Char                     // Tok
	String                   // Toks: adjacent literals
	Unary                    // Op X
	Binary                   // X Op Y, comma included
	Cond                     // X ? Y : Z; without Y, X counts
	Cast                     // (Type) X
	SizeofExpr               // X
	SizeofType               // Type
	AlignofExpr              // X
	AlignofType              // Type
	Call                     // X(List…)
	Index                    // X[Y]
	Member                   // X.Name
	Arrow                    // X->Name
	Offsetof                 // Type, X: the designator on an expression of kind Base
	Base                     // the object that Offsetof measures from
	Compatible               // Type, Type2
	Choose                   // X, Y, Z
	Generic                  // X, List, Types (nil for default)
	CompoundLiteral          // (Type){…}
	Unknown                  // an assignment, a statement expression, va_arg: no constant; Type if it is known
)

// Expr is an expression.
type Expr struct {
	Kind  ExprKind
	Pos   cpp.Pos
	Op    string
	Tok   cpp.Token
	Toks  []cpp.Token
	Name  string
	X     *Expr
	Y     *Expr
	Z     *Expr
	List  []*Expr
	Type  *TypeName
	Type2 *TypeName
	Types []*TypeName
}

// Broken is a declaration that cannot be read.
type Broken struct {
	Pos    cpp.Pos // of the token that does not fit
	Start  cpp.Pos // of the declaration
	Name   string  // what it would declare, as far as that can be told
	Kind   string  // function, struct, union, enum, typedef, or "declaration"
	Reason string
	Type   string // the name of a type that is not known, if that is the reason
}
