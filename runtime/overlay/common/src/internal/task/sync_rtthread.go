//go:build rtthread

package task

import (
	"runtime/interrupt"
	"sync/atomic"
	"unsafe"
)

// Goroutines preempt each other, so these types use real atomic operations.
type (
	Uintptr = atomic.Uintptr
	Uint32  = atomic.Uint32
	Uint64  = atomic.Uint64
)

// PMutex is the mutex that short runtime operations use. No other thread runs while it
// is held: so its holder cannot be deleted meanwhile, and nobody ever waits for it.
type PMutex struct{}

// Lock locks the scheduler, which counts.
func (m *PMutex) Lock() { rt_enter_critical() }

// Unlock is needed as often as Lock.
func (m *PMutex) Unlock() { rt_exit_critical() }

//export rt_enter_critical
func rt_enter_critical()

//export rt_exit_critical
func rt_exit_critical()

// Mutex hands itself to the thread that waited longest.
type Mutex struct {
	locked  bool
	waiters Queue
}

func (m *Mutex) Lock() {
	mask := interrupt.Disable()
	if !m.locked {
		m.locked = true
		interrupt.Restore(mask)
		return
	}
	t := Waiter(mask)
	t.waitIn(&m.waiters, forgetMutex, unsafe.Pointer(m))
	t.PauseLocked(mask)
}

func (m *Mutex) Unlock() {
	mask := interrupt.Disable()
	if !m.locked {
		interrupt.Restore(mask)
		runtimeFatal("sync: unlock of unlocked Mutex")
	}
	m.unlock()
	interrupt.Restore(mask)
}

func (m *Mutex) unlock() {
	if t := m.waiters.first(); t != nil {
		t.ResumeLocked() // the lock is its
	} else {
		m.locked = false
	}
}

func forgetMutex(t *Task, mutex unsafe.Pointer, served bool) {
	m := (*Mutex)(mutex)
	m.waiters.remove(t)
	if served {
		m.unlock()
	}
}

func (m *Mutex) TryLock() bool {
	mask := interrupt.Disable()
	was := m.locked
	m.locked = true
	interrupt.Restore(mask)
	return !was
}

// Futex is a number that threads can wait on.
type Futex struct {
	Uint32
	waiters Queue
}

// Wait waits for Wake if the value is still cmp, and reports whether it did.
func (f *Futex) Wait(cmp uint32) (awoken bool) {
	mask := interrupt.Disable()
	if f.Uint32.Load() != cmp {
		interrupt.Restore(mask)
		return false
	}
	t := Waiter(mask)
	t.waitIn(&f.waiters, forgetQueue, unsafe.Pointer(&f.waiters))
	t.PauseLocked(mask)
	return true
}

// Wake wakes the thread that waited longest.
func (f *Futex) Wake() {
	mask := interrupt.Disable()
	if t := f.waiters.first(); t != nil {
		t.ResumeLocked()
	}
	interrupt.Restore(mask)
}

// WakeAll wakes every waiting thread.
func (f *Futex) WakeAll() {
	mask := interrupt.Disable()
	for t := f.waiters.first(); t != nil; t = f.waiters.first() {
		t.ResumeLocked()
	}
	interrupt.Restore(mask)
}

// Waiters are the threads that wait for a condition variable, first come first served.
type Waiters struct{ queue Queue }

// What Task.Data says of a thread between Enter and the end of Wait.
const (
	entered = iota
	sleeping
	signalled
)

// Enter makes the calling thread one of them, before it gives up its lock.
func (w *Waiters) Enter() {
	mask := interrupt.Disable()
	t := Waiter(mask)
	t.SetDataUint32(entered)
	t.waitIn(&w.queue, forgetQueue, unsafe.Pointer(&w.queue))
	interrupt.Restore(mask)
}

// Wait waits until the calling thread, which has entered, is signalled.
func (w *Waiters) Wait() {
	mask := interrupt.Disable()
	t := Current()
	if t.DataUint32() == signalled {
		t.fields().wait = nil
		interrupt.Restore(mask)
		return
	}
	t.SetDataUint32(sleeping)
	t.PauseLocked(mask)
}

// Signal wakes the one that entered first, and reports whether there was one.
func (w *Waiters) Signal() bool {
	mask := interrupt.Disable()
	t := w.queue.first()
	if t != nil {
		if t.DataUint32() == sleeping {
			t.ResumeLocked()
		}
		t.SetDataUint32(signalled)
	}
	interrupt.Restore(mask)
	return t != nil
}
