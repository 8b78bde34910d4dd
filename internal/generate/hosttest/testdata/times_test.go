package hosttest

import (
	"math"
	"slices"
	"testing"
	"time"

	"rtt"
)

const (
	tick     = time.Second / tickRate
	maxTicks = math.MaxUint32/2 - 1 // RT-Thread tells past from future by half the range of its clock
	forever  = math.MaxUint32       // RT_WAITING_FOREVER is -1
	century  = 100 * 365 * 24 * time.Hour
)

// TestTimes passes durations: what C gets is rounded up and cut to what it can hold.
func TestTimes(t *testing.T) {
	if rtt.TickRate != tickRate {
		t.Fatalf("TickRate is %d, want RT_TICK_PER_SECOND: %d", rtt.TickRate, tickRate)
	}
	for _, d := range []struct {
		what              string
		d                 time.Duration
		ticks, period, ms uint32
	}{
		{"NoWait", rtt.NoWait, 0, 1, 0},
		{"negative", -time.Second, 0, 1, 0},
		{"the most negative", math.MinInt64, 0, 1, 0},
		{"a nanosecond", 1, 1, 1, 1},
		{"a tick", tick, 1, 1, uint32((tick + time.Millisecond - 1) / time.Millisecond)},
		{"a little more than a tick", tick + 1, 2, 2, uint32((tick + time.Millisecond) / time.Millisecond)},
		{"a little less than two ticks", 2*tick - 1, 2, 2, uint32((2*tick - 2 + time.Millisecond) / time.Millisecond)},
		{"a second", time.Second, tickRate, tickRate, 1000},
		{"the longest there is", maxTicks * tick, maxTicks, maxTicks, uint32(min(maxTicks*tick/time.Millisecond, math.MaxInt32))},
		{"a tick too long", (maxTicks + 1) * tick, maxTicks, maxTicks, uint32(min((maxTicks+1)*tick/time.Millisecond, math.MaxInt32))},
		{"a century", century, maxTicks, maxTicks, math.MaxInt32},
		{"a little less than Forever", rtt.Forever - 1, maxTicks, maxTicks, math.MaxInt32},
		{"Forever", rtt.Forever, forever, maxTicks, forever},
	} {
		want := map[string]uint32{"ticks": d.ticks, "period": d.period, "ms": d.ms, "ticksAt": d.ticks, "periodAt": d.period}
		t.Run(d.what, func(t *testing.T) {
			timed := func(f *function) bool {
				return slices.ContainsFunc(f.Args, func(a arg) bool { _, is := want[a.Kind]; return is })
			}
			each(t, timed, func(t *testing.T, f *function, k *kernel) {
				f.succeed(k)
				args := f.args(f.Plain)
				for _, a := range f.Args {
					if _, is := want[a.Kind]; is {
						a.set(args, d.d)
					}
				}
				f.call(f.Plain, args)
				got := k.one(t, f.C)
				for i, a := range f.Args {
					w, is := want[a.Kind]
					if is && word(got.Args[i]) != w {
						t.Errorf("for %v C got %d, want %d in %s", d.d, int32(word(got.Args[i])), int32(w), a.Kind)
					}
				}
			})
		})
	}
}

// TestTicks passes ticks as they are.
func TestTicks(t *testing.T) {
	timed := func(f *function) bool { return f.has("ticks") }
	each(t, timed, func(t *testing.T, f *function, k *kernel) {
		for _, n := range []rtt.Ticks{rtt.NoWaitTicks, 1, 12345, maxTicks, rtt.ForeverTicks} {
			k.calls = nil
			f.succeed(k)
			args := f.args(f.Func)
			i := f.find("ticks")[0]
			f.Args[i].set(args, n)
			f.call(f.Func, args)
			if got := word(k.one(t, f.C).Args[i]); got != uint32(n) {
				t.Errorf("C got %d ticks, want %d", got, n)
			}
		}
	})
	if uint32(rtt.ForeverTicks) != forever {
		t.Errorf("ForeverTicks is %d, want RT_WAITING_FOREVER", rtt.ForeverTicks)
	}
}

// TestDuration goes back from ticks.
func TestDuration(t *testing.T) {
	for n, want := range map[rtt.Ticks]time.Duration{0: 0, 1: tick, tickRate: time.Second, rtt.ForeverTicks: rtt.Forever} {
		if got := n.Duration(); got != want {
			t.Errorf("%d ticks are %v, want %v", n, got, want)
		}
	}
}
