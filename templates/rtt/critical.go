package rtt

import (
	"github.com/rttgen/rttgen/emit/support/handle"
	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// EnterCritical locks the scheduler: no other thread runs until ExitCritical, but interrupts do. Locks nest. A call that
// would wait meanwhile returns ErrContext.
//
// C: rt_enter_critical.
func EnterCritical() { raw.EnterCritical() }

// ExitCritical unlocks the scheduler when it was called as often as EnterCritical.
//
// C: rt_exit_critical.
func ExitCritical() { raw.ExitCritical() }

// Critical calls fn with the scheduler locked. It is unlocked even if fn panics.
func Critical(fn func()) {
	raw.EnterCritical()
	defer raw.ExitCritical()
	fn()
}

// CriticalLocked is a value that threads reach one at a time, with the scheduler locked. That costs less than a Mutex for
// what takes a moment. Interrupts must not use it; SpinLocked is for values shared with them.
type CriticalLocked[T any] struct {
	_     handle.NoCopy
	value T
}

// NewCriticalLocked returns a CriticalLocked that holds value.
func NewCriticalLocked[T any](value T) *CriticalLocked[T] { return &CriticalLocked[T]{value: value} }

// With calls fn with the value, while the scheduler is locked. The pointer must not be used after that.
func (l *CriticalLocked[T]) With(fn func(*T)) {
	raw.EnterCritical()
	defer raw.ExitCritical()
	fn(&l.value)
}

// Load returns a copy of the value.
func (l *CriticalLocked[T]) Load() T {
	raw.EnterCritical()
	v := l.value
	raw.ExitCritical()
	return v
}

// Store replaces the value.
func (l *CriticalLocked[T]) Store(value T) {
	raw.EnterCritical()
	l.value = value
	raw.ExitCritical()
}
