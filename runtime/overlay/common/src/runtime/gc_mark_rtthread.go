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
	top      uintptr

	noted, notedLast uintptr // range of the words of flags with notes
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
	mark.top = mark.stack
	mark.noted, mark.notedLast = ^uintptr(0), 0
	markRange(uintptr(unsafe.Pointer(&dataStart)), uintptr(unsafe.Pointer(&dataEnd)))
	markRange(uintptr(unsafe.Pointer(&bssStart)), uintptr(unsafe.Pointer(&bssEnd)))
	rttgo_scan_stacks(sp)
	drain()
	for mark.noted <= mark.notedLast {
		scanNoted()
	}
	sweep()
	heap.search, heap.skipped = 0, 0
	heap.cycles++
}

// markRange marks what the words in [from, to) refer to.
//
//export rttgo_mark_range
//go:noinline
func markRange(from, to uintptr) {
	base, size := heap.base, heap.count<<granuleShift
	for ; from < to; from += 4 {
		if offset := *(*uintptr)(unsafe.Pointer(from)) - base; offset < size {
			markObject(offset >> granuleShift)
		}
	}
}

// markObject marks the object that granule g belongs to, if it does to one.
func markObject(g uintptr) {
	i := g >> 5
	start := word(heap.starts, i)
	m := word(heap.marks, i)
	bit := uint32(1) << (g & 31)
	if *start&bit == 0 {
		if *m&bit != 0 {
			return // free
		}
		g = chunkStart(i, bit)
		i = g >> 5
		start = word(heap.starts, i)
		m = word(heap.marks, i)
		bit = uint32(1) << (g & 31)
		if *start&bit == 0 {
			return // free
		}
	}
	if *m&bit != 0 {
		return // reached before
	}
	*m |= bit
	if mark.top == mark.stackEnd {
		note(g)
		return
	}
	*(*uintptr)(unsafe.Pointer(mark.top)) = g
	mark.top += 4
}

// chunkStart returns the first granule of the chunk with the granule bit in word i.
//
//go:noinline
func chunkStart(i uintptr, bit uint32) uintptr {
	w := (*word(heap.starts, i) | *word(heap.marks, i)) & (bit - 1)
	for w == 0 {
		if i == 0 {
			return heap.count // cannot happen: granule 0 starts a chunk
		}
		i--
		w = *word(heap.starts, i) | *word(heap.marks, i)
	}
	return i<<5 + 31 - uintptr(bits.LeadingZeros32(w))
}

// drain scans the objects on the stack until there are none.
func drain() {
	for mark.top != mark.stack {
		mark.top -= 4
		scan(*(*uintptr)(unsafe.Pointer(mark.top)))
	}
}

// scan marks what the object at granule g refers to.
func scan(g uintptr) {
	i, b := g>>5, g&31
	end := g + 1
	if w := (*word(heap.starts, i) | *word(heap.marks, i)) >> b >> 1; w != 0 {
		end += uintptr(bits.TrailingZeros32(w))
	} else {
		for {
			i++
			if w = *word(heap.starts, i) | *word(heap.marks, i); w != 0 {
				break
			}
		}
		end = i<<5 + uintptr(bits.TrailingZeros32(w))
	}
	if second := g + 1; end > second && *word(heap.flags, second>>5)>>(second&31)&1 != 0 {
		return // no pointers
	}
	markRange(heap.base+g<<granuleShift, heap.base+end<<granuleShift)
}

// note remembers that the object at granule g is to be scanned.
//
//go:noinline
func note(g uintptr) {
	setBit(heap.flags, g)
	i := g >> 5
	if i < mark.noted {
		mark.noted = i
	}
	if i > mark.notedLast {
		mark.notedLast = i
	}
}

// scanNoted scans the noted objects, in one pass over their range.
//
//go:noinline
func scanNoted() {
	i, last := mark.noted, mark.notedLast
	mark.noted, mark.notedLast = ^uintptr(0), 0
	for ; i <= last; i++ {
		// A flag at the start of an object is a note: elsewhere it says that the
		// object has no pointers.
		for {
			w := *word(heap.flags, i) & *word(heap.starts, i)
			if w == 0 {
				break
			}
			*word(heap.flags, i) &^= w & -w
			scan(i<<5 + uintptr(bits.TrailingZeros32(w)))
			drain()
		}
	}
}

// sweep turns what was not reached into free chunks.
func sweep() {
	n := (heap.count>>5 + 1) * 4
	starts, marks := heap.starts, heap.marks
	for end := starts + n; starts != end; starts, marks = starts+4, marks+4 {
		s, m := *(*uint32)(unsafe.Pointer(starts)), *(*uint32)(unsafe.Pointer(marks))
		*(*uint32)(unsafe.Pointer(starts)) = s & m
		*(*uint32)(unsafe.Pointer(marks)) = s ^ m
	}
	setEndMarks()
}
