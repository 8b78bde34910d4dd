// test: exit=98
package main

import "time"

var sink []byte

//export rttgo_test_tick
func tick() { sink = append(sink, byte(len(sink))) }

//export start_timer
func startTimer()

//export stop_timer
func stopTimer()

func main() {
	startTimer()
	time.Sleep(time.Second)
	println(len(sink))
}
