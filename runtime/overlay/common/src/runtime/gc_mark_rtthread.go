//go:build rtthread && gc.rtthread

package runtime

import (
	"math/bits"
	"unsafe"
)

// The marking half of the collector. Every word of the roots, and of the objects
// reached, that looks like an address in the heap keeps that object alive.
//
// Objects to be scanned wait on a stack. When it is full, the rest of the range
// at hand waits and the object is scanned at once, so a large table does not
// overflow it; if that happens too often at the same time, objects are noted in
// the flag bits, which are visited in the end. The stack has room for one object
// per 64 granules and a visit follows at least a full one, so the work stays
// proportional to the heap however objects are linked.

// mark holds what rttgo_mark_range needs.
//
//go:extern rttgo_mark
var mark struct {
	base, size uintptr // of the heap
	marks      uintptr // bit array
	toStarts   uintptr // distance to the array starts; the array flags is on the other side
	stackEnd   uintptr
	stack      uintptr
}

var (
	noted, notedLast uintptr // the first and last granule with a note
	noteRoot         uintptr // refers to the noted object to be scanned
)

//export rttgo_mark_range
func markRange(from, to uintptr)

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
	noted, notedLast = ^uintptr(0), 0
	markRange(uintptr(unsafe.Pointer(&dataStart)), uintptr(unsafe.Pointer(&dataEnd)))
	markRange(uintptr(unsafe.Pointer(&bssStart)), uintptr(unsafe.Pointer(&bssEnd)))
	rttgo_scan_stacks(sp)
	for noted <= notedLast {
		scanNoted()
	}
	sweep()
	heap.search, heap.skipped = 0, 0
}

// note remembers that the object at granule g is to be scanned.
//
//export rttgo_note
func note(g uintptr) {
	setBit(heap.flags, g)
	if g < noted {
		noted = g
	}
	if g > notedLast {
		notedLast = g
	}
}

// scanNoted scans the noted objects, in one pass over their range.
//
//go:noinline
func scanNoted() {
	at, last := wordOf(heap.flags, noted), wordOf(heap.flags, notedLast)
	noted, notedLast = ^uintptr(0), 0
	for ; at <= last; at += 4 {
		// A flag at the start of an object is a note: elsewhere it says that the
		// object has no pointers.
		for {
			w := load(at) & load(at-heap.flags+heap.starts)
			if w == 0 {
				break
			}
			bit := w & -w
			store(at, load(at)&^bit)
			// As if it were not reached yet, and here is a pointer to it.
			m := at - heap.flags + heap.marks
			store(m, load(m)&^bit)
			noteRoot = heap.base + (at-heap.flags)<<6 + uintptr(bits.TrailingZeros32(w))<<granuleShift
			root := uintptr(unsafe.Pointer(&noteRoot))
			markRange(root, root+4)
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
