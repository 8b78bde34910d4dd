// needs: DelayUntil
package main

import "example.com/program/rtt"

var _ = add("delay until", func(t *test) {
	last := rtt.TickCount()
	begin := last
	for n := rtt.Ticks(1); n <= 5; n++ {
		rtt.Sleep(3 * tick) // work, which does not add to the period
		t.ok("DelayUntil", rtt.DelayUntil(&last, 10*tick))
		equal(t, "due", last, begin+10*n)
		if d := rtt.TickCount() - begin; d != 10*n && d != 10*n+1 {
			t.errorf("period %d ends after %d ticks", n, d)
		}
	}
})
