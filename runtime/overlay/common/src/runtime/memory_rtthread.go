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
	if size > 64 {
		memzero(unsafe.Pointer(p), size)
		return
	}
	for end := p + size; p != end; p += 8 {
		*(*uint64)(unsafe.Pointer(p)) = 0
	}
}
