// test: gc=none
package main

import "programs/target"

// Without a heap: what does not allocate works, goroutines too.

var (
	numbers [4]int
	turn    uint32
)

//export rt_thread_delay
func delay(ticks uint32) int32

func fill() {
	for i := range numbers {
		numbers[i] = i * i
	}
	turn = 1
}

func main() {
	go fill()
	delay(5)
	println("numbers", numbers[2], numbers[3], turn)
	target.Exit(0)
}
