package rtt

import (
	"time"
	"unsafe"

	"github.com/rttgen/rttgen/emit/support/values"
	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// MemPool is a pool of values in memory that RT-Thread set aside for them, so that taking one never runs out of memory for
// other reasons, and does so in an interrupt too. Values of type T must hold no Go pointers, since the garbage collector does
// not see those in the pool.
//
// C: struct rt_mempool.
type MemPool[T any] struct {
	pool *BlockPool
}

// NewMemPool makes a pool of n values.
//
// The caller owns it and must Close it. The error is ErrNoMemory when RT-Thread's heap has no room for it, ErrType when T holds
// pointers, and ErrRange when T is empty or too large, or n is. It must be called from a thread, with the
// scheduler unlocked.
//
// C: rt_mp_create.
func NewMemPool[T any](name string, n int) (*MemPool[T], error) {
	if checksAll && !canBlock() {
		return nil, ErrContext
	}
	var zero T
	size := unsafe.Sizeof(zero)
	switch {
	case !values.Plain[T]():
		return nil, ErrType
	case size == 0 || size > 65520 || n < 1 || n > 0xffff:
		return nil, ErrRange
	}
	pool, err := NewBlockPool(name, uint16(size), uint16(n))
	if err != nil {
		return nil, err
	}
	return &MemPool[T]{pool}, nil
}

// cleared makes a zero value of a block.
func cleared[T any](block unsafe.Pointer, err error) (*T, error) {
	if err != nil {
		return nil, err
	}
	var zero T
	*(*T)(block) = zero
	return (*T)(block), nil
}

// Alloc takes a value out of the pool, waiting up to timeout for one. It is zero.
//
// The error is ErrTimeout if the time is over. It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_mp_alloc.
func (m *MemPool[T]) Alloc(timeout time.Duration) (*T, error) { return m.AllocTicks(TicksOf(timeout)) }

// AllocTicks is Alloc with the time in ticks.
//
// C: rt_mp_alloc.
func (m *MemPool[T]) AllocTicks(timeout Ticks) (*T, error) {
	if m.pool == nil {
		return nil, ErrClosed
	}
	return cleared[T](m.pool.AllocTicks(timeout))
}

// TryAlloc takes a value out of the pool if there is one. It is zero.
//
// The error is ErrEmpty if there is none. It may be called from anywhere, interrupts included.
//
// C: rt_mp_alloc.
func (m *MemPool[T]) TryAlloc() (*T, error) {
	if m.pool == nil {
		return nil, ErrClosed
	}
	return cleared[T](m.pool.TryAlloc())
}

// Free gives a value back. It must not be used any more.
//
// It returns ErrRange for what is not in use as a value of the pool, if checks are on. It may be called from anywhere, interrupts
// included.
//
// C: rt_mp_free.
func (m *MemPool[T]) Free(value *T) error {
	if m.pool == nil {
		return ErrClosed
	}
	if checks {
		p := m.pool.h.Get()
		if p == nil {
			return ErrClosed
		}
		if !inUse(p, unsafe.Pointer(value)) {
			return ErrRange
		}
	}
	return m.pool.Free(unsafe.Pointer(value))
}

// inUse reports whether a block of a pool is in use. RT-Thread writes the pool in front of a block in use, and the next free
// block in front of a free one.
func inUse(p *raw.Mempool, block unsafe.Pointer) bool {
	const head = unsafe.Sizeof(uintptr(0))
	start := uintptr(p.StartAddress) + head
	offset := uintptr(block) - start
	if uintptr(block) < start || offset >= uintptr(p.Size) || offset%(uintptr(p.BlockSize)+head) != 0 {
		return false
	}
	return *(**raw.Mempool)(unsafe.Add(block, -int(head))) == p
}

// Close ends the pool, with all that was taken out of it. Threads that wait for it are woken with an error. A second Close
// returns ErrClosed.
//
// C: rt_mp_delete.
func (m *MemPool[T]) Close() error {
	if m.pool == nil {
		return ErrClosed
	}
	return m.pool.Close()
}
