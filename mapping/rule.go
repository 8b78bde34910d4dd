package mapping

import "github.com/rttgen/rttgen/model"

// Rules are what mapping files say: intent that no header states. Each keeps its place for messages.
type Rules struct {
	Errors     []*ErrorRule     // sorted by Go name
	ErrorTypes []*ErrorTypeRule // sorted by Go name
	Enums      []*EnumRule      // sorted by Go name
	Records    []*RecordRule    // sorted by Go name
	Classes    []*ClassRule     // sorted by Go name
	Defaults   []*FunctionRule  // what functions whose name fits the pattern in C have in common; the rules of Functions have it
	Functions  []*FunctionRule  // sorted by C name, then in the order of the file
	Skips      []*SkipRule      // sorted by C name
	Code       []*CodeRule      // sorted by file
	RawNames   []*RawNameRule   // sorted by C name
}

// When limits a rule to versions, configurations and declarations. Availability itself is never written: what the headers do
// not declare is not there.
type When struct {
	Since    string   // RT-Thread version from which the rule holds, "5.0"
	Until    string   // first version for which it does not hold any more
	Config   []string // macros that must be defined; "!RT_USING_SMP" must not be
	Declares []string // what must be declared, as API.Declares understands it; with a "!" before it, what must not be
}

// Always reports whether the rule holds for all versions and configurations.
func (w When) Always() bool {
	return w.Since == "" && w.Until == "" && len(w.Config) == 0 && len(w.Declares) == 0
}

// ErrorRule makes a sentinel error of an error code macro.
type ErrorRule struct {
	Pos  model.Pos
	Name string // Go name, "ErrTimeout"
	C    string // macro that holds the positive code, "RT_ETIMEOUT"
	Type string // Go name of the ErrorTypeRule it is of; empty for RT-Thread's own codes
	Text string // what Error() says
	Doc  string
}

// OwnErrors lists the errors that only wrappers find, which no rule makes.
func OwnErrors() []string {
	return []string{"ErrClosed", "ErrContext", "ErrName", "ErrInUse", "ErrRange", "ErrType"}
}

// ErrorTypeRule makes a Go error type of the codes of a library that has its own: anything but 0 is an error.
type ErrorTypeRule struct {
	Pos  model.Pos
	Name string // Go name, "MotorError"
	C    string // typedef or enum whose results are such codes, "motor_status_t"; empty for none
	Doc  string
}

// EnumRule makes a typed enumeration or flag set of macros or enumeration constants.
type EnumRule struct {
	Pos    model.Pos
	Name   string
	Type   string // Go integer type
	Flags  bool   // values are combined with |
	Doc    string
	Values []EnumValue // in the order of the file
}

// EnumValue is one value of an EnumRule. A value that the headers do not define is left out.
type EnumValue struct {
	Pos  model.Pos
	Name string
	C    string
	Doc  string
}

// RecordRule makes a Go struct of a C record that C functions read or write during a call.
type RecordRule struct {
	Pos    model.Pos
	Name   string // Go name, "SPIConfig"
	C      string // "struct rt_spi_configuration"
	Doc    string
	Fields []*FieldRule // in the order of the file
}

// FieldRule makes a field of a Go struct of a member of a C record. A field whose member the headers do not declare is left out.
type FieldRule struct {
	Pos     model.Pos
	Name    string
	C       string // member, by its path: "parent.mode"; "bufsz|rx_bufsz" where versions differ
	Enum    string // Go name of an EnumRule
	Time    TimeUnit
	Type    string // Go type, if another than the member's
	Default string // what a zero field stands for; a C constant or integer
	Doc     string
}

// DeviceRule makes the function that finds the device of a name as an object of a class.
type DeviceRule struct {
	Pos   model.Pos
	Go    string   // its name, "OpenADC"
	Types []string // constants that tell the type of such a device: the first that the headers define counts
	Flags []string // what it is opened for, C constants or integers; none where drivers of the class need no opening
	Doc   string
}

// ClassRule makes a Go type with methods of a kernel object, or of a number that stands for something.
type ClassRule struct {
	Pos       model.Pos
	Name      string // Go name, "Semaphore"
	C         string // the C record behind it, "struct rt_semaphore", or the integer type of the number, "rt_base_t"
	Static    string // Go name of the variant whose storage the caller supplies, "StaticSemaphore"; empty for none
	File      string // file of the generated package, without .go; default: the lower-case name
	Doc       string
	StaticDoc string
	Context   Context // of its functions, unless they say otherwise
	Cleanup   string  // member of the C record: what the kernel calls when it is done with the object
	Device    *DeviceRule
	Code      []*CodeRule // Go source shipped with rttgen that completes the class
	When      When
}

