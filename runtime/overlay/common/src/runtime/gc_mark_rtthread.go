//go:build rtthread && gc.rtthread

package runtime

import (
	"math/bits"
	"unsafe"
)

// The marking half of the collector. Every word of the roots, and of the objects
// reached, that looks like an address in the heap keeps that object alive.
//
// Objects to be scanned wait on a stack. When it is full they are noted in the
// flag bits instead, which are visited when the stack is empty again. The stack
// has room for one object per 64 granules and each such visit empties at least a
// full one, so the work stays proportional to the heap however objects are linked.
var mark struct {
	stack    uintptr
	stackEnd uintptr

	noted, notedLast uintptr // the first and last granule with a note
}

// rttgo_collect calls collectFrom with all registers on the stack.
//
//export rttgo_collect
func rttgo_collect()

// rttgo_scan_stacks calls markRange for the stack of each thread that the kernel
// knows, and for each Task; the calling thread's stack is in use from sp.
//
//export rttgo_scan_stacks
func rttgo_scan_stacks(sp uintptr)

// The scheduler is locked, interrupts are on.
//
//export rttgo_collect_from
func collectFrom(sp uintptr) {
	retire()
	mark.noted, mark.notedLast = ^uintptr(0), 0
	markRange(uintptr(unsafe.Pointer(&dataStart)), uintptr(unsafe.Pointer(&dataEnd)))
	markRange(uintptr(unsafe.Pointer(&bssStart)), uintptr(unsafe.Pointer(&bssEnd)))
	rttgo_scan_stacks(sp)
	for mark.noted <= mark.notedLast {
		scanNoted()
	}
	sweep()
	heap.search, heap.skipped = 0, 0
}

// markRange marks the objects that the words in [from, to) refer to, and what
// they refer to in turn.
//
//export rttgo_mark_range
//go:noinline
func markRange(from, to uintptr) {
	base, size := heap.base, heap.count<<granuleShift
	starts, marks := heap.starts, heap.marks
	top := mark.stack
	for {
		for ; from < to; from += 4 {
			offset := uintptr(load(from)) - base
			if offset >= size {
				continue
			}
			g := offset >> granuleShift
			at := wordOf(marks, g)
			bit := uint32(1) << (g & 31)
			m := load(at)
			if m&bit != 0 {
				continue // reached before, or free
			}
			if load(at-marks+starts)&bit == 0 {
				g = chunkStart(at, bit)
				at = wordOf(marks, g)
				bit = uint32(1) << (g & 31)
				m = load(at)
				if m&bit != 0 {
					continue
				}
			}
			store(at, m|bit)
			if top == mark.stackEnd {
				note(g)
				continue
			}
			store(top, uint32(g))
			top += 4
		}
		if top == mark.stack {
			return
		}
		top -= 4
		g := uintptr(load(top))
		from = base + g<<granuleShift
		to = objectEnd(g)
	}
}

// chunkStart returns the first granule of the chunk with the granule bit in the
// word of marks at an address.
//
//go:noinline
func chunkStart(at uintptr, bit uint32) uintptr {
	toStarts := heap.starts - heap.marks
	w := (load(at) | load(at+toStarts)) & (bit - 1)
	for w == 0 { // ends at granule 0, which starts a chunk
		at -= 4
		w = load(at) | load(at+toStarts)
	}
	return (at-heap.marks)<<3 + 31 - uintptr(bits.LeadingZeros32(w))
}

// objectEnd returns the address where the pointers of the object at granule g
// end: its own if it has none.
func objectEnd(g uintptr) uintptr {
	second := g + 1
	at := wordOf(heap.starts, second)
	toMarks := heap.marks - heap.starts
	// The end is where the next chunk starts.
	w := (load(at) | load(at+toMarks)) >> (second & 31)
	if w&1 == 0 {
		if load(wordOf(heap.flags, second))>>(second&31)&1 != 0 {
			return 0 // no pointers
		}
		if w == 0 {
			second &^= 31
			for w == 0 {
				at += 4
				second += 32
				w = load(at) | load(at+toMarks)
			}
		}
	}
	return heap.base + (second+uintptr(bits.TrailingZeros32(w)))<<granuleShift
}

// note remembers that the object at granule g is to be scanned.
//
//go:noinline
func note(g uintptr) {
	setBit(heap.flags, g)
	if g < mark.noted {
		mark.noted = g
	}
	if g > mark.notedLast {
		mark.notedLast = g
	}
}

// scanNoted scans the noted objects, in one pass over their range.
//
//go:noinline
func scanNoted() {
	g, last := mark.noted, mark.notedLast
	mark.noted, mark.notedLast = ^uintptr(0), 0
	for at := wordOf(heap.flags, g); at <= wordOf(heap.flags, last); at += 4 {
		// A flag at the start of an object is a note: elsewhere it says that the
		// object has no pointers.
		for {
			w := load(at) & load(at-heap.flags+heap.starts)
			if w == 0 {
				break
			}
			store(at, load(at)&^(w&-w))
			g := (at-heap.flags)<<3 + uintptr(bits.TrailingZeros32(w))
			markRange(heap.base+g<<granuleShift, objectEnd(g))
		}
	}
}

// sweep turns what was not reached into free chunks.
func sweep() {
	toMarks := heap.marks - heap.starts
	for at := heap.starts; at != heap.marks; at += 4 {
		s, m := load(at), load(at+toMarks)
		store(at, s&m)
		store(at+toMarks, s^m)
	}
	setEndMarks()
}
