// test: D=HEAP_SIZE=8192
package main

import "programs/target"

var kept [][]byte

//export rt_thread_delay
func delay(ticks uint32) int32

func main() {
	go func() {
		for {
			kept = append(kept, make([]byte, 1000))
		}
	}()
	delay(10)
	println("kept at least 5:", len(kept) >= 5)
	kept = nil
	b := make([]byte, 4000)
	println("main goes on", len(b))
	target.Exit(0)
}
