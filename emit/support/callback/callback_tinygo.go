//go:build tinygo

package callback

// C calls this symbol with a slot. Its address is taken in another package: TinyGo does not give it in this one.
//
//export rttgo_callback
func entry(s *Slot) { Call(s) }

//export rt_hw_interrupt_disable
func lock() uintptr

//export rt_hw_interrupt_enable
func unlock(state uintptr)
