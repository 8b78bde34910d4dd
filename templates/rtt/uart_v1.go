//go:build !serial_v2

package rtt

import "github.com/rttgen/rttgen/templates/rtt/raw"

// uartFlags open a port for both directions. What arrives is kept by the driver's interrupt.
const uartFlags = raw.RT_DEVICE_OFLAG_RDWR | raw.RT_DEVICE_FLAG_INT_RX

// unset puts the size of the buffer that the driver has in the place of none.
func (u *UART) unset(config UARTConfig) UARTConfig {
	if config.Buffer == 0 {
		config.Buffer = int(u.h.Get().Config.Bufsz())
	}
	return config
}

// buffered counts what is in the ring of what has arrived.
func buffered(p *raw.SerialDevice) int {
	if p.Parent.OpenFlag&raw.RT_DEVICE_FLAG_INT_RX == 0 {
		return 0
	}
	ring := (*raw.SerialRxFifo)(p.SerialRx)
	n := int(ring.PutIndex) - int(ring.GetIndex)
	if n < 0 || n == 0 && ring.IsFull != 0 {
		n += int(p.Config.Bufsz())
	}
	return n
}
