// Package ticks converts between time.Duration and the ticks of the kernel's clock. Rates are constants where it is called,
// so a constant duration costs nothing at run time.
package ticks

import (
	"math"
	"time"
)

// Forever is the duration that never ends, and the number of ticks that RT-Thread takes for it.
const (
	Forever      time.Duration = math.MaxInt64
	ForeverTicks uint32        = math.MaxUint32
)

// MaxTicks is the longest wait: RT-Thread tells past from future by half of the range of its clock.
const MaxTicks uint32 = math.MaxUint32/2 - 1

// Of returns d in ticks of a clock that ticks rate times a second, rounded up: a wait is never shorter than asked for. A
// negative duration is none at all, one that is too long is the longest there is.
func Of(d time.Duration, rate int64) uint32 {
	switch {
	case d <= 0:
		return 0
	case d == Forever:
		return ForeverTicks
	}
	if int64(time.Second)%rate == 0 { // a constant: only one of the two is compiled
		tick := time.Duration(int64(time.Second) / rate)
		if d > time.Duration(MaxTicks)*tick {
			return MaxTicks
		}
		return uint32((d + tick - 1) / tick)
	}
	seconds, rest := int64(d/time.Second), int64(d%time.Second)
	if seconds > int64(MaxTicks)/rate {
		return MaxTicks
	}
	n := seconds*rate + (rest*rate+int64(time.Second)-1)/int64(time.Second)
	return uint32(min(n, int64(MaxTicks)))
}

// Period returns d in ticks of a period: at least one, and never for ever.
func Period(d time.Duration, rate int64) uint32 {
	return min(max(Of(d, rate), 1), MaxTicks)
}

// Millis returns d in milliseconds, rounded up, within what C's int holds. RT-Thread takes -1 for ever there too.
func Millis(d time.Duration) int32 {
	switch {
	case d <= 0:
		return 0
	case d == Forever:
		return -1
	case d > math.MaxInt32*time.Millisecond:
		return math.MaxInt32
	}
	return int32((d + time.Millisecond - 1) / time.Millisecond)
}

// Count returns d in units of a time, rounded up, or -1 for what is less than none.
func Count(d, unit time.Duration) int64 {
	switch {
	case d < 0:
		return -1
	case d > math.MaxInt64-unit:
		return int64(d / unit)
	}
	return int64((d + unit - 1) / unit)
}

// Duration returns how long n ticks take.
func Duration(n uint32, rate int64) time.Duration {
	if n == ForeverTicks {
		return Forever
	}
	if int64(time.Second)%rate == 0 {
		return time.Duration(n) * time.Duration(int64(time.Second)/rate)
	}
	seconds, rest := int64(n)/rate, int64(n)%rate
	return time.Duration(seconds)*time.Second + time.Duration(rest*int64(time.Second)/rate)
}
