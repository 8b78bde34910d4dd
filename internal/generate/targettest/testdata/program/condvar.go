// needs: CondVar CondVar.Wait
package main

import "example.com/program/rtt"

var _ = add("condvar", func(t *test) {
	var c rtt.CondVar
	t.ok("Init", c.Init())
	m := must(rtt.NewMutex("m"))
	ready, seen := false, 0
	wait := func() {
		m.Lock()
		defer m.Unlock()
		for !ready {
			if c.Wait(m, rtt.Forever) != nil {
				return
			}
		}
		seen++
	}
	start("one", high(), wait)
	start("two", high(), wait)
	equal(t, "woken before Broadcast", seen, 0)
	m.Lock()
	ready = true
	t.ok("Broadcast", c.Broadcast())
	m.Unlock()
	equal(t, "woken after Broadcast", seen, 2)
	m.Lock()
	t.lasts("Wait, over time", 20, func() { t.is("Wait", c.Wait(m, 20*tick), rtt.ErrTimeout) })
	m.Unlock()
	t.ok("Close", c.Close())
	t.ok("Close of the mutex", m.Close())
})
