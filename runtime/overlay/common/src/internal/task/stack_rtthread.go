//go:build rtthread

package task

import (
	"device"
	"runtime/interrupt"
	"unsafe"
)

// The stack of a goroutine lies below its records, and below the stack a red zone
// takes the first bytes that overflow it. Whether one did is looked at whenever the
// thread is about to wait and when it goes on: the marks at both ends of the red zone
// must be there, and enough stack be left for the kernel to switch threads.

// A mark is where RT-Thread filled the stack with '#'. A frame that lies across it need
// not have written all words.
type mark [4]uint32

const stackMark = 0x23232323

// stackHolds reports whether the stack of a thread that is about to wait has not
// overflown and will not.
func (t *Task) stackHolds() bool {
	a, b := (*mark)(unsafe.Pointer(t.fields().guard)), (*mark)(unsafe.Pointer(t.fields().lower)) // are not nil
	sum := a[0] + a[3] + b[0] + b[3]
	return sum == 4*stackMark&(1<<32-1) && stackPointer() >= t.fields().limit
}

// CheckStack is for a thread that is about to wait in the kernel, or goes on from there.
func (t *Task) CheckStack() {
	if !t.stackHolds() {
		t.overflow()
	}
}

// overflow ends the thread, or its callback. It reports that on a stack that has room.
//
//go:noinline
func (t *Task) overflow() {
	interrupt.Restore(0)
	top := overflown(t, &overflowWasDeep)
	if c := t.fields().callback; c != nil {
		top = c.sp
	}
	restart(top)
}

var overflowWasDeep bool

// Here a thread continues whose stack has overflown.
//
//export rttgo_overflow
func reportOverflow() {
	if overflowWasDeep {
		printstring("memory below the stack is overwritten\n")
	}
	if Current().fields().inC {
		runtimeFatal("stack overflow: give the thread a larger stack")
	}
	runtimeFatal("stack overflow: raise RTTGO_STACK_SIZE or RTTGO_GOROUTINE_STACK_SIZE")
}

//export rttgo_overflown
func overflown(t *Task, deep *bool) (top uintptr)

// restart calls reportOverflow with another stack pointer.
//
//export rttgo_restart
func restart(sp uintptr)

func stackPointer() uintptr { return device.AsmFull("mov {}, sp", nil) }

//go:linkname printstring runtime.printstring
func printstring(s string)
