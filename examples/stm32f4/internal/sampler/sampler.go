// Package sampler delivers samples that a driver in C takes in an interrupt: c/sampler.c.
package sampler

import (
	"errors"
	"sync/atomic"
	"time"

	"example.com/stm32f4/rtt"
)

var (
	// samples has room for what comes while the reader is busy. Sending in an interrupt must not wait.
	samples = make(chan int32, 8)
	lost    atomic.Uint32
)

// Start takes a sample each period.
func Start(period time.Duration) (<-chan int32, error) {
	if start(uint32(rtt.TicksOf(period))) != 0 {
		return nil, errors.New("sampler: out of memory")
	}
	return samples, nil
}

// Stop ends what Start began.
func Stop() { stop() }

// Lost returns how many samples came when the channel was full.
func Lost() uint32 { return lost.Load() }

// deliver runs in the interrupt.
func deliver(value int32) {
	select {
	case samples <- value:
	default:
		lost.Add(1)
	}
}
