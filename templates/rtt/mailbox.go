package rtt

import (
	"time"
	"unsafe"

	"github.com/rttgen/rttgen/emit/support/values"
)

// Mailbox is a queue of small values, each no larger than a machine word, which costs less than a MessageQueue. Values of
// type T must hold no Go pointers, since the garbage collector does not see those in the mailbox.
//
// C: struct rt_mailbox.
type Mailbox[T any] struct {
	q *WordQueue
}

// NewMailbox makes a mailbox with room for n values.
//
// The caller owns it and must Close it. The error is ErrNoMemory when RT-Thread's heap has no room for it, ErrType when T holds
// pointers or is larger than a word, and ErrRange when n is too large. It must be called from a thread, with the
// scheduler unlocked.
//
// C: rt_mb_create.
func NewMailbox[T any](name string, n int, order QueueOrder) (*Mailbox[T], error) {
	if checksAll && !canBlock() {
		return nil, ErrContext
	}
	var zero T
	switch {
	case !values.Plain[T]() || unsafe.Sizeof(zero) > unsafe.Sizeof(uintptr(0)):
		return nil, ErrType
	case n < 1 || n > 0xffff:
		return nil, ErrRange
	}
	q, err := NewWordQueue(name, uint16(n), order)
	if err != nil {
		return nil, err
	}
	return &Mailbox[T]{q}, nil
}

// word returns a value as a machine word.
func word[T any](value T) (w uintptr) {
	*(*T)(unsafe.Pointer(&w)) = value
	return w
}

// unword is the inverse of word.
func unword[T any](w uintptr, err error) (T, error) { return *(*T)(unsafe.Pointer(&w)), err }

// Send puts value into the mailbox.
//
// It returns ErrFull if there is no room. It may be called from anywhere, interrupts included.
//
// C: rt_mb_send.
func (m *Mailbox[T]) Send(value T) error {
	if m.q == nil {
		return ErrClosed
	}
	return m.q.Send(word(value))
}

// SendWait puts value into the mailbox, waiting up to timeout for room.
//
// It returns ErrTimeout if the time is over. It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_mb_send_wait.
func (m *Mailbox[T]) SendWait(value T, timeout time.Duration) error {
	return m.SendWaitTicks(value, TicksOf(timeout))
}

// SendWaitTicks is SendWait with the time in ticks.
//
// C: rt_mb_send_wait.
func (m *Mailbox[T]) SendWaitTicks(value T, timeout Ticks) error {
	if m.q == nil {
		return ErrClosed
	}
	return m.q.SendWaitTicks(word(value), timeout)
}

// Recv takes the first value out of the mailbox, waiting up to timeout for one.
//
// The error is ErrTimeout if the time is over. It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_mb_recv.
func (m *Mailbox[T]) Recv(timeout time.Duration) (T, error) { return m.RecvTicks(TicksOf(timeout)) }

// RecvTicks is Recv with the time in ticks.
//
// C: rt_mb_recv.
func (m *Mailbox[T]) RecvTicks(timeout Ticks) (value T, err error) {
	if m.q == nil {
		return value, ErrClosed
	}
	return unword[T](m.q.RecvTicks(timeout))
}

// TryRecv takes the first value out of the mailbox if there is one.
//
// The error is ErrTimeout if there is none. It may be called from anywhere, interrupts included.
//
// C: rt_mb_recv.
func (m *Mailbox[T]) TryRecv() (value T, err error) {
	if m.q == nil {
		return value, ErrClosed
	}
	return unword[T](m.q.TryRecv())
}

// Reset empties the mailbox and wakes all waiting threads with an error.
func (m *Mailbox[T]) Reset() error {
	if m.q == nil {
		return ErrClosed
	}
	return m.q.Reset()
}

// Close ends the mailbox. Threads that wait for it are woken with an error. A second Close returns ErrClosed.
//
// C: rt_mb_delete.
func (m *Mailbox[T]) Close() error {
	if m.q == nil {
		return ErrClosed
	}
	return m.q.Close()
}
