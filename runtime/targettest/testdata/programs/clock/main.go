package main

import (
	"fmt"
	"runtime"
	"time"

	"programs/target"
)

// The kernel's counter is set under the program, which goes on; and main ends before the others do.

//export tick_rate
func tickRate() uint32

//export rt_tick_get
func tickGet() uint32

//export rt_tick_set
func tickSet(n uint32)

func after(n uint32) time.Duration { return time.Duration(n) * time.Second / time.Duration(tickRate()) }

// near allows for the ticks that pass meanwhile.
func near(d, want time.Duration) bool { return d >= want && d <= want+after(3) }

func spin(n uint32) {
	for begin := tickGet(); tickGet()-begin < n; {
	}
}

func main() {
	begin := time.Now()
	tickSet(tickGet() + 1e6)
	fmt.Println("ahead:", near(time.Since(begin), after(1e6)))

	begin = time.Now()
	tickSet(1)
	fmt.Println("back:", near(time.Since(begin), 0))
	spin(5)
	fmt.Println("goes on:", near(time.Since(begin), after(5)))

	begin = time.Now()
	tickSet(1<<32 - 3)
	fmt.Println("back over zero:", near(time.Since(begin), 0))
	spin(10)
	fmt.Println("wraps:", near(time.Since(begin), after(10)))

	fmt.Println("goroutines:", runtime.NumGoroutine())
	wait := make(chan bool)
	go func() {
		<-wait
		fmt.Println("after main:", runtime.NumGoroutine())
		target.Exit(0)
	}()
	fmt.Println("one more:", runtime.NumGoroutine())
	close(wait)
	runtime.Goexit()
}
