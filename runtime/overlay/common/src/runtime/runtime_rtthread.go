//go:build rtthread

package runtime

import (
	"internal/task"
	"runtime/interrupt"
	"unsafe"
)

const GOARCH = "arm"

// TargetBits is the bitness of the CPU.
const TargetBits = 32

const callInstSize = 4 // "bl" is 4 bytes

// RT-Thread turns "\n" into "\r\n" itself.
const baremetal = false

// zeroSizeAllocPtr is the address of every object without size: in flash.
const zeroSizeAllocPtr uintptr = 16

func align(ptr uintptr) uintptr { return (ptr + 7) &^ 7 }

func getCurrentStackPointer() uintptr { return uintptr(stacksave()) }

// The section script gathers the variables of the Go program between these.
//
//go:extern rttgo_data_start
var dataStart [0]byte

//go:extern rttgo_data_end
var dataEnd [0]byte

//go:extern rttgo_bss_start
var bssStart [0]byte

//go:extern rttgo_bss_end
var bssEnd [0]byte

var globalsStart, globalsEnd uintptr // only for gc_globals.go

// runMain is the main goroutine.
func runMain() {
	if rttgo_ready() == 0 {
		runtimeFatal("the program cannot start: the initialization of its packages has failed")
	}
	callMain()
}

// rttgo_ready has the program initialized, once, and reports whether it is.
//
//export rttgo_ready
func rttgo_ready() int32

// initialize makes the heap and initializes the packages, in the thread that needs them
// first.
//
//export rttgo_initialize
func initialize() {
	initRand()
	initHeap()
	initAll()
}

//go:linkname syscall_Exit syscall.Exit
func syscall_Exit(code int) { exit(code) }

// exit ends the thread: the system belongs to RT-Thread.
func exit(code int) {
	flushHere()
	rttgo_exit(int32(code))
	task.EndCallback()
}

// abort ends a thread that cannot go on, or its callback, as the panic policy says.
// The message is already printed.
func abort() {
	flushHere()
	rttgo_abort()
	task.EndCallback()
}

func flushHere() {
	if !interrupt.In() {
		flushLine(task.Current())
	}
}

// They return where a callback is to end, and not its thread.
//
//export rttgo_exit
func rttgo_exit(code int32)

//export rttgo_abort
func rttgo_abort()

// procPin keeps other threads from running: there is one processor.
//
//go:linkname procPin sync/atomic.runtime_procPin
func procPin() { rt_enter_critical() }

//go:linkname procUnpin sync/atomic.runtime_procUnpin
func procUnpin() { rt_exit_critical() }

//export rt_enter_critical
func rt_enter_critical()

//export rt_exit_critical
func rt_exit_critical()

var errno int32

func libc_errno_location() *int32 { return &errno }

func setDeferFrameRegisters(frame *deferFrame) {
	if deferExtraRegs != 0 {
		saveFloatRegisters(unsafe.Pointer(&frame.ExtraRegs))
	}
}
