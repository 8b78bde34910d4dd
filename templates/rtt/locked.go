package rtt

import (
	"time"

	"github.com/rttgen/rttgen/emit/support/handle"
)

// Locked is a value that threads reach one at a time, each waiting for its turn on a Mutex, with priority inheritance.
type Locked[T any] struct {
	_     handle.NoCopy
	mu    *Mutex
	value T
}

// NewLocked returns a Locked that holds value. The name is that of its mutex.
//
// The caller owns it and must Close it. The error is ErrNoMemory when RT-Thread's heap has no room for the mutex. It must be
// called from a thread, with the scheduler unlocked.
func NewLocked[T any](name string, value T) (*Locked[T], error) {
	mu, err := NewMutex(name)
	if err != nil {
		return nil, err
	}
	return &Locked[T]{mu: mu, value: value}, nil
}

// With waits for its turn and calls fn with the value. The pointer must not be used after that.
func (l *Locked[T]) With(fn func(*T)) error { return l.WithTicks(ForeverTicks, fn) }

// TryWith is With that waits up to timeout; then it returns ErrTimeout.
func (l *Locked[T]) TryWith(timeout time.Duration, fn func(*T)) error {
	return l.WithTicks(TicksOf(timeout), fn)
}

// WithTicks is TryWith with the time in ticks.
func (l *Locked[T]) WithTicks(timeout Ticks, fn func(*T)) error {
	if l.mu == nil {
		return ErrClosed
	}
	if err := l.mu.TakeTicks(timeout); err != nil {
		return err
	}
	defer l.mu.Release()
	fn(&l.value)
	return nil
}

// Close ends the mutex. Threads that wait for their turn are woken with an error.
func (l *Locked[T]) Close() error {
	if l.mu == nil {
		return ErrClosed
	}
	return l.mu.Close()
}
