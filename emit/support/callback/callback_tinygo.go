//go:build tinygo

package callback

//export rt_hw_interrupt_disable
func lock() uintptr

//export rt_hw_interrupt_enable
func unlock(state uintptr)
