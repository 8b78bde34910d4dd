//go:build !tinygo

package handle

import (
	"sync/atomic"
	"unsafe"
)

func load(p *unsafe.Pointer) unsafe.Pointer { return atomic.LoadPointer(p) }
