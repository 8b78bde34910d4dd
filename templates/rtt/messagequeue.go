package rtt

import (
	"time"
	"unsafe"

	"github.com/rttgen/rttgen/emit/support/values"
	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// MessageQueue is a queue of values, which RT-Thread copies in and out. Values of type T must hold no Go pointers, since the
// garbage collector does not see those in the queue.
//
// C: struct rt_messagequeue.
type MessageQueue[T any] struct {
	q *ByteQueue
}

// maxMessage is the largest size for which RT-Thread's 16 bits hold the size of a message, rounded up, and its own data.
const maxMessage = 65520

// NewMessageQueue makes a queue with room for n values.
//
// The caller owns it and must Close it. The error is ErrNoMemory when RT-Thread's heap has no room for it, ErrType when T holds
// pointers, and ErrRange when T is empty or too large, or n is. It must be called from a thread, with the
// scheduler unlocked.
//
// C: rt_mq_create.
func NewMessageQueue[T any](name string, n int, order QueueOrder) (*MessageQueue[T], error) {
	if checksAll && !canBlock() {
		return nil, ErrContext
	}
	var zero T
	size := unsafe.Sizeof(zero)
	switch {
	case !values.Plain[T]():
		return nil, ErrType
	case size == 0 || size > maxMessage || n < 1 || n > 0xffff:
		return nil, ErrRange
	}
	q, err := NewByteQueue(name, uint16(size), uint16(n), order)
	if err != nil {
		return nil, err
	}
	return &MessageQueue[T]{q}, nil
}

// object returns the kernel object, nil if the queue is closed.
func (m *MessageQueue[T]) object() *raw.Messagequeue {
	if m.q == nil {
		return nil
	}
	return m.q.h.Get()
}

// Send puts value into the queue.
//
// It returns ErrFull if there is no room. It may be called from anywhere, interrupts included.
//
// C: rt_mq_send.
func (m *MessageQueue[T]) Send(value T) error {
	p := m.object()
	if checks && p == nil {
		return ErrClosed
	}
	return errnoOf(int32(raw.MqSend(p, unsafe.Pointer(&value), raw.Size(unsafe.Sizeof(value)))))
}

// Urgent puts value in front of all others.
//
// It returns ErrFull if there is no room. It may be called from anywhere, interrupts included.
//
// C: rt_mq_urgent.
func (m *MessageQueue[T]) Urgent(value T) error {
	p := m.object()
	if checks && p == nil {
		return ErrClosed
	}
	return errnoOf(int32(raw.MqUrgent(p, unsafe.Pointer(&value), raw.Size(unsafe.Sizeof(value)))))
}

// Recv takes the first value out of the queue, waiting up to timeout for one.
//
// The error is ErrTimeout if the time is over. It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_mq_recv.
func (m *MessageQueue[T]) Recv(timeout time.Duration) (T, error) {
	return m.RecvTicks(TicksOf(timeout))
}

// RecvTicks is Recv with the time in ticks.
//
// C: rt_mq_recv.
func (m *MessageQueue[T]) RecvTicks(timeout Ticks) (value T, err error) {
	p := m.object()
	if checks && p == nil {
		return value, ErrClosed
	}
	if !canBlock() {
		return value, ErrContext
	}
	if checks && int32(timeout) < -1 {
		return value, ErrRange
	}
	return m.received(p, timeout)
}

// TryRecv takes the first value out of the queue if there is one.
//
// The error is ErrTimeout if there is none. It may be called from anywhere, interrupts included.
//
// C: rt_mq_recv.
func (m *MessageQueue[T]) TryRecv() (value T, err error) {
	p := m.object()
	if checks && p == nil {
		return value, ErrClosed
	}
	return m.received(p, NoWaitTicks)
}

// received takes the first value out of a queue.
func (m *MessageQueue[T]) received(p *raw.Messagequeue, timeout Ticks) (value T, err error) {
	var self *raw.Thread
	if timeout != NoWaitTicks { // else it may be an interrupt
		self = raw.ThreadSelf()
		self.Error = 0
	}
	code := int32(raw.MqRecv(p, unsafe.Pointer(&value), raw.Size(unsafe.Sizeof(value)), int32(timeout)))
	// RT-Thread 5 returns the size of the message, but where the queue is reset or closed meanwhile its error with no sign.
	if code != 0 && uintptr(code) != unsafe.Sizeof(value) || code > 0 && self != nil && self.Error == code {
		return value, waited(code, m.object() == nil)
	}
	return value, nil
}

// Reset empties the queue and wakes all waiting threads with an error.
func (m *MessageQueue[T]) Reset() error {
	if m.q == nil {
		return ErrClosed
	}
	return m.q.Reset()
}

// Close ends the queue. Threads that wait for it are woken with an error. A second Close returns ErrClosed.
//
// C: rt_mq_delete.
func (m *MessageQueue[T]) Close() error {
	if m.q == nil {
		return ErrClosed
	}
	return m.q.Close()
}
