// Package board starts what the program needs.
package board

//rtt:init board
func clocks() error { return nil }

//rtt:init device
func bus() error { return nil }

//rtt:init prev
func Probe() error { return nil }

//rtt:init app
func last() error { return nil }