// CodeRule names a Go source file of templates/rtt that is added when everything that it needs is declared.
type CodeRule struct {
	Pos   model.Pos
	File  string
	Needs []string // as API.Declares understands it
	State string   // of a class: a Go type of the file, of which each object has a value; empty for none
	Wraps []Wrap   // sorted by C name
	// Around are C functions whose calls the code surrounds, with the Go function that begins that. Sorted by C name.
	Around []Wrap
	When   When
}

// Wrap tells what becomes of a C symbol in hand-written code: "rt_enter_critical" is used by "Critical".
type Wrap struct {
	Pos   model.Pos
	C, Go string
}

// Context tells from where a function may be called.
type Context string

// The contexts, from the narrowest to the widest.
const (
	ContextScheduler Context = "scheduler" // a thread, with the scheduler unlocked: the call may block or switch
	ContextThread    Context = "thread"    // a thread
	ContextISR       Context = "isr"       // only an interrupt
	ContextAny       Context = "any"       // anywhere, interrupts included
)

// Contexts lists every Context.
func Contexts() []Context {
	return []Context{ContextScheduler, ContextThread, ContextISR, ContextAny}
}

// FunctionRule makes a Go function or method of a C function. A C function bound in more than one way has a rule for each.
type FunctionRule struct {
	Pos     model.Pos
	C       string       // C name
	Go      string       // "NewSemaphore" or "Semaphore.Take"
	Doc     string       // overrides the comment of the C source
	Params  []*ParamRule // rules for C parameters, in the order of the file
	Order   []string     // order of the Go parameters, by C name; default: C's order
	Result  ResultRule
	Errors  []ReturnedError // what callers may want to tell apart, in the order of the file
	Context Context
	Blocks  bool
	Role    Role
	Except  string      // C function that returns the one object that the receiver must not be
	Needs   []string    // what else must be declared, as API.Declares understands it
	Device  *DeviceRule // of a function that the device of a class stands for; nil for any other
	When    When
	Like    string   // C function that the rule is like
	Origins []Origin // what it has from elsewhere
}

// ReturnedError is an error that a function returns, and when: "the time is over".
type ReturnedError struct {
	Pos  model.Pos
	Name string // Go name of an ErrorRule
	When string
}

// Origin tells where a rule has something from that it does not say itself.
type Origin struct {
	Key  string // "context", "params.timeout"
	From string // "like rt_sem_take", "the defaults of rt_*"
	Pos  model.Pos
}

// Role tells what a function does for the life of its object.
type Role string

// The roles.
const (
	RoleNone   Role = ""
	RoleNew    Role = "new"    // makes the object on RT-Thread's heap
	RoleInit   Role = "init"   // makes it in storage supplied by the caller
	RoleDelete Role = "delete" // ends one made by new
	RoleDetach Role = "detach" // ends one made by init
)

// Roles lists every Role but RoleNone.
func Roles() []Role { return []Role{RoleNew, RoleInit, RoleDelete, RoleDetach} }

// Direction tells what C does with what a parameter points to.
type Direction string

// The directions.
const (
	DirNone  Direction = ""      // nothing is known
	DirIn    Direction = "in"    // C reads it
	DirOut   Direction = "out"   // C writes it: a Go result
	DirInOut Direction = "inout" // C reads and writes it
)

// Directions lists every Direction but DirNone.
func Directions() []Direction { return []Direction{DirIn, DirOut, DirInOut} }

// Lifetime tells how long C may use what a parameter points to or call a function, or who ends what a result is.
type Lifetime string

// The lifetimes. See docs/mapping.md.
const (
	LifeNone     Lifetime = ""         // decided by what it is
	LifeBorrowed Lifetime = "borrowed" // during the call; of a result: someone else ends it
	LifeOwned    Lifetime = "owned"    // it is C's from now on, a function is called once; of a result: the caller ends it
	LifeRetained Lifetime = "retained" // until the object is closed, or the method in Until
	LifeStatic   Lifetime = "static"   // until the end of the program
)

// Lifetimes lists every Lifetime of a parameter.
func Lifetimes() []Lifetime { return []Lifetime{LifeBorrowed, LifeOwned, LifeRetained, LifeStatic} }

// ResultLifetimes lists every Lifetime of a result.
func ResultLifetimes() []Lifetime { return []Lifetime{LifeOwned, LifeBorrowed} }

// TimeUnit is the unit of a C parameter or result that is a time.Duration in Go.
type TimeUnit string

// The units.
const (
	TimeNone   TimeUnit = ""
	TimeTicks  TimeUnit = "ticks"  // signed ticks, RT_WAITING_FOREVER and RT_WAITING_NO are special
	TimePeriod TimeUnit = "period" // ticks of a period: at least one, at most RT_TICK_MAX/2
	TimeMillis TimeUnit = "ms"
	TimeNanos  TimeUnit = "ns" // these three are exact: what C does not hold is refused
	TimeMicros TimeUnit = "us"
	TimeSecs   TimeUnit = "s"
	TimeUnix   TimeUnit = "unix" // seconds since 1970: a time.Time in Go
)

