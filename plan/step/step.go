package step

import "github.com/rttgen/rttgen/plan/gotype"

// Step is one thing that a function does.
type Step interface{ step() }

// Check tells what a Guard finds out.
type Check uint8

// The checks, in the order in which every function makes them. What belongs to one argument is checked in the order of C's
// parameters.
const (
	Closed  Check = iota + 1 // there is no object, or there is one already
	Context                  // the function must not be called from here
	Range                    // an argument is not what C takes
	Failed                   // C reports an error
)

// Steps that may end the function.
type (
	// Guard leaves the function if a condition holds, after undoing what was done.
	Guard struct {
		Check Check
		If    Expr
		Undo  []Step
		Leave Step // Return or Panic
	}
	// Try makes a call of C that returns a code. If that is not 0, it undoes what was done, and leaves.
	Try struct {
		Call  Expr
		Undo  []Step
		Leave Step
	}
	// Return returns values.
	Return struct{ Values []Expr }
	// Panic panics with a value.
	Panic struct{ Value Expr }
)

// Steps that make a variable.
type (
	// Object gets the object that a handle holds; nil if it is closed.
	Object struct {
		Var string
		Of  Expr
	}
	// Optional gets the object of a handle that may be nil.
	Optional struct {
		Var  string
		Type *gotype.Type
		Of   Expr
	}
	// CName copies a name into an array of the function or, if C keeps it, to where it stays, and leaves if it does not fit.
	CName struct {
		Kept  bool
		Var   string
		Of    Expr
		Leave Step
	}
	// CText copies a string, and leaves if C cannot have it.
	CText struct {
		Var, OK string
		Of      Expr
		Leave   Step
	}
	// Flag makes 1 of true and 0 of false.
	Flag struct {
		Var  string
		Type *gotype.Type
		Of   Expr
	}
	// Out makes a variable that C writes.
	Out struct {
		Var  string
		Type *gotype.Type
	}
	// Let gives a name to a value, such as what C returned.
	Let struct {
		Var   string
		Value Expr
	}
	// New makes the Go value of an object.
	New struct {
		Var  string
		Type *gotype.Type
	}
)

// Steps that take something, and those that undo them.
type (
	// Default puts a value in place of zero.
	Default struct {
		In, Value Expr
		Zero      string // constant in place of which zero is put; empty for none
	}
	// Slot takes a slot for a callback, in a new variable.
	Slot struct {
		Var  string
		Run  Expr
		Once bool // the first call releases it
	}
	// SlotIn takes a slot for a callback, in a field.
	SlotIn struct{ Field, Run Expr }
	// Release lets go of the function in a slot.
	Release struct{ Slot Expr }
	// Hook sets the function of a hook. If C has the entry point already, that is all there is to do.
	Hook struct {
		Hook, Run Expr
		Done      Step
	}
	// Refused undoes Hook.
	Refused struct{ Hook Expr }
	// Keyed sets one of the functions of a hook; nil for Run ends it.
	Keyed struct{ Hook, Key, Run Expr }
	// Keep sets a field that keeps alive what the kernel has a pointer to, or lets go of it.
	Keep struct{ Field, Value Expr }
	// Set sets another field.
	Set struct{ Field, Value Expr }
	// Root keeps an object in the caller's storage alive. It leaves if it is kept already: of two that make it one is the first.
	Root struct {
		Object Expr
		Leave  Step
	}
	// Unroot undoes Root.
	Unroot struct{ Object Expr }
	// Hold makes a handle hold an object.
	Hold struct{ Handle, Object, Kind Expr }
	// Take takes the object out of a handle.
	Take struct {
		Var string
		Of  Expr
	}
	// End ends an object by who made it, and keeps C's code in a variable.
	End struct {
		Var   string
		Of    Expr
		Cases []EndCase
	}
)

// EndCase is one way to end an object.
type EndCase struct {
	Kind Expr
	Call Expr
	Code bool // the call returns a code
}

// Other steps.
type (
	// Do makes a call and leaves its result.
	Do struct{ Call Expr }
	// Dispatch calls the Go function that C means, if there is one of that type.
	Dispatch struct {
		Get    Expr
		Type   *gotype.Type
		Args   []Expr
		Result *gotype.Type // what is returned of it; nil for nothing
		Flag   bool         // true is returned as 1
	}
	// OnlyIf does steps if a condition holds.
	OnlyIf struct {
		If Expr
		Do []Step
	}
)

func (Guard) step()    {}
func (Try) step()      {}
func (Return) step()   {}
func (Panic) step()    {}
func (Object) step()   {}
func (Optional) step() {}
func (CName) step()    {}
func (CText) step()    {}
func (Flag) step()     {}
func (Out) step()      {}
func (Let) step()      {}
func (New) step()      {}
func (Default) step()  {}
func (Slot) step()     {}
func (SlotIn) step()   {}
func (Release) step()  {}
func (Hook) step()     {}
func (Refused) step()  {}
func (Keyed) step()    {}
func (Keep) step()     {}
func (Set) step()      {}
func (Root) step()     {}
func (Unroot) step()   {}
func (Hold) step()     {}
func (Take) step()     {}
func (End) step()      {}
func (Do) step()       {}
func (Dispatch) step() {}
func (OnlyIf) step()   {}
