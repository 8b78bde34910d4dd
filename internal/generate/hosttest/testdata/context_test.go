package hosttest

import (
	"testing"

	"rtt"
)

// TestContext calls every wrapper in an interrupt, and with the scheduler locked.
func TestContext(t *testing.T) {
	for _, c := range []struct {
		what        string
		nest, level int64
	}{
		{"in a thread", 0, 0},
		{"in an interrupt", 1, 0},
		{"in a nested interrupt", 3, 0},
		{"with the scheduler locked", 0, 1},
	} {
		t.Run(c.what, func(t *testing.T) {
			each(t, every, func(t *testing.T, f *function, k *kernel) {
				f.succeed(k)
				args := f.args(f.Func)
				k.nest, k.level = c.nest, c.level
				o := f.call(f.Func, args)
				if f.refused(c.nest > 0, c.level > 0) {
					if wrong := f.gaveUp(k, o, rtt.ErrContext); wrong != "" {
						t.Error(wrong)
					}
				} else if len(k.of(f.C)) == 0 {
					t.Errorf("%s did not call raw.%s (error %v), but its context is %s", f.Go, f.C, o.err, f.Context)
				}
			})
		})
	}
}

// refused tells where a wrapper must give up, by the context of its rule and the level of checks.
func (f *function) refused(interrupt, locked bool) bool {
	switch {
	case checks == "none" || f.Context == "any" || f.Context == "isr":
		return false
	case interrupt:
		return checks == "full" || f.Blocks
	case locked:
		return checks == "full" && f.Context == "scheduler"
	}
	return false
}

// TestCloseContext closes objects in an interrupt.
func TestCloseContext(t *testing.T) {
	eachMade(t, func(t *testing.T, m made, k *kernel) {
		k.nest = 1
		context := classOf(m.value.Type().Elem()).Context
		refused := checks == "full" && context != "any" && context != ""
		err := m.value.Interface().(closer).Close()
		if refused && (err != rtt.ErrContext || m.end != "" && len(k.of(m.end)) > 0) {
			t.Errorf("Close returned %v in an interrupt, want ErrContext before C is called", err)
		}
		if !refused && err != nil {
			t.Errorf("Close returned %v in an interrupt, where it may be called or that is not checked", err)
		}
	})
}

// TestUnchecked counts the questions for the context: those that need no answer must not be asked.
func TestUnchecked(t *testing.T) {
	each(t, every, func(t *testing.T, f *function, k *kernel) {
		f.succeed(k)
		f.call(f.Func, f.args(f.Func))
		if f.C == "InterruptGetNest" || f.C == "CriticalLevel" {
			t.Skip("it is the question itself")
		}
		want := 0
		if f.refused(true, false) {
			want++
		}
		if f.refused(false, true) {
			want++
		}
		if k.asked != want {
			t.Errorf("%s asked the kernel for the context %d times, want %d with context %s and checks: %s", f.Go, k.asked, want, f.Context, checks)
		}
	})
}
