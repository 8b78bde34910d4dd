//go:build rtthread

package task

import (
	"runtime/interrupt"
	"unsafe"
)

// A goroutine is an RT-Thread thread. Its Task lies behind the thread's control
// block in memory that rttgo_port.c allocates; a C thread that runs Go code gets
// one when it first needs it. The garbage collector scans every Task, so that
// what only a waiting thread refers to stays alive.
type state struct {
	thread uintptr // rt_thread_t; 0 at board level, before the scheduler runs

	// awake is a wake-up not yet consumed by Pause. parked says that the thread
	// suspended itself in Pause, so that a wake-up never disturbs a thread that
	// waits for something else (a C semaphore, a delay).
	awake  bool
	parked bool
	inC    bool // the thread belongs to C: Goexit cannot end it

	guard *mark   // below the stack, and as far below that as the kernel looks
	lower *mark   // these hold stackMark until the stack overflows
	limit uintptr // the lowest stack pointer with which the thread may wait

	line    unsafe.Pointer // print buffer, allocated at the first print
	lineLen uintptr

	callback *callbackFrame // the innermost callback of a kernel's thread

	fn     uintptr        // what a goroutine runs next; 0: the main goroutine
	args   unsafe.Pointer // its arguments
	exitSP uintptr        // where Goexit returns to

	wait    forgetter      // while the thread waits
	waitFor unsafe.Pointer // for this
}

// fields returns t.state without a check for nil, which t never is: the checks
// would be a fifth of the runtime.
func (t *Task) fields() *state { return &(*Task)(unsafe.Pointer(t)).state }

// taskSize is what rttgo_port.c reserves for a Task (RTTGO_TASK_SIZE).
const taskSize = 80

var _ [taskSize - unsafe.Sizeof(Task{})]byte

// idle holds the threads of finished goroutines. Only the kernel's idle thread
// frees dead threads, and a busy program never gets there: so they are reused.
var idle *Task

// count is the number of goroutines that have not ended, for NumGoroutine.
var count uint32

// start runs fn(args) in a new goroutine. It is called by the go statement.
func start(fn uintptr, args unsafe.Pointer, stackSize uintptr) {
	mask := interrupt.Disable()
	t := idle
	if t != nil {
		idle = t.Next
	}
	count++
	interrupt.Restore(mask)
	if t != nil {
		t.Next = nil
		t.fields().fn = fn
		t.fields().args = args
		t.Resume()
		return
	}
	if interrupt.In() {
		runtimeFatal("go statement in an interrupt")
	}
	if Current().Booting() {
		runtimeFatal("go statement before the scheduler runs")
	}
	t = newThread()
	if t == nil {
		runtimeFatal("no memory for a goroutine: lower RTTGO_GOROUTINE_STACK_SIZE or RTTGO_HEAP_SIZE")
	}
	t.fields().fn = fn
	t.fields().args = args
	rt_thread_startup(t.fields().thread)
}

// threadMain is the body of every goroutine thread.
//
//export rttgo_thread_main
func threadMain(t *Task) {
	t = (*Task)(unsafe.Pointer(t)) // is not nil
	if t.fields().fn == 0 {
		runMain()
	} else {
		runFunc(t.fields().fn, t.fields().args, &t.fields().exitSP)
	}
	for {
		t.DeferFrame = nil
		t.Ptr = nil
		t.fields().args = nil
		mask := interrupt.Disable()
		t.Next = idle
		idle = t
		count--
		t.PauseLocked(mask)
		runFunc(t.fields().fn, t.fields().args, &t.fields().exitSP)
	}
}

// Exit ends the goroutine, from wherever it is.
func Exit() {
	t := Current()
	if t.fields().callback != nil {
		runtimeFatal("runtime.Goexit in a callback of C's")
	}
	if t.fields().inC {
		runtimeFatal("runtime.Goexit in a C thread")
	}
	if t.fields().exitSP == 0 {
		// The main goroutine never returns; the others go on.
		mask := interrupt.Disable()
		count--
		interrupt.Restore(mask)
		for {
			t.pause()
		}
	}
	leave(t.fields().exitSP)
}

// Pause waits until somebody calls Resume, or returns at once if that happened
// since the last Pause.
func Pause() {
	mask := interrupt.Disable()
	t := Waiter(mask)
	t.fields().wait = forgetNothing
	t.PauseLocked(mask)
}

func (t *Task) pause() {
	mask := interrupt.Disable()
	t.fields().wait = forgetNothing
	t.PauseLocked(mask)
}

// Waiter is Current for a caller that disabled interrupts and is about to wait.
func Waiter(mask interrupt.State) *Task {
	if mask != 0 || interrupt.In() {
		cannotWait(mask)
	}
	t := Current()
	if t.Booting() {
		cannotWait(mask)
	}
	if t.fields().wait != nil {
		waitsAlready(mask)
	}
	return t
}

