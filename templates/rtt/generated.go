// Package rtt holds the source that is written by hand and becomes part of every generated package: generate copies each file whose
// functions the headers declare, under the name of the user's package. This file and package raw stand in for what is generated
// beside it, so that the source compiles and is tested here; a test of package golden holds them to what is generated.
package rtt

import (
	"time"
	"unsafe"

	"github.com/rttgen/rttgen/emit/support/handle"
	"github.com/rttgen/rttgen/emit/support/ticks"
	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// What the configuration decides. The compiler drops what is not asked for.
const (
	checks         = true
	checksAll      = true
	resumeSwitches = false
)

func threadPriority(p *raw.Thread) uint8 { return p.CurrentPriority }

func threadStat(p *raw.Thread) uint8 { return p.Stat }

func inThread() bool { return raw.InterruptGetNest() == 0 }

func canBlock() bool { return raw.InterruptGetNest() == 0 }

// NameMax is how many bytes a name may have.
const NameMax = 7

// TickRate is how often the kernel's clock ticks in a second.
const TickRate = 1000

// Ticks counts ticks of the kernel's clock.
type Ticks uint32

// Limits of waiting.
const (
	ForeverTicks Ticks = Ticks(ticks.ForeverTicks)
	NoWaitTicks  Ticks = 0
)

// TicksOf returns d in ticks.
func TicksOf(d time.Duration) Ticks { return Ticks(ticks.Of(d, TickRate)) }

// TickCount returns the count of ticks.
func TickCount() Ticks { return 0 }

// Errno is an error code.
type Errno int32

// The errors that are used.
const (
	ErrClosed       Errno = -1
	ErrContext      Errno = -2
	ErrName         Errno = -3
	ErrInUse        Errno = -4
	ErrRange        Errno = -5
	ErrType         Errno = -6
	ErrError        Errno = 1
	ErrTimeout      Errno = 2
	ErrFull         Errno = 3
	ErrEmpty        Errno = 4
	ErrNoMemory     Errno = 5
	ErrNotSupported Errno = 6
	ErrBusy         Errno = 7
	ErrIO           Errno = 8
	ErrInterrupted  Errno = 9
	ErrInvalid      Errno = 10
	ErrNotFound     Errno = 12
)

// Error returns what went wrong.
func (e Errno) Error() string { return "rtt: error" }

func errnoOf(code int32) error {
	if code == 0 {
		return nil
	}
	return failure(code)
}

func waited(code int32, closed bool) error {
	if code != 0 && closed {
		return ErrClosed
	}
	return errnoOf(code)
}

func failure(code int32) Errno {
	if code < 0 {
		code = -code
	}
	return Errno(code)
}

// The enumerations that are used.
type (
	ObjectType uint8
	OpenFlag   uint16
	QueueOrder uint8
	I2CFlag    uint16
)

// FIFO is an order of threads.
const FIFO QueueOrder = 0

// The records that are used.
type (
	BlockGeometry struct {
		Sectors               int64
		SectorSize, EraseSize int
	}
	UARTConfig struct{ Buffer, TxBuffer int }
)

// The classes that are used, with what of their methods is.
type (
	BlockPool struct{ h handle.Handle[raw.Mempool] }
	ByteQueue struct {
		h handle.Handle[raw.Messagequeue]
	}
	DataQueue struct{ h handle.Handle[raw.DataQueue] }
	Device    struct{ h handle.Handle[raw.Device] }
	Block     struct{ h handle.Handle[raw.Device] }
	HWTimer   struct {
		h handle.Handle[raw.HwtimerDevice]
	}
	I2C struct {
		h handle.Handle[raw.I2cBusDevice]
	}
	MTDNor struct {
		h handle.Handle[raw.MtdNorDevice]
	}
	Mutex     struct{ h handle.Handle[raw.Mutex] }
	Pin       int32
	Semaphore struct{ h handle.Handle[raw.Semaphore] }
	SPI       struct{ h handle.Handle[raw.SpiDevice] }
	UART      struct {
		h     handle.Handle[raw.SerialDevice]
		state uartState
	}
	Object          struct{ h handle.Handle[raw.Object] }
	RingBlockBuffer struct{ h handle.Handle[raw.Rbb] }
	Thread          struct{ h handle.Handle[raw.Thread] }
	Timer           struct{ h handle.Handle[raw.Timer] }
	WordQueue       struct{ h handle.Handle[raw.Mailbox] }
)

func NewBlockPool(name string, size uint16, count uint16) (*BlockPool, error) {
	return nil, ErrNoMemory
}

func NewByteQueue(name string, size uint16, count uint16, order QueueOrder) (*ByteQueue, error) {
	return nil, ErrNoMemory
}

func NewMutex(name string) (*Mutex, error) { return nil, ErrNoMemory }

func NewWordQueue(name string, count uint16, order QueueOrder) (*WordQueue, error) {
	return nil, ErrNoMemory
}

func NewSemaphore(name string, value uint16, order QueueOrder) (*Semaphore, error) {
	return nil, ErrNoMemory
}

func (b *Block) Geometry() (BlockGeometry, error) { return BlockGeometry{}, ErrClosed }

func (d *Device) Close() error { return ErrClosed }

func (d *Device) OnReceive(received func(size int)) error { return ErrClosed }

func (p Pin) Set(high bool) {}

func (s *Semaphore) Close() error { return ErrClosed }

func (s *Semaphore) TakeTicks(timeout Ticks) error { return ErrClosed }

func (u *UART) Close() error { return ErrClosed }

func (u *UART) Configure(config UARTConfig) error { return ErrClosed }

func (b *BlockPool) Close() error { return ErrClosed }

func (b *BlockPool) TryAlloc() (unsafe.Pointer, error) { return nil, ErrClosed }

func (b *ByteQueue) Close() error { return ErrClosed }

func (b *ByteQueue) Reset() error { return ErrClosed }

func (m *Mutex) Close() error { return ErrClosed }

func (m *Mutex) Release() error { return ErrClosed }

func (m *Mutex) TakeTicks(timeout Ticks) error { return ErrClosed }

func (w *WordQueue) Close() error { return ErrClosed }

func (w *WordQueue) RecvTicks(timeout Ticks) (uintptr, error) { return 0, ErrClosed }

func (w *WordQueue) Reset() error { return ErrClosed }

func (w *WordQueue) Send(value uintptr) error { return ErrClosed }

func (w *WordQueue) SendWaitTicks(value uintptr, timeout Ticks) error { return ErrClosed }

func (w *WordQueue) TryRecv() (uintptr, error) { return 0, ErrClosed }

func (w *WordQueue) Urgent(value uintptr) error { return ErrClosed }
