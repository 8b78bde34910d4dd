//go:build rtthread && gc.none

package runtime

// A program that allocates does not link: alloc does not exist. rttgo_port.c
// needs these two.

//export rttgo_gc
func rttgo_gc() {}

//export rttgo_mark_range
func rttgo_mark_range(from, to uintptr) {}

// ReadMemStats leaves m as it is: there is no heap.
func ReadMemStats(m *MemStats) {}
