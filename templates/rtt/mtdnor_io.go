package rtt

import (
	"io"
	"unsafe"

	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// Size returns the size of the memory in bytes.
func (m *MTDNor) Size() int64 {
	p := m.h.Get()
	if p == nil {
		return 0
	}
	return int64(p.BlockEnd-p.BlockStart) * int64(p.BlockSize)
}

// EraseBlockSize returns how many bytes are erased at once.
func (m *MTDNor) EraseBlockSize() int64 {
	p := m.h.Get()
	if p == nil {
		return 0
	}
	return int64(p.BlockSize)
}

// ReadAt reads from a place. At the end of the memory it returns io.EOF with what is left.
//
// It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_mtd_nor_read.
func (m *MTDNor) ReadAt(buf []byte, off int64) (int, error) {
	p, n, err := m.within(len(buf), off)
	if p == nil || n == 0 {
		return 0, err
	}
	code := int32(raw.MtdNorRead(p, raw.Off(off), unsafe.SliceData(buf), uint32(n)))
	switch {
	case code < 0:
		return 0, failure(code)
	case int(code) < n:
		return int(code), ErrIO
	}
	return n, err
}

// WriteAt writes to a place that was erased. What lies beyond the end of the memory is ErrRange.
//
// It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_mtd_nor_write.
func (m *MTDNor) WriteAt(data []byte, off int64) (int, error) {
	p, n, err := m.within(len(data), off)
	if err == io.EOF || p != nil && n < len(data) {
		return 0, ErrRange
	}
	if p == nil || n == 0 {
		return 0, err
	}
	code := int32(raw.MtdNorWrite(p, raw.Off(off), unsafe.SliceData(data), uint32(n)))
	switch {
	case code < 0:
		return 0, failure(code)
	case int(code) < n:
		return int(code), ErrIO
	}
	return n, nil
}

// within returns how many bytes there are of those asked for, and io.EOF if there are less.
func (m *MTDNor) within(n int, off int64) (*raw.MtdNorDevice, int, error) {
	p := m.h.Get()
	if p == nil {
		return nil, 0, ErrClosed
	}
	if checks && !canBlock() {
		return nil, 0, ErrContext
	}
	left := m.Size() - off
	switch {
	case off < 0 || int64(raw.Off(off)) != off:
		return nil, 0, ErrRange
	case left <= 0 && n > 0:
		return p, 0, io.EOF
	case int64(n) > left:
		return p, int(left), io.EOF
	}
	return p, n, nil
}