// Booting reports whether the code runs at board level, where nothing can wait: there
// is no thread yet.
func (t *Task) Booting() bool { return t.fields().thread == 0 }

// PauseLocked is Pause for what Waiter returned; it restores interrupts.
func (t *Task) PauseLocked(mask interrupt.State) {
	if t.fields().lineLen != 0 {
		interrupt.Restore(mask)
		flushLine(t)
		mask = interrupt.Disable()
	}
	if !t.stackHolds() {
		t.forget()
		t.overflow()
	}
	for !t.fields().awake {
		t.fields().parked = true
		rt_thread_suspend(t.fields().thread)
		interrupt.Restore(mask)
		rt_schedule()
		mask = interrupt.Disable()
		if !t.fields().awake {
			mask = t.wokenEarly(mask)
		}
	}
	t.fields().awake = false
	t.fields().wait = nil
	interrupt.Restore(mask)
	if guard := (*mark)(unsafe.Pointer(t.fields().guard)); guard[0] != stackMark { // it is not nil
		t.overflow()
	}
}

// wokenEarly is for a thread that goes on though nobody called Resume: there is a signal for it,
// or it could not be suspended.
func (t *Task) wokenEarly(mask interrupt.State) interrupt.State {
	if rt_critical_level() != 0 {
		cannotWait(mask)
	}
	interrupt.Restore(mask)
	heedSignals()
	return interrupt.Disable()
}

// waitsAlready reports an attempt to wait in a signal handler that interrupted a wait
// of its thread, of which there can be one only.
func waitsAlready(mask interrupt.State) {
	interrupt.Restore(mask)
	runtimeFatal("blocking operation in a signal handler while the thread waits")
}

// cannotWait reports an attempt to block where the kernel cannot switch threads.
func cannotWait(mask interrupt.State) {
	if !interrupt.In() && Current().Booting() {
		interrupt.Restore(mask)
		runtimeFatal("blocking operation before the scheduler runs")
	}
	msg := "blocking operation while the scheduler is locked"
	if interrupt.In() {
		msg = "blocking operation in an interrupt"
	} else if mask != 0 {
		msg = "blocking operation while interrupts are disabled"
	}
	interrupt.Restore(0)
	runtimeFatal(msg)
}

// Resume lets the task continue. It may be called from an interrupt.
func (t *Task) Resume() {
	mask := interrupt.Disable()
	t.ResumeLocked()
	interrupt.Restore(mask)
}

// ResumeLocked is Resume for a caller that disabled interrupts. After it, until
// interrupts are enabled again, rt_thread_self may already name another thread.
func (t *Task) ResumeLocked() {
	t.fields().awake = true
	if t.fields().parked {
		t.fields().parked = false
		wake(t.fields().thread)
	}
}

// PauseTicks waits for a number of kernel ticks, or until somebody calls Resume
// while *waiting is true. It clears *waiting: no wake-up comes afterwards, that
// the next Pause would take for its own.
func PauseTicks(ticks uint32, waiting *bool) {
	t := Current()
	flushLine(t)
	t.CheckStack()
	mask := interrupt.Disable()
	if !t.fields().awake {
		t.fields().parked = true
		suspendFor(t.fields().thread, ticks)
		interrupt.Restore(mask)
		rt_schedule()
		mask = interrupt.Disable()
		t.fields().parked = false
	}
	t.fields().awake = false
	*waiting = false
	interrupt.Restore(mask)
}

// OnSystemStack is part of the interface of this package.
func OnSystemStack() bool { return interrupt.In() }

// Count returns the number of goroutines, the main one included.
func Count() int { return int(count) + 1 }

// Current returns the task of the calling thread.
//
//export rttgo_self
func Current() *Task

//export rttgo_thread_new
func newThread() *Task

//export rttgo_wake
func wake(thread uintptr)

//export rttgo_suspend_for
func suspendFor(thread uintptr, ticks uint32)

//export rttgo_heed_signals
func heedSignals()

//export rt_thread_startup
func rt_thread_startup(thread uintptr) int32

//export rt_thread_suspend
func rt_thread_suspend(thread uintptr) int32

//export rt_schedule
func rt_schedule()

//export rt_critical_level
func rt_critical_level() uint32

// runFunc calls fn(args) and returns when it does, or when leave is called with
// the stack pointer that it stored.
//
//go:linkname runFunc rttgo_run_func
func runFunc(fn uintptr, args unsafe.Pointer, exitSP *uintptr)

//go:linkname leave rttgo_leave
func leave(exitSP uintptr)

//go:linkname runMain runtime.runMain
func runMain()

//go:linkname flushLine runtime.flushLine
func flushLine(t *Task)
