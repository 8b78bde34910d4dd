//go:build rtthread && rtthread.softfloat

package runtime

import "unsafe"

const deferExtraRegs = 0

func saveFloatRegisters(to unsafe.Pointer) {}
