//go:build rtthread && gc.rtthread.leaking

package runtime

// Memory is never given back: for programs that allocate at the start only.

import (
	"runtime/interrupt"
	"unsafe"
)

var heap struct {
	next, limit, base uintptr
	objects           uint64
}

func initHeap() {
	var size uintptr
	heap.base = rttgo_arena(&size)
	if heap.base == 0 {
		abort()
	}
	heap.next = heap.base
	heap.limit = heap.base + size
}

// rttgo_arena returns 0 when there is no memory, of which it has told.
//
//export rttgo_arena
func rttgo_arena(size *uintptr) uintptr

//go:noinline
func alloc(size uintptr, layout unsafe.Pointer) unsafe.Pointer {
	if size == 0 {
		return unsafe.Pointer(zeroSizeAllocPtr)
	}
	if interrupt.In() {
		runtimeFatal("allocation in an interrupt: allocate before, or hand the work to a thread")
	}
	rounded := (size + 7) &^ 7
	mask := interrupt.Disable()
	p := heap.next
	if rounded > heap.limit-p || rounded == 0 {
		interrupt.Restore(mask)
		runtimeFatal("out of memory (gc: leaking): raise RTTGO_HEAP_SIZE, or build with gc: conservative")
	}
	heap.next = p + rounded
	heap.objects++
	interrupt.Restore(mask)
	clear8(p, rounded)
	return unsafe.Pointer(p)
}

func free(ptr unsafe.Pointer) {}

// GC does nothing.
func GC() {}

//export rttgo_gc
func rttgo_gc() {}

// The collector never runs.
//
//export rttgo_mark_range
func rttgo_mark_range(from, to uintptr) {}

// SetFinalizer does nothing.
func SetFinalizer(obj interface{}, finalizer interface{}) {}

// ReadMemStats fills in m.
func ReadMemStats(m *MemStats) {
	mask := interrupt.Disable()
	used := uint64(heap.next - heap.base)
	m.Sys = uint64(heap.limit - heap.base)
	m.Mallocs = heap.objects
	interrupt.Restore(mask)
	m.HeapSys = m.Sys
	m.HeapInuse, m.HeapAlloc, m.Alloc, m.TotalAlloc = used, used, used, used
	m.HeapIdle = m.Sys - used
	m.HeapObjects = m.Mallocs
}
