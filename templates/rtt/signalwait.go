package rtt

import (
	"time"

	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// SignalSet is a set of signals.
type SignalSet uint32

// Signals returns the set of some signals.
func Signals(signals ...int) SignalSet {
	var set SignalSet
	for _, s := range signals {
		set |= 1 << (uint(s) & 31)
	}
	return set
}

// WaitSignal waits up to timeout for a signal of a set to be sent to the calling thread, takes it and returns it. The signals
// must be let through by UnmaskSignal.
//
// The error is ErrTimeout if the time is over. It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_signal_wait.
func WaitSignal(set SignalSet, timeout time.Duration) (int, error) {
	return WaitSignalTicks(set, TicksOf(timeout))
}

// WaitSignalTicks is WaitSignal with the time in ticks.
//
// C: rt_signal_wait.
func WaitSignalTicks(set SignalSet, timeout Ticks) (int, error) {
	if !canBlock() {
		return 0, ErrContext
	}
	if checks && (set == 0 || int32(timeout) < -1) {
		return 0, ErrRange
	}
	mask := raw.Sigset(set)
	var info raw.Siginfo
	if code := int32(raw.SignalWait(&mask, &info, int32(timeout))); code != 0 {
		return 0, failure(code)
	}
	return int(info.SiSigno), nil
}
