// needs: DataQueue DataQueue.Push
package main

import (
	"runtime"

	"example.com/program/rtt"
)

var _ = add("dataqueue", func(t *test) {
	var q rtt.DataQueue
	t.ok("Init", q.Init(2, 1))
	push := func(n byte) error {
		b := make([]byte, 100)
		for i := range b {
			b[i] = n
		}
		return q.Push(b, rtt.NoWait)
	}
	t.ok("Push", push(1))
	t.ok("Push", push(2))
	t.is("Push, full", push(3), rtt.ErrTimeout)
	equal(t, "Len", q.Len(), 2)
	for range 10 { // what only the queue refers to must stay
		runtime.GC()
		_ = make([]byte, 100)
	}
	for n := byte(1); n <= 2; n++ {
		b, err := q.Pop(rtt.Forever)
		t.ok("Pop", err)
		equal(t, "length", len(b), 100)
		sum := 0
		for _, v := range b {
			sum += int(v)
		}
		equal(t, "sum", sum, 100*int(n))
	}
	t.lasts("Pop, over time", 20, func() {
		_, err := q.Pop(20 * tick)
		t.is("Pop, empty", err, rtt.ErrTimeout)
	})
	t.ok("Close", q.Close())
	t.is("Push after Close", push(1), rtt.ErrClosed)
})
