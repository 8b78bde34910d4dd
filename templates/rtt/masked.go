package rtt

import (
	"math/bits"

	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// A maskedWait keeps signals from a thread while it waits. This version of RT-Thread would not just end the wait: an assertion fails,
// or the thread goes on without the mutex, or waits for ever for the one that it owns.
type maskedWait struct {
	self *raw.Thread
	mask raw.Sigset
}

// masked begins a wait.
func masked[T any](*T) maskedWait {
	self := raw.ThreadSelf()
	w := maskedWait{self, self.SigMask}
	self.SigMask = 0
	return w
}

// code lets the signals through that came meanwhile, and returns the result of the call.
func (w maskedWait) code(c raw.Err) raw.Err {
	w.self.SigMask = w.mask
	if signals := uint32(w.self.SigPending & w.mask); signals != 0 {
		raw.SignalUnmask(int32(bits.TrailingZeros32(signals)))
	}
	return c
}
