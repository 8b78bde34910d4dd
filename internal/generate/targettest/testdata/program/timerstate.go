// needs: Timer.Running Timer.Expires
package main

import "example.com/program/rtt"

var _ = add("timer state", func(t *test) {
	timer := must(rtt.NewTimer("state", 10*tick, func() {}, rtt.TimerOneShot))
	equal(t, "runs before Start", must(timer.Running()), false)
	t.ok("Start", timer.Start())
	equal(t, "runs", must(timer.Running()), true)
	left := must(timer.Expires()) - rtt.TickCount()
	equal(t, "expires soon", left >= 9 && left <= 10, true)
	rtt.Sleep(12 * tick)
	equal(t, "runs when it is over", must(timer.Running()), false)
	timer.Close()
	_, err := timer.Running()
	t.is("Running after Close", err, rtt.ErrClosed)
})
