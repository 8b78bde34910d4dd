package rtt

import "github.com/rttgen/rttgen/templates/rtt/raw"

// A sleep finds out whether the time of a sleeping thread was over. The result tells that only on RT-Thread 4.1.
type sleep struct{ self *raw.Thread }

// sleeping begins a sleep. Where C leaves the error of the thread as it was, something else has woken the thread.
func sleeping() sleep {
	self := raw.ThreadSelf()
	self.Error = -raw.RT_EINTR
	return sleep{self}
}

// code is the true result of a call with that result.
func (s sleep) code(c raw.Err) raw.Err {
	if c == 0 && s.self.Error == -raw.RT_EINTR {
		return -raw.RT_EINTR
	}
	return c
}