// TimeUnits lists every TimeUnit but TimeNone.
func TimeUnits() []TimeUnit {
	return []TimeUnit{TimeTicks, TimePeriod, TimeMillis, TimeNanos, TimeMicros, TimeSecs, TimeUnix}
}

// FieldUnits lists the units of time that a field of a record can have.
func FieldUnits() []TimeUnit { return []TimeUnit{TimeNanos, TimeMicros, TimeSecs, TimeUnix} }

// StringKind tells how a char pointer is a Go string.
type StringKind string

// The kinds of strings.
const (
	StringNone StringKind = ""
	StringName StringKind = "name" // at most as many bytes as the kernel keeps of a name; longer is an error, never a silent cut
	StringText StringKind = "text" // NUL terminated
)

// StringKinds lists every StringKind but StringNone.
func StringKinds() []StringKind { return []StringKind{StringName, StringText} }

// ParamRule says what a C parameter is in Go.
type ParamRule struct {
	Pos       model.Pos
	C         string // C name; "timeout|time" where versions differ
	Go        string // Go name, if another
	Doc       string
	Direction Direction
	Lifetime  Lifetime
	Until     string // of LifeRetained: the method that ends it; empty for Close
	Nullable  bool
	LenOf     string // it is the length in bytes of this other parameter, a slice in Go
	String    StringKind
	Enum      string // Go name of an EnumRule
	Class     string // Go name of a ClassRule: the parameter is a handle
	Record    string // Go name of a RecordRule: C reads or writes such a record
	Time      TimeUnit
	Const     string // the C constant or integer always passed: no Go parameter
	Type      string // Go type, if another than the C type's
	Min       string // smallest value, or length of a slice; a C constant or integer
	Max       string // largest value
	Below     string // what the value is less than
	Group     string // Go struct that gathers this parameter: its field is Go
	Default   string // of a grouped parameter: what a zero field stands for; a C constant, a part of one or an integer
	Zero      string // the Go constant that stands for C's zero where there is a default; empty for none
	Callback  *CallbackRule
	Inherited bool // from another rule, whose function has the parameter; this one need not
}

// CallbackRule describes a parameter that is a function the kernel calls.
type CallbackRule struct {
	Pos     model.Pos
	Func    string  // Go signature, "func()"
	User    string  // C parameter that carries the user data to it; it has no Go parameter
	Key     string  // without User: C parameter that tells functions apart, which C passes on first: a number, or the object itself
	Context Context // where it runs
	Ends    bool    // the object ends when the function returns
}

// ResultStyle tells how the C result becomes Go results.
type ResultStyle string

// The result styles.
const (
	ResultDefault ResultStyle = ""       // decided by the C type: rt_err_t is an error, void nothing, else a value
	ResultValue   ResultStyle = "value"  // the value, converted
	ResultError   ResultStyle = "error"  // rt_err_t: negative is an error
	ResultCount   ResultStyle = "count"  // negative is an error, else a count
	ResultHandle  ResultStyle = "handle" // a pointer to an object: NULL is an error
	ResultBool    ResultStyle = "bool"   // zero is false
	ResultOK      ResultStyle = "ok"     // RT_EOK is true
	ResultText    ResultStyle = "text"   // a NUL terminated string, copied
	ResultIgnore  ResultStyle = "ignore" // carries no information
	ResultMust    ResultStyle = "must"   // rt_err_t: an error panics, for methods that interfaces give no error to return
	ResultBytes   ResultStyle = "bytes"  // memory of the length in Len: NULL is an error
	ResultAll     ResultStyle = "all"    // a count that is an error unless it is the parameter in Len
)

// ResultStyles lists every ResultStyle but ResultDefault.
func ResultStyles() []ResultStyle {
	return []ResultStyle{ResultValue, ResultError, ResultCount, ResultHandle, ResultBool, ResultOK, ResultText, ResultIgnore, ResultMust, ResultBytes, ResultAll}
}

// ResultRule says what a C result is in Go.
type ResultRule struct {
	Pos      model.Pos
	Style    ResultStyle
	Lifetime Lifetime
	Null     string // Go name of the error that NULL stands for
	Error    string // Go name of the ErrorTypeRule of its codes, where the C type does not tell
	Class    string // of a handle: Go name of the class
	Enum     string
	Time     TimeUnit
	Type     string // Go type, if another than the C type's
	Len      string // of ResultBytes and ResultAll: the C parameter that gives the length
	Doc      string
}

// SkipRule leaves C symbols out of the safe package on purpose. They stay in raw if Go can express them.
type SkipRule struct {
	Pos    model.Pos
	C      string // name, or a pattern with *
	Reason string
	When   When
}

// RawNameRule names a C symbol in package raw where the usual name would clash.
type RawNameRule struct {
	Pos model.Pos
	C   string
	Go  string
}
