// needs: HandleSignal UnmaskSignal MaskSignal WaitSignal Thread.Signal
package main

import "example.com/program/rtt"

const (
	usr1 = 10 // SIGUSR1 of RT-Thread's own numbers and of newlib's
	usr2 = 12
)

var _ = add("signals", func(t *test) {
	var got [2]int
	var count [2]int
	masked := true
	step := must(rtt.NewSemaphore("step", 0, rtt.FIFO))
	th := start("signals", high(), func() {
		for i, signal := range []int{usr1, usr2} {
			t.ok("HandleSignal", rtt.HandleSignal(signal, func(s int) {
				got[i] = s
				count[i]++
			}))
		}
		t.ok("UnmaskSignal", rtt.UnmaskSignal(usr1))
		for step.Take(rtt.Forever) == nil {
		}
		t.ok("UnmaskSignal", rtt.UnmaskSignal(usr2))
		masked = false
		rtt.Sleep(1000 * tick)
		t.ok("MaskSignal", rtt.MaskSignal(usr1))
	})
	t.ok("Signal that is masked", th.Signal(usr2))
	equal(t, "masked signals handled", count[1], 0)
	t.ok("Signal", th.Signal(usr1))
	pause()
	equal(t, "signal handled", got[0], usr1)
	equal(t, "signals handled", count[0], 1)
	step.Reset(0)
	pause()
	equal(t, "not masked any more", masked, false)
	equal(t, "signal handled when unmasked", got[1], usr2)
	t.is("Signal", th.Signal(1000), rtt.ErrRange)
	t.is("Signal", th.Signal(-1), rtt.ErrRange)
	th.Close()
	t.is("Signal after Close", th.Signal(usr1), rtt.ErrClosed)
	step.Close()
})

var _ = add("signal waited for", func(t *test) {
	var got int
	var err error
	th := start("waiter", high(), func() {
		rtt.HandleSignal(usr1, func(int) {})
		rtt.UnmaskSignal(usr1)
		t.lasts("WaitSignal, over time", 7, func() {
			_, err := rtt.WaitSignal(rtt.Signals(usr1), 7*tick)
			t.is("WaitSignal", err, rtt.ErrTimeout)
		})
		got, err = rtt.WaitSignal(rtt.Signals(usr1, usr2), 100*tick)
	})
	rtt.Sleep(20 * tick)
	t.ok("Signal", th.Signal(usr1))
	pause()
	t.ok("WaitSignal", err)
	equal(t, "signal", got, usr1)
})
