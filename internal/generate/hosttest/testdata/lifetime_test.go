package hosttest

import (
	"reflect"
	"runtime"
	"sync/atomic"
	"testing"
	"time"
	"unsafe"

	"rtt"
)

// watch tells when the garbage collector takes something: only what is still reachable stays.
type watch struct{ gone atomic.Bool }

// object watches what a pointer points to.
func (w *watch) object(p reflect.Value) {
	runtime.SetFinalizer(p.Interface(), reflect.MakeFunc(reflect.FuncOf([]reflect.Type{p.Type()}, nil, false),
		func([]reflect.Value) []reflect.Value {
			w.gone.Store(true)
			return nil
		}).Interface())
}

// collected reports whether it is gone after a while.
func (w *watch) collected() bool {
	for range 100 {
		runtime.GC()
		if w.gone.Load() {
			return true
		}
		time.Sleep(time.Millisecond)
	}
	return false
}

// kept reports whether it is still there after some collections.
func (w *watch) kept() bool {
	for range 3 {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	return !w.gone.Load()
}

// TestRoots drops the last pointer to an object in storage of its own: it must stay as long as the kernel has it.
func TestRoots(t *testing.T) {
	each(t, inits, func(t *testing.T, f *function, k *kernel) {
		for _, fails := range []bool{false, true} {
			if fails && f.Style != "error" {
				continue
			}
			w := &watch{}
			closeIt, gone := f.initAndDrop(t, k, w, fails)
			if !fails {
				if !w.kept() {
					t.Fatal("the object was collected while the kernel had it: Init must add it to the roots")
				}
				if err := closeIt(); err != nil {
					t.Fatalf("Close fails: %v", err)
				}
				if gone != nil {
					k.calls = nil
					if !w.kept() {
						t.Fatal("the object was collected before the kernel was done with it")
					}
					gone()
				}
			}
			closeIt, gone = nil, nil
			if k.calls = nil; !w.collected() {
				t.Errorf("the object is never collected (Init failed: %t): its root must be removed", fails)
			}
		}
	})
}

// initAndDrop initializes an object and returns only what can close it, and what tells that the kernel is done with it where
// the kernel does that: with an address that is no pointer.
//
//go:noinline
func (f *function) initAndDrop(t *testing.T, k *kernel, w *watch, fails bool) (closeIt func() error, gone func()) {
	args := f.args(f.Func)
	w.object(args[0])
	if fails {
		k.results[f.C] = -int32(rtt.ErrError)
		defer delete(k.results, f.C)
	}
	if o := f.call(f.Func, args); (o.err != nil) != fails {
		t.Fatalf("Init returned %v", o.err)
	}
	kind, hidden, hiddenC := args[0].Type().Elem(), ^args[0].Pointer(), ^k.one(t, f.C).Args[0].Pointer()
	k.calls = nil
	if c := classOf(kind); c.Gone != nil {
		gone = func() { c.Gone(visible(hiddenC)) }
	}
	return func() error { return reflect.NewAt(kind, visible(hidden)).Interface().(closer).Close() }, gone
}

// visible makes a pointer of an address that was hidden from the garbage collector.
func visible(hidden uintptr) unsafe.Pointer {
	hidden = ^hidden
	return *(*unsafe.Pointer)(unsafe.Pointer(&hidden))
}

// TestKept looks at memory of the caller that the kernel uses: it stays until Close, and no longer.
func TestKept(t *testing.T) {
	keeps := func(f *function) bool {
		for _, a := range f.Args {
			if a.Kept && a.Kind == "slice" && (f.Role == "new" || f.Role == "init") {
				return true
			}
		}
		return false
	}
	each(t, keeps, func(t *testing.T, f *function, k *kernel) {
		w := &watch{}
		m := f.makeKeeping(t, k, w)
		var object unsafe.Pointer
		if f.Role == "init" {
			object = k.one(t, f.C).Args[0].UnsafePointer()
		}
		k.calls = nil
		if !w.kept() {
			t.Fatal("memory was collected while the kernel had it")
		}
		if err := m.value.Interface().(closer).Close(); err != nil {
			t.Fatalf("Close fails: %v", err)
		}
		if gone := classOf(m.value.Type().Elem()).Gone; gone != nil {
			if k.calls = nil; !w.kept() {
				t.Fatal("memory was collected before the kernel was done with it")
			}
			gone(object)
			m.value = reflect.Value{} // what such an object holds goes with it
		}
		if k.calls = nil; !w.collected() {
			t.Error("memory is kept after Close")
		}
		runtime.KeepAlive(m)
	})
}

//go:noinline
func (f *function) makeKeeping(t *testing.T, k *kernel, w *watch) made {
	f.succeed(k)
	args := f.args(f.Func)
	for _, a := range f.Args {
		if a.Kept && a.Kind == "slice" {
			n := max(64, args[a.Param].Len())
			args[a.Param] = reflect.MakeSlice(args[a.Param].Type(), n, n)
			w.object(args[a.Param].Index(0).Addr())
		}
	}
	o := f.call(f.Func, args)
	if o.err != nil {
		t.Fatalf("%s fails: %v", f.Go, o.err)
	}
	if f.Role == "new" {
		return made{value: o.results[0]}
	}
	return made{value: args[0]}
}

// ran counts the calls of a callback, and holds what a collected one takes with it.
type ran struct {
	n int
	_ [64]byte
}

// withCallback calls a wrapper that takes a callback, and returns what was made, what C got for user data, and the count.
//
//go:noinline
func (f *function) withCallback(k *kernel, w *watch) (o outcome, args []reflect.Value, count func() int) {
	f.succeed(k)
	args = f.args(f.Func)
	for _, a := range f.Args {
		if a.Kind != "entry" {
			continue
		}
		r := &ran{}
		w.object(reflect.ValueOf(r))
		in := args[a.Param].Type()
		idle := args[a.Param]
		args[a.Param] = reflect.MakeFunc(in, func(got []reflect.Value) []reflect.Value {
			r.n++
			calls.Add(1)
			return idle.Call(got)
		})
		defer func() { args[a.Param] = reflect.Value{} }()
	}
	calls.Store(0)
	o = f.call(f.Func, args)
	return o, args, func() int { return int(calls.Load()) }
}

var calls atomic.Int32

// runs does what the kernel does: it calls the entry point with the user data that it was given.
func (a *arg) runs(user unsafe.Pointer) {
	fn := reflect.ValueOf(a.Run)
	in := make([]reflect.Value, fn.Type().NumIn())
	for i := range in {
		in[i] = reflect.Zero(fn.Type().In(i))
		if in[i].Kind() == reflect.UnsafePointer {
			in[i] = reflect.ValueOf(user)
		}
	}
	fn.Call(in)
}

// TestCallbacks follows the function of an object: the kernel can call it until Close, and it is let go of then.
func TestCallbacks(t *testing.T) {
	makes := func(f *function) bool { return f.has("user") && (f.Role == "new" || f.Role == "init") }
	each(t, makes, func(t *testing.T, f *function, k *kernel) {
		w := &watch{}
		o, args, count := f.withCallback(k, w)
		if o.err != nil {
			t.Fatalf("%s fails: %v", f.Go, o.err)
		}
		entry := &f.Args[f.find("entry")[0]]
		got := k.one(t, f.C)
		user := got.Args[f.find("user")[0]].UnsafePointer()
		k.calls = nil
		if !w.kept() {
			t.Fatal("the function was collected while the kernel could call it")
		}
		entry.runs(user)
		if count() != 1 {
			t.Fatalf("the function ran %d times when the kernel called it once", count())
		}
		object := args[0]
		if f.Role == "new" {
			object = o.results[0]
		}
		want := error(nil)
		if entry.Ends {
			want = rtt.ErrClosed // it ended by returning
		}
		if err := object.Interface().(closer).Close(); err != want {
			t.Errorf("Close returned %v after the function ran, want %v", err, want)
		}
		entry.runs(user)
		if count() != 1 {
			t.Error("the function ran after Close")
		}
		if !w.collected() {
			t.Error("the function is kept after Close: its slot must be released")
		}
		runtime.KeepAlive(object)
	})
}

// TestCallbackFails lets C refuse a callback: its slot must be free for the next one.
func TestCallbackFails(t *testing.T) {
	slots := func(f *function) bool { return f.has("user") && f.Error }
	each(t, slots, func(t *testing.T, f *function, k *kernel) {
		w := &watch{}
		fail := func() unsafe.Pointer {
			k.calls = nil
			if f.Style != "handle" { // which is NULL as it is
				k.results[f.C] = -int32(rtt.ErrError)
			}
			args := f.args(f.Func)
			i := f.find("entry")[0]
			r := &ran{}
			w.object(reflect.ValueOf(r))
			in, idle := args[f.Args[i].Param].Type(), args[f.Args[i].Param]
			args[f.Args[i].Param] = reflect.MakeFunc(in, func(got []reflect.Value) []reflect.Value {
				r.n++
				return idle.Call(got)
			})
			if o := f.call(f.Func, args); o.err == nil {
				t.Fatalf("%s succeeded when C failed", f.Go)
			}
			return k.one(t, f.C).Args[f.find("user")[0]].UnsafePointer()
		}
		if field := reflect.ValueOf(hostValue()).FieldByName(f.C); field.Type().NumOut() == 0 {
			t.Skip("C cannot refuse it")
		}
		slots := map[uintptr]bool{}
		for range 100 {
			slots[uintptr(fail())&^3] = true // the lowest bits tell uses of a slot apart
		}
		if len(slots) > 50 {
			t.Errorf("100 attempts took %d slots: they are not released when C refuses", len(slots))
		}
		if k.calls = nil; !w.collected() {
			t.Error("the function is kept although C refused it")
		}
	})
}

// TestCallbackRefused passes a callback with a name that is too long, and with values out of range: nothing may be taken then.
func TestCallbackRefused(t *testing.T) {
	slots := func(f *function) bool { return f.has("user") && f.Error }
	each(t, slots, func(t *testing.T, f *function, k *kernel) {
		for i := range f.Args {
			a := &f.Args[i]
			if a.Kind == "name" {
				f.refuse(t, k, a, string(make([]byte, nameMax+1)))
			}
			for _, b := range a.Bounds {
				switch {
				case checks == "none" || a.Kind == "slice":
				case b.Op == "<":
					f.refuse(t, k, a, b.N-1)
				case b.Op == ">":
					f.refuse(t, k, a, b.N+1)
				default:
					f.refuse(t, k, a, b.N)
				}
			}
		}
	})
}

// refuse passes a value that a wrapper must not take, and looks whether it keeps the function that came with it.
func (f *function) refuse(t *testing.T, k *kernel, a *arg, bad any) {
	t.Helper()
	w := &watch{}
	f.pass(t, w, a, bad)
	if k.calls = nil; !w.collected() {
		t.Errorf("the function is kept although %v was refused", bad)
	}
}

//go:noinline
func (f *function) pass(t *testing.T, w *watch, a *arg, bad any) {
	args := f.args(f.Func)
	i := f.Args[f.find("entry")[0]].Param
	r := &ran{}
	w.object(reflect.ValueOf(r))
	in, idle := args[i].Type(), args[i]
	args[i] = reflect.MakeFunc(in, func(got []reflect.Value) []reflect.Value {
		r.n++
		return idle.Call(got)
	})
	a.set(args, bad)
	if o := f.call(f.Func, args); o.err == nil {
		t.Errorf("%v was not refused", bad)
	}
}

// TestSlotsGrow makes more objects with callbacks than one piece of the table holds, and calls each.
func TestSlotsGrow(t *testing.T) {
	makes := func(f *function) bool { return f.has("user") && f.Role == "new" }
	each(t, makes, func(t *testing.T, f *function, k *kernel) {
		entry, user := &f.Args[f.find("entry")[0]], f.find("user")[0]
		var objects []closer
		users := map[unsafe.Pointer]bool{}
		for range 100 {
			k.calls = nil
			o, _, count := f.withCallback(k, &watch{})
			p := k.one(t, f.C).Args[user].UnsafePointer()
			if users[p] {
				t.Fatal("two objects share a slot")
			}
			users[p] = true
			if entry.runs(p); count() != 1 {
				t.Fatal("the kernel called another function than that of the object")
			}
			if !entry.Ends {
				objects = append(objects, o.results[0].Interface().(closer))
			} else {
				delete(users, p) // it ended by returning: the slot is free
			}
		}
		for _, o := range objects {
			if err := o.Close(); err != nil {
				t.Fatalf("Close fails: %v", err)
			}
		}
	})
}
