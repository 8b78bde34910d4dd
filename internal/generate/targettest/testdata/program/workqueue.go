// needs: WorkQueue Work Work.DoAfter
package main

import "example.com/program/rtt"

var _ = add("workqueue", func(t *test) {
	q := must(rtt.NewWorkQueue("wq", rtt.WorkQueueConfig{Stack: 4096, Priority: int16(high())}))
	var order []int
	var one, two rtt.Work
	t.ok("Init", one.Init(func() { order = append(order, 1) }))
	t.ok("Init", two.Init(func() { order = append(order, 2) }))
	t.ok("Do", q.Do(&one))
	t.ok("Do", q.Do(&two))
	equal(t, "run at once, for the queue has a higher priority", len(order), 2)
	t.ok("DoAfter", q.DoAfter(&one, 20*tick))
	rtt.Sleep(10 * tick)
	equal(t, "run before the delay", len(order), 2)
	rtt.Sleep(15 * tick)
	equal(t, "run after the delay", len(order), 3)
	t.ok("DoAfter", q.DoAfter(&two, 10*tick))
	t.ok("Cancel", q.Cancel(&two))
	rtt.Sleep(20 * tick)
	equal(t, "run although cancelled", len(order), 3)
	inInterrupt(func() { q.Do(&two) })
	equal(t, "run after Do in an interrupt", len(order), 4)
	t.ok("CancelWait", q.CancelWait(&one))

	t.ok("Do of the system's queue", one.Do())
	rtt.Sleep(5 * tick)
	equal(t, "run by the system's queue", len(order), 5)
	t.ok("DoAfter of the system's queue", one.DoAfter(5*tick))
	t.ok("Close while it is queued", one.Close())
	rtt.Sleep(10 * tick)
	equal(t, "run after Close", len(order), 5)
	t.is("Do after Close", q.Do(&one), rtt.ErrClosed)
	t.ok("Close", two.Close())
	t.ok("Close of the queue", q.Close())
})
