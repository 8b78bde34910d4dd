// needs: HandleSignal UnmaskSignal Thread.Signal Semaphore
package main

import (
	"fmt"
	"time"

	"example.com/program/rtt"
)

const usr1 = 10

// Signals to threads that wait, in the kernel and in Go.
var _ = add("signal", func() {
	sem := must(rtt.NewSemaphore("sem", 0, rtt.FIFO))
	var err error
	done := make(chan int, 1)
	signalled := func(handler func(int), wait func()) {
		th := must(rtt.NewThread("waiter", func() {
			rtt.HandleSignal(usr1, handler)
			rtt.UnmaskSignal(usr1)
			wait()
			done <- 0
		}, rtt.ThreadConfig{Priority: 5}))
		th.Start()
		rtt.Sleep(tick)
		th.Signal(usr1)
		rtt.Sleep(tick)
	}
	handled := 0
	count := func(int) { handled++ }

	signalled(count, func() { err = sem.Take(rtt.Forever) })
	<-done
	fmt.Println("Take:", err, sem.Release(), sem.TryTake())

	signalled(count, func() {
		before := time.Now()
		time.Sleep(10 * tick)
		fmt.Println("slept long enough:", time.Since(before) >= 10*tick)
	})
	<-done

	c := make(chan int)
	handled = 0
	signalled(count, func() { fmt.Println("received", <-c) })
	fmt.Println("handled while it waits:", handled, len(done))
	c <- 1
	<-done

	signalled(func(int) {
		<-time.After(time.Millisecond)
		fmt.Println("the handler has waited")
	}, func() { fmt.Println("received", <-c) })
	c <- 2
	<-done
	<-time.After(tick)
	fmt.Println("timers run")
})
