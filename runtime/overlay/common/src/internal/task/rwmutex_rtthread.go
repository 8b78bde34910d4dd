//go:build rtthread

package task

import (
	"runtime/interrupt"
	"unsafe"
)

// RWMutex is a lock for many readers or one writer. TinyGo's own deadlocks when a
// writer locks before the readers that the last writer let in have run.
// Readers wait behind a waiting writer; a writer that unlocks lets the waiting
// readers in first. So neither can starve the other.
type RWMutex struct {
	readers int32 // that hold the lock
	writing bool
	toRead  Queue
	toWrite Queue
}

// A Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

func (rw *RWMutex) Lock() {
	mask := interrupt.Disable()
	if !rw.writing && rw.readers == 0 {
		rw.writing = true
		interrupt.Restore(mask)
		return
	}
	t := Waiter(mask)
	t.waitIn(&rw.toWrite, forgetWriter, unsafe.Pointer(rw))
	t.PauseLocked(mask)
}

func (rw *RWMutex) TryLock() bool {
	mask := interrupt.Disable()
	ok := !rw.writing && rw.readers == 0
	if ok {
		rw.writing = true
	}
	interrupt.Restore(mask)
	return ok
}

func (rw *RWMutex) Unlock() {
	mask := interrupt.Disable()
	if !rw.writing {
		interrupt.Restore(mask)
		runtimeFatal("sync: Unlock of unlocked RWMutex")
	}
	rw.unlock()
	interrupt.Restore(mask)
}

func (rw *RWMutex) unlock() {
	rw.writing = false
	rw.letRead()
	if rw.readers == 0 {
		rw.letWrite()
	}
}

// letRead gives the lock to all readers that wait.
func (rw *RWMutex) letRead() {
	for t := rw.toRead.first(); t != nil; t = rw.toRead.first() {
		rw.readers++
		t.ResumeLocked()
	}
}

// letWrite gives the free lock to the next writer.
func (rw *RWMutex) letWrite() {
	if t := rw.toWrite.first(); t != nil {
		rw.writing = true
		t.ResumeLocked()
	} else {
		rw.letRead() // they waited behind writers that have ended
	}
}

// admit lets readers in when there is no writer any more that they waited behind.
func (rw *RWMutex) admit() {
	if !rw.writing && rw.toWrite.Empty() {
		rw.letRead()
	}
}

func (rw *RWMutex) RLock() {
	mask := interrupt.Disable()
	if !rw.writing && rw.toWrite.Empty() {
		rw.readers++
		interrupt.Restore(mask)
		return
	}
	t := Waiter(mask)
	t.waitIn(&rw.toRead, forgetReader, unsafe.Pointer(rw))
	t.PauseLocked(mask)
}

func (rw *RWMutex) TryRLock() bool {
	mask := interrupt.Disable()
	ok := !rw.writing && rw.toWrite.Empty()
	if ok {
		rw.readers++
	}
	interrupt.Restore(mask)
	return ok
}

func (rw *RWMutex) RUnlock() {
	mask := interrupt.Disable()
	if rw.readers == 0 {
		interrupt.Restore(mask)
		runtimeFatal("sync: RUnlock of unlocked RWMutex")
	}
	rw.runlock()
	interrupt.Restore(mask)
}

func (rw *RWMutex) runlock() {
	rw.readers--
	if rw.readers == 0 {
		rw.letWrite()
	}
}

func forgetReader(t *Task, lock unsafe.Pointer, served bool) {
	rw := (*RWMutex)(lock)
	rw.toRead.remove(t)
	if served {
		rw.runlock()
	}
}

func forgetWriter(t *Task, lock unsafe.Pointer, served bool) {
	rw := (*RWMutex)(lock)
	rw.toWrite.remove(t)
	if served {
		rw.unlock()
	} else {
		rw.admit()
	}
}

// RLocker returns a Locker that locks and unlocks for reading.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }
