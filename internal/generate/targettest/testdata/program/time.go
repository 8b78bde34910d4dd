// needs: Sleep SleepTicks TickCount TicksOf Ticks.Duration
package main

import (
	"time"

	"example.com/program/rtt"
)

var _ = add("time", func(t *test) {
	equal(t, "ticks of a second", rtt.TicksOf(time.Second), rtt.TickRate)
	equal(t, "rounded up", rtt.TicksOf(tick+1), 2)
	equal(t, "no wait", rtt.TicksOf(rtt.NoWait), rtt.NoWaitTicks)
	equal(t, "before now", rtt.TicksOf(-time.Hour), rtt.NoWaitTicks)
	equal(t, "for ever", rtt.TicksOf(rtt.Forever), rtt.ForeverTicks)
	equal(t, "longer than the kernel can wait", rtt.TicksOf(time.Duration(1<<62)), 1<<31-2)
	equal(t, "duration", rtt.Ticks(1500).Duration(), 1500*time.Second/rtt.TickRate)
	for _, n := range []rtt.Ticks{1, 2, 10, 50} {
		t.lasts("Sleep", n, func() { t.ok("Sleep", rtt.Sleep(n.Duration())) })
		t.lasts("SleepTicks", n, func() { t.ok("SleepTicks", rtt.SleepTicks(n)) })
	}
	begin := time.Now()
	rtt.Sleep(20 * tick)
	if d := time.Since(begin); d < 20*tick || d > 21*tick {
		t.errorf("time.Since after 20 ticks: %v", d)
	}
	t.lasts("time.Sleep", 10, func() { time.Sleep(10 * tick) })
})
