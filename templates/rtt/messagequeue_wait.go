package rtt

import (
	"time"
	"unsafe"

	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// SendWait puts value into the queue, waiting up to timeout for room.
//
// It returns ErrTimeout if the time is over. It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_mq_send_wait.
func (m *MessageQueue[T]) SendWait(value T, timeout time.Duration) error {
	return m.SendWaitTicks(value, TicksOf(timeout))
}

// SendWaitTicks is SendWait with the time in ticks.
//
// C: rt_mq_send_wait.
func (m *MessageQueue[T]) SendWaitTicks(value T, timeout Ticks) error {
	p := m.object()
	if checks && p == nil {
		return ErrClosed
	}
	if !canBlock() {
		return ErrContext
	}
	if checks && int32(timeout) < -1 {
		return ErrRange
	}
	code := int32(raw.MqSendWait(p, unsafe.Pointer(&value), raw.Size(unsafe.Sizeof(value)), int32(timeout)))
	return waited(code, m.object() == nil)
}
