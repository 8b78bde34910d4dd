package rtt

import "github.com/rttgen/rttgen/templates/rtt/raw"

// A heedingWait runs the functions of signals that have ended a wait, when it is over.
type heedingWait struct{}

// heeding begins a wait.
func heeding[T any](*T) heedingWait { return heedingWait{} }

// code is the result of a call.
func (heedingWait) code(c raw.Err) raw.Err {
	if c != 0 {
		heedSignals(raw.ThreadSelf())
	}
	return c
}
