package hosttest

import (
	"reflect"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"unsafe"

	"rtt"
	"rtt/raw"
)

// callers is how many threads call at the same time.
const callers = 8

// together calls a function in many threads at the same time.
func together(fn func(i int)) {
	var wg sync.WaitGroup
	begin := make(chan struct{})
	for i := range callers {
		wg.Go(func() {
			<-begin
			fn(i)
		})
	}
	close(begin)
	wg.Wait()
}

// counted counts how often a function returned nil, and reports any other error than the one that it is allowed.
func counted(t *testing.T, what string, allowed rtt.Errno, fn func() error) int {
	t.Helper()
	var n atomic.Int32
	together(func(int) {
		switch err := fn(); err {
		case nil:
			n.Add(1)
		case allowed:
		default:
			t.Errorf("%s returned %v, want nothing or %v", what, err, error(allowed))
		}
	})
	return int(n.Load())
}

// slow makes C take its time, so that calls overlap, and each caller a thread of its own.
func (k *kernel) slow() {
	k.during = func(string) { runtime.Gosched() }
	k.self = func() *raw.Thread { return new(raw.Thread) }
}

// TestConcurrentInit makes an object in many threads at the same time: one of them does, and C hears of it once. Then all close it.
func TestConcurrentInit(t *testing.T) {
	each(t, inits, func(t *testing.T, f *function, k *kernel) {
		k.slow()
		args := f.args(f.Func)
		class := classOf(args[0].Type().Elem())
		for range 20 {
			k.calls = nil
			if n := counted(t, "Init", rtt.ErrInUse, func() error { return f.call(f.Func, args).err }); n != 1 {
				t.Fatalf("%d of %d calls of Init succeeded at the same time, want one", n, callers)
			}
			object := k.one(t, f.C).Args[0].UnsafePointer()
			k.calls = nil
			if n := counted(t, "Close", rtt.ErrClosed, args[0].Interface().(closer).Close); n != 1 {
				t.Fatalf("%d of %d calls of Close succeeded at the same time, want one", n, callers)
			}
			if class.Detach != "" {
				k.one(t, class.Detach)
			}
			if class.Gone != nil {
				class.Gone(object)
			}
		}
	})
}

// TestConcurrentCalls calls all methods of an object in many threads while it is closed, and made again where its storage is the
// caller's. There is nothing to expect but that nothing breaks: the race detector looks at it.
func TestConcurrentCalls(t *testing.T) {
	for i := range functions {
		f := &functions[i]
		if f.Role != "new" && f.Role != "init" {
			continue
		}
		t.Run(f.Go, func(t *testing.T) {
			k := newKernel()
			m := f.make(t, k)
			k.slow()
			made := f.args(f.Func)
			if f.Role == "init" {
				made[0] = m.value
			}
			together(func(i int) {
				for range 3 {
					methods(m.value, k, i)
					if i > 1 {
						continue
					}
					m.value.Interface().(closer).Close()
					if f.Role == "init" {
						f.call(f.Func, made)
					}
				}
			})
		})
	}
}

// methods calls every method of an object, each caller beginning with another one.
func methods(object reflect.Value, k *kernel, caller int) {
	name := object.Type().Elem().Name()
	for i := range functions {
		f := &functions[(i+caller*len(functions)/callers)%len(functions)]
		if !f.Method || f.Role == "init" || f.Class != name && f.Class != classOf(object.Type().Elem()).Go {
			continue
		}
		args := f.args(f.Func)
		if !object.Type().AssignableTo(args[0].Type()) {
			object := object.Elem().FieldByName(classOf(object.Type().Elem()).Go) // what the static variant embeds
			if !object.IsValid() {
				continue
			}
			args[0] = object.Addr()
		} else {
			args[0] = object
		}
		f.call(f.Func, args)
	}
}

// TestConcurrentCallbacks sets functions that C calls, while it calls them.
func TestConcurrentCallbacks(t *testing.T) {
	takes := func(f *function) bool { return f.has("entry") }
	each(t, takes, func(t *testing.T, f *function, k *kernel) {
		f.succeed(k)
		k.slow()
		entry := &f.Args[f.find("entry")[0]]
		args := f.args(f.Func)
		together(func(i int) {
			for range 5 {
				mine := args
				if f.Role == "init" {
					mine = append([]reflect.Value{reflect.New(args[0].Type().Elem())}, args[1:]...)
				}
				o := f.call(f.Func, mine)
				entry.runs(k.user(f))
				object := o.results
				if f.Method {
					object = mine
				}
				if len(object) > 0 && i%2 == 0 && o.err == nil {
					if c, ok := object[0].Interface().(closer); ok {
						c.Close()
					}
				}
			}
		})
	})
}

// user is the user data that C got with its last call of a function; nil if it gets none.
func (k *kernel) user(f *function) unsafe.Pointer {
	at := f.find("user")
	list := k.of(f.C)
	if len(at) == 0 || len(list) == 0 {
		return nil
	}
	return list[len(list)-1].Args[at[0]].UnsafePointer()
}
