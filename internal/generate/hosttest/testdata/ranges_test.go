package hosttest

import (
	"fmt"
	"reflect"
	"testing"

	"rtt"
)

// TestRanges passes numbers that the C type cannot hold. On the target an int has 32 bits, so only what is lost there counts.
func TestRanges(t *testing.T) {
	if checks == "none" {
		t.Skip("not checked with checks: none")
	}
	each(t, every, func(t *testing.T, f *function, _ *kernel) {
		for i := range f.Args {
			a := &f.Args[i]
			if a.Kind != "value" {
				continue
			}
			for _, bad := range tooLarge(a.goType(f.args(f.Func)), f.cType(i)) {
				k := newKernel()
				f.succeed(k)
				args := f.args(f.Func)
				a.set(args, bad)
				if !f.Error {
					t.Errorf("%d does not fit the C type %v of argument %d, but there is no error to return: give it a narrower type", bad, f.cType(i), i)
				} else if wrong := f.gaveUp(k, f.call(f.Func, args), rtt.ErrRange); wrong != "" {
					t.Errorf("with %d for %v: %s", bad, f.cType(i), wrong)
				}
			}
		}
	})
}

// TestNoFunction passes nil for a function that C would call.
func TestNoFunction(t *testing.T) {
	if checks == "none" {
		t.Skip("not checked with checks: none")
	}
	each(t, func(f *function) bool { return f.has("user") && f.Error }, func(t *testing.T, f *function, k *kernel) {
		for _, i := range f.find("entry") {
			a := &f.Args[i]
			if a.Nullable {
				continue
			}
			f.succeed(k)
			args := f.args(f.Func)
			args[a.Param] = reflect.Zero(args[a.Param].Type())
			if wrong := f.gaveUp(k, f.call(f.Func, args), rtt.ErrRange); wrong != "" {
				t.Errorf("without a function: %s", wrong)
			}
		}
	})
}

// TestBounds passes values at the limits of their rules, and beyond.
func TestBounds(t *testing.T) {
	for i := range functions {
		f := &functions[i]
		for j := range f.Args {
			a := &f.Args[j]
			for _, b := range a.Bounds {
				t.Run(fmt.Sprintf("%s/%s%d", f.Go, b.Op, b.N), func(t *testing.T) { f.bound(t, a, b) })
			}
		}
	}
}

func (f *function) bound(t *testing.T, a *arg, b bound) {
	good, bad := b.N, b.N
	switch b.Op {
	case "<":
		bad--
	case ">":
		bad++
	case ">=":
		good--
	}
	for _, n := range []int64{good, bad} {
		k := newKernel()
		if f.Style != "bytes" { // there is no memory of the sizes that are tried
			f.succeed(k)
		}
		args := f.args(f.Func)
		if a.Kind == "slice" {
			args[a.Param] = reflect.MakeSlice(args[a.Param].Type(), int(n), int(n))
		} else {
			a.set(args, n)
		}
		o := f.call(f.Func, args)
		if n == bad && checks != "none" {
			if wrong := f.gaveUp(k, o, rtt.ErrRange); wrong != "" {
				t.Errorf("with %d: %s", n, wrong)
			}
		} else if n == good && len(k.of(f.C)) == 0 {
			t.Errorf("with %d, which is allowed, it did not call raw.%s (error %v)", n, f.C, o.err)
		}
	}
}

// tooLarge lists values of a Go type that a C type cannot hold.
func tooLarge(goType, c reflect.Type) []int64 {
	var list []int64
	signed := goType.Kind() == reflect.Int
	if !signed && goType.Kind() != reflect.Uint {
		return nil // a type of a fixed size is C's own
	}
	switch c.Kind() {
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uintptr:
		if signed {
			list = append(list, -1)
		}
		if c.Size() < 4 {
			list = append(list, 1<<(8*c.Size()), 1<<31-1)
		}
	case reflect.Int8, reflect.Int16:
		list = append(list, 1<<(8*c.Size()-1), 1<<31-1)
		if signed {
			list = append(list, -1<<(8*c.Size()-1)-1)
		}
	}
	return list
}

// TestLengths passes slices that are longer than C can count, and the longest that are not.
func TestLengths(t *testing.T) {
	for i := range functions {
		f := &functions[i]
		for _, j := range f.find("len") {
			max := 0
			switch c := f.cType(j); c.Kind() {
			case reflect.Uint8, reflect.Uint16:
				max = 1<<(8*c.Size()) - 1
			case reflect.Int8, reflect.Int16:
				max = 1<<(8*c.Size()-1) - 1
			default:
				continue
			}
			t.Run(f.Go, func(t *testing.T) {
				for _, n := range []int{max, max + 1} {
					k := newKernel()
					f.succeed(k)
					args := f.args(f.Func)
					p := f.Args[j].Param
					args[p] = reflect.MakeSlice(args[p].Type(), n, n)
					o := f.call(f.Func, args)
					if n > max {
						if checks == "none" {
							continue
						}
						if wrong := f.gaveUp(k, o, rtt.ErrRange); wrong != "" {
							t.Errorf("with %d elements: %s", n, wrong)
						}
					} else if got := word(k.one(t, f.C).Args[j]); got != uint32(n) {
						t.Errorf("C got the length %d, want %d", got, n)
					}
				}
			})
		}
	}
}

// TestSlices passes slices: C gets the first element and how many there are.
func TestSlices(t *testing.T) {
	lengths := func(f *function) bool { return f.has("len") }
	each(t, lengths, func(t *testing.T, f *function, k *kernel) {
		f.succeed(k)
		args := f.args(f.Func)
		f.call(f.Func, args)
		got := k.one(t, f.C)
		for i, a := range f.Args {
			switch {
			case a.Kind == "len" && int(word(got.Args[i])) != args[a.Param].Len():
				t.Errorf("C got the length %d, want %d", word(got.Args[i]), args[a.Param].Len())
			case a.Kind == "slice" && pointer(got.Args[i]) != args[a.Param].Pointer():
				t.Errorf("C got another address than that of the first element")
			}
		}
	})
}

// pointer reads an address, which is an integer where C keeps it.
func pointer(v reflect.Value) uintptr {
	if v.CanUint() {
		return uintptr(v.Uint())
	}
	return v.Pointer()
}
