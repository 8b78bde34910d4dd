//go:build rtthread

package runtime

// Channels. Every operation runs with interrupts disabled, so it may also be
// used in an interrupt as long as it does not wait (select with default). A
// waiting thread is served directly: the value goes from one to the other.
// Waiters are served in the order in which they came.
//
// This replaces TinyGo's chan.go, which panics with interrupts disabled when a
// channel is closed (a recovered panic would leave them so) and serves the last
// waiter first.

import (
	"internal/task"
	"runtime/interrupt"
	"unsafe"
)

type channel struct {
	elementSize uintptr
	bufCap      uintptr
	bufLen      uintptr
	bufHead     uintptr // next to write
	bufTail     uintptr // next to read
	buf         unsafe.Pointer
	senders     chanQueue
	receivers   chanQueue
	closed      bool
}

// What became of the operation of a waiting task, in Task.Data. A select adds
// the number of its case, shifted left by chanCaseShift.
const (
	chanWaiting = iota
	chanDone
	chanClosed
	chanStateMask = 3
	chanCaseShift = 2
)

// channelOp is a waiting send or receive. It lies on the stack of its thread.
type channelOp struct {
	next  *channelOp
	task  *task.Task
	index uint32         // number of the select case
	value unsafe.Pointer // what to send; a receiver's place is Task.Ptr
}

// chanSelectState is a case of a select; value is nil for a receive.
type chanSelectState struct {
	ch    *channel
	value unsafe.Pointer
}

type chanQueue struct {
	first, last *channelOp
}

func (q *chanQueue) push(op *channelOp) {
	op.next = nil
	if q.first == nil {
		q.first = op
	} else {
		q.last.next = op
	}
	q.last = op
}

// pop takes the first operation whose task still waits and tells the task how
// it ended. The tasks of a select that took another case are skipped.
func (q *chanQueue) pop(state uint32) *channelOp {
	for op := q.first; op != nil; op = op.next {
		if op.task.DataUint32() == chanWaiting {
			op.task.SetDataUint32(state | op.index<<chanCaseShift)
			q.first = op.next
			return op
		}
	}
	q.first = nil
	return nil
}

func (q *chanQueue) remove(op *channelOp) {
	var before *channelOp
	for o := q.first; o != nil; before, o = o, o.next {
		if o != op {
			continue
		}
		if before == nil {
			q.first = o.next
		} else {
			before.next = o.next
		}
		if q.last == o {
			q.last = before
		}
		return
	}
}

func chanMake(elementSize uintptr, bufSize uintptr) *channel {
	ch := &channel{elementSize: elementSize, bufCap: bufSize}
	if n := elementSize * bufSize; n != 0 {
		ch.buf = alloc(n, nil)
	}
	return ch
}

func chanLen(ch *channel) int {
	if ch == nil {
		return 0
	}
	return int(ch.bufLen)
}

func chanCap(ch *channel) int {
	if ch == nil {
		return 0
	}
	return int(ch.bufCap)
}

// copyElement copies one element. Most are a word.
func copyElement(to, from unsafe.Pointer, size uintptr) {
	if size == 4 {
		*(*uint32)(to) = *(*uint32)(from)
	} else {
		memcpy(to, from, size)
	}
}

func zeroElement(at unsafe.Pointer, size uintptr) {
	if size == 4 {
		*(*uint32)(at) = 0
	} else {
		memzero(at, size)
	}
}

func (ch *channel) bufferPush(value unsafe.Pointer) {
	copyElement(unsafe.Add(ch.buf, ch.bufHead*ch.elementSize), value, ch.elementSize)
	ch.bufLen++
	ch.bufHead++
	if ch.bufHead == ch.bufCap {
		ch.bufHead = 0
	}
}

func (ch *channel) bufferPop(value unsafe.Pointer) {
	elem := unsafe.Add(ch.buf, ch.bufTail*ch.elementSize)
	copyElement(value, elem, ch.elementSize)
	zeroElement(elem, ch.elementSize) // what it refers to may be collected
	ch.bufLen--
	ch.bufTail++
	if ch.bufTail == ch.bufCap {
		ch.bufTail = 0
	}
}

// trySend sends without waiting if it can. Interrupts are disabled and the
// channel is open.
func (ch *channel) trySend(value unsafe.Pointer) bool {
	if op := ch.receivers.pop(chanDone); op != nil {
		copyElement(op.task.Ptr, value, ch.elementSize)
		op.task.ResumeLocked()
		return true
	}
	if ch.bufLen < ch.bufCap {
		ch.bufferPush(value)
		return true
	}
	return false
}

