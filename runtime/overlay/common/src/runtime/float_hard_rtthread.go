//go:build rtthread && !rtthread.softfloat

package runtime

import "unsafe"

// deferExtraRegs is the room for d8-d15 in a defer frame.
const deferExtraRegs = 16

//export rttgo_save_float
func saveFloatRegisters(to unsafe.Pointer)
