package main

import "programs/target"

// C overwrites the mark at the end of the stack, as an overflow would.

//export smash
func smash()

//export rt_thread_delay
func delay(ticks uint32) int32

func main() {
	c := make(chan int)
	go func() {
		smash()
		<-c
	}()
	delay(5)
	println("main goes on")
	target.Exit(0)
}
