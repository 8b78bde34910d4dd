//go:build rtthread

package runtime

import (
	"internal/task"
	"runtime/interrupt"
)

// A timeUnit is a nanosecond. The clock advances with the kernel's tick.

func ticksToNanoseconds(t timeUnit) int64  { return int64(t) }
func nanosecondsToTicks(ns int64) timeUnit { return timeUnit(ns) }

const nsPerSecond = 1000000000

// rttgo_tick_hz is RT_TICK_PER_SECOND of the kernel.
//
//go:extern rttgo_tick_hz
var tickHz uint32

//export rt_tick_get
func rt_tick_get() uint32

var (
	tickLast uint32 // the kernel's counter when it was last read
	tickSum  uint64 // how far it has come since the start
)

// tick64 extends the kernel's counter, which wraps after 49 days at 1 kHz. It
// must be called twice per turn at least. A counter that rt_tick_set moved back
// goes on from there: time stands still for a moment, and never runs backwards.
func tick64() uint64 {
	mask := interrupt.Disable()
	now := rt_tick_get()
	if passed := now - tickLast; int32(passed) > 0 {
		tickSum += uint64(passed)
	}
	tickLast = now
	sum := tickSum
	interrupt.Restore(mask)
	return sum
}

func ticks() timeUnit {
	t, hz := tick64(), tickHz
	if per := uint32(nsPerSecond) / hz; per*hz == nsPerSecond {
		return timeUnit(t * uint64(per))
	}
	s := t / uint64(hz)
	return timeUnit(s*nsPerSecond + (t-s*uint64(hz))*nsPerSecond/uint64(hz))
}

const maxDelay = 1 << 30 // the kernel takes at most half its range

// kernelTicks converts a duration to ticks, rounding up, at most maxDelay.
func kernelTicks(ns int64) uint32 {
	hz := int64(tickHz)
	s := ns / nsPerSecond
	if s >= maxDelay/hz {
		return maxDelay
	}
	return uint32(s*hz + ((ns-s*nsPerSecond)*hz+nsPerSecond-1)/nsPerSecond)
}

//go:linkname sleep time.Sleep
func sleep(duration int64) {
	if duration <= 0 {
		return
	}
	sleepTicks(timeUnit(duration))
}

func sleepTicks(d timeUnit) {
	if interrupt.In() {
		runtimeFatal("time.Sleep in an interrupt")
	}
	t := task.Current()
	if t.Booting() {
		runtimeFatal("time.Sleep before the scheduler runs")
	}
	flushLine(t)
	end := ticks() + d
	for d > 0 {
		t.CheckStack()
		rt_thread_delay(kernelTicks(int64(d)))
		t.CheckStack()
		d = end - ticks()
	}
}

//export rt_thread_delay
func rt_thread_delay(ticks uint32) int32

// timeOffset is the time between the Unix epoch and the kernel's start.
var timeOffset int64

//go:linkname now time.now
func now() (sec int64, nsec int32, mono int64) {
	mono = nanotime()
	mask := interrupt.Disable()
	wall := mono + timeOffset
	interrupt.Restore(mask)
	sec = wall / nsPerSecond
	nsec = int32(wall - sec*nsPerSecond)
	return
}

// AdjustTimeOffset moves the wall clock.
func AdjustTimeOffset(offset int64) {
	mask := interrupt.Disable()
	timeOffset += offset
	interrupt.Restore(mask)
}
