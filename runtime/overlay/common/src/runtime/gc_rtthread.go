//go:build rtthread && gc.rtthread

package runtime

// The heap: an arena in granules of 8 bytes, with three bits for each.
//
//	starts marks  at rest                       while marking
//	  0      0    not the first of its chunk
//	  0      1    a free chunk starts here
//	  1      0    an object starts here         not (yet) reached
//	  1      1                                  reached
//
// So sweeping is two logical operations per word of bits: what was not reached
// becomes a free chunk. Neighbouring free chunks join when they are used next.
// The third bit, flags, says at the second granule of an object that it holds no
// pointers, and at the first one that the mark stack had no room for it.
//
// An allocation moves a pointer through the current free run; only the search
// for the next run, and the collection, take longer. That fast path runs with
// interrupts disabled, the slow one with the scheduler locked: interrupts are on
// then, and never allocate.

import (
	"math/bits"
	"runtime/interrupt"
	"unsafe"
)

const (
	granuleShift = 3
	granule      = 1 << granuleShift

	// What the compiler passes as layout for types without pointers.
	layoutNoPointers = 3
)

var heap struct {
	next  uintptr // the current free run
	limit uintptr

	base   uintptr // first granule
	starts uintptr // the bit arrays
	marks  uintptr
	flags  uintptr
	count  uintptr // number of granules

	search  uintptr // granule where the search for the next run starts
	skipped uintptr // granules in runs that were too small, since the last collection

	allocated uint64 // for MemStats: bytes and objects, ever
	objects   uint64
}

func initHeap() {
	var size uintptr
	start := rttgo_arena(&size)
	if start == 0 {
		abort()
	}
	// 32 granules take 256 bytes, 12 bytes of bits and 2 of mark stack. Each bit
	// array has a word more, for the end mark.
	words := (size - 64) / (256 + 12 + 2)
	array := (words + 1) * 4
	heap.count = words * 32
	heap.starts = start
	heap.marks = start + array
	heap.flags = start + 2*array
	mark.stack = start + 3*array
	heap.base = (start+size)&^7 - words*256
	mark.stackEnd = heap.base
	mark.base = heap.base
	mark.size = heap.count << granuleShift
	mark.marks = heap.marks
	mark.toStarts = -array
	clear8(start, (3*array+7)&^7)
	setEndMarks()
	setBit(heap.marks, 0)
}

// rttgo_arena returns 0 when there is no memory, of which it has told.
//
//export rttgo_arena
func rttgo_arena(size *uintptr) uintptr

func load(address uintptr) uint32 { return *(*uint32)(unsafe.Pointer(address)) }

func store(address uintptr, w uint32) { *(*uint32)(unsafe.Pointer(address)) = w }

// wordOf returns the address of the word with the bit of granule g.
func wordOf(array, g uintptr) uintptr { return array + g>>5<<2 }

func setBit(array, g uintptr) {
	at := wordOf(array, g)
	store(at, load(at)|1<<(g&31))
}

// setEndMarks puts a start and a free mark behind the last granule, so that
// searches end there.
func setEndMarks() {
	setBit(heap.starts, heap.count)
	setBit(heap.marks, heap.count)
}

// nextBit returns the first set bit at or behind g.
//
//go:noinline
func nextBit(array, g uintptr) uintptr {
	at := wordOf(array, g)
	w := load(at) >> (g & 31) << (g & 31)
	for w == 0 {
		at += 4
		w = load(at)
	}
	return (at-array)<<3 + uintptr(bits.TrailingZeros32(w))
}

//go:noinline
func clearBits(array, from, to uintptr) {
	for from < to {
		at := wordOf(array, from)
		mask := ^uint32(0) << (from & 31)
		from = from&^31 + 32
		if from > to {
			mask &= 1<<(to&31) - 1
		}
		store(at, load(at)&^mask)
	}
}

