//go:build rtthread

package task

import "runtime/interrupt"

// RWMutex is a lock for many readers or one writer. TinyGo's own deadlocks when a
// writer locks before the readers that the last writer let in have run.
// Readers wait behind a waiting writer; a writer that unlocks lets the waiting
// readers in first. So neither can starve the other.
type RWMutex struct {
	readers int32 // that hold the lock
	waiting int32 // readers that wait
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
	rw.toWrite.Push(t)
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
	rw.writing = false
	rw.readers = rw.waiting
	rw.waiting = 0
	if rw.readers == 0 {
		rw.letWrite()
	} else {
		for t := rw.toRead.Pop(); t != nil; t = rw.toRead.Pop() {
			t.ResumeLocked()
		}
	}
	interrupt.Restore(mask)
}

// letWrite gives the free lock to the next writer.
func (rw *RWMutex) letWrite() {
	if t := rw.toWrite.Pop(); t != nil {
		rw.writing = true
		t.ResumeLocked()
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
	rw.waiting++
	rw.toRead.Push(t)
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
	rw.readers--
	if rw.readers == 0 {
		rw.letWrite()
	}
	interrupt.Restore(mask)
}

// RLocker returns a Locker that locks and unlocks for reading.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }
