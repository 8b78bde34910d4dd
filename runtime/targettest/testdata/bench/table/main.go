// Package main measures Go's rows of the table; bench.c measures C's. A count is
// an instruction in the emulator.
package main

import (
	"runtime"
	"unsafe"
)

//export rtt_icount_fn
func now() uint32

//export rtt_exit
func exit(code int32)

//export bench_row
func row(name unsafe.Pointer, n uint32)

//export bench_escape
func escape(p uintptr)

//export bench_sem
func benchSem(sem *uintptr)

//export bench_c
func benchC()

//export rt_sem_release
func semRelease(sem uintptr) int32

//export rt_sem_take
func semTake(sem uintptr, ticks int32) int32

// The shape of the generated wrappers.

type errno int32

func (e errno) Error() string { return "kernel error" }

var errClosed error = errno(-1)

type semaphore struct{ p uintptr }

func (s semaphore) Release() error {
	if s.p == 0 {
		return errClosed
	}
	if e := semRelease(s.p); e != 0 {
		return errno(e)
	}
	return nil
}

func (s semaphore) TryTake() error {
	if s.p == 0 {
		return errClosed
	}
	if e := semTake(s.p, 0); e != 0 {
		return errno(e)
	}
	return nil
}

type node struct {
	next *node
	data [3]uint32
}

var (
	sink  *node
	list  *node
	table []*node
)

func name(s string) unsafe.Pointer { return unsafe.Pointer(unsafe.StringData(s)) }

func collect(title string) {
	runtime.GC()
	t := now()
	runtime.GC()
	row(name(title), now()-t)
}

func main() {
	benchC()
	var p uintptr
	benchSem(&p)
	s := semaphore{p}
	const n = 1000
	t := now()
	for range n {
		if s.Release() != nil || s.TryTake() != nil {
			exit(1)
		}
	}
	row(name("sem\x00"), (now()-t)/n)

	runtime.GC()
	t = now()
	for range n {
		sink = new(node)
		escape(uintptr(unsafe.Pointer(&sink)))
	}
	row(name("alloc\x00"), (now()-t)/n)
	t = now()
	for range 20 * n {
		sink = new(node)
		escape(uintptr(unsafe.Pointer(&sink)))
	}
	row(name("alloc with GC\x00"), (now()-t)/(20*n))
	if sink.next != nil || sink.data[1] != 0 {
		exit(1)
	}
	escape(uintptr(unsafe.Pointer(sink)))
	sink = nil

	collect("GC, empty\x00")
	for range n {
		list = &node{next: list}
	}
	collect("GC, list\x00")
	list = nil
	table = make([]*node, n)
	for i := range table {
		table[i] = new(node)
	}
	collect("GC, table\x00")
	table = nil
	runtime.GC()

	done := make(chan int)
	f := func() { done <- 1 }
	for range 3 {
		go f()
		<-done
	}
	runtime.Gosched()
	t = now()
	for range n {
		go nothing()
		runtime.Gosched()
	}
	row(name("goroutine\x00"), (now()-t)/n)

	ping, pong := make(chan int), make(chan int)
	go func() {
		for v := range ping {
			pong <- v
		}
	}()
	ping <- 0
	<-pong
	t = now()
	for i := range n {
		ping <- i
		<-pong
	}
	row(name("ping-pong\x00"), (now()-t)/n)

	println("12345678901234567890")
	t = now()
	for range 10 {
		println("12345678901234567890")
	}
	row(name("println\x00"), (now()-t)/10)
	exit(0)
}

func nothing() { runs++ }

var runs int
