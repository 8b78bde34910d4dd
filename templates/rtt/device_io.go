package rtt

import (
	"unsafe"

	"github.com/rttgen/rttgen/emit/support/handle"
	"github.com/rttgen/rttgen/emit/support/text"
	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// OpenDevice opens the device with a name, as "uart1". It returns ErrNotFound if there is none, and ErrBusy if the device can
// be open only once and is.
//
// The caller owns the Device and must Close it. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_device_find, rt_device_open.
func OpenDevice(name string, flags OpenFlag) (*Device, error) {
	if checksAll && !canBlock() {
		return nil, ErrContext
	}
	var cName [NameMax + 1]byte
	if !text.Name(cName[:], name) {
		return nil, ErrName
	}
	p := raw.DeviceFind(&cName[0])
	if p == nil {
		return nil, ErrNotFound
	}
	// A driver without an open function is open all the same.
	if code := int32(raw.DeviceOpen(p, uint16(flags))); code != 0 && failure(code) != ErrNotSupported {
		return nil, failure(code)
	}
	d := &Device{}
	d.h.Set(p, handle.Owned)
	return d, nil
}

// Read reads into buf and returns how many bytes it got, which may be none without an error: whether it waits is up to the driver
// and to what the device was opened for.
//
// It may block. It must be called from a thread.
//
// C: rt_device_read.
func (d *Device) Read(buf []byte) (int, error) { return d.ReadPos(buf, 0) }

// ReadPos is Read from a place. What the place means is up to the driver, so it is no io.ReaderAt: the next Read may go on from
// there, and fewer bytes than asked for are no error. Devices that count in blocks instead of bytes return ErrNotSupported.
//
// It may block. It must be called from a thread.
//
// C: rt_device_read.
func (d *Device) ReadPos(buf []byte, pos int64) (int, error) {
	p, err := d.ready(len(buf), pos)
	if p == nil {
		return 0, err
	}
	return transferred(int32(raw.DeviceRead(p, raw.Off(pos), unsafe.Pointer(unsafe.SliceData(buf)), raw.Size(len(buf)))), len(buf))
}

// Write writes data and returns how many bytes the device took. It returns ErrFull if those are not all.
//
// It may block. It must be called from a thread.
//
// C: rt_device_write.
func (d *Device) Write(data []byte) (int, error) { return d.WritePos(data, 0) }

// WritePos is Write to a place. What the place means is up to the driver, so it is no io.WriterAt. Devices that count in blocks
// instead of bytes return ErrNotSupported.
//
// It may block. It must be called from a thread.
//
// C: rt_device_write.
func (d *Device) WritePos(data []byte, pos int64) (int, error) {
	p, err := d.ready(len(data), pos)
	if p == nil {
		return 0, err
	}
	n, err := transferred(int32(raw.DeviceWrite(p, raw.Off(pos), unsafe.Pointer(unsafe.SliceData(data)), raw.Size(len(data)))), len(data))
	if err == nil && n < len(data) {
		err = ErrFull // as io.Writer wants it
	}
	return n, err
}

// ready returns the device if bytes can be read or written, or none where there is nothing to do.
func (d *Device) ready(n int, pos int64) (*raw.Device, error) {
	p := d.h.Get()
	if checks && p == nil {
		return nil, ErrClosed
	}
	if !inThread() {
		return nil, ErrContext
	}
	switch {
	case n == 0:
		return nil, nil
	case int64(raw.Off(pos)) != pos:
		return nil, ErrRange
	case p.Type == raw.RT_Device_Class_Block || p.Type == raw.RT_Device_Class_MTD:
		return nil, ErrNotSupported // the length is in blocks, so C would go beyond the memory
	}
	return p, nil
}

// transferred tells what a device has done with n bytes.
func transferred(code int32, n int) (int, error) {
	if code < 0 {
		return 0, failure(code)
	}
	return min(int(code), n), nil
}
