package plan

import (
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/decl"
	"github.com/rttgen/rttgen/plan/gotype"
)

// Safe is what the safe package declares.
type Safe struct {
	Errors  []SafeError // of RT-Thread and of rttgen
	Codes   []*SafeCodes
	Enums   []*SafeEnum
	Classes []*SafeClass
	Funcs   []*SafeFunc // of no class, sorted by name
	Groups  []*SafeGroup
	Nest    *RawFunc      // tells how deep interrupts are nested; nil where the headers do not declare it
	Level   *RawFunc      // tells how often the scheduler is locked
	Enter   *RawFunc      // locks the scheduler
	Exit    *RawFunc      // unlocks it
	NameMax int64         // how many bytes a name may have
	Tick    int64         // RT_TICK_PER_SECOND
	Entries []*SafeEntry  // what C calls for callbacks, sorted by symbol
	Code    []*SafeCode   // hand-written source, sorted by file
	Decl    *decl.Package // all of it, as it is printed
}

// SafeEntry is a function that C calls and that calls the Go function of a callback.
type SafeEntry struct {
	Symbol string // what the linker sees
	Go     string // exported Go suffix: "" for the common void (*)(void *), else the name of the C function it is for
	Params []SafeEntryParam
	Result *GoType      // nil for none
	Func   *gotype.Type // of the function it calls
	Hook   bool         // C passes no user data: there is one function at a time
	Key    string       // of a Hook: the parameter that tells functions apart, so that there is one for each; empty for none
	Object bool         // Key is an object, which the Go function does not get
	Zero   bool         // C wants a result and the Go function has none: it is always 0
	Gone   bool         // C calls it with an object that it is done with
}

// SafeCode is a file of templates/rtt.
type SafeCode struct {
	File  string
	Wraps []model.Wrap
}

// SafeEntryParam is a parameter of a SafeEntry.
type SafeEntryParam struct {
	Go   string
	Wire *GoType      // as C passes it; integers of 8 and 16 bits as 32
	To   *gotype.Type // what the Go function takes; nil for what it does not get
	User bool         // it is the user data
}

// SafeError is a sentinel error.
type SafeError struct {
	Go    string
	C     string // the macro; empty for one of rttgen's own
	Value int64
	Text  string
	Doc   string
}

// SafeCodes is an error type for the codes of a library that has its own.
type SafeCodes struct {
	Go     string
	C      string // typedef or enum of such codes; empty for none
	Doc    string
	Errors []SafeError
}

// SafeEnum is a typed enumeration or flag set.
type SafeEnum struct {
	Go     string
	Type   *gotype.Type // an integer type
	Flags  bool
	Doc    string
	Values []SafeEnumValue
}

// SafeEnumValue is one value of a SafeEnum.
type SafeEnumValue struct {
	Go    string
	Raw   string // constant of package raw
	C     string
	Doc   string
	Value int64
}

// SafeClass is a kernel object as a Go type.
type SafeClass struct {
	Go     string
	Static string // the variant whose storage the caller supplies; empty for none
	File   string
	Doc    string
	// StaticDoc documents Static.
	StaticDoc string
	C         string
	Record    *RawRecord
	Funcs     []*SafeFunc  // constructors first, then methods, sorted by name
	Delete    *SafeFunc    // ends an object on RT-Thread's heap; nil for none
	Detach    *SafeFunc    // ends an object in the caller's storage
	Callback  bool         // holds the slot of the callback that it is made with
	Named     bool         // is an object of the kernel, which has a name
	Ends      bool         // an object ends when its callback returns
	Sole      bool         // has no other variant than the static one
	Cleanup   *SafeCleanup // how the kernel tells that it is done with an object; nil where it is as soon as the object has ended
	Kept      []SafeKept   // what the kernel keeps a pointer to as long as the object lives
	Rule      *model.ClassRule
}

// SafeCleanup is a function that the kernel calls with an object when it is done with it.
type SafeCleanup struct {
	Field string  // of the record in package raw
	Type  *GoType // of that field
	Entry *SafeEntry
}

// SafeKept is a field that keeps memory of the caller alive.
type SafeKept struct {
	Field string
	Type  *gotype.Type
	Set   bool // methods set it, which threads may call at the same time
}

// SafeGroup is a struct that gathers parameters.
type SafeGroup struct {
	Go     string
	For    string // the function it configures
	Class  *SafeClass
	Fields []SafeField
}

