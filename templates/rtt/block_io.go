package rtt

import (
	"io"
	"unsafe"

	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// Size returns the size of the device in bytes, 0 if the driver does not know it.
func (b *Block) Size() int64 {
	g, err := b.Geometry()
	if err != nil {
		return 0
	}
	return g.Sectors * int64(g.SectorSize)
}

// WriteBlockSize returns how many bytes are written at once.
func (b *Block) WriteBlockSize() int64 {
	g, _ := b.Geometry()
	return int64(g.SectorSize)
}

// EraseBlockSize returns how many bytes are erased at once.
func (b *Block) EraseBlockSize() int64 {
	g, _ := b.Geometry()
	return int64(g.EraseSize)
}

// EraseBlocks erases n blocks of EraseBlockSize from the one numbered start on.
//
// It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_device_control with RT_DEVICE_CTRL_BLK_ERASE.
func (b *Block) EraseBlocks(start, n int64) error {
	p := b.h.Get()
	if p == nil {
		return ErrClosed
	}
	g, err := b.Geometry()
	if err != nil {
		return err
	}
	sectors := int64(1)
	if g.SectorSize > 0 {
		sectors = max(int64(g.EraseSize)/int64(g.SectorSize), 1)
	}
	if start < 0 || n <= 0 || start > g.Sectors/sectors || n > g.Sectors/sectors-start {
		return ErrRange
	}
	var c raw.DeviceBlkSectors
	setSectors(&c.SectorBegin, start*sectors)
	setSectors(&c.SectorEnd, (start+n)*sectors-1)
	return errnoOf(int32(raw.DeviceControl(p, raw.RT_DEVICE_CTRL_BLK_ERASE, unsafe.Pointer(&c))))
}

// setSectors sets a number of a sector, which has 64 bits from RT-Thread 5 on.
func setSectors[T uint32 | uint64](place *T, n int64) { *place = T(n) }

// ReadAt reads from a place, which need not be where a sector begins. At the end of the device it returns io.EOF with what is left.
//
// It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_device_read.
func (b *Block) ReadAt(buf []byte, off int64) (int, error) {
	g, err := b.Geometry()
	if err != nil {
		return 0, err
	}
	size := int64(g.SectorSize)
	total := g.Sectors * size
	if off < 0 || size <= 0 {
		return 0, ErrRange
	}
	if off >= total {
		return 0, io.EOF
	}
	var end error
	if int64(len(buf)) > total-off {
		buf, end = buf[:total-off], io.EOF
	}
	done := 0
	var sector []byte // where less than a whole one is wanted
	for done < len(buf) {
		at := off + int64(done)
		rest := buf[done:]
		if at%size == 0 && int64(len(rest)) >= size {
			n := int64(len(rest)) / size
			if err := b.sectors(at/size, rest[:n*size], n, false); err != nil {
				return done, err
			}
			done += int(n * size)
			continue
		}
		if sector == nil {
			sector = make([]byte, size)
		}
		if err := b.sectors(at/size, sector, 1, false); err != nil {
			return done, err
		}
		done += copy(rest, sector[at%size:])
	}
	return done, end
}

// WriteAt writes whole sectors: an offset or a length that is no multiple of WriteBlockSize is ErrRange, and so is what lies beyond
// the end of the device.
//
// It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_device_write.
func (b *Block) WriteAt(data []byte, off int64) (int, error) {
	g, err := b.Geometry()
	if err != nil {
		return 0, err
	}
	size := int64(g.SectorSize)
	if off < 0 || size <= 0 || off%size != 0 || int64(len(data))%size != 0 || int64(len(data)) > g.Sectors*size-off {
		return 0, ErrRange
	}
	if len(data) == 0 {
		return 0, nil
	}
	if err := b.sectors(off/size, data, int64(len(data))/size, true); err != nil {
		return 0, err
	}
	return len(data), nil
}

// sectors reads or writes n sectors.
func (b *Block) sectors(first int64, buf []byte, n int64, write bool) error {
	p := b.h.Get()
	if p == nil {
		return ErrClosed
	}
	if int64(raw.Off(first)) != first {
		return ErrRange
	}
	var code int32
	if write {
		code = int32(raw.DeviceWrite(p, raw.Off(first), unsafe.Pointer(unsafe.SliceData(buf)), raw.Size(n)))
	} else {
		code = int32(raw.DeviceRead(p, raw.Off(first), unsafe.Pointer(unsafe.SliceData(buf)), raw.Size(n)))
	}
	switch {
	case code < 0:
		return failure(code)
	case int64(code) != n:
		return ErrIO
	}
	return nil
}
