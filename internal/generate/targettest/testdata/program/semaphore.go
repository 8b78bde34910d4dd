// needs: Semaphore StaticSemaphore
package main

import "example.com/program/rtt"

var _ = add("semaphore", func(t *test) {
	s := must(rtt.NewSemaphore("sem", 0, rtt.FIFO))
	equal(t, "name", s.Name(), "sem")
	t.is("TryTake of 0", s.TryTake(), rtt.ErrTimeout)
	t.lasts("Take, over time", 20, func() { t.is("Take of 0", s.Take(20*tick), rtt.ErrTimeout) })
	t.lasts("Take, one tick", 1, func() { t.is("Take of 0", s.Take(1), rtt.ErrTimeout) })
	t.lasts("Take, no wait", 0, func() { t.is("Take of 0", s.Take(rtt.NoWait), rtt.ErrTimeout) })
	t.ok("Release", s.Release())
	t.lasts("Take of 1", 0, func() { t.ok("Take of 1", s.Take(rtt.Forever)) })

	// A thread that waits goes on at once if its priority is higher.
	var taken int
	var err error
	wait := func() {
		if err = s.Take(rtt.Forever); err == nil {
			taken++
		}
	}
	start("waiter", high(), wait)
	equal(t, "taken before Release", taken, 0)
	t.ok("Release to a thread", s.Release())
	equal(t, "taken after Release", taken, 1)

	start("waiter", high(), wait)
	inInterrupt(func() { s.Release() })
	equal(t, "taken after Release in an interrupt", taken, 2)

	start("waiter", high(), wait)
	t.ok("Reset", s.Reset(2))
	t.fails("Take when Reset", err)
	t.ok("TryTake after Reset to 2", s.TryTake())
	t.ok("TryTake after Reset to 2", s.TryTake())
	t.is("TryTake after both", s.TryTake(), rtt.ErrTimeout)

	err = nil
	start("waiter", high(), wait)
	t.ok("Close", s.Close())
	pause() // not every version lets it run at once
	t.is("Take when closed", err, rtt.ErrClosed)
	t.is("Close twice", s.Close(), rtt.ErrClosed)
	t.is("Take after Close", s.Take(rtt.NoWait), rtt.ErrClosed)
	t.is("Release after Close", s.Release(), rtt.ErrClosed)
	t.is("Take of nothing", new(rtt.Semaphore).Take(rtt.Forever), rtt.ErrClosed)
})

// Waiting threads are served in the order in which they came, or by priority.
var _ = add("semaphore order", func(t *test) {
	for _, c := range []struct {
		order rtt.QueueOrder
		want  string
	}{{rtt.FIFO, "abc"}, {rtt.Prio, "cba"}} {
		var s rtt.StaticSemaphore
		t.ok("Init", s.Init("order", 0, c.order))
		t.is("Init twice", s.Init("order", 0, c.order), rtt.ErrInUse)
		var got []byte
		for i := range uint8(3) {
			start("order", normal-1-i, func() {
				s.Take(rtt.Forever)
				got = append(got, 'a'+i)
			})
		}
		for range 3 {
			t.ok("Release", s.Release())
		}
		equal(t, c.order.String(), string(got), c.want)
		t.ok("Close", s.Close())
		t.ok("Init again", s.Init("again", 1, c.order))
		t.ok("TryTake", s.TryTake())
		t.ok("Close", s.Close())
	}
})

var _ = add("semaphore like C", func(t *test) {
	var results []int32
	s := must(rtt.NewSemaphore("sem", 1, rtt.Prio))
	results = append(results, code(s.TryTake()), code(s.TryTake()))
	t.lasts("Take", 7, func() { results = append(results, code(s.TakeTicks(7)), 7) })
	results = append(results, code(s.Release()), code(s.TakeTicks(rtt.ForeverTicks)))
	s.Close()
	s = must(rtt.NewSemaphore("full", 65535, rtt.Prio))
	results = append(results, code(s.Release()))
	s.Close()
	t.likeC("semaphore", results...)
})
