//go:build serial_v2

package rtt

import "github.com/rttgen/rttgen/templates/rtt/raw"

// uartFlags open a port for both directions. What arrives is kept by the driver, and writing waits until all is sent.
const uartFlags = raw.RT_DEVICE_OFLAG_RDWR | raw.RT_DEVICE_FLAG_RX_NON_BLOCKING | raw.RT_DEVICE_FLAG_TX_BLOCKING

// unset puts the sizes of the buffers that the driver has in the place of none.
func (u *UART) unset(config UARTConfig) UARTConfig {
	have := &u.h.Get().Config
	if config.Buffer == 0 {
		config.Buffer = int(have.RxBufsz())
	}
	if config.TxBuffer == 0 {
		config.TxBuffer = int(have.TxBufsz())
	}
	return config
}

// buffered counts what is in the ring of what has arrived.
func buffered(p *raw.SerialDevice) int {
	if p.Config.RxBufsz() == 0 {
		return 0
	}
	return int(raw.RingbufferDataLen(&(*raw.SerialRxFifo)(p.SerialRx).Rb))
}
