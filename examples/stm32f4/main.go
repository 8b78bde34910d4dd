// Command stm32f4 is a tour of Go on RT-Thread: threads and what they share, interrupts, panics, and memory under load. It prints
// what it does and ends.
package main

import (
	"fmt"
	"time"

	"example.com/stm32f4/rtt"
)

func main() {
	println("Go on RT-Thread,", rtt.TickRate, "ticks a second")
	for _, part := range []struct {
		name string
		run  func() error
	}{
		{"semaphore", handOver},
		{"mutex and events", count},
		{"timer", blink},
		{"interrupt", measure},
		{"panic", calibrate},
		{"memory", load},
	} {
		start := time.Now()
		if err := part.run(); err != nil {
			fmt.Printf("%s: %v\n", part.name, err)
			continue
		}
		took := time.Since(start).Round(100 * time.Millisecond)
		fmt.Printf("%-16s done in %v\n", part.name, took)
	}
	println("the tour ends")
}
