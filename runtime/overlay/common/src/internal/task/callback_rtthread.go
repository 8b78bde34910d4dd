//go:build rtthread

package task

import (
	"runtime/interrupt"
	"unsafe"
)

// A thread of the kernel's own, such as that of the soft timers, must not be parked when
// a Go function panics that it called, and a panic must not unwind the kernel. So the
// entry points that C calls note where they were called from: where a panic would park
// the thread, the innermost one returns instead, with zero. In an interrupt, where a
// panic stops the system, they note nothing.

// callbackFrame lies on the stack of an entry point of the generated package, which
// reserves the space; rttgo_callback_enter saves the registers.
type callbackFrame struct {
	registers [8]uintptr // r4 to r11
	sp, pc    uintptr
	float     [16]uint32 // s16 to s31
	outer     *callbackFrame
	deferred  unsafe.Pointer // the deferred functions outside of the callback
	mask      interrupt.State
	task      *Task // nil if nothing was noted
}

//export rttgo_callback_entered
func callbackEntered(f *callbackFrame, mask interrupt.State) {
	t := Current()
	s := t.fields()
	f.outer, s.callback = s.callback, f
	f.deferred, t.DeferFrame = t.DeferFrame, nil
	f.mask = mask
	f.task = t
}

//export rttgo_callback_leave
func callbackLeave(f *callbackFrame) {
	t := f.task
	if t == nil {
		return
	}
	if t.fields().callback != f {
		flushLine(t) // the thread ends
		return
	}
	t.fields().callback = f.outer
	t.DeferFrame = f.deferred
}

// The innermost callback is all that the thread is for: a panic parks the thread.
//
//export rttgo_callback_is_thread
func callbackIsThread() {
	s := Current().fields()
	if s.callback != nil {
		s.callback = s.callback.outer
	}
}

// EndCallback makes the innermost callback of the calling thread return.
func EndCallback() {
	t := Current()
	f := (*callbackFrame)(unsafe.Pointer(t.fields().callback)) // is not nil
	interrupt.Restore(f.mask)
	abandon(f)
}

// abandon returns from rttgo_callback_enter once more, with 1.
//
//export rttgo_callback_abandon
func abandon(f *callbackFrame)
