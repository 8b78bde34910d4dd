// Package safe decides what the safe package declares: for each rule a function, with its signature, its documentation and its body,
// step by step.
package safe

import (
	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/plan/decl"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/raw"
)

// Safe is what the safe package declares.
type Package struct {
	Errors    []Error // of RT-Thread and of rttgen
	Codes     []*Codes
	Enums     []*Enum
	Classes   []*Class
	Funcs     []*Func // of no class, sorted by name
	Groups    []*Group
	Records   []*Record
	Nest      *raw.Func     // tells how deep interrupts are nested; nil where the headers do not declare it
	Level     *raw.Func     // tells how often the scheduler is locked
	Masked    *raw.Func     // tells whether interrupts are off; nil where the kernel lets a thread wait all the same
	Enter     *raw.Func     // locks the scheduler
	Exit      *raw.Func     // unlocks it
	NameMax   int64         // how many bytes a name may have
	NamesKept bool          // objects point to the name that they are given
	Tick      int64         // RT_TICK_PER_SECOND
	Entries   []*Entry      // what C calls for callbacks, sorted by symbol
	Code      []*Code       // hand-written source, sorted by file
	Decl      *decl.Package // all of it, as it is printed
}

// Entry is a function that C calls and that calls the Go function of a callback.
type Entry struct {
	Symbol string // what the linker sees
	Go     string // exported Go suffix: "" for the common void (*)(void *), else the name of the C function it is for
	Params []EntryParam
	Result *raw.GoType  // nil for none
	Func   *gotype.Type // of the function it calls
	Hook   bool         // C passes no user data: there is one function at a time
	Key    string       // of a Hook: the parameter that tells functions apart, so that there is one for each; empty for none
	Object bool         // Key is an object, which the Go function does not get
	Zero   bool         // C wants a result and the Go function has none: it is always 0
	Gone   bool         // C calls it with an object that it is done with
}

// Code is a file of templates/rtt.
type Code struct {
	File   string
	Wraps  []mapping.Wrap
	Around []mapping.Wrap // C functions whose calls it surrounds
}

// EntryParam is a parameter of a Entry.
type EntryParam struct {
	Go   string
	Wire *raw.GoType  // as C passes it; integers of 8 and 16 bits as 32
	To   *gotype.Type // what the Go function takes; nil for what it does not get
	User bool         // it is the user data
}

// Error is a sentinel error.
type Error struct {
	Go    string
	C     string // the macro; empty for one of rttgen's own
	Value int64
	Text  string
	Doc   string
}

// Codes is an error type for the codes of a library that has its own.
type Codes struct {
	Go     string
	C      string // typedef or enum of such codes; empty for none
	Doc    string
	Errors []Error
}

// Enum is a typed enumeration or flag set.
type Enum struct {
	Go     string
	Type   *gotype.Type // an integer type
	Flags  bool
	Doc    string
	Values []EnumValue
}

// EnumValue is one value of a Enum.
type EnumValue struct {
	Go    string
	Raw   string // constant of package raw
	C     string
	Doc   string
	Value int64
}

// Class is a kernel object as a Go type.
type Class struct {
	Go       string
	Receiver string // of its methods
	Static   string // the variant whose storage the caller supplies; empty for none
	File     string
	Doc      string
	// StaticDoc documents Static.
	StaticDoc string
	C         string
	Record    *raw.Record  // nil where the object is a number
	Number    *gotype.Type // the type of that; nil where the object is a record
	Funcs     []*Func      // constructors first, then methods, sorted by name
	Delete    *Func        // ends an object on RT-Thread's heap; nil for none
	Detach    *Func        // ends an object in the caller's storage
	Callback  bool         // holds the slot of the callback that it is made with
	Named     bool         // is an object of the kernel, which has a name
	Ends      bool         // an object ends when its callback returns
	Sole      bool         // has no other variant than the static one
	Cleanup   *Cleanup     // how the kernel tells that it is done with an object; nil where it is as soon as the object has ended
	Kept      []Kept       // what the kernel keeps a pointer to as long as the object lives
	Rule      *mapping.ClassRule
}

// Cleanup is a function that the kernel calls with an object when it is done with it.
type Cleanup struct {
	Field string      // of the record in package raw
	Type  *raw.GoType // of that field
	Entry *Entry
}

// Kept is a field that keeps memory of the caller alive.
type Kept struct {
	Field string
	Type  *gotype.Type
	Set   bool // methods set it, which threads may call at the same time
}

// Group is a struct that gathers parameters.
type Group struct {
	Go     string
	For    string // the function it configures
	Class  *Class
	Fields []Field
}

// Record is a Go struct made of a record that C functions read or write.
type Record struct {
	Go     string
	Doc    string
	Raw    *raw.Record
	File   string // of the package: that of the class which uses it first
	Fields []RecordField
}

// RecordField is a field of a Record.
type RecordField struct {
	Go      string
	Doc     string
	Type    *gotype.Type
	Wire    *raw.GoType // of the member
	Path    []string    // of the member in package raw
	Bits    int         // of a bit-field, which is set by a method; 0 for none
	Time    mapping.TimeUnit
	Default *Const // what a zero field stands for; nil for zero itself
}

// Field is a field of a Group.
type Field struct {
	Go      string
	Type    *gotype.Type
	Doc     string
	Default *Const // what a zero field stands for; nil for zero itself
	Zero    string // the constant, -1, that stands for zero itself; empty for none
}