// tryRecv receives without waiting if it can. Interrupts are disabled.
func (ch *channel) tryRecv(value unsafe.Pointer) (received, ok bool) {
	if ch.bufLen > 0 {
		ch.bufferPop(value)
		if op := ch.senders.pop(chanDone); op != nil {
			ch.bufferPush(op.value)
			op.task.ResumeLocked()
		}
		return true, true
	}
	if op := ch.senders.pop(chanDone); op != nil {
		copyElement(value, op.value, ch.elementSize)
		op.task.ResumeLocked()
		return true, true
	}
	if ch.closed {
		memzero(value, ch.elementSize)
		return true, false
	}
	return false, false
}

func sendOnClosed() { runtimePanic("send on closed channel") }

func chanSend(ch *channel, value unsafe.Pointer, op *channelOp) {
	if ch == nil {
		deadlock()
	}
	mask := interrupt.Disable()
	if ch.closed {
		interrupt.Restore(mask)
		sendOnClosed()
	}
	if ch.trySend(value) {
		interrupt.Restore(mask)
		return
	}
	t := task.Waiter(mask)
	t.SetDataUint32(chanWaiting)
	op.task = t
	op.index = 0
	op.value = value
	ch.senders.push(op)
	t.PauseLocked(mask)
	if t.DataUint32() == chanClosed {
		sendOnClosed()
	}
}

func chanRecv(ch *channel, value unsafe.Pointer, op *channelOp) bool {
	if ch == nil {
		deadlock()
	}
	mask := interrupt.Disable()
	if received, ok := ch.tryRecv(value); received {
		interrupt.Restore(mask)
		return ok
	}
	t := task.Waiter(mask)
	t.Ptr = value
	t.SetDataUint32(chanWaiting)
	op.task = t
	op.index = 0
	ch.receivers.push(op)
	t.PauseLocked(mask)
	return t.DataUint32() == chanDone
}

func chanClose(ch *channel) {
	if ch == nil {
		runtimePanic("close of nil channel")
	}
	mask := interrupt.Disable()
	if ch.closed {
		interrupt.Restore(mask)
		runtimePanic("close of closed channel")
	}
	ch.closed = true
	for op := ch.receivers.pop(chanClosed); op != nil; op = ch.receivers.pop(chanClosed) {
		memzero(op.task.Ptr, ch.elementSize)
		op.task.ResumeLocked()
	}
	for op := ch.senders.pop(chanClosed); op != nil; op = ch.senders.pop(chanClosed) {
		op.task.ResumeLocked()
	}
	interrupt.Restore(mask)
}

// chanSelect is the select statement. Without ops it has a default case, and
// returns -1 for it.
func chanSelect(recvbuf unsafe.Pointer, states []chanSelectState, ops []channelOp) (uint32, bool) {
	mask := interrupt.Disable()
	for i := range states {
		s := &states[i]
		if s.ch == nil {
			continue
		}
		if s.value == nil {
			if received, ok := s.ch.tryRecv(recvbuf); received {
				interrupt.Restore(mask)
				return uint32(i), ok
			}
			continue
		}
		if s.ch.closed {
			interrupt.Restore(mask)
			sendOnClosed()
		}
		if s.ch.trySend(s.value) {
			interrupt.Restore(mask)
			return uint32(i), true
		}
	}
	if len(ops) == 0 {
		interrupt.Restore(mask)
		return ^uint32(0), true
	}
	t := task.Waiter(mask)
	t.Ptr = recvbuf
	t.SetDataUint32(chanWaiting)
	for i := range states {
		s, op := &states[i], &ops[i]
		if s.ch == nil {
			continue
		}
		op.task = t
		op.index = uint32(i)
		op.value = s.value
		if s.value == nil {
			s.ch.receivers.push(op)
		} else {
			s.ch.senders.push(op)
		}
	}
	t.PauseLocked(mask)

	// The operations lie on this stack: none may stay in a queue.
	mask = interrupt.Disable()
	for i := range states {
		s := &states[i]
		if s.ch == nil {
			continue
		}
		if s.value == nil {
			s.ch.receivers.remove(&ops[i])
		} else {
			s.ch.senders.remove(&ops[i])
		}
	}
	interrupt.Restore(mask)
	index := t.DataUint32() >> chanCaseShift
	ok := t.DataUint32()&chanStateMask == chanDone
	if !ok && states[index].value != nil {
		sendOnClosed()
	}
	return index, ok
}
