// test: D=GOROUTINE_STACK_SIZE=1024 D=HEAP_SIZE=16384
package main

import (
	"runtime"
	"sync"

	"programs/target"
)

// A C thread of lower priority computes without pause, so the kernel's idle
// thread, which frees dead threads, never runs.

//export memory_used
func memoryUsed() uint32

func wave(n int) (sum int) {
	var wg sync.WaitGroup
	c := make(chan int)
	for i := range n {
		wg.Add(1)
		go func() { defer wg.Done(); c <- i }()
	}
	for range n {
		sum += <-c
	}
	wg.Wait()
	return
}

func main() {
	println("40:", wave(40))
	used := memoryUsed()
	sum := 0
	for range 12 {
		sum += wave(40)
	}
	println("12 x 40:", sum)
	done := make(chan int)
	sum = 0
	for i := range 1000 {
		go func() { done <- i }()
		sum += <-done
	}
	println("1000 in sequence:", sum)
	for range 100 {
		func() {
			defer func() { recover() }()
			c := make(chan struct{})
			go func() { defer close(c); runtime.Goexit() }()
			<-c
			panic("again")
		}()
	}
	println("memory lost:", memoryUsed()-used, runtime.NumGoroutine())
	target.Exit(0)
}