// Func is a Go function or method that calls one C function.
type Func struct {
	Go      string
	Class   *Class // of the receiver, or of what it makes; nil for neither
	Method  bool   // has a receiver
	Static  bool   // the receiver is the static variant
	Role    mapping.Role
	C       *raw.Func
	Rule    *mapping.FunctionRule
	Doc     Doc
	Params  []Param // of the Go function, in order
	Args    []Arg   // one for each parameter of the C function
	Result  Result
	Outs    []Out // Go results besides Result, in C's order
	Context mapping.Context
	Except  *raw.Func // returns the one object that the receiver must not be; nil for none
	Check   ContextCheck
	Timed   bool         // has a parameter that is a time.Duration, and so a variant that takes a number
	Decls   []*decl.Func // as it is printed; with a time, the variant that takes a number comes second
}

// Doc is what the comment of a function says.
type Doc struct {
	Text    []string // paragraphs; the first starts with the name
	Params  []string
	Returns string
	Context string
	Source  string // "C: rt_sem_take (include/rtthread.h:432)."
}

// ContextCheck is what a wrapper finds out about where it was called from.
type ContextCheck uint8

// The checks, by what they cost.
const (
	CheckNone      ContextCheck = iota
	CheckThread                 // not in an interrupt
	CheckScheduler              // not in an interrupt, and the scheduler is not locked
)

// Param is a parameter of the Go function.
type Param struct {
	Go    string
	Type  *gotype.Type
	Doc   string
	Time  mapping.TimeUnit
	Group *Group
}

// ArgKind tells how an argument of the C call is made.
type ArgKind uint8

// The kinds of arguments.
const (
	ArgReceiver     ArgKind = iota + 1 // the object of the receiver
	ArgStorage                         // the storage of the static variant
	ArgValue                           // a Go value, converted
	ArgBool                            // a bool as 1 or 0
	ArgConst                           // a constant expression
	ArgName                            // a Go string as a name of at most NameMax bytes
	ArgText                            // a Go string, NUL terminated
	ArgTicks                           // a time.Duration in ticks
	ArgPeriod                          // a time.Duration in ticks, at least one
	ArgMillis                          // a time.Duration in milliseconds
	ArgAddress                         // the address of a copy of a Go value
	ArgOut                             // the address of a Go result
	ArgSlice                           // the address of a slice's first element
	ArgLen                             // the length of a slice
	ArgObject                          // the object of another class
	ArgEntry                           // the entry point for callbacks
	ArgUser                            // the slot of the callback
	ArgPointer                         // a pointer as it is
	ArgTickAddress                     // the address of a time.Duration in ticks
	ArgWord                            // an integer in place of a pointer
	ArgShared                          // a pointer to a Go variable that C reads and writes
	ArgUnits                           // a time in units that C counts exactly
	ArgUnitsAddress                    // the address of one
	ArgRecord                          // the address of a record made of a Go struct
	ArgRecordOut                       // the address of a record of which C makes a Go result
	ArgRecordShared                    // the address of a record made of a Go variable, which then becomes what C wrote
)

// Arg is an argument of the C call.
type Arg struct {
	Kind     ArgKind
	Go       string       // parameter it is made of
	Field    string       // of the group that the parameter is; empty for none
	GoType   *gotype.Type // type of that
	Default  *Const       // what zero stands for; nil for zero itself
	Zero     string       // the constant, -1, that stands for zero itself; empty for none
	Const    Const        // of ArgConst
	Time     mapping.TimeUnit
	Param    raw.Param
	Lifetime mapping.Lifetime // how long C uses it, as the rule says
	Until    string           // of what is retained: the method after which C has let go; empty for Close
	Kept     string           // field of the object that keeps the memory alive; empty for none
	Nullable bool
	Bounds   []Bound // what the value, or the length of a slice, must not be
	Callback *Callback
	Record   *Record
}

// Bound is a condition under which a value is refused.
type Bound struct {
	Op    string // "<", ">" or ">="
	Value Const
}

// Const is a constant that a rule names.
type Const struct {
	C    string // as the rule has it
	Raw  bool   // package raw declares it
	Text string // its name there, or a number
}

// String returns the constant as Go code writes it.
func (c Const) String() string {
	if c.Raw {
		return "raw." + c.Text
	}
	return c.Text
}

// Callback is a Go function that the kernel calls.
type Callback struct {
	Entry    *Entry
	Lifetime mapping.Lifetime
	Key      string       // C parameter that tells the functions of a hook apart; empty for none
	Ends     bool         // the object ends when the function returns
	Func     *gotype.Type // of the Go function; Entry calls one with the types beneath enums
}

// Out is a Go result that C writes through a pointer.
type Out struct {
	Go     string
	Type   *gotype.Type
	Raw    *raw.GoType
	Time   mapping.TimeUnit // C writes a time in this unit
	Record *Record          // C writes such a record
}

// Result is what the C result becomes.
type Result struct {
	Style mapping.ResultStyle
	Type  *gotype.Type // of the value; nil for none
	Class *Class
	Life  mapping.Lifetime // of a handle
	Null  string           // Go error for NULL
	Codes *Codes           // the error type of C's codes; nil for RT-Thread's
	Time  mapping.TimeUnit
	Error bool // the Go function returns an error
}

// QualifiedName returns "NewSemaphore" or "Semaphore.Take".
func (f *Func) QualifiedName() string {
	switch {
	case !f.Method:
		return f.Go
	case f.Static:
		return f.Class.Static + "." + f.Go
	}
	return f.Class.Go + "." + f.Go
}
