package rtt

import "github.com/rttgen/rttgen/templates/rtt/raw"

// Running reports whether the timer runs: it was started, and neither stopped nor, if it fires once, has it fired.
//
// It may be called from anywhere, interrupts included.
//
// C: the flag RT_TIMER_FLAG_ACTIVATED of the timer, since RT_TIMER_CTRL_GET_STATE of 4.1.0 answers with the time.
func (t *Timer) Running() (bool, error) {
	p := t.h.Get()
	if p == nil {
		return false, ErrClosed
	}
	return p.Parent.Flag&raw.RT_TIMER_FLAG_ACTIVATED != 0, nil
}
