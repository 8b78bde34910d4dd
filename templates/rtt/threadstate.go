package rtt

import "github.com/rttgen/rttgen/templates/rtt/raw"

// ThreadState tells what a thread is doing.
type ThreadState uint8

// Values of ThreadState.
const (
	ThreadClosed    ThreadState = iota // it has ended
	ThreadInit                         // it was not started
	ThreadReady                        // it runs when the scheduler lets it
	ThreadRunning                      // it runs
	ThreadSuspended                    // it waits for something, or for Resume
)

// String returns the name of the state.
func (s ThreadState) String() string {
	switch s {
	case ThreadClosed:
		return "Closed"
	case ThreadInit:
		return "Init"
	case ThreadReady:
		return "Ready"
	case ThreadRunning:
		return "Running"
	}
	return "Suspended"
}

// State returns what the thread is doing at the moment.
func (t *Thread) State() ThreadState {
	p := t.h.Get()
	if p == nil {
		return ThreadClosed
	}
	switch threadStat(p) & raw.RT_THREAD_STAT_MASK {
	case raw.RT_THREAD_INIT:
		return ThreadInit
	case raw.RT_THREAD_READY:
		if p == raw.ThreadSelf() {
			return ThreadRunning // RT-Thread 3 does not tell it from others
		}
		return ThreadReady
	case raw.RT_THREAD_RUNNING:
		return ThreadRunning
	case raw.RT_THREAD_CLOSE:
		return ThreadClosed
	}
	return ThreadSuspended
}

// Priority returns the priority at which the thread runs at the moment: its own, or that of a thread that waits for a Mutex
// which it holds. Zero is the highest.
func (t *Thread) Priority() (uint8, error) {
	p := t.h.Get()
	if p == nil {
		return 0, ErrClosed
	}
	return threadPriority(p), nil
}

// StackSize returns the size of the thread's stack in bytes, zero if it is closed.
func (t *Thread) StackSize() int {
	p := t.h.Get()
	if p == nil {
		return 0
	}
	return int(p.StackSize)
}

// Start lets the thread run. If its priority is higher than the caller's, it runs at once. It may be called once: after that
// it returns ErrInUse.
//
// It must be called from a thread.
//
// C: rt_thread_startup.
func (t *Thread) Start() error {
	p := t.h.Get()
	if checks && p == nil {
		return ErrClosed
	}
	if checksAll && !inThread() {
		return ErrContext
	}
	if threadStat(p)&raw.RT_THREAD_STAT_MASK != raw.RT_THREAD_INIT {
		return ErrInUse
	}
	return errnoOf(int32(raw.ThreadStartup(p)))
}

// Resume lets a suspended thread run again. If its priority is higher than the caller's, it runs at once.
//
// It may be called from anywhere, interrupts included.
//
// C: rt_thread_resume.
func (t *Thread) Resume() error {
	p := t.h.Get()
	if checks && p == nil {
		return ErrClosed
	}
	code := int32(raw.ThreadResume(p))
	if !resumeSwitches && code == 0 {
		raw.Schedule()
	}
	return errnoOf(code)
}

// SuspendSelf suspends the calling thread until another thread or an interrupt calls Resume for it. A Resume that comes before
// is lost: a Semaphore, which remembers, is almost always the better choice.
//
// It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_thread_suspend.
func SuspendSelf() error {
	if !canBlock() {
		return ErrContext
	}
	if code := int32(raw.ThreadSuspend(raw.ThreadSelf())); code != 0 {
		return failure(code)
	}
	raw.Schedule()
	return nil
}
