package rtt

import (
	"time"
	"unsafe"

	"github.com/rttgen/rttgen/emit/support/roots"
	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// dataItem keeps alive what the queue has a pointer to.
type dataItem struct {
	root roots.Node
	data []byte
}

// Push appends data, waiting up to timeout for room. The queue holds the slice, not a copy: leave the bytes alone until they were
// popped. They are kept alive until Pop returns them, and for ever if C code pops them.
//
// It returns ErrTimeout if the time is over. It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_data_queue_push.
func (d *DataQueue) Push(data []byte, timeout time.Duration) error {
	return d.PushTicks(data, TicksOf(timeout))
}

// PushTicks is Push with the time in ticks.
//
// C: rt_data_queue_push.
func (d *DataQueue) PushTicks(data []byte, timeout Ticks) error {
	p := d.h.Get()
	if checks && p == nil {
		return ErrClosed
	}
	if !canBlock() {
		return ErrContext
	}
	if int32(timeout) < -1 {
		return ErrRange
	}
	item := &dataItem{data: data}
	start := unsafe.Pointer(unsafe.SliceData(data))
	roots.Add(&item.root, start)
	if code := int32(raw.DataQueuePush(p, start, raw.Size(len(data)), int32(timeout))); code != 0 {
		roots.Remove(&item.root)
		return waited(code, d.h.Get() == nil)
	}
	return nil
}

// Pop returns what was pushed first, waiting up to timeout for it.
//
// It returns ErrTimeout if the time is over. It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_data_queue_pop.
func (d *DataQueue) Pop(timeout time.Duration) ([]byte, error) {
	return d.PopTicks(TicksOf(timeout))
}

// PopTicks is Pop with the time in ticks.
//
// C: rt_data_queue_pop.
func (d *DataQueue) PopTicks(timeout Ticks) ([]byte, error) {
	p := d.h.Get()
	if checks && p == nil {
		return nil, ErrClosed
	}
	if !canBlock() {
		return nil, ErrContext
	}
	if int32(timeout) < -1 {
		return nil, ErrRange
	}
	var start unsafe.Pointer
	var size raw.Size
	if code := int32(raw.DataQueuePop(p, &start, &size, int32(timeout))); code != 0 {
		return nil, waited(code, d.h.Get() == nil)
	}
	data := unsafe.Slice((*byte)(start), int(size))
	roots.Gone(start)
	return data, nil
}
