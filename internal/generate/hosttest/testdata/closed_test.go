package hosttest

import (
	"reflect"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"rtt"
	"rtt/internal/handle"
)

type closer interface{ Close() error }

// TestZeroValue calls every method of an object that was never made.
func TestZeroValue(t *testing.T) {
	if checks == "none" {
		t.Skip("not checked with checks: none")
	}
	methods := func(f *function) bool { return f.Method && f.Role != "init" }
	each(t, methods, func(t *testing.T, f *function, k *kernel) {
		args := f.args(f.Func)
		args[0] = reflect.New(args[0].Type().Elem())
		if wrong := f.gaveUp(k, f.call(f.Func, args), rtt.ErrClosed); wrong != "" {
			t.Error(wrong)
		}
	})
}

// TestZeroObject passes objects that were never made, and nil, to functions that take further objects.
func TestZeroObject(t *testing.T) {
	if checks == "none" {
		t.Skip("not checked with checks: none")
	}
	for i := range functions {
		f := &functions[i]
		for _, j := range f.find("object") {
			if f.Args[j].Nullable {
				continue
			}
			t.Run(f.Go, func(t *testing.T) {
				args := f.args(f.Func)
				p := f.Args[j].Param
				for _, v := range []reflect.Value{reflect.New(args[p].Type().Elem()), reflect.Zero(args[p].Type())} {
					args[p] = v
					k := newKernel()
					if wrong := f.gaveUp(k, f.call(f.Func, args), rtt.ErrClosed); wrong != "" {
						t.Error(wrong)
					}
				}
			})
		}
	}
}

// made is an object, the function of raw that ends it, and the pointer that C knows it by.
type made struct {
	value reflect.Value
	end   string
	c     any
}

// eachMade runs a test for an object of every class, made in each of the ways there are.
func eachMade(t *testing.T, test func(t *testing.T, m made, k *kernel)) {
	for i := range functions {
		f := &functions[i]
		if f.Role != "new" && f.Role != "init" {
			continue
		}
		t.Run(f.Go, func(t *testing.T) {
			k := newKernel()
			test(t, f.make(t, k), k)
		})
	}
}

// make makes an object with a constructor or Init.
func (f *function) make(t *testing.T, k *kernel) made {
	t.Helper()
	f.succeed(k)
	args := f.args(f.Func)
	o := f.call(f.Func, args)
	if o.err != nil {
		t.Fatalf("%s fails: %v", f.Go, o.err)
	}
	m := made{}
	for _, c := range classes {
		if c.Go != f.Class {
			continue
		}
		if f.Role == "new" {
			m.value, m.end, m.c = o.results[0], c.Delete, k.results[f.C]
		} else {
			m.value, m.end = args[0], c.Detach
			m.c = k.one(t, f.C).Args[0].Interface()
		}
	}
	return m
}

// TestClose closes an object: C ends it once, and a second Close and every other method return ErrClosed.
func TestClose(t *testing.T) {
	eachMade(t, func(t *testing.T, m made, k *kernel) {
		c := m.value.Interface().(closer)
		if err := c.Close(); err != nil {
			t.Fatalf("Close fails: %v", err)
		}
		if m.end != "" {
			if got := k.one(t, m.end).Args[0]; got.UnsafePointer() != reflect.ValueOf(m.c).UnsafePointer() {
				t.Errorf("raw.%s got %v, want the object %v", m.end, got, m.c)
			}
		}
		k.calls = nil
		if err := c.Close(); err != rtt.ErrClosed {
			t.Errorf("a second Close returned %v, want ErrClosed", err)
		}
		for i := range functions {
			f := &functions[i]
			if !f.Method || f.Role == "init" || checks == "none" {
				continue
			}
			args := f.args(f.Func)
			receiver := m.value
			if f.Class != classOf(m.value.Type().Elem()).Go {
				continue
			}
			if receiver.Type() != args[0].Type() {
				receiver = receiver.Elem().FieldByName(f.Class).Addr()
			}
			args[0] = receiver
			if wrong := f.gaveUp(k, f.call(f.Func, args), rtt.ErrClosed); wrong != "" {
				t.Errorf("after Close: %s", wrong)
			}
		}
		if len(k.calls) > 0 {
			t.Errorf("C was called for a closed object: %s", k.calls[0].C)
		}
		if locks, unlocks := len(k.of("EnterCritical")), len(k.of("ExitCritical")); locks != unlocks {
			t.Errorf("the scheduler was locked %d times and unlocked %d times", locks, unlocks)
		}
	})
}

