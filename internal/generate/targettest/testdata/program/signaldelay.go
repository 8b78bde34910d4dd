// needs: HandleSignal UnmaskSignal Thread.Signal DelayUntil
package main

import "example.com/program/rtt"

var _ = add("signal to a thread that delays", func(t *test) {
	for _, priority := range []uint8{high(), low()} {
		var err error
		var ticks rtt.Ticks
		th := start("waiter", priority, func() {
			rtt.HandleSignal(usr1, func(int) {})
			rtt.UnmaskSignal(usr1)
			begin := rtt.TickCount()
			last := begin
			err = rtt.DelayUntil(&last, 50*tick)
			ticks = rtt.TickCount() - begin
		})
		pause()
		t.ok("Signal", th.Signal(usr1))
		rtt.Sleep(60 * tick)
		if ticks < 50 {
			t.is("DelayUntil, signalled", err, rtt.ErrInterrupted)
		} else {
			t.ok("DelayUntil", err)
		}
	}
})
