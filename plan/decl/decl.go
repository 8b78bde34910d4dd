// Package decl holds what the files of a generated safe package declare. Package plan decides it, package emit prints it: each
// declaration here is one piece of Go, and nothing of the mapping is left in it.
package decl

import (
	"strings"

	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/step"
)

// Package is a safe package.
type Package struct {
	Path    string   // import path
	Name    string   // in package clauses
	Header  []string // first lines of every file
	Files   []*File
	Code    []string // files of hand-written source, sorted
	Support []string // packages that are copied as they are, below internal
}

// Raw returns the import path of package raw.
func (p *Package) Raw() string { return p.Path + "/raw" }

// Internal returns the import path of an internal package.
func (p *Package) Internal(name string) string { return p.Path + "/internal/" + name }

// File is a Go file.
type File struct {
	Name       string // below the directory of the package: "internal/callback/entries.go"
	Path       string // import path of its package
	Package    string
	Constraint string // build constraint; empty for none
	Decls      []Decl
}

// Decl is a declaration.
type Decl interface{ decl() }

// Func is a function or method.
type Func struct {
	Doc       []string // paragraphs
	Directive string   // comment for the compiler, as "//export f"; empty for none
	Recv      string   // name of the receiver; empty for a function
	Of        string   // type that Recv points to
	Value     bool     // Recv is one itself
	Name      string
	Params    []gotype.Param
	Results   []*gotype.Type
	Steps     []step.Step
}

// Signature writes a function as documentation shows it: "func (*Semaphore) Take(timeout time.Duration) error".
func (f *Func) Signature(pkg string) string {
	params := make([]string, len(f.Params))
	for i, p := range f.Params {
		params[i] = p.Name + " " + p.Type.In(pkg)
	}
	s := "func "
	switch {
	case f.Of == "":
	case f.Value:
		s += "(" + f.Of + ") "
	default:
		s += "(*" + f.Of + ") "
	}
	s += f.Name + "(" + strings.Join(params, ", ") + ")"
	results := make([]string, len(f.Results))
	for i, r := range f.Results {
		results[i] = r.In(pkg)
	}
	switch len(results) {
	case 0:
		return s
	case 1:
		return s + " " + results[0]
	}
	return s + " (" + strings.Join(results, ", ") + ")"
}

// Struct is a struct type.
type Struct struct {
	Doc    []string
	Name   string
	Fields []Field
}

// Defined is a type made of another one.
type Defined struct {
	Doc  []string
	Name string
	Type *gotype.Type
}

// Var is a variable.
type Var struct {
	Doc  string
	Name string
	Type *gotype.Type
}

// Field is a field of a Struct.
type Field struct {
	Name    string // empty for an embedded one
	Type    *gotype.Type
	Comment string
}

// PackageDoc is the package comment, line by line.
type PackageDoc struct{ Lines []string }

// NameMax is the constant that tells how long a name may be: RT_NAME_MAX less a number.
type NameMax struct {
	Const gotype.Ident
	Less  int64
}

// Errors is RT-Thread's error type with its sentinels.
type Errors struct {
	List     []Error
	Standard []StandardError // what errors.Is finds besides
	Timeouts []string        // those whose Timeout reports true
}

// StandardError is an error of one of Go's packages that some of RT-Thread's are.
type StandardError struct {
	Target gotype.Ident
	Names  []string
}

// Codes is an error type for the codes of a library that has its own.
type Codes struct {
	Name string
	Func string // makes an error of a code
	Doc  []string
	List []Error
}

// Error is a sentinel error.
type Error struct {
	Name  string
	Doc   string
	Text  string
	Value step.Expr
	First bool // no error before it in the list has the same value
}

// Times are the types and functions that convert times.
type Times struct{ Rate int64 }

// Contexts are the functions that find out where the code runs.
type Contexts struct {
	Nest  *gotype.Ident // tells how deep interrupts are nested; nil where that is not looked for: then it runs where it may
	Level *gotype.Ident // tells how often the scheduler is locked; nil where that is not looked for

	Masked *gotype.Ident // tells whether interrupts are off; nil where that is not looked for
}

// Switches are constants that tell hand-written source what is configured.
type Switches []Switch

// Switch is one of Switches.
type Switch struct {
	Name string
	Doc  string // what is so if it is on
	On   bool
}

// Enum is a typed enumeration or flag set.
type Enum struct {
	Name   string
	Type   *gotype.Type
	Flags  bool
	Doc    string
	Values []EnumValue
}

// EnumValue is a value of an Enum.
type EnumValue struct {
	Name  string
	Const gotype.Ident
	Doc   string
	Zero  bool // of flags: no flag
	First bool // no value before it is the same
}

// NameOf is the function that reads the name of a kernel object, which holds it or points to it.
type NameOf struct {
	Object *gotype.Type
	Points bool
}

// Hook is a variable that holds the functions of a callback without user data.
type Hook struct {
	Name   string
	Symbol string // the entry point that calls it
	Keyed  bool   // there is a function for each key
}

// Entry is where the address of an entry point comes from, under a compiler.
type Entry struct {
	Symbol string
	Func   string        // returns the address
	Var    string        // TinyGo: variable with the address of the symbol
	Number *gotype.Ident // on the host: constant that stands for the address
}

// Const is an untyped constant.
type Const struct {
	Doc   string
	Name  string
	Value step.Expr
}

// Address is a constant that stands for an address.
type Address struct {
	Doc   string
	Name  string
	Value step.Expr
}

// Linked is the declaration that has a package linked.
type Linked struct{ Symbol gotype.Ident }

func (*Func) decl()      {}
func (*Struct) decl()    {}
func (*Defined) decl()   {}
func (*Var) decl()       {}
func (PackageDoc) decl() {}
func (NameMax) decl()    {}
func (Errors) decl()     {}
func (*Codes) decl()     {}
func (Times) decl()      {}
func (Contexts) decl()   {}
func (Switches) decl()   {}
func (*Enum) decl()      {}
func (NameOf) decl()     {}
func (Hook) decl()       {}
func (Entry) decl()      {}
func (Address) decl()    {}
func (Const) decl()      {}
func (Linked) decl()     {}
