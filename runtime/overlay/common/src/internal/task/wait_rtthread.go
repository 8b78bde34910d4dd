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

// waitIn makes t wait in a queue, for an object of which the queue is a part. What forgets
// the wait comes with it, so that only programs that wait so have the code.
func (t *Task) waitIn(q *Queue, forget forgetter, object unsafe.Pointer) {
	t.WaitFor(forget, object)
	q.Push(t)
}

// WaitFor says what t waits for, and what to do if its thread ends before it goes on.
func (t *Task) WaitFor(forget forgetter, object unsafe.Pointer) {
	t.fields().wait = forget
	t.fields().waitFor = object
}

// forgetter takes the task of a thread that has ended from what it waits for. If it was
// served already, that goes to the next one. Interrupts are off.
type forgetter func(t *Task, object unsafe.Pointer, served bool)

// Of waits for Resume alone there is nothing to forget.
func forgetNothing(*Task, unsafe.Pointer, bool) {}

func forgetQueue(t *Task, queue unsafe.Pointer, _ bool) { (*Queue)(queue).remove(t) }

// Ended reports whether the thread has ended while it waited.
func (t *Task) Ended() bool { return t.fields().inC && ended(t.fields().thread) }

// first takes the first task out of the queue whose thread has not ended.
func (q *Queue) first() *Task {
	for {
		t := q.Pop()
		if t == nil || !t.Ended() {
			return t
		}
		t.fields().wait = nil
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

// forget ends a wait whose thread will not come back to it. Interrupts are off.
func (t *Task) forget() {
	s := t.fields()
	forget, served := s.wait, s.awake
	s.awake, s.parked = false, false
	if forget != nil {
		s.wait = nil
		forget(t, s.waitFor, served)
		s.waitFor = nil
	}
}

//export rttgo_ended
func ended(thread uintptr) bool
