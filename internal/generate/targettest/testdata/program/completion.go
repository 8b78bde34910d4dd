// needs: Completion Completion.Wait
package main

import "example.com/program/rtt"

var _ = add("completion", func(t *test) {
	var c rtt.Completion
	t.ok("Init", c.Init())
	t.lasts("Wait, over time", 20, func() { t.is("Wait", c.Wait(20*tick), rtt.ErrTimeout) })
	t.ok("Done", c.Done())
	t.lasts("Wait when done", 0, func() { t.ok("Wait", c.Wait(rtt.Forever)) })
	woken := 0
	start("waiter", high(), func() {
		if c.Wait(rtt.Forever) == nil {
			woken++
		}
	})
	equal(t, "woken before Done", woken, 0)
	inInterrupt(func() { c.Done() })
	equal(t, "woken after Done in an interrupt", woken, 1)
	t.ok("Close", c.Close())
	t.is("Wait after Close", c.Wait(rtt.NoWait), rtt.ErrClosed)
})
