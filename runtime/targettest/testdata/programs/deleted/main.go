// test: D=PRIORITY=11 idle
package main

import (
	"fmt"
	"sync"
	"time"

	"programs/target"
)

// C deletes threads that wait in Go: what they wait for goes on without them, at once and
// when the idle thread has freed them.

//export start_waiter
func startWaiter(how int32)

//export delete_waiter
func deleteWaiter(how int32)

var (
	receive, send  = make(chan int), make(chan int)
	first, second  = make(chan int), make(chan int)
	mutex          sync.Mutex
	reader, writer sync.RWMutex
	group          sync.WaitGroup
	cond           = sync.NewCond(&sync.Mutex{})
	forever        chan int
)

//export rttgo_test_wait
func wait(how int32) {
	var buffer [4]int
	switch how {
	case 0:
		buffer[1] = <-receive
	case 1:
		send <- 1
	case 2:
		select {
		case buffer[2] = <-first:
		case second <- 2:
		}
	case 3:
		mutex.Lock()
	case 4:
		reader.RLock()
	case 5:
		writer.Lock()
	case 6:
		group.Wait()
	case 7:
		cond.L.Lock()
		cond.Wait()
	case 8:
		<-forever
	case 9:
		time.Sleep(time.Hour)
	}
	println("a deleted thread goes on:", how, buffer[1])
}

const hows = 10

// round starts and deletes all threads, and uses what they wait for.
func round(idle bool) {
	mutex.Lock()
	reader.Lock()
	writer.RLock()
	group.Add(1)
	for how := range int32(hows) {
		startWaiter(how)
	}
	time.Sleep(5 * time.Millisecond)
	for how := range int32(hows) {
		deleteWaiter(how)
	}
	if idle {
		time.Sleep(5 * time.Millisecond)
		for range 4 { // threads of C's that lie where the others did
			startWaiter(8)
			deleteWaiter(8)
		}
	}
	mutex.Unlock()
	reader.Unlock()
	writer.RUnlock()
	group.Done()
	cond.Signal()
	fmt.Println(mutex.TryLock(), reader.TryLock(), writer.TryLock())
	mutex.Unlock()
	reader.Unlock()
	writer.Unlock()
	select {
	case receive <- 3:
		fmt.Println("a deleted thread receives")
	case v := <-send:
		fmt.Println("a deleted thread sends", v)
	case first <- 4:
		fmt.Println("a deleted thread receives in a select")
	case v := <-second:
		fmt.Println("a deleted thread sends in a select", v)
	default:
		fmt.Println("nobody waits")
	}
	go func() { fmt.Println("received", <-receive, <-first, <-second) }()
	receive <- 5
	first <- 6
	second <- 7
	done := make(chan bool)
	go func() { cond.L.Lock(); cond.Wait(); cond.L.Unlock(); close(done) }()
	time.Sleep(time.Millisecond)
	cond.L.Lock()
	cond.Signal()
	cond.L.Unlock()
	<-done
}

// handed gives locks to threads that are deleted before they run.
func handed() {
	mutex.Lock()
	reader.Lock()
	writer.RLock()
	for _, how := range []int32{3, 4, 5} {
		startWaiter(how)
	}
	time.Sleep(5 * time.Millisecond)
	mutex.Unlock()
	reader.Unlock()
	writer.RUnlock()
	for _, how := range []int32{3, 4, 5} {
		deleteWaiter(how)
	}
	time.Sleep(5 * time.Millisecond)
	fmt.Println(mutex.TryLock(), reader.TryLock(), writer.TryLock())
	mutex.Unlock()
	reader.Unlock()
	writer.Unlock()
}

func main() {
	for range 3 {
		round(false)
		round(true)
		handed()
	}
	target.Exit(0)
}
