// Package hosttest calls every wrapper of a generated package with C replaced by a fake that records its calls. The table of
// wrappers is generated; what each test expects follows from the rules of the mapping alone.
package hosttest

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"
	"unsafe"

	"rtt"
	"rtt/internal/handle"
	"rtt/raw"
)

// sentinel is a named error and the code it stands for.
type sentinel struct {
	Go   string
	Code int32
	Err  rtt.Errno
	Text string
}

// class is a kernel object as a Go type. Delete and Detach are the fields of raw.Host that end it.
type class struct {
	Go, Static, Delete, Detach string
	Context, EndStyle          string // of Delete or Detach
	Value, StaticValue, Object func() any
	Gone                       func(unsafe.Pointer) // what the kernel does with an object that it is done with; nil if Close is that
}

// function is a wrapper: Func is it, in ticks where there is such a variant, and Plain the one that takes a duration.
type function struct {
	Go          string
	Func, Plain any
	C           string // field of raw.Host
	Class       string
	Method      bool
	Role        string
	Context     string
	Blocks      bool
	Style       string
	Error       bool // the last result is an error
	Null        rtt.Errno
	Args        []arg
}

// arg is an argument of the C function and the Go parameter, or field of one, that it comes from.
type arg struct {
	Kind     string
	Param    int
	Field    string
	Nullable bool
	Kept     bool
	Bounds   []bound
	Lifetime string
	Ends     bool
	Hook     any // holds the function of a callback without user data
	Run      any // does what the kernel does with the callback
}

// bound is a condition under which a value, or the length of a slice, is refused: "<" 1.
type bound struct {
	Op string
	N  int64
}

// call is a call of a C function.
type call struct {
	C    string
	Args []reflect.Value
}

// kernel stands for C. Functions return zero unless results has something for them.
type kernel struct {
	sync.Mutex
	nest    int64 // what rt_interrupt_get_nest returns
	level   int64 // what rt_critical_level returns
	results map[string]any
	self    func() *raw.Thread // the thread that runs, as rt_thread_self returns it where results has nothing; nil for none
	during  func(c string)     // runs within each call but the questions for the context
	calls   []call
	guards  []call // what wrappers call besides: to lock the scheduler, and to find out who they run for
	asked   int    // questions for the context
}

// guards are the functions of C that wrappers call besides the one they are for.
var guards = map[string]bool{"EnterCritical": true, "ExitCritical": true, "ThreadSelf": true}

var current *kernel

// newKernel replaces C for one test.
func newKernel() *kernel {
	thread := new(raw.Thread)
	current = &kernel{results: map[string]any{}, self: func() *raw.Thread { return thread }}
	current.during = func(c string) {
		if strings.HasPrefix(c, "ThreadDelay") {
			thread.Error = 0 // the time was over
		}
	}
	if raw.Host.SemTake == nil {
		fakeAll()
	}
	return current
}

// fakeAll makes every function of C one that the current kernel records.
func fakeAll() {
	host := reflect.ValueOf(&raw.Host).Elem()
	for i := range host.NumField() {
		name, field := host.Type().Field(i).Name, host.Field(i)
		field.Set(reflect.MakeFunc(field.Type(), func(args []reflect.Value) []reflect.Value {
			return current.called(name, field.Type(), args)
		}))
	}
}

func (k *kernel) called(name string, t reflect.Type, args []reflect.Value) []reflect.Value {
	switch name {
	case "InterruptGetNest":
		k.ask(name)
		return []reflect.Value{reflect.ValueOf(k.nest).Convert(t.Out(0))}
	case "CriticalLevel":
		k.ask(name)
		return []reflect.Value{reflect.ValueOf(k.level).Convert(t.Out(0))}
	}
	k.Lock()
	if guards[name] {
		k.guards = append(k.guards, call{name, args})
	} else {
		k.calls = append(k.calls, call{name, args})
	}
	k.Unlock()
	if k.during != nil {
		k.during(name)
	}
	k.Lock()
	result, found := k.results[name]
	k.Unlock()
	if name == "ThreadSelf" && !found && k.self != nil {
		result, found = k.self(), true
	}
	switch {
	case t.NumOut() == 0:
		return nil
	case !found || result == nil:
		return []reflect.Value{reflect.Zero(t.Out(0))}
	case t.Out(0).Kind() == reflect.UnsafePointer:
		return []reflect.Value{reflect.ValueOf(reflect.ValueOf(result).UnsafePointer())}
	}
	return []reflect.Value{reflect.ValueOf(result).Convert(t.Out(0))}
}

