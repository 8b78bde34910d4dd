package rtt

import (
	"unsafe"

	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// I2CMessage is one of the messages that go over a bus together.
type I2CMessage struct {
	Addr  uint16
	Flags I2CFlag
	Data  []byte // what is written, or where it is read to
}

// maxI2C is the highest address, and the longest message.
const (
	last7Bit  = 0x7f
	last10Bit = 0x3ff
	maxI2C    = 0xffff
)

// Tx writes w, then reads r, in one go. Either may be empty, but not both, which is ErrRange. An address above 0x7f has ten bits;
// Transfer sends ten bits of a lower one. A device that does not answer is ErrIO to most drivers.
//
// It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_i2c_transfer.
func (i *I2C) Tx(addr uint16, w, r []byte) error {
	p := i.h.Get()
	if checks && p == nil {
		return ErrClosed
	}
	if checks && !canBlock() {
		return ErrContext
	}
	if addr > last10Bit || len(w) > maxI2C || len(r) > maxI2C || len(w)+len(r) == 0 {
		return ErrRange
	}
	var flags uint16
	if addr > last7Bit {
		flags = raw.RT_I2C_ADDR_10BIT
	}
	var messages [2]raw.I2cMsg
	n := 0
	if len(w) > 0 {
		messages[n] = raw.I2cMsg{Addr: addr, Flags: flags, Len: uint16(len(w)), Buf: unsafe.SliceData(w)}
		n++
	}
	if len(r) > 0 {
		messages[n] = raw.I2cMsg{Addr: addr, Flags: flags | raw.RT_I2C_RD, Len: uint16(len(r)), Buf: unsafe.SliceData(r)}
		n++
	}
	return allDone(int32(raw.I2cTransfer(p, &messages[0], uint32(n))), n)
}

// Transfer sends messages one after the other, with a repeated start between them.
//
// It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_i2c_transfer.
func (i *I2C) Transfer(messages ...I2CMessage) error {
	p := i.h.Get()
	if checks && p == nil {
		return ErrClosed
	}
	if checks && !canBlock() {
		return ErrContext
	}
	if len(messages) == 0 {
		return ErrRange
	}
	list := make([]raw.I2cMsg, len(messages))
	for j, m := range messages {
		most := uint16(last7Bit)
		if m.Flags&raw.RT_I2C_ADDR_10BIT != 0 {
			most = last10Bit
		}
		if m.Addr > most || len(m.Data) > maxI2C {
			return ErrRange
		}
		list[j] = raw.I2cMsg{Addr: m.Addr, Flags: uint16(m.Flags), Len: uint16(len(m.Data)), Buf: unsafe.SliceData(m.Data)}
	}
	return allDone(int32(raw.I2cTransfer(p, &list[0], uint32(len(list)))), len(list))
}

// allDone is the error of a transfer of which C did so much.
func allDone(code int32, n int) error {
	switch {
	case code < 0:
		return failure(code)
	case int(code) != n:
		return ErrIO
	}
	return nil
}
