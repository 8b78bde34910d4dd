package main

import (
	"time"

	"example.com/stm32f4/rtt"
)

// blink lets a timer set the pace. The function of a hard timer runs in the interrupt of the kernel's clock: releasing a semaphore
// is what it may do there, waiting and allocating are not.
func blink() error {
	due, err := rtt.NewSemaphore("due", 0, rtt.FIFO)
	if err != nil {
		return err
	}
	defer due.Close()

	missed := 0
	timer, err := rtt.NewTimer("blink", 20*time.Millisecond, func() {
		if due.Release() != nil {
			missed++
		}
	}, rtt.TimerPeriodic|rtt.TimerHard)
	if err != nil {
		return err
	}
	defer timer.Close()
	if err := timer.Start(); err != nil {
		return err
	}
	for _, led := range []string{"on", "off", "on", "off"} {
		if err := due.Take(patience); err != nil {
			return err
		}
		println("led", led)
	}
	if missed > 0 {
		println(missed, "missed")
	}
	return nil
}