// SafeField is a field of a SafeGroup.
type SafeField struct {
	Go      string
	Type    *gotype.Type
	Doc     string
	Default *SafeConst // what a zero field stands for; nil for zero itself
}

// SafeFunc is a Go function or method that calls one C function.
type SafeFunc struct {
	Go      string
	Class   *SafeClass // of the receiver, or of what it makes; nil for neither
	Method  bool       // has a receiver
	Static  bool       // the receiver is the static variant
	Role    model.Role
	C       *RawFunc
	Rule    *model.FunctionRule
	Doc     SafeDoc
	Params  []SafeParam // of the Go function, in order
	Args    []SafeArg   // one for each parameter of the C function
	Result  SafeResult
	Outs    []SafeOut // Go results besides Result, in C's order
	Context model.Context
	Except  *RawFunc // returns the one object that the receiver must not be; nil for none
	Check   ContextCheck
	Timed   bool         // has a parameter that is a time.Duration, and so a variant that takes a number
	Decls   []*decl.Func // as it is printed; with a time, the variant that takes a number comes second
}

// SafeDoc is what the comment of a function says.
type SafeDoc struct {
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

// SafeParam is a parameter of the Go function.
type SafeParam struct {
	Go    string
	Type  *gotype.Type
	Doc   string
	Time  model.TimeUnit
	Group *SafeGroup
}

// ArgKind tells how an argument of the C call is made.
type ArgKind uint8

// The kinds of arguments.
const (
	ArgReceiver    ArgKind = iota + 1 // the object of the receiver
	ArgStorage                        // the storage of the static variant
	ArgValue                          // a Go value, converted
	ArgBool                           // a bool as 1 or 0
	ArgConst                          // a constant expression
	ArgName                           // a Go string as a name of at most NameMax bytes
	ArgText                           // a Go string, NUL terminated
	ArgTicks                          // a time.Duration in ticks
	ArgPeriod                         // a time.Duration in ticks, at least one
	ArgMillis                         // a time.Duration in milliseconds
	ArgAddress                        // the address of a copy of a Go value
	ArgOut                            // the address of a Go result
	ArgSlice                          // the address of a slice's first element
	ArgLen                            // the length of a slice
	ArgObject                         // the object of another class
	ArgEntry                          // the entry point for callbacks
	ArgUser                           // the slot of the callback
	ArgPointer                        // a pointer as it is
	ArgTickAddress                    // the address of a time.Duration in ticks
	ArgWord                           // an integer in place of a pointer
	ArgShared                         // a pointer to a Go variable that C reads and writes
)

// SafeArg is an argument of the C call.
type SafeArg struct {
	Kind     ArgKind
	Go       string       // parameter it is made of
	Field    string       // of the group that the parameter is; empty for none
	GoType   *gotype.Type // type of that
	Default  *SafeConst   // what zero stands for; nil for zero itself
	Const    SafeConst    // of ArgConst
	Time     model.TimeUnit
	Param    RawParam
	Kept     string // field of the object that keeps the memory alive; empty for none
	Nullable bool
	Bounds   []SafeBound // what the value, or the length of a slice, must not be
	Callback *SafeCallback
}

// SafeBound is a condition under which a value is refused.
type SafeBound struct {
	Op    string // "<", ">" or ">="
	Value SafeConst
}

// SafeConst is a constant that a rule names.
type SafeConst struct {
	C    string // as the rule has it
	Raw  bool   // package raw declares it
	Text string // its name there, or a number
}

// String returns the constant as Go code writes it.
func (c SafeConst) String() string {
	if c.Raw {
		return "raw." + c.Text
	}
	return c.Text
}

// SafeCallback is a Go function that the kernel calls.
type SafeCallback struct {
	Entry    *SafeEntry
	Lifetime model.Lifetime
	Key      string       // C parameter that tells the functions of a hook apart; empty for none
	Ends     bool         // the object ends when the function returns
	Func     *gotype.Type // of the Go function; Entry calls one with the types beneath enums
}

// SafeOut is a Go result that C writes through a pointer.
type SafeOut struct {
	Go   string
	Type *gotype.Type
	Raw  *GoType
	Time model.TimeUnit // C writes a time in this unit
}

// SafeResult is what the C result becomes.
type SafeResult struct {
	Style model.ResultStyle
	Type  *gotype.Type // of the value; nil for none
	Class *SafeClass
	Own   model.Ownership
	Null  string     // Go error for NULL
	Codes *SafeCodes // the error type of C's codes; nil for RT-Thread's
	Time  model.TimeUnit
	Error bool // the Go function returns an error
}
