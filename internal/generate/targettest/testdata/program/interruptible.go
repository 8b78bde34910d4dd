// needs: Semaphore.TakeInterruptible Semaphore.TakeKillable Event.WaitInterruptible Semaphore.SetLimit CanBlock InThread
package main

import "example.com/program/rtt"

var _ = add("interruptible", func(t *test) {
	s := must(rtt.NewSemaphore("intr", 0, rtt.FIFO))
	t.lasts("TakeInterruptible, over time", 5, func() { t.is("TakeInterruptible", s.TakeInterruptible(5*tick), rtt.ErrTimeout) })
	t.lasts("TakeKillable, over time", 5, func() { t.is("TakeKillable", s.TakeKillable(5*tick), rtt.ErrTimeout) })
	e := must(rtt.NewEvent("intr", rtt.FIFO))
	t.lasts("WaitInterruptible, over time", 5, func() {
		_, err := e.WaitInterruptible(1, rtt.EventAny, 5*tick)
		t.is("WaitInterruptible", err, rtt.ErrTimeout)
	})
	e.Close()

	t.ok("SetLimit", s.SetLimit(2))
	t.ok("Release", s.Release())
	t.ok("Release", s.Release())
	t.is("Release at the limit", s.Release(), rtt.ErrFull)
	s.Close()

	equal(t, "can block", rtt.CanBlock(), true)
	rtt.Critical(func() { equal(t, "can block with the scheduler locked", rtt.CanBlock(), false) })
	in := true
	inInterrupt(func() { in = rtt.InThread() })
	equal(t, "in a thread, in an interrupt", in, false)
	equal(t, "in a thread", rtt.InThread(), true)
})
