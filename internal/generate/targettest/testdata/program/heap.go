// needs: Malloc Calloc Realloc Free MallocAligned FreeAligned MemoryInfo
package main

import (
	"unsafe"

	"example.com/program/rtt"
)

var _ = add("heap", func(t *test) {
	total, used, _, err := rtt.MemoryInfo()
	t.ok("MemoryInfo", err)
	b := must(rtt.Malloc(1000))
	equal(t, "length", len(b), 1000)
	_, more, most, _ := rtt.MemoryInfo()
	equal(t, "used more", more-used >= 1000 && more-used < 1100, true)
	equal(t, "used at most", most >= more && most <= total, true)
	copy(b, "kept")
	b = must(rtt.Realloc(b, 2000))
	equal(t, "length after Realloc", len(b), 2000)
	equal(t, "what was there before Realloc", string(b[:4]), "kept")
	rtt.Free(b)
	b = must(rtt.Calloc(100))
	sum := 0
	for _, v := range b {
		sum += int(v)
	}
	equal(t, "sum of zeros", sum, 0)
	equal(t, "length of Calloc", len(b), 100)
	rtt.Free(b)
	b = must(rtt.MallocAligned(100, 64))
	equal(t, "alignment", uintptr(unsafe.Pointer(&b[0]))%64, 0)
	rtt.FreeAligned(b)
	_, now, _, _ := rtt.MemoryInfo()
	equal(t, "used in the end", now, used)
	_, err = rtt.Malloc(total + 1)
	t.is("Malloc of more than there is", err, rtt.ErrNoMemory)
})

// No object leaves anything on RT-Thread's heap.
var _ = add("heap after all", func(t *test) {
	use := func() {
		start("leak", low(), func() {})
		s := must(rtt.NewSemaphore("leak", 0, rtt.FIFO))
		m := must(rtt.NewMutex("leak"))
		e := must(rtt.NewEvent("leak", rtt.FIFO))
		mb := must(rtt.NewMailbox[int]("leak", 3, rtt.FIFO))
		q := must(rtt.NewMessageQueue[int]("leak", 3, rtt.FIFO))
		p := must(rtt.NewMemPool[int]("leak", 3))
		timer := must(rtt.NewTimer("leak", tick, func() {}, rtt.TimerPeriodic))
		timer.Start()
		pause()
		for _, c := range []interface{ Close() error }{s, m, e, mb, q, p, timer} {
			t.ok("Close", c.Close())
		}
		pause() // the idle thread frees the other one
	}
	use()
	_, before, _, _ := rtt.MemoryInfo()
	for range 20 {
		use()
	}
	_, after, _, _ := rtt.MemoryInfo()
	equal(t, "used", after, before)
})
