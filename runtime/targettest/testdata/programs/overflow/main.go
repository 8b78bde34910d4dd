// test: D=GOROUTINE_STACK_SIZE=1024
package main

import (
	"time"

	"programs/target"
)

// Stacks overflow: a little and much, in a goroutine that then waits, sleeps or ends,
// and in one that sleeps at each step. C overwrites the mark, too.

//export smash
func smash()

//export rt_thread_delay
func delay(ticks uint32) int32

// down uses 64 bytes of stack and more for each level.
//
//go:noinline
func down(n int, step func()) int {
	var a [16]int
	fill(&a, n)
	if step != nil {
		step()
	}
	if n > 0 {
		fill(&a, down(n-1, step))
	}
	return a[0]
}

//go:noinline
func fill(a *[16]int, n int) {
	for i := range a {
		a[i] = n + i
	}
}

func try(f func()) {
	go f()
	delay(300)
}

var never = make(chan int)

func main() {
	try(func() {
		smash()
		<-never
	})
	// A level takes about 90 of the 1024 bytes.
	try(func() {
		down(5, nil)
		println("5 levels fit")
	})
	try(func() { down(100, func() { time.Sleep(time.Millisecond) }) })
	try(func() {
		c := make(chan int, 1)
		down(100, func() {
			select {
			case c <- 1:
			case <-time.After(time.Millisecond):
				<-c
			}
		})
	})
	// What lies below the red zone is lost here.
	try(func() {
		down(12, nil)
		<-never
	})
	try(func() {
		down(12, nil)
		time.Sleep(time.Millisecond)
		println("not noticed")
	})
	try(func() { down(12, nil) })
	println("main goes on")
	target.Exit(0)
}
