package hosttest

import (
	"strings"
	"testing"
	"unsafe"

	"rtt"
)

// TestNames passes names: C gets all bytes and a NUL, or nothing.
func TestNames(t *testing.T) {
	if rtt.NameMax != nameMax {
		t.Fatalf("NameMax is %d, want RT_NAME_MAX: %d", rtt.NameMax, nameMax)
	}
	for _, n := range []struct {
		what, name string
		ok         bool
	}{
		{"empty", "", true},
		{"short", "go", true},
		{"not ASCII", "ü", true},
		{"of RT_NAME_MAX bytes", strings.Repeat("x", nameMax), true},
		{"one byte too long", strings.Repeat("x", nameMax+1), false},
		{"very long", strings.Repeat("x", 1000), false},
		{"one character too long", strings.Repeat("x", nameMax-1) + "ü", false},
		{"with a NUL", "a\x00b", false},
		{"with a NUL at the end", "a\x00", false},
	} {
		t.Run(n.what, func(t *testing.T) {
			named := func(f *function) bool { return f.has("name") }
			each(t, named, func(t *testing.T, f *function, k *kernel) {
				f.succeed(k)
				args := f.args(f.Func)
				i := f.find("name")[0]
				f.Args[i].set(args, n.name)
				o := f.call(f.Func, args)
				if !n.ok {
					if wrong := f.gaveUp(k, o, rtt.ErrName); wrong != "" {
						t.Error(wrong)
					}
					return
				}
				got := cString(k.one(t, f.C).Args[i].UnsafePointer())
				if got != n.name {
					t.Errorf("C got the name %q, want %q", got, n.name)
				}
			})
		})
	}
}

// TestTexts passes strings of any length.
func TestTexts(t *testing.T) {
	for i := range functions {
		f := &functions[i]
		for _, j := range f.find("text") {
			t.Run(f.Go, func(t *testing.T) {
				long := strings.Repeat("long ", 300)
				k := newKernel()
				f.succeed(k)
				args := f.args(f.Func)
				f.Args[j].set(args, long)
				f.call(f.Func, args)
				if got := cString(k.one(t, f.C).Args[j].UnsafePointer()); got != long {
					t.Errorf("C got %d bytes, want %d", len(got), len(long))
				}
				k = newKernel()
				f.Args[j].set(args, "a\x00b")
				if wrong := f.gaveUp(k, f.call(f.Func, args), rtt.ErrName); wrong != "" {
					t.Error(wrong)
				}
			})
		}
	}
}

func cString(p unsafe.Pointer) string {
	var b []byte
	for ; *(*byte)(p) != 0; p = unsafe.Add(p, 1) {
		b = append(b, *(*byte)(p))
	}
	return string(b)
}
