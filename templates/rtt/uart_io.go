package rtt

import (
	"sync/atomic"
	"time"
	"unsafe"

	"github.com/rttgen/rttgen/emit/support/handle"
	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// uartState is what a UART has besides RT-Thread's device.
type uartState struct {
	dev      Device     // the same device, whose function for what arrives is ours
	sem      *Semaphore // released for a reader that waits
	waiting  atomic.Bool
	reading  atomic.Bool
	deadline atomic.Int64 // of reading, in nanoseconds of 1970; 0 for none
	received atomic.Pointer[func(size int)]
}

// OpenUART opens the serial port with a name, as "uart1". It returns ErrNotFound if there is none, ErrType if the device is
// something else, and the driver's error if it cannot do what config asks for.
//
// The caller owns the UART and must Close it. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_device_find, rt_device_control, rt_device_open, rt_device_set_rx_indicate.
func OpenUART(name string, config UARTConfig) (*UART, error) {
	dev, err := OpenDevice(name, uartFlags)
	if err != nil {
		return nil, err
	}
	p := dev.h.Get()
	if p.Type != raw.RT_Device_Class_Char {
		return nil, closed(dev, ErrType)
	}
	u := &UART{}
	u.h.Set((*raw.SerialDevice)(unsafe.Pointer(p)), handle.Owned)
	if err := u.Configure(u.unset(config)); err != nil {
		return nil, closed(dev, err)
	}
	sem, err := NewSemaphore("uart", 0, FIFO)
	if err != nil {
		return nil, closed(dev, err)
	}
	dev.h.Take()
	u.state.dev.h.Set(p, handle.Borrowed)
	u.state.sem = sem
	if err := u.state.dev.OnReceive(u.state.arrived); err != nil {
		u.Close()
		return nil, err
	}
	return u, nil
}

// closed closes a device that was opened in vain.
func closed(dev *Device, err error) error {
	dev.Close()
	return err
}

// arrived is what the driver calls when something can be read.
func (s *uartState) arrived(size int) {
	s.wake()
	if fn := s.received.Load(); fn != nil {
		(*fn)(size)
	}
}

// wake wakes the reader, if there is one.
func (s *uartState) wake() {
	if s.waiting.Swap(false) {
		if sem := s.sem.h.Get(); sem != nil {
			raw.SemRelease(sem)
		}
	}
}

// end ends what a UART has besides the device. A reader is woken.
func (s *uartState) end() {
	s.dev.Close()
	s.received.Store(nil)
	if s.sem != nil {
		s.sem.Close()
	}
}

// OnReceive lets the driver call received with the number of bytes that can be read; nil ends that, and so does Close. Read works
// all the same.
//
// received is called in an interrupt.
func (u *UART) OnReceive(received func(size int)) error {
	if u.h.Get() == nil {
		return ErrClosed
	}
	if received == nil {
		u.state.received.Store(nil)
		return nil
	}
	u.state.received.Store(&received)
	return nil
}

// SetReadDeadline sets the time at which Read returns ErrTimeout instead of waiting any longer; the zero time is no limit. It counts
// for a Read that waits already.
func (u *UART) SetReadDeadline(t time.Time) error {
	if u.h.Get() == nil {
		return ErrClosed
	}
	var deadline int64
	if !t.IsZero() {
		deadline = t.UnixNano()
	}
	u.state.deadline.Store(deadline)
	u.state.wake()
	return nil
}

// Read reads into buf what has arrived, and waits until something has. Of two that read at the same time, one gets ErrBusy.
//
// It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_device_read.
func (u *UART) Read(buf []byte) (int, error) {
	if u.h.Get() == nil {
		return 0, ErrClosed
	}
	if checks && !canBlock() {
		return 0, ErrContext
	}
	if len(buf) == 0 {
		return 0, nil
	}
	if u.state.reading.Swap(true) {
		return 0, ErrBusy
	}
	defer u.state.reading.Store(false)
	for {
		if n, err := u.take(buf); n > 0 || err != nil {
			return n, err
		}
		u.state.waiting.Store(true)
		if n, err := u.take(buf); n > 0 || err != nil { // it has come before the driver knew of the reader
			u.state.waiting.Store(false)
			return n, err
		}
		if err := u.wait(); err != nil {
			u.state.waiting.Store(false)
			return 0, err
		}
	}
}

// take reads what has arrived.
func (u *UART) take(buf []byte) (int, error) {
	p := u.h.Get()
	if p == nil {
		return 0, ErrClosed
	}
	n := int32(raw.DeviceRead((*raw.Device)(unsafe.Pointer(p)), 0, unsafe.Pointer(unsafe.SliceData(buf)), raw.Size(len(buf))))
	return transferred(n, len(buf))
}

// wait waits until something arrives, or the deadline passes or changes.
func (u *UART) wait() error {
	limit := ForeverTicks
	deadline := u.state.deadline.Load()
	if deadline != 0 {
		limit = TicksOf(time.Until(time.Unix(0, deadline)))
	}
	err := u.state.sem.TakeTicks(limit)
	switch {
	case err == ErrTimeout && u.state.deadline.Load() != deadline:
		return nil
	case err != nil && u.h.Get() == nil:
		return ErrClosed
	}
	return err
}

// ReadByte reads one byte, as Read does.
func (u *UART) ReadByte() (byte, error) {
	var buf [1]byte
	_, err := u.Read(buf[:])
	return buf[0], err
}

// Write writes data, and waits until the driver has all of it.
//
// It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_device_write.
func (u *UART) Write(data []byte) (int, error) {
	if u.h.Get() == nil {
		return 0, ErrClosed
	}
	if checks && !canBlock() {
		return 0, ErrContext
	}
	done := 0
	for {
		p := u.h.Get()
		if p == nil {
			return done, ErrClosed
		}
		if done == len(data) {
			return done, nil
		}
		rest := data[done:]
		n, err := transferred(int32(raw.DeviceWrite((*raw.Device)(unsafe.Pointer(p)), 0, unsafe.Pointer(unsafe.SliceData(rest)), raw.Size(len(rest)))), len(rest))
		if err == nil && n == 0 {
			err = ErrIO
		}
		if err != nil {
			return done, err
		}
		done += n
	}
}

// WriteByte writes one byte, as Write does.
func (u *UART) WriteByte(c byte) error {
	buf := [1]byte{c}
	_, err := u.Write(buf[:])
	return err
}

// Buffered returns how many bytes can be read without waiting.
//
// It may be called from anywhere, interrupts included.
func (u *UART) Buffered() int {
	level := raw.HwInterruptDisable()
	n := 0
	if p := u.h.Get(); p != nil && p.SerialRx != nil {
		n = buffered(p)
	}
	raw.HwInterruptEnable(level)
	return n
}
