// The program measures what the generated package adds to C: see TestBench. A count is an instruction in the emulator.
package main

import (
	"time"

	"example.com/program/rtt"
)

const rounds = 1000

//export rtt_icount_fn
func count() uint32

//export cost_row
func row(n uint32)

//export cost_of_c
func costOfC() uint32

//export rtt_exit
func exit(status int32)

// takeConstant is looked at in the image: a timeout that is constant is converted when it is compiled.
//
//go:noinline
//export cost_take
func takeConstant(sem *rtt.Semaphore) bool { return sem.Take(50*time.Millisecond) == nil }

func main() {
	sem, err := rtt.NewSemaphore("cost", 0, rtt.FIFO)
	if err != nil {
		panic(err)
	}
	begin := count()
	for range rounds {
		if sem.Release() != nil || sem.TryTake() != nil {
			exit(1)
		}
	}
	n := (count() - begin) / rounds
	row(n - costOfC())
	sem.Release()
	if !takeConstant(sem) {
		exit(1)
	}
	exit(0)
}
