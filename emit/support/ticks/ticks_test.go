package ticks

import (
	"math"
	"testing"
	"time"
)

func TestOf(t *testing.T) {
	for _, tc := range []struct {
		d    time.Duration
		rate int64
		want uint32
	}{
		{0, 1000, 0},
		{-1, 1000, 0},
		{-time.Hour, 1000, 0},
		{math.MinInt64, 1000, 0},
		{1, 1000, 1},
		{time.Millisecond, 1000, 1},
		{time.Millisecond + 1, 1000, 2},
		{50 * time.Millisecond, 1000, 50},
		{50 * time.Millisecond, 100, 5},
		{51 * time.Millisecond, 100, 6},
		{time.Second, 1024, 1024},
		{time.Second + 1, 1024, 1025},
		{976563 * time.Nanosecond, 1024, 2},
		{976562 * time.Nanosecond, 1024, 1},
		{24 * time.Hour, 1000, 86400000},
		{Forever, 1000, ForeverTicks},
		{Forever - 1, 1000, MaxTicks},
		{Forever - 1, 1024, MaxTicks},
		{time.Duration(MaxTicks) * time.Millisecond, 1000, MaxTicks},
		{time.Duration(MaxTicks)*time.Millisecond + 1, 1000, MaxTicks},
	} {
		if got := Of(tc.d, tc.rate); got != tc.want {
			t.Errorf("Of(%d, %d) = %d, want %d", tc.d, tc.rate, got, tc.want)
		}
	}
}

func TestPeriod(t *testing.T) {
	for _, tc := range []struct {
		d    time.Duration
		want uint32
	}{{0, 1}, {-1, 1}, {1, 1}, {2 * time.Millisecond, 2}, {Forever, MaxTicks}} {
		if got := Period(tc.d, 1000); got != tc.want {
			t.Errorf("Period(%d) = %d, want %d", tc.d, got, tc.want)
		}
	}
}

func TestMillis(t *testing.T) {
	for _, tc := range []struct {
		d    time.Duration
		want int32
	}{{-1, 0}, {0, 0}, {1, 1}, {time.Second, 1000}, {time.Second + 1, 1001}, {Forever - 1, math.MaxInt32}, {Forever, -1}} {
		if got := Millis(tc.d); got != tc.want {
			t.Errorf("Millis(%d) = %d, want %d", tc.d, got, tc.want)
		}
	}
}

func TestDurationInvertsOf(t *testing.T) {
	for _, rate := range []int64{1, 50, 100, 1000, 1024, 32768} {
		for _, n := range []uint32{0, 1, 7, 1000, 1025, 100000} {
			if got := Of(Duration(n, rate), rate); got != n {
				t.Errorf("%d ticks at %d Hz come back as %d", n, rate, got)
			}
		}
	}
	if Duration(ForeverTicks, 1000) != Forever {
		t.Error("for ever is not for ever")
	}
}
