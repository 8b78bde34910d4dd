package rtt

import (
	"unsafe"

	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// RingBlock is a block of a RingBlockBuffer. It is gone after Free, and when the buffer is closed; what refers to it must not be
// used then.
//
// C: struct rt_rbb_blk.
type RingBlock struct {
	buffer *RingBlockBuffer
	p      *raw.RbbBlk
}

// maxRingBlock is what a block has 24 bits for.
const maxRingBlock = 1<<24 - 1

// Alloc returns a block of size bytes to write to. Put then lets readers have it.
//
// It returns ErrFull if there is no room, and ErrRange for a size that no block can have. It may be called from anywhere,
// interrupts included.
//
// C: rt_rbb_blk_alloc.
func (r *RingBlockBuffer) Alloc(size int) (RingBlock, error) {
	p := r.h.Get()
	if checks && p == nil {
		return RingBlock{}, ErrClosed
	}
	if size <= 0 || size > maxRingBlock {
		return RingBlock{}, ErrRange
	}
	return r.block(raw.RbbBlkAlloc(p, raw.Size(size)), ErrFull)
}

// Get returns the oldest block that was put and that nobody has got yet. Free gives its room back.
//
// It returns ErrEmpty if there is none. It may be called from anywhere, interrupts included.
//
// C: rt_rbb_blk_get.
func (r *RingBlockBuffer) Get() (RingBlock, error) {
	p := r.h.Get()
	if checks && p == nil {
		return RingBlock{}, ErrClosed
	}
	return r.block(raw.RbbBlkGet(p), ErrEmpty)
}

func (r *RingBlockBuffer) block(p *raw.RbbBlk, none Errno) (RingBlock, error) {
	if p == nil {
		return RingBlock{}, none
	}
	return RingBlock{r, p}, nil
}

// alive reports whether there still is a block.
func (b RingBlock) alive() bool { return b.buffer != nil && b.buffer.h.Get() != nil }

// Bytes returns the memory of the block, nil if its buffer is closed.
//
// C: rt_rbb_blk_buf, rt_rbb_blk_size.
func (b RingBlock) Bytes() []byte {
	if !b.alive() {
		return nil
	}
	return unsafe.Slice((*byte)(raw.RbbBlkBuf(b.p)), int(raw.RbbBlkSize(b.p)))
}

// Put lets readers have the block. It returns ErrInvalid for one that does not come from Alloc or was put already.
//
// C: rt_rbb_blk_put.
func (b RingBlock) Put() error {
	switch {
	case !b.alive():
		return ErrClosed
	case b.p.Status() != raw.RT_RBB_BLK_INITED:
		return ErrInvalid
	}
	raw.RbbBlkPut(b.p)
	return nil
}

// Free gives the room of the block back. It returns ErrInvalid for one that was freed already.
//
// C: rt_rbb_blk_free.
func (b RingBlock) Free() error {
	switch {
	case !b.alive():
		return ErrClosed
	case b.p.Status() == raw.RT_RBB_BLK_UNUSED:
		return ErrInvalid
	}
	raw.RbbBlkFree(b.buffer.h.Get(), b.p)
	return nil
}
