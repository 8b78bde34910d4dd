// needs: WaitQueue WaitQueue.Wait
package main

import "example.com/program/rtt"

var _ = add("waitqueue", func(t *test) {
	var q rtt.WaitQueue
	t.ok("Init", q.Init())
	ready, woken := false, 0
	start("waiter", high(), func() {
		for !ready {
			if q.Wait(rtt.Forever) != nil {
				return
			}
		}
		woken++
	})
	equal(t, "woken before Wake", woken, 0)
	ready = true
	t.ok("Wake", q.Wake())
	equal(t, "woken after Wake", woken, 1)
	t.lasts("Wait, over time", 20, func() { q.Wait(20 * tick) })
	t.ok("Close", q.Close())
	t.is("Wake after Close", q.Wake(), rtt.ErrClosed)
})
