//go:build tinygo

package callback

//export rt_hw_interrupt_disable
func lock() uintptr

//export rt_hw_interrupt_enable
func unlock(state uintptr)

// frame is where the runtime notes from where C called an entry point. A panic in the callback ends there, with leave, and
// not the thread of the kernel's that it runs in.
type frame [30]uint32

// enter returns 0, and once more, with 1, when a panic has ended the callback.
//
//export rttgo_callback_enter
func enter(f *frame) int32

//export rttgo_callback_leave
func leave(f *frame)

// Own makes the callback all that its thread is for: a panic parks the thread, as it does a goroutine.
//
//export rttgo_callback_is_thread
func Own()
