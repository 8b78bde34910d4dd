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
	queue *chanQueue     // where it waits
	more  *channelOp     // of the same select
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
	op.queue = q
	op.next = nil
	if q.first == nil {
		q.first = op
	} else {
		q.last.next = op
	}
	q.last = op
}

// waiter returns the first operation whose task still waits. The tasks of a select
// that took another case are dropped, and those whose threads have ended.
func (q *chanQueue) waiter() *channelOp {
	op := q.first
	for op != nil && (op.task.DataUint32() != chanWaiting || op.task.Ended()) {
		op = op.next
	}
	q.first = op
	return op
}

// pop takes the first operation whose task still waits and tells the task how it
// ended.
func (q *chanQueue) pop(state uint32) *channelOp {
	op := q.waiter()
	if op != nil {
		op.task.SetDataUint32(state | op.index<<chanCaseShift)
		q.first = op.next
	}
	return op
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
	op.more = nil
	ch.senders.push(op)
	t.WaitFor(forgetChannels, unsafe.Pointer(op))
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
	op.more = nil
	ch.receivers.push(op)
	t.WaitFor(forgetChannels, unsafe.Pointer(op))
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

// forgetChannels takes the operations of a task out of their queues.
func forgetChannels(_ *task.Task, ops unsafe.Pointer, _ bool) {
	for op := (*channelOp)(ops); op != nil; op = op.more {
		op.queue.remove(op)
	}
}

// ready reports whether the case can proceed, if only to a panic.
func (s *chanSelectState) ready() bool {
	switch ch := s.ch; {
	case ch == nil:
		return false
	case ch.closed:
		return true
	case s.value == nil:
		return ch.bufLen > 0 || ch.senders.waiter() != nil
	default:
		return ch.bufLen < ch.bufCap || ch.receivers.waiter() != nil
	}
}

// proceed is a case that can.
func (s *chanSelectState) proceed(recvbuf unsafe.Pointer, mask interrupt.State) (ok bool) {
	switch {
	case s.value == nil:
		_, ok = s.ch.tryRecv(recvbuf)
	case s.ch.closed:
		interrupt.Restore(mask)
		sendOnClosed()
	default:
		ok = s.ch.trySend(s.value)
	}
	return ok
}

// selectSeed is the state of the random numbers by which a select chooses.
var selectSeed uint32 = 2463534242

// choose returns one of n cases, each as likely as the others.
func choose(n uint32) uint32 {
	x := selectSeed
	x ^= x << 13
	x ^= x >> 17
	x ^= x << 5
	selectSeed = x
	return uint32(uint64(x) * uint64(n) >> 32)
}

// chanSelect is the select statement. Of the cases that can proceed it takes any.
// Without ops it has a default case, and returns -1 for it.
func chanSelect(recvbuf unsafe.Pointer, states []chanSelectState, ops []channelOp) (uint32, bool) {
	mask := interrupt.Disable()
	ready, first := uint32(0), 0
	for i := range states {
		if states[i].ready() {
			if ready == 0 {
				first = i
			}
			ready++
		}
	}
	if ready != 0 {
		if ready > 1 {
			for skip := choose(ready); skip != 0; {
				first++
				if states[first].ready() {
					skip--
				}
			}
		}
		ok := states[first].proceed(recvbuf, mask)
		interrupt.Restore(mask)
		return uint32(first), ok
	}
	if len(ops) == 0 {
		interrupt.Restore(mask)
		return ^uint32(0), true
	}
	t := task.Waiter(mask)
	t.Ptr = recvbuf
	t.SetDataUint32(chanWaiting)
	var more *channelOp
	for i := range states {
		s, op := &states[i], &ops[i]
		if s.ch == nil {
			continue
		}
		op.task = t
		op.index = uint32(i)
		op.value = s.value
		op.more = more
		more = op
		if s.value == nil {
			s.ch.receivers.push(op)
		} else {
			s.ch.senders.push(op)
		}
	}
	t.WaitFor(forgetChannels, unsafe.Pointer(more))
	t.PauseLocked(mask)

	// The operations lie on this stack: none may stay in a queue.
	mask = interrupt.Disable()
	forgetChannels(t, unsafe.Pointer(more), false)
	interrupt.Restore(mask)
	index := t.DataUint32() >> chanCaseShift
	ok := t.DataUint32()&chanStateMask == chanDone
	if !ok && states[index].value != nil {
		sendOnClosed()
	}
	return index, ok
}
