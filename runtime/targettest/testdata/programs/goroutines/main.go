// test: D=HEAP_SIZE=24576
package main

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"programs/target"
)

func pipeline() {
	a, b := make(chan int), make(chan int, 2)
	go func() {
		for i := range 5 {
			a <- i
		}
		close(a)
	}()
	go func() {
		for v := range a {
			b <- v * v
		}
		close(b)
	}()
	for v := range b {
		fmt.Print(v, " ")
	}
	fmt.Println()
}

func order() {
	c := make(chan int)
	var wg sync.WaitGroup
	var got [4]int
	for i := range got {
		wg.Add(1)
		go func() { defer wg.Done(); got[i] = <-c }()
		time.Sleep(2 * time.Millisecond)
	}
	for i := range 4 {
		c <- 10 + i
	}
	wg.Wait()
	fmt.Println("in order", got)
}

func selects() {
	a, b, quit := make(chan int), make(chan string), make(chan struct{})
	go func() { a <- 1; b <- "two"; close(quit) }()
	for done := false; !done; {
		select {
		case v := <-a:
			fmt.Println("a", v)
		case v := <-b:
			fmt.Println("b", v)
		case <-quit:
			done = true
		case <-time.After(time.Second):
			fmt.Println("late")
		}
	}
	select {
	case v := <-a:
		fmt.Println("a", v)
	default:
		fmt.Println("nothing")
	}
	out := make(chan int, 1)
	select {
	case out <- 5:
		fmt.Println("sent", <-out)
	case <-a:
	}
}

func timers() {
	start := time.Now()
	time.Sleep(20 * time.Millisecond)
	fmt.Println("slept", time.Since(start) >= 20*time.Millisecond, time.Since(start) < 30*time.Millisecond)
	tick := time.NewTicker(3 * time.Millisecond)
	for range 4 {
		<-tick.C
	}
	tick.Stop()
	time.Sleep(10 * time.Millisecond)
	select {
	case <-tick.C:
		fmt.Println("a stopped ticker ticks")
	default:
	}
	t := time.NewTimer(time.Hour)
	fmt.Println("stop", t.Stop(), t.Stop(), t.Reset(time.Millisecond))
	<-t.C
	var n atomic.Int32
	time.AfterFunc(2*time.Millisecond, func() { n.Add(1) })
	time.AfterFunc(50*time.Millisecond, func() { n.Add(100) }).Stop()
	time.Sleep(60 * time.Millisecond)
	fmt.Println("after", n.Load())
}

func contexts() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel()
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx))
	ctx, cancel = context.WithCancel(context.WithValue(context.Background(), "k", "v"))
	go cancel()
	<-ctx.Done()
	fmt.Println(ctx.Err(), ctx.Value("k"))
}

func syncs() {
	var mu sync.Mutex
	var rw sync.RWMutex
	var wg sync.WaitGroup
	var once sync.Once
	n, reads := 0, int32(0)
	for range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			once.Do(func() { fmt.Println("once") })
			for range 50 {
				mu.Lock()
				v := n
				if v%7 == 0 {
					runtime.Gosched()
				}
				n = v + 1
				mu.Unlock()
				rw.RLock()
				atomic.AddInt32(&reads, 1)
				rw.RUnlock()
			}
			rw.Lock()
			runtime.Gosched()
			rw.Unlock()
		}()
	}
	wg.Wait()
	fmt.Println(n, reads, mu.TryLock(), mu.TryLock())
	c := sync.NewCond(&sync.Mutex{})
	ready := false
	go func() { c.L.Lock(); ready = true; c.L.Unlock(); c.Broadcast() }()
	c.L.Lock()
	for !ready {
		c.Wait()
	}
	c.L.Unlock()
	var m sync.Map
	m.Store(1, "one")
	v, ok := m.Load(1)
	p := sync.Pool{New: func() any { return 7 }}
	var big atomic.Int64
	big.Add(1 << 40)
	fmt.Println("cond", v, ok, p.Get(), big.CompareAndSwap(1<<40, 3), big.Load())
}

func ends() {
	done := make(chan string)
	go func() {
		defer close(done)
		defer func() { done <- fmt.Sprint("deferred ", recover()) }()
		deeper()
	}()
	fmt.Println(<-done)
	<-done
	time.Sleep(time.Millisecond)
	before := runtime.NumGoroutine()
	stop := make(chan bool)
	for range 3 {
		go func() { <-stop }()
	}
	time.Sleep(time.Millisecond)
	fmt.Println("three more:", runtime.NumGoroutine()-before)
	close(stop)
	time.Sleep(time.Millisecond)
	fmt.Println("ended:", runtime.NumGoroutine()-before)
}

func deeper() { runtime.Goexit() }

func main() {
	pipeline()
	order()
	selects()
	timers()
	contexts()
	syncs()
	ends()
	target.Exit(0)
}
