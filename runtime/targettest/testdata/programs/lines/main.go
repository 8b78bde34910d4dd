// test: idle
package main

import (
	"time"

	"programs/target"
)

// Threads of C's that print and end: the line buffers serve the next ones, and what was begun of a line is not lost.

//export print_in_thread
func printInThread(n int32)

//export memory_used
func memoryUsed() uint32

//export rttgo_test_print
func printed(n int32) {
	if n < 0 {
		print("a line without end")
		return
	}
	println("thread", n)
}

func main() {
	printInThread(100)
	time.Sleep(5 * time.Millisecond)
	used := memoryUsed()
	for n := range int32(20) {
		printInThread(n)
		time.Sleep(2 * time.Millisecond)
	}
	println("leaked:", memoryUsed()-used)
	printInThread(-1)
	time.Sleep(2 * time.Millisecond)
	printInThread(100)
	time.Sleep(2 * time.Millisecond)
	target.Exit(0)
}
