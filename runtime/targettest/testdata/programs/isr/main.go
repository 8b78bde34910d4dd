package main

import (
	"fmt"

	"programs/target"
)

// A hard timer of C calls tick in an interrupt, several times per kernel tick.

const burst, rounds = 4, 200

var (
	events = make(chan uint32, 2*burst)
	sent   uint32
	lost   uint32
)

//export rttgo_test_tick
func tick() {
	for range burst {
		select {
		case events <- sent:
			sent++
		default:
			lost++
		}
	}
}

//export start_timer
func startTimer()

//export stop_timer
func stopTimer()

func main() {
	startTimer()
	var sum uint32
	for want := range uint32(burst * rounds) {
		v := <-events
		if v != want {
			fmt.Println("got", v, "want", want)
		}
		sum += v
		if want%50 == 0 {
			_ = make([]byte, 1000) // collections happen meanwhile
		}
	}
	stopTimer()
	fmt.Println("received", burst*rounds, "sum", sum, "lost", lost)
	target.Exit(0)
}
