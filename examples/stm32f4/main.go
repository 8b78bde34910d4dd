// Command stm32f4 shows the generated bindings: a thread waits on a semaphore that the main thread releases.
package main

import (
	"errors"
	"time"

	"example.com/stm32f4/rtt"
)

func main() {
	if err := run(); err != nil {
		println("stm32f4:", err.Error())
	}
}

func run() error {
	tick, err := rtt.NewSemaphore("tick", 0, rtt.FIFO)
	if err != nil {
		return err
	}
	defer tick.Close()

	waiter, err := rtt.NewThread("waiter", func() { wait(tick) }, rtt.ThreadConfig{Stack: 2048, Priority: 20})
	if err != nil {
		return err
	}
	if err := waiter.Start(); err != nil {
		return err
	}
	for range 5 {
		if err := tick.Release(); err != nil {
			return err
		}
		if err := rtt.Sleep(500 * time.Millisecond); err != nil {
			return err
		}
	}
	return nil
}

// wait prints a line for each release, until none comes any more.
func wait(tick *rtt.Semaphore) {
	for {
		switch err := tick.Take(time.Second); {
		case err == nil:
			println("tick")
		case errors.Is(err, rtt.ErrTimeout), errors.Is(err, rtt.ErrError), errors.Is(err, rtt.ErrClosed):
			println("no more ticks")
			return
		default:
			println("waiter:", err.Error())
			return
		}
	}
}
