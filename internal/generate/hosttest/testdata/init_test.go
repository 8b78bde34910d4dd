package hosttest

import (
	"reflect"
	"testing"

	"rtt"
	"rtt/raw"
)

func hostValue() raw.Functions { return raw.Host }

func inits(f *function) bool { return f.Role == "init" }

// TestInitTwice initializes an object again: while it is in use that is an error, and C must not hear of it.
func TestInitTwice(t *testing.T) {
	each(t, inits, func(t *testing.T, f *function, k *kernel) {
		args := f.args(f.Func)
		if o := f.call(f.Func, args); o.err != nil {
			t.Fatalf("Init fails: %v", o.err)
		}
		if o := f.call(f.Func, args); o.err != rtt.ErrInUse {
			t.Errorf("a second Init returned %v, want ErrInUse", o.err)
		}
		k.one(t, f.C)
		if err := args[0].Interface().(closer).Close(); err != nil {
			t.Fatalf("Close fails: %v", err)
		}
		if gone := classOf(args[0].Type().Elem()).Gone; gone != nil {
			if o := f.call(f.Func, args); o.err != rtt.ErrInUse {
				t.Errorf("Init returned %v while the kernel still uses the object, want ErrInUse", o.err)
			}
			gone(k.one(t, f.C).Args[0].UnsafePointer())
		}
		if o := f.call(f.Func, args); o.err != nil {
			t.Errorf("Init after Close returned %v, want the object to be usable again", o.err)
		}
	})
}

// TestInitFails lets C refuse an object: it is as if Init had not been called.
func TestInitFails(t *testing.T) {
	fails := func(f *function) bool {
		field, _ := reflect.TypeOf(raw.Host).FieldByName(f.C)
		return f.Role == "init" && field.Type.NumOut() > 0
	}
	each(t, fails, func(t *testing.T, f *function, k *kernel) {
		args := f.args(f.Func)
		k.results[f.C] = -int32(rtt.ErrNoMemory)
		if o := f.call(f.Func, args); o.err != rtt.ErrNoMemory {
			t.Fatalf("Init returned %v, want ErrNoMemory from C", o.err)
		}
		if err := args[0].Interface().(closer).Close(); err != rtt.ErrClosed {
			t.Errorf("Close returned %v for an object that C refused, want ErrClosed", err)
		}
		k.results[f.C] = 0
		if o := f.call(f.Func, args); o.err != nil {
			t.Errorf("Init returned %v when C could make the object at last", o.err)
		}
	})
}

// TestNull lets C return NULL for an object or memory.
func TestNull(t *testing.T) {
	pointers := func(f *function) bool { return f.Style == "handle" || f.Style == "bytes" }
	each(t, pointers, func(t *testing.T, f *function, k *kernel) {
		k.self = nil
		o := f.call(f.Func, f.args(f.Func))
		k.one(t, f.C)
		if o.err != error(f.Null) {
			t.Errorf("%s returned the error %v, want %v for NULL", f.Go, o.err, error(f.Null))
		}
		if !o.results[0].IsZero() {
			t.Errorf("%s returned %v with the error, want nil", f.Go, o.value())
		}
	})
}
