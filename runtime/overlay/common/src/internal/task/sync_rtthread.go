//go:build rtthread

package task

import (
	"runtime/interrupt"
	"sync/atomic"
)

// Goroutines preempt each other, so these types use real atomic operations.
type (
	Uintptr = atomic.Uintptr
	Uint32  = atomic.Uint32
	Uint64  = atomic.Uint64
)

// PMutex is the mutex that short runtime operations use.
type PMutex = Mutex

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
	m.waiters.Push(t)
	t.PauseLocked(mask)
}

func (m *Mutex) Unlock() {
	mask := interrupt.Disable()
	if !m.locked {
		interrupt.Restore(mask)
		runtimeFatal("sync: unlock of unlocked Mutex")
	}
	if t := m.waiters.Pop(); t != nil {
		t.ResumeLocked() // the lock is its
	} else {
		m.locked = false
	}
	interrupt.Restore(mask)
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
	f.waiters.Push(t)
	t.PauseLocked(mask)
	return true
}

// Wake wakes the thread that waited longest.
func (f *Futex) Wake() {
	if t := f.waiters.Pop(); t != nil {
		t.Resume()
	}
}

// WakeAll wakes every waiting thread.
func (f *Futex) WakeAll() {
	for t := f.waiters.Pop(); t != nil; t = f.waiters.Pop() {
		t.Resume()
	}
}