//go:noinline
func alloc(size uintptr, layout unsafe.Pointer) unsafe.Pointer {
	if size == 0 {
		return unsafe.Pointer(zeroSizeAllocPtr)
	}
	rounded := (size + granule - 1) &^ (granule - 1)
	mask := interrupt.Disable()
	p := heap.next
	for rounded > heap.limit-p || rounded == 0 {
		interrupt.Restore(mask)
		refill(size)
		mask = interrupt.Disable()
		p = heap.next
	}
	if interrupt.In() {
		allocInInterrupt()
	}
	heap.next = p + rounded
	g := (p - heap.base) >> granuleShift
	setBit(heap.starts, g)
	if uintptr(layout) == layoutNoPointers && rounded > granule {
		setBit(heap.flags, g+1)
	}
	heap.allocated += uint64(rounded)
	heap.objects++
	restoreKeeping(mask, p)
	clear8(p, rounded)
	return unsafe.Pointer(p)
}

func allocInInterrupt() {
	runtimeFatal("allocation in an interrupt: allocate before, or hand the work to a thread")
}

// refill finds a free run for an object, collecting garbage if it must.
//
//go:noinline
func refill(size uintptr) {
	if interrupt.In() {
		allocInInterrupt()
	}
	need := (size + granule - 1) >> granuleShift
	rt_enter_critical()
	found := need <= heap.count && nextRun(need)
	if !found && heap.skipped > heap.count/8 {
		heap.search = 0
		found = nextRun(need)
	}
	if !found && need <= heap.count {
		rttgo_collect()
		found = nextRun(need)
	}
	rt_exit_critical()
	if !found {
		outOfMemory(size)
	}
}

func outOfMemory(size uintptr) {
	if heap.count == 0 {
		runtimeFatal("allocation before Go has started: call Go functions from C after INIT_APP_EXPORT")
	}
	var m MemStats
	ReadMemStats(&m)
	printstring("out of memory: no room for ")
	printuint32(uint32(size))
	printstring(" bytes, ")
	printuint32(uint32(m.HeapIdle))
	printstring(" of ")
	printuint32(uint32(m.HeapSys))
	printstring(" free in pieces; raise RTTGO_HEAP_SIZE\n")
	runtimeFatal("out of memory")
}

// retire ends the current run: what is left of it is a free chunk.
func retire() {
	if heap.next < heap.limit {
		setBit(heap.marks, (heap.next-heap.base)>>granuleShift)
	}
	heap.next, heap.limit = 0, 0
}

// nextRun makes the next free run of at least need granules the current one.
// The scheduler is locked.
func nextRun(need uintptr) bool {
	retire()
	g := heap.search
	for {
		g = nextBit(heap.marks, g)
		if g >= heap.count {
			heap.search = g
			return false
		}
		end := nextBit(heap.starts, g)
		if end-g >= need {
			heap.search = end
			clearBits(heap.marks, g, end)
			clearBits(heap.flags, g, end)
			heap.limit = heap.base + end<<granuleShift
			heap.next = heap.base + g<<granuleShift
			return true
		}
		heap.skipped += end - g
		g = end
	}
}

func free(ptr unsafe.Pointer) {}

// GC collects garbage now.
func GC() {
	if interrupt.In() {
		runtimeFatal("garbage collection in an interrupt")
	}
	rt_enter_critical()
	rttgo_collect()
	rt_exit_critical()
}

// C code may ask for a collection too.
//
//export rttgo_gc
func rttgo_gc() { GC() }

// SetFinalizer does nothing: no finalizer ever runs.
func SetFinalizer(obj interface{}, finalizer interface{}) {}

// ReadMemStats fills in m.
func ReadMemStats(m *MemStats) {
	rt_enter_critical()
	var live, free uintptr
	for at := heap.starts; at != heap.marks; at += 4 {
		live += uintptr(bits.OnesCount32(load(at)))
	}
	live-- // the end mark
	for g := nextBit(heap.marks, 0); g < heap.count; g = nextBit(heap.marks, g) {
		end := nextBit(heap.starts, g)
		free += end - g
		g = end
	}
	idle := uint64(free<<granuleShift + heap.limit - heap.next)
	size := uint64(heap.count << granuleShift)
	m.HeapSys = size
	m.HeapIdle = idle
	m.HeapInuse = size - idle
	m.HeapAlloc = m.HeapInuse
	m.Alloc = m.HeapInuse
	m.HeapObjects = uint64(live)
	m.TotalAlloc = heap.allocated
	m.Mallocs = heap.objects
	m.Frees = heap.objects - uint64(live)
	m.GCSys = uint64(heap.base - heap.starts)
	m.Sys = m.HeapSys + m.GCSys
	rt_exit_critical()
}
