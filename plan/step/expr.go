// Package step holds what the functions of a generated package do, as an ordered list of typed steps. Package plan decides them,
// package emit prints each as it stands.
package step

import "github.com/rttgen/rttgen/plan/gotype"

// Expr is a Go expression.
type Expr interface{ expr() }

// The expressions.
type (
	// Name is a parameter, a variable of the function, or what Go predeclares: nil, len.
	Name string
	// Global is something that a package declares.
	Global gotype.Ident
	// Number is a number as Go writes it.
	Number string
	// Text is a string.
	Text string
	// Field is a field or method of an expression.
	Field struct {
		Of   Expr
		Name string
	}
	// Call calls a function.
	Call struct {
		Func Expr
		Args []Expr
	}
	// Convert converts to a type.
	Convert struct {
		To *gotype.Type
		X  Expr
	}
	// Unary is an operator before its operand: "!", "&", "-".
	Unary struct {
		Op string
		X  Expr
	}
	// Binary is an operator between its operands.
	Binary struct {
		X  Expr
		Op string
		Y  Expr
	}
	// First is the first element of an array or slice.
	First struct{ Of Expr }
	// Empty is the empty value of a struct type.
	Empty struct{ Type *gotype.Type }
	// Struct is a value of a struct type.
	Struct struct {
		Type   *gotype.Type
		Fields []FieldValue
	}
	// FieldValue is a field of a Struct with its value.
	FieldValue struct {
		Name  string
		Value Expr
	}
	// Adapter is a function that calls another one with its parameters converted, and returns what that returns.
	Adapter struct {
		Params []gotype.Param
		Result *gotype.Type // nil for none
		Call   Expr
		Own    Expr // makes the thread its own, before; nil for none
		Ends   Expr // object that has ended then; nil for none
	}
)

func (Name) expr()    {}
func (Global) expr()  {}
func (Number) expr()  {}
func (Text) expr()    {}
func (Field) expr()   {}
func (Call) expr()    {}
func (Convert) expr() {}
func (Unary) expr()   {}
func (Binary) expr()  {}
func (First) expr()   {}
func (Empty) expr()   {}
func (Struct) expr()  {}
func (Adapter) expr() {}
