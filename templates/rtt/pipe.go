package rtt

import (
	"github.com/rttgen/rttgen/emit/support/text"
	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// CreatePipe makes a device that keeps what is written to it until it is read. OpenDevice opens it by its name. The size is in
// bytes.
//
// It returns ErrBusy if there is a device with that name, and ErrNoMemory if there is no room for it. It must be called from a
// thread, with the scheduler unlocked.
//
// C: rt_pipe_create.
func CreatePipe(name string, size uint16) error {
	if checksAll && !canBlock() {
		return ErrContext
	}
	if size == 0 || size == 0xffff {
		return ErrRange
	}
	var cName [NameMax + 1]byte
	if !text.Name(cName[:], name) {
		return ErrName
	}
	if raw.DeviceFind(&cName[0]) != nil {
		return ErrBusy
	}
	if raw.PipeCreate(&cName[0], int32(size)) == nil {
		return ErrNoMemory
	}
	return nil
}
