package rtt

import (
	"github.com/rttgen/rttgen/emit/support/handle"
	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// InterruptState tells whether interrupts were on before DisableInterrupts.
type InterruptState struct {
	level raw.Base
}

// DisableInterrupts turns interrupts off and returns how it was before. Nothing that waits or allocates may be called until
// Restore. Calls nest.
//
// C: rt_hw_interrupt_disable.
func DisableInterrupts() InterruptState { return InterruptState{raw.HwInterruptDisable()} }

// Restore makes interrupts what they were before DisableInterrupts.
//
// C: rt_hw_interrupt_enable.
func (s InterruptState) Restore() { raw.HwInterruptEnable(s.level) }

// NoInterrupts calls fn with interrupts off. They are restored even if fn panics.
func NoInterrupts(fn func()) {
	if raw.InterruptGetNest() == 0 {
		noInterrupts(fn)
		return
	}
	// An interrupt cannot defer, and nothing recovers from a panic there.
	level := raw.HwInterruptDisable()
	fn()
	raw.HwInterruptEnable(level)
}

// noInterrupts is NoInterrupts in a thread.
//
//go:noinline
func noInterrupts(fn func()) {
	level := raw.HwInterruptDisable()
	defer raw.HwInterruptEnable(level)
	fn()
}

// SpinLocked is a value that threads and interrupts reach one at a time, with interrupts off.
type SpinLocked[T any] struct {
	_     handle.NoCopy
	value T
}

// NewSpinLocked returns a SpinLocked that holds value.
func NewSpinLocked[T any](value T) *SpinLocked[T] { return &SpinLocked[T]{value: value} }

// With calls fn with the value, while interrupts are off: fn must neither wait nor allocate. The pointer must not be used
// after that.
func (l *SpinLocked[T]) With(fn func(*T)) {
	if raw.InterruptGetNest() == 0 {
		l.with(fn)
		return
	}
	// An interrupt cannot defer, and nothing recovers from a panic there.
	level := raw.HwInterruptDisable()
	fn(&l.value)
	raw.HwInterruptEnable(level)
}

// with is With in a thread.
//
//go:noinline
func (l *SpinLocked[T]) with(fn func(*T)) {
	level := raw.HwInterruptDisable()
	defer raw.HwInterruptEnable(level)
	fn(&l.value)
}

// Load returns a copy of the value.
func (l *SpinLocked[T]) Load() T {
	level := raw.HwInterruptDisable()
	v := l.value
	raw.HwInterruptEnable(level)
	return v
}

// Store replaces the value.
func (l *SpinLocked[T]) Store(value T) {
	level := raw.HwInterruptDisable()
	l.value = value
	raw.HwInterruptEnable(level)
}
