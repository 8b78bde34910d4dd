package main

import (
	"fmt"
	"time"

	"example.com/stm32f4/rtt"
)

// patience is how long anything may take before something is wrong.
const patience = 2 * time.Second

// spawn starts a thread of RT-Thread, with a priority of its own. A goroutine would do where that does not matter.
func spawn(name string, priority int16, f func()) error {
	t, err := rtt.NewThread(name, f, rtt.ThreadConfig{Stack: 2048, Priority: priority})
	if err != nil {
		return err
	}
	return t.Start() // it needs no Close: it ends by returning
}

// handOver lets one thread produce items and another wait for them, with a semaphore that counts what is ready.
func handOver() error {
	const items = 3
	ready, err := rtt.NewSemaphore("ready", 0, rtt.FIFO)
	if err != nil {
		return err
	}
	defer ready.Close()
	done := make(chan error, 1) // channels work between threads as between goroutines

	err = spawn("consume", 19, func() {
		for n := 1; n <= items; n++ {
			if err := ready.Take(patience); err != nil {
				done <- err
				return
			}
			println("consumer: item", n)
		}
		done <- nil
	})
	if err != nil {
		return err
	}
	err = spawn("produce", 20, func() {
		for range items {
			if err := rtt.Sleep(10 * time.Millisecond); err != nil {
				println("producer:", err.Error())
				return
			}
			if err := ready.Release(); err != nil {
				println("producer:", err.Error())
				return
			}
		}
	})
	if err != nil {
		return err
	}
	return <-done
}

// count lets three threads increment one counter. A mutex protects it, though each thread sleeps between reading and writing;
// each says by an event of its own that it has finished.
func count() error {
	const threads, increments = 3, 20
	lock, err := rtt.NewMutex("lock")
	if err != nil {
		return err
	}
	defer lock.Close()
	finished, err := rtt.NewEvent("finish", rtt.FIFO)
	if err != nil {
		return err
	}
	defer finished.Close()

	counter := 0
	for i := range threads {
		err := spawn(fmt.Sprint("count", i), int16(20+i), func() {
			for range increments {
				increment(lock, &counter)
			}
			if err := finished.Send(1 << i); err != nil {
				println("count:", err.Error())
			}
		})
		if err != nil {
			return err
		}
	}
	if _, err := finished.Wait(1<<threads-1, rtt.EventAll|rtt.EventClear, patience); err != nil {
		return err
	}
	fmt.Printf("%d threads have counted to %d\n", threads, counter)
	return nil
}

func increment(lock *rtt.Mutex, counter *int) {
	lock.Lock()
	defer lock.Unlock()
	read := *counter
	if err := rtt.SleepTicks(1); err != nil {
		println("count:", err.Error())
	}
	*counter = read + 1
}