// ask counts a question for the context.
func (k *kernel) ask(name string) {
	k.Lock()
	defer k.Unlock()
	k.asked++
	k.guards = append(k.guards, call{name, nil})
}

// of returns the calls of a C function.
func (k *kernel) of(c string) []call {
	k.Lock()
	defer k.Unlock()
	var list []call
	for _, one := range append(k.calls[:len(k.calls):len(k.calls)], k.guards...) {
		if one.C == c {
			list = append(list, one)
		}
	}
	return list
}

// one returns the only call of a C function.
func (k *kernel) one(t *testing.T, c string) call {
	t.Helper()
	list := k.of(c)
	if len(list) != 1 {
		t.Fatalf("raw.%s was called %d times, want once", c, len(list))
	}
	return list[0]
}

// classOf finds the class of a Go type.
func classOf(t reflect.Type) *class {
	for i := range classes {
		if name := t.Name(); name == classes[i].Go || name == classes[i].Static && name != "" {
			return &classes[i]
		}
	}
	return nil
}

// live makes an object of a class, or of its static variant, that someone else owns.
func live(t reflect.Type) reflect.Value {
	v := reflect.New(t)
	hold(v, classOf(t).Object(), handle.Borrowed)
	return v
}

// hold makes an object hold a kernel object, without a constructor.
func hold(v reflect.Value, object any, kind handle.Kind) {
	h := v.Elem().FieldByName("h")
	reflect.NewAt(h.Type(), unsafe.Pointer(h.UnsafeAddr())).MethodByName("Set").
		Call([]reflect.Value{reflect.ValueOf(object), reflect.ValueOf(kind)})
}

// sliceLen is how many elements slices have where no rule asks for more.
const sliceLen = 8

// args makes arguments with which a function reaches C: objects that live, functions, a short name, and what rules ask for.
func (f *function) args(fn any) []reflect.Value {
	t := reflect.TypeOf(fn)
	list := make([]reflect.Value, t.NumIn())
	for i := range list {
		in := t.In(i)
		list[i] = reflect.Zero(in)
		switch {
		case in.Kind() == reflect.Func:
			list[i] = reflect.MakeFunc(in, func([]reflect.Value) []reflect.Value {
				var zeros []reflect.Value
				for j := range in.NumOut() {
					zeros = append(zeros, reflect.Zero(in.Out(j)))
				}
				return zeros
			})
		case in.Kind() == reflect.Slice:
			list[i] = reflect.MakeSlice(in, sliceLen, sliceLen)
		case in.Kind() == reflect.String:
			list[i] = reflect.ValueOf("n").Convert(in)
		case in.Kind() == reflect.Pointer && classOf(in.Elem()) != nil:
			list[i] = live(in.Elem())
			if i == 0 && f.Role == "init" {
				list[i] = reflect.New(in.Elem())
			}
		case in.Kind() == reflect.Pointer && in.Elem().Kind() == reflect.Struct:
			list[i] = reflect.New(in.Elem())
		}
	}
	for i := range f.Args {
		a := &f.Args[i]
		if a.Hook != nil { // C is told of the entry point only once
			reflect.ValueOf(a.Hook).Elem().SetZero()
		}
		if a.Kind == "shared" {
			list[a.Param] = reflect.New(list[a.Param].Type().Elem())
		}
		if (a.Kind == "period" || a.Kind == "periodAt") && list[a.Param].Type() != reflect.TypeFor[time.Duration]() {
			a.set(list, 1) // in ticks, of which there must be some
		}
		for _, b := range a.Bounds {
			switch {
			case b.Op != "<":
			case a.Kind != "slice":
				a.set(list, b.N)
			case b.N > sliceLen:
				list[a.Param] = reflect.MakeSlice(list[a.Param].Type(), int(b.N), int(b.N))
			}
		}
	}
	return list
}

