package rtt

import "github.com/rttgen/rttgen/templates/rtt/raw"

// Get reports whether the pin is high. It is false, too, for a pin that the driver cannot read.
//
// It may be called from anywhere, interrupts included.
//
// C: rt_pin_read.
func (pi Pin) Get() bool { return raw.PinRead(raw.Base(pi)) > 0 }

// Toggle makes an output low that was high, and high if it was low.
//
// It may be called from anywhere, interrupts included.
//
// C: rt_pin_read, rt_pin_write.
func (pi Pin) Toggle() { pi.Set(!pi.Get()) }
