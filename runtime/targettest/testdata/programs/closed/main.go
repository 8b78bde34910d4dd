package main

import "programs/target"

// Panics in goroutines park them, by name; the others go on.

func main() {
	done := make(chan bool)
	go func() {
		defer close(done)
		var c chan int
		select {
		case v := <-c:
			println(v)
		default:
			println("a nil channel is never ready")
		}
	}()
	<-done
	print("an unfinished line, ")
	go func() {
		print("kept at panic")
		panic("in a goroutine")
	}()
	wait()
	go func() { panic(error(failure{3})) }()
	wait()
	println("main goes on")
	target.Exit(0)
}

type failure struct{ n int }

func (f failure) Error() string { return "a failure" }

//export rt_thread_delay
func delay(ticks uint32) int32

func wait() { delay(5) }