// outcome is how a call of a wrapper ended.
type outcome struct {
	results []reflect.Value
	err     error // the last result or, of a wrapper that must succeed, what it panicked with
}

// value returns the first result.
func (o outcome) value() any { return o.results[0].Interface() }

// call calls a wrapper. With a result of C set for it, a handle is an object of its class.
func (f *function) call(fn any, args []reflect.Value) (o outcome) {
	if f.Style == "must" {
		defer func() {
			if r := recover(); r != nil {
				o.err = r.(error)
			}
		}()
	}
	o.results = reflect.ValueOf(fn).Call(args)
	if f.Error {
		o.err, _ = o.results[len(o.results)-1].Interface().(error)
	}
	return o
}

// succeed makes C return what a wrapper takes for success.
func (f *function) succeed(k *kernel) {
	switch f.Style {
	case "handle":
		t := reflect.TypeOf(f.Func)
		if c := classOf(t.Out(0).Elem()); c != nil {
			k.results[f.C] = c.Object()
		}
	case "bytes":
		k.results[f.C] = new([64]byte)
	}
}

// gaveUp tells what is wrong if a wrapper should have given up before C with an error; nothing if all is well.
func (f *function) gaveUp(k *kernel, o outcome, want rtt.Errno) string {
	if len(k.of(f.C)) > 0 {
		return fmt.Sprintf("%s called raw.%s, want %v before that", f.Go, f.C, error(want))
	}
	if f.Error || f.Style == "must" {
		if o.err != error(want) {
			return fmt.Sprintf("%s returned the error %v, want %v", f.Go, o.err, error(want))
		}
		return ""
	}
	for _, r := range o.results {
		if !r.IsZero() {
			return fmt.Sprintf("%s returned %v, want zero where it cannot do anything", f.Go, r)
		}
	}
	return ""
}

// each runs a test for every wrapper that a filter lets through, with a kernel of its own.
func each(t *testing.T, filter func(*function) bool, test func(t *testing.T, f *function, k *kernel)) {
	n := 0
	for i := range functions {
		if f := &functions[i]; filter(f) {
			n++
			t.Run(f.Go, func(t *testing.T) { test(t, f, newKernel()) })
		}
	}
	if n == 0 {
		t.Error("no wrapper to test: does the table still say what this test looks for?")
	}
}

func every(*function) bool { return true }

// find returns the arguments of a kind.
func (f *function) find(kind string) []int {
	var list []int
	for i, a := range f.Args {
		if a.Kind == kind {
			list = append(list, i)
		}
	}
	return list
}

func (f *function) has(kind string) bool { return len(f.find(kind)) > 0 }

// set puts a value into the Go parameter, or the field of it, that an argument comes from.
func (a *arg) set(args []reflect.Value, v any) {
	p := &args[a.Param]
	if a.Field == "" {
		*p = reflect.ValueOf(v).Convert(p.Type())
		return
	}
	whole := reflect.New(p.Type()).Elem()
	whole.Set(*p)
	field := whole.FieldByName(a.Field)
	field.Set(reflect.ValueOf(v).Convert(field.Type()))
	*p = whole
}

// goType is the Go type that an argument comes from.
func (a *arg) goType(args []reflect.Value) reflect.Type {
	t := args[a.Param].Type()
	if a.Field == "" {
		return t
	}
	f, _ := t.FieldByName(a.Field)
	return f.Type
}

// cType is the type of the C parameter.
func (f *function) cType(i int) reflect.Type {
	field, _ := reflect.TypeOf(raw.Host).FieldByName(f.C)
	return field.Type.In(i)
}

// word reads an integer as C does.
func word(v reflect.Value) uint32 {
	switch {
	case v.CanInt():
		return uint32(v.Int())
	case v.CanUint():
		return uint32(v.Uint())
	}
	return *(*uint32)(v.UnsafePointer())
}
