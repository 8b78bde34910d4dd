package rtt

import (
	"time"

	"github.com/rttgen/rttgen/emit/support/ticks"
	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// DelayUntil suspends the calling thread until period after *last, and adds the period to *last. Called in a loop it makes a
// period that does not drift, whatever the rest of the loop takes. If that time is over it returns at once, with *last set to
// now.
//
// TickCount makes the first *last. It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_thread_delay_until.
func DelayUntil(last *Ticks, period time.Duration) error {
	return DelayUntilTicks(last, Ticks(ticks.Period(period, TickRate)))
}

// DelayUntilTicks is DelayUntil with the time in ticks.
//
// C: rt_thread_delay_until.
func DelayUntilTicks(last *Ticks, period Ticks) error {
	if !canBlock() {
		return ErrContext
	}
	if checks && (last == nil || period == 0 || period > Ticks(ticks.MaxTicks)) {
		return ErrRange
	}
	now := TickCount()
	begin := *last
	if now-begin >= period {
		*last = now
		return nil
	}
	// RT-Thread 4.0.2 adds the time since *last instead of taking it off. It is told that no time has passed.
	from := raw.Tick(now)
	err := errnoOf(int32(raw.ThreadDelayUntil(&from, raw.Tick(begin+period-now))))
	*last = begin + period
	if err == nil && TickCount()-begin < period { // it does not tell that something else has woken the thread
		return ErrInterrupted
	}
	return err
}
