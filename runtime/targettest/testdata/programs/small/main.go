// test: D=GOROUTINE_STACK_SIZE=768
package main

import (
	"time"

	"programs/target"
)

// Goroutines on the smallest stack that there may be wait, print, divide floats, recover and panic.

func main() {
	c := make(chan int)
	done := make(chan float64)
	for range 40 {
		go func() {
			n := <-c
			if n%10 == 0 {
				println("number", n)
			}
			time.Sleep(time.Millisecond)
			select {
			case <-time.After(time.Duration(n%3) * time.Millisecond):
			}
			done <- float64(n) / 3
		}()
	}
	sum := 0.0
	for n := range 40 {
		c <- n
	}
	for range 40 {
		sum += <-done
	}
	println("sum", int(sum))
	go func() {
		defer func() { println("recovered:", recover().(string)); done <- 0 }()
		panic("inside")
	}()
	<-done
	go func() { panic("not recovered") }()
	time.Sleep(5 * time.Millisecond)
	target.Exit(0)
}
