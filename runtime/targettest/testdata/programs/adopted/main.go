package main

import (
	"programs/target"
)

// C threads call Go: they get a task when they first need one, and may wait on
// channels, defer, recover and print. Threads come and go, also at the same place.

var (
	requests = make(chan int)
	answers  = make(chan int)
	sum      int
)

//export rttgo_test_call
func call(n int32) int32 {
	defer func() { recover() }()
	requests <- int(n)
	v := <-answers
	print("thread ", n, " got ")
	println(v)
	if n%2 == 1 {
		panic("recovered")
	}
	return int32(v)
}

//export rttgo_test_fail
func fail() { panic("not recovered") }

func main() {
	for range 6 {
		n := <-requests
		sum += n
		answers <- n * 10
	}
	println("sum", sum)
	<-requests
	target.Exit(0)
}
