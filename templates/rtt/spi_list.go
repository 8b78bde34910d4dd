package rtt

import (
	"unsafe"

	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// SPIMessage is one of the parts of a transfer: w and r are those of SPI.Tx.
type SPIMessage struct {
	W, R []byte
}

// TransferList writes and reads several parts, while the device stays selected.
//
// It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_spi_transfer_message.
func (s *SPI) TransferList(messages ...SPIMessage) error {
	p := s.h.Get()
	if checks && p == nil {
		return ErrClosed
	}
	if checks && !canBlock() {
		return ErrContext
	}
	list := make([]raw.SpiMessage, len(messages))
	for i, m := range messages {
		n := max(len(m.W), len(m.R))
		if n == 0 || m.W != nil && m.R != nil && len(m.W) != len(m.R) {
			return ErrRange
		}
		c := &list[i]
		c.SendBuf, c.RecvBuf, c.Length = unsafe.Pointer(unsafe.SliceData(m.W)), unsafe.Pointer(unsafe.SliceData(m.R)), raw.Size(n)
		if i > 0 {
			list[i-1].Next = c
		}
	}
	if len(list) == 0 {
		return ErrRange
	}
	list[0].SetCsTake(1)
	list[len(list)-1].SetCsRelease(1)
	if raw.SpiTransferMessage(p, &list[0]) != nil {
		return ErrIO
	}
	return nil
}
