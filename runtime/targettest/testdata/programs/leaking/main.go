// test: gc=leaking D=HEAP_SIZE=4096
package main

import (
	"runtime"

	"programs/target"
)

func main() {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	before := m.Mallocs
	go func() {
		for i := 0; ; i++ {
			p := new([100]int32)
			p[i%100] = 1
			keep = p
		}
	}()
	runtime.Gosched()
	wait(5)
	runtime.ReadMemStats(&m)
	println("objects", m.Mallocs-before > 5, "bytes", m.HeapAlloc < m.HeapSys)
	target.Exit(0)
}

var keep *[100]int32

//export rt_thread_delay
func wait(ticks uint32) int32
