package main

import (
	"time"

	"programs/target"
)

// The timer goroutine is woken early again and again, and is busy when the time
// it waited for comes.

func main() {
	hits := 0
	done := make(chan bool)
	for round := range 100 {
		late := time.NewTimer(time.Duration(3+round%5) * time.Millisecond)
		time.AfterFunc(time.Millisecond, func() {
			for t := time.Now(); time.Since(t) < 4*time.Millisecond; {
				hits |= 1
			}
			done <- true
		})
		<-done
		late.Stop()
	}
	println("hits", hits)
	target.Exit(0)
}
