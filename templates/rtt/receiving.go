package rtt

import "github.com/rttgen/rttgen/templates/rtt/raw"

// A receiveWait tells the size of a message from an error of the same value: where the thread is woken with an error, it has it too.
type receiveWait struct{ self *raw.Thread }

// receiving begins a wait for a message.
func receiving[T any](*T) receiveWait {
	self := raw.ThreadSelf()
	self.Error = 0
	return receiveWait{self}
}

// code is the true result of a call with that result.
func (w receiveWait) code(c raw.Err) raw.Err {
	if c > 0 && c == w.self.Error {
		return -c
	}
	return c
}
