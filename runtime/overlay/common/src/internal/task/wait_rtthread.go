//go:build rtthread

package task

import (
	"runtime/interrupt"
	"unsafe"
)

// A thread of C's, or of a Go program's that is no goroutine, may be deleted while it
// waits. So its task says what it waits for, and leaves the queue with it; until the
// kernel tells of the end, whoever takes a task out of a queue skips those that have
// ended.

// waitKind is what a task waits for.
type waitKind uint8

const (
	waitNot      waitKind = iota
	waitResume            // Resume alone
	waitQueue             // its turn in a *Queue
	waitMutex             // a *Mutex
	waitRead              // an *RWMutex, to read
	waitWrite             // an *RWMutex, to write
	waitChannels          // one of the channel operations of a *runtime.channelOps
)

// waitIn makes t wait in a queue, for an object of which the queue is a part.
func (t *Task) waitIn(q *Queue, kind waitKind, object unsafe.Pointer) {
	t.fields().wait = kind
	t.fields().waitFor = object
	q.Push(t)
}

// WaitChannels says which channel operations t waits for.
func (t *Task) WaitChannels(ops unsafe.Pointer) {
	t.fields().wait = waitChannels
	t.fields().waitFor = ops
}

// Ended reports whether the thread has ended while it waited.
func (t *Task) Ended() bool { return t.fields().inC && ended(t.fields().thread) }

// first takes the first task out of the queue whose thread has not ended.
func (q *Queue) first() *Task {
	for {
		t := q.Pop()
		if t == nil || !t.Ended() {
			return t
		}
		t.fields().wait = waitNot
	}
}

// remove takes t out of the queue.
func (q *Queue) remove(t *Task) {
	var before *Task
	for o := q.head; o != nil; before, o = o, o.Next {
		if o != t {
			continue
		}
		if before == nil {
			q.head = o.Next
		} else {
			before.Next = o.Next
		}
		if q.tail == o {
			q.tail = before
		}
		o.Next = nil
		return
	}
}

// gone is called when the thread has ended, before its stack is freed.
//
//export rttgo_thread_gone
func gone(t *Task) {
	t = (*Task)(unsafe.Pointer(t)) // is not nil
	mask := interrupt.Disable()
	t.forget()
	interrupt.Restore(mask)
}

// forget ends a wait whose thread will not come back to it. What it was given already
// goes to the next one. Interrupts are off.
func (t *Task) forget() {
	s := t.fields()
	kind, object := s.wait, s.waitFor
	served := s.awake
	s.wait, s.waitFor = waitNot, nil
	s.awake, s.parked = false, false
	switch kind {
	case waitQueue:
		(*Queue)(object).remove(t)
	case waitMutex:
		m := (*Mutex)(object)
		m.waiters.remove(t)
		if served {
			m.unlock()
		}
	case waitRead:
		rw := (*RWMutex)(object)
		rw.toRead.remove(t)
		if served {
			rw.runlock()
		}
	case waitWrite:
		rw := (*RWMutex)(object)
		rw.toWrite.remove(t)
		if served {
			rw.unlock()
		} else {
			rw.admit()
		}
	case waitChannels:
		forgetChannels(t, object)
	}
}

//export rttgo_ended
func ended(thread uintptr) bool

//go:linkname forgetChannels runtime.forgetChannels
func forgetChannels(t *Task, ops unsafe.Pointer)
