package rtt

import (
	"math"
	"time"
	"unsafe"

	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// Start lets the timer run for a time, to the microsecond. What C cannot count, and none, is ErrRange.
//
// It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_device_write.
func (h *HWTimer) Start(timeout time.Duration) error {
	p := h.h.Get()
	if checks && p == nil {
		return ErrClosed
	}
	if checks && !canBlock() {
		return ErrContext
	}
	micros := (timeout + time.Microsecond - 1) / time.Microsecond
	if timeout <= 0 || micros/1e6 > math.MaxInt32 {
		return ErrRange
	}
	v := raw.Hwtimerval{Sec: int32(micros / 1e6), Usec: int32(micros % 1e6)}
	n := int32(raw.DeviceWrite((*raw.Device)(unsafe.Pointer(p)), 0, unsafe.Pointer(&v), raw.Size(unsafe.Sizeof(v))))
	switch {
	case n < 0:
		return failure(n)
	case n == 0:
		return ErrIO
	}
	return nil
}

// Elapsed returns how long the timer has run.
//
// It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_device_read.
func (h *HWTimer) Elapsed() (time.Duration, error) {
	p := h.h.Get()
	if checks && p == nil {
		return 0, ErrClosed
	}
	if checks && !canBlock() {
		return 0, ErrContext
	}
	var v raw.Hwtimerval
	n := int32(raw.DeviceRead((*raw.Device)(unsafe.Pointer(p)), 0, unsafe.Pointer(&v), raw.Size(unsafe.Sizeof(v))))
	switch {
	case n < 0:
		return 0, failure(n)
	case n == 0:
		return 0, ErrIO
	}
	return time.Duration(v.Sec)*time.Second + time.Duration(v.Usec)*time.Microsecond, nil
}
