//go:build rtthread

package interrupt

import "device"

// State is the interrupt mask that Disable found.
type State uintptr

// Disable masks interrupts and returns the previous mask. PRIMASK is used
// directly: it costs two instructions, a call of rt_hw_interrupt_disable ten.
func Disable() State {
	return State(device.AsmFull("mrs {}, primask\n\tcpsid i", nil))
}

// Restore brings back the mask that Disable returned. Nesting works.
func Restore(state State) {
	device.AsmFull("msr primask, {state}", map[string]interface{}{"state": uintptr(state)})
}

// In reports whether the caller runs in an interrupt or exception handler.
func In() bool {
	return device.AsmFull("mrs {}, ipsr", nil) != 0
}
