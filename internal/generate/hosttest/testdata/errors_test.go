package hosttest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"rtt"
)

// TestSentinels compares the value of each error with its macro, and gives each a text of its own.
func TestSentinels(t *testing.T) {
	texts := map[string]string{}
	for _, s := range sentinels {
		if int32(s.Err) != s.Code {
			t.Errorf("%s is %d, want %d from the headers", s.Go, int32(s.Err), s.Code)
		}
		text := s.Err.Error()
		if other := texts[text]; other != "" && !same(other, s.Code) {
			t.Errorf("%s and %s both print %q", s.Go, other, text)
		}
		texts[text] = s.Go
	}
}

// same reports whether a sentinel has a code: some codes have two names.
func same(name string, code int32) bool {
	for _, s := range sentinels {
		if s.Go == name {
			return s.Code == code
		}
	}
	return false
}

// TestErrors lets C return every code, and one that nobody knows: it is an error, never lost, never another one.
func TestErrors(t *testing.T) {
	const unknown = 4242
	fails := func(f *function) bool {
		return (f.Style == "error" || f.Style == "count" || f.Style == "must") && f.Role != "init"
	}
	each(t, fails, func(t *testing.T, f *function, k *kernel) {
		for _, s := range sentinels {
			k.results[f.C] = -s.Code
			if o := f.call(f.Func, f.args(f.Func)); !errors.Is(o.err, s.Err) {
				t.Errorf("for -%s it returned %v, want %s", s.Go, o.err, s.Go)
			}
		}
		k.results[f.C] = int32(-unknown)
		o := f.call(f.Func, f.args(f.Func))
		var code rtt.Errno
		if !errors.As(o.err, &code) || code != unknown {
			t.Errorf("for an unknown code it returned %#v, want Errno(%d)", o.err, unknown)
		} else if !strings.Contains(o.err.Error(), fmt.Sprint(unknown)) {
			t.Errorf("an unknown code prints %q, want its number in it", o.err)
		}
		k.results[f.C] = int32(0)
		if o := f.call(f.Func, f.args(f.Func)); o.err != nil {
			t.Errorf("for RT_EOK it returned %v", o.err)
		}
	})
}

// TestOutcome lets C say yes or no.
func TestOutcome(t *testing.T) {
	for style, codes := range map[string]map[int32]bool{
		"ok":   {0: true, -1: false, -116: false},
		"bool": {0: false, 1: true},
	} {
		for i := range functions {
			f := &functions[i]
			if f.Style != style {
				continue
			}
			t.Run(f.Go, func(t *testing.T) {
				for code, want := range codes {
					k := newKernel()
					k.results[f.C] = code
					o := f.call(f.Func, f.args(f.Func))
					for _, r := range o.results {
						if r.Kind().String() == "bool" && r.Bool() != want {
							t.Errorf("for %d it returned %t, want %t", code, r.Bool(), want)
						}
					}
				}
			})
		}
	}
}

// TestStandardErrors compares with the errors of Go's own packages: each of RT-Thread's is what the table says and nothing else.
func TestStandardErrors(t *testing.T) {
	same := map[error][]rtt.Errno{
		fs.ErrClosed:             {rtt.ErrClosed},
		fs.ErrExist:              nil,
		fs.ErrInvalid:            {rtt.ErrInvalid, rtt.ErrName, rtt.ErrRange, rtt.ErrType},
		fs.ErrNotExist:           {rtt.ErrNotFound},
		fs.ErrPermission:         {rtt.ErrPermission},
		errors.ErrUnsupported:    {rtt.ErrNotSupported},
		os.ErrDeadlineExceeded:   {rtt.ErrTimeout},
		context.DeadlineExceeded: {rtt.ErrTimeout},
		io.EOF:                   nil,
		context.Canceled:         nil,
	}
	for target, list := range same {
		for _, s := range sentinels {
			if got, want := errors.Is(s.Err, target), slices.Contains(list, s.Err); got != want {
				t.Errorf("errors.Is(%s, %v) is %t", s.Go, target, got)
			}
			if got, want := errors.Is(fmt.Errorf("wrapped: %w", s.Err), target), slices.Contains(list, s.Err); got != want {
				t.Errorf("errors.Is(%s, %v) is %t when it is wrapped", s.Go, target, got)
			}
		}
		for _, e := range []rtt.Errno{rtt.ErrClosed, rtt.ErrName, rtt.ErrRange, rtt.ErrType, rtt.ErrContext, rtt.ErrInUse} {
			if got, want := errors.Is(e, target), slices.Contains(list, e); got != want {
				t.Errorf("errors.Is(%v, %v) is %t", error(e), target, got)
			}
		}
	}
	if !os.IsTimeout(rtt.ErrTimeout) || os.IsTimeout(rtt.ErrBusy) || !rtt.ErrTimeout.Timeout() {
		t.Error("ErrTimeout, and nothing else, is to be a timeout")
	}
}
