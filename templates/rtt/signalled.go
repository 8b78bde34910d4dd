package rtt

import "github.com/rttgen/rttgen/templates/rtt/raw"

// A signalledWait finds out whether a signal has ended a wait. This version of RT-Thread does not tell a signal from what a thread
// waits for: the wait ends without an error.
type signalledWait struct{ self *raw.Thread }

// awaiting begins a wait. What earlier ones left to do, in C or in Go, is no signal of this one.
func awaiting[T any](*T) signalledWait {
	self := raw.ThreadSelf()
	heedSignals(self)
	return signalledWait{self}
}

// code is the true result of a call with that result.
func (w signalledWait) code(c raw.Err) raw.Err {
	if c == 0 && heedSignals(w.self) {
		return -raw.RT_EINTR
	}
	return c
}
