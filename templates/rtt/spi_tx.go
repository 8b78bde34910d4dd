package rtt

import (
	"unsafe"

	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// Tx writes w and reads r at the same time, while the device is selected. They must be of the same length, or one of them nil: then
// what is read is dropped, or what is written means nothing. Anything else is ErrRange.
//
// It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_spi_transfer.
func (s *SPI) Tx(w, r []byte) error {
	p := s.h.Get()
	if checks && p == nil {
		return ErrClosed
	}
	if checks && !canBlock() {
		return ErrContext
	}
	n := max(len(w), len(r))
	if n == 0 || w != nil && r != nil && len(w) != len(r) {
		return ErrRange
	}
	code := int32(raw.SpiTransfer(p, unsafe.Pointer(unsafe.SliceData(w)), unsafe.Pointer(unsafe.SliceData(r)), raw.Size(n)))
	switch {
	case code < 0:
		return failure(code)
	case code == 0: // what drivers return of it differs, but none returns nothing for something
		return ErrIO
	}
	return nil
}

// Transfer writes a byte and returns the one that was read at the same time.
//
// It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_spi_transfer.
func (s *SPI) Transfer(b byte) (byte, error) {
	w, r := [1]byte{b}, [1]byte{}
	err := s.Tx(w[:], r[:])
	return r[0], err
}
