// needs: SpinLock
package main

import "example.com/program/rtt"

var spin rtt.SpinLock

var _ = add("spinlock", func(t *test) {
	spin.Lock()
	t.is("Sleep that holds one", rtt.Sleep(tick), rtt.ErrContext)
	spin.Unlock()
	t.ok("Sleep afterwards", rtt.Sleep(tick))
	state := spin.LockIRQ()
	begin := rtt.TickCount()
	for range 1000000 {
		if rtt.TickCount() != begin {
			break
		}
	}
	equal(t, "ticks with interrupts off", rtt.TickCount(), begin)
	spin.UnlockIRQ(state)
	t.ok("Sleep afterwards", rtt.Sleep(tick))
})