// TestCloseFails lets C refuse to end an object, which must stay as it was.
func TestCloseFails(t *testing.T) {
	eachMade(t, func(t *testing.T, m made, k *kernel) {
		end, found := reflect.TypeOf(hostValue()).FieldByName(m.end)
		if !found || end.Type.NumOut() == 0 || classOf(m.value.Type().Elem()).EndStyle == "ignore" {
			t.Skip("nothing that ends it can fail")
		}
		c := m.value.Interface().(closer)
		k.results[m.end] = -int32(rtt.ErrBusy)
		if err := c.Close(); err != rtt.ErrBusy {
			t.Fatalf("Close returned %v, want ErrBusy from C", err)
		}
		k.results[m.end] = 0
		if err := c.Close(); err != nil {
			t.Fatalf("Close returned %v when C could end the object at last", err)
		}
		if n := len(k.of(m.end)); n != 2 {
			t.Errorf("raw.%s was called %d times, want twice", m.end, n)
		}
	})
}

// TestCloseRace closes an object from many threads at once, again and again: one of them does it.
func TestCloseRace(t *testing.T) {
	const rounds, threads = 20, 8
	makes := func(f *function) bool { return f.Role == "new" || f.Role == "init" }
	each(t, makes, func(t *testing.T, f *function, _ *kernel) {
		for range rounds {
			k := newKernel()
			m := f.make(t, k)
			c := m.value.Interface().(closer)
			var closed, ready atomic.Int32
			var all sync.WaitGroup
			for range threads {
				all.Add(1)
				go func() {
					defer all.Done()
					for ready.Add(1); ready.Load() < threads; { // so that all are running when the first goes on
						runtime.Gosched()
					}
					switch err := c.Close(); err {
					case nil:
						closed.Add(1)
					case rtt.ErrClosed:
					default:
						t.Errorf("Close returned %v, want nil or ErrClosed", err)
					}
				}()
			}
			all.Wait()
			if n := closed.Load(); n != 1 {
				t.Fatalf("%d threads closed the object, want one", n)
			}
			if m.end != "" {
				k.one(t, m.end)
			}
		}
	})
}

// TestFound closes objects that a function finds, and that belong to someone else.
func TestFound(t *testing.T) {
	finds := func(f *function) bool { return f.Style == "handle" && f.Role != "new" }
	each(t, finds, func(t *testing.T, f *function, k *kernel) {
		f.succeed(k)
		o := f.call(f.Func, f.args(f.Func))
		if o.err != nil {
			t.Fatalf("%s fails: %v", f.Go, o.err)
		}
		k.calls = nil
		if err := o.value().(closer).Close(); err != nil {
			t.Errorf("Close returned %v", err)
		}
		if len(k.calls) > 0 {
			t.Errorf("Close called raw.%s for an object that belongs to someone else", k.calls[0].C)
		}
	})
}

// TestCloseBorrowed lets go of an object that someone else owns: C must not be told.
func TestCloseBorrowed(t *testing.T) {
	for _, c := range classes {
		t.Run(c.Go, func(t *testing.T) {
			k := newKernel()
			v := reflect.ValueOf(c.Value())
			hold(v, c.Object(), handle.Borrowed)
			o, ok := v.Interface().(closer)
			if !ok {
				t.Skip("has no Close")
			}
			if err := o.Close(); err != nil {
				t.Errorf("Close returned %v", err)
			}
			if len(k.calls) > 0 {
				t.Errorf("Close called raw.%s for an object that belongs to someone else", k.calls[0].C)
			}
			if err := o.Close(); err != rtt.ErrClosed {
				t.Errorf("a second Close returned %v, want ErrClosed", err)
			}
		})
	}
}

// TestCloseWhileWaiting closes an object while another thread is within C. Whatever C makes of that, the one that waited is told
// what has happened, and so is the next call.
func TestCloseWhileWaiting(t *testing.T) {
	waits := func(f *function) bool { return f.Method && f.Blocks && (f.Style == "error" || f.Style == "count") }
	each(t, waits, func(t *testing.T, f *function, k *kernel) {
		args := f.args(f.Func)
		k.results[f.C] = -int32(rtt.ErrError)
		k.during = func(c string) {
			if c == f.C {
				if err := args[0].Interface().(closer).Close(); err != nil {
					t.Errorf("Close returned %v while a thread waits", err)
				}
			}
		}
		if o := f.call(f.Func, args); o.err != rtt.ErrClosed {
			t.Errorf("%s returned %v for an object deleted meanwhile, want ErrClosed", f.Go, o.err)
		}
		k.calls = nil
		if checks != "none" {
			if wrong := f.gaveUp(k, f.call(f.Func, args), rtt.ErrClosed); wrong != "" {
				t.Errorf("after Close: %s", wrong)
			}
		}
	})
}
