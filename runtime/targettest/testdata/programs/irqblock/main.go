// test: exit=98
package main

import "time"

var c = make(chan int)

//export rttgo_test_tick
func tick() { <-c }

//export start_timer
func startTimer()

//export stop_timer
func stopTimer()

func main() {
	startTimer()
	time.Sleep(time.Second)
}
