//go:build rtthread

package runtime

import (
	"device"
	"runtime/interrupt"
	"unsafe"
)

// restoreKeeping restores interrupts while p is in a register: a collection by
// another thread right after it must find the new object.
func restoreKeeping(mask interrupt.State, p uintptr) {
	device.AsmFull("msr primask, {mask} @ {p}", map[string]interface{}{"mask": uintptr(mask), "p": p})
}

// clear8 clears size bytes, a multiple of 8.
func clear8(p, size uintptr) {
	if size > 16 {
		rttgo_clear(p, size)
		return
	}
	*(*uint64)(unsafe.Pointer(p)) = 0
	if size > 8 {
		*(*uint64)(unsafe.Pointer(p + 8)) = 0
	}
}

//export rttgo_clear
func rttgo_clear(p, size uintptr)
