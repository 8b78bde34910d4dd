package rtt

import (
	"time"
	"unsafe"

	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// Alloc takes a block out of the pool, waiting up to timeout for one. It holds what it held before. The garbage collector
// does not look into it: no Go pointer may be stored there.
//
// The error is ErrTimeout if the time is over and ErrInterrupted after a signal. It may block. It must be called from a
// thread, with the scheduler unlocked.
//
// C: rt_mp_alloc.
func (b *BlockPool) Alloc(timeout time.Duration) (unsafe.Pointer, error) {
	return b.AllocTicks(TicksOf(timeout))
}

// AllocTicks is Alloc with the time in ticks.
//
// C: rt_mp_alloc.
func (b *BlockPool) AllocTicks(timeout Ticks) (unsafe.Pointer, error) {
	p := b.h.Get()
	if checks && p == nil {
		return nil, ErrClosed
	}
	if !canBlock() {
		return nil, ErrContext
	}
	if checks && int32(timeout) < -1 {
		return nil, ErrRange
	}
	block := raw.MpAlloc(p, int32(timeout))
	if block != nil {
		return block, nil
	}
	if b.h.Get() == nil {
		return nil, ErrClosed
	}
	level := raw.HwInterruptDisable()
	countWaiting(p)
	raw.HwInterruptEnable(level)
	return nil, failure(lastError(int32(ErrTimeout)))
}

// Free gives a block back that Alloc of this pool returned. It must not be used any more, nor given back twice.
//
// It may be called from anywhere, interrupts included.
//
// C: rt_mp_free.
func (b *BlockPool) Free(block unsafe.Pointer) error {
	p := b.h.Get()
	if p == nil {
		return ErrClosed
	}
	level := raw.HwInterruptDisable()
	countWaiting(p)
	raw.MpFree(block)
	raw.HwInterruptEnable(level)
	return nil
}

// countWaiting makes the number of threads that wait for a pool what it is. This version of RT-Thread does not count down when the
// time of one is over: the next rt_mp_free would take the head of the empty list for a thread and resume it. C code that calls
// rt_mp_free by itself after a timeout is not protected. Interrupts are off.
func countWaiting(p *raw.Mempool) {
	n := raw.Size(0)
	for node := p.SuspendThread.Next; node != &p.SuspendThread; node = node.Next {
		n++
	}
	p.SuspendThreadCount = n
}
