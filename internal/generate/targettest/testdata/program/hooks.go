// needs: SetIdleHook SetSchedulerHook SetObjectTakeHook SetObjectPutHook SetTimerEnterHook SetTimerExitHook
package main

import (
	"example.com/program/rtt"
	"example.com/program/rtt/raw"
)

var _ = add("hooks", func(t *test) {
	idle, switches := 0, 0
	t.ok("SetIdleHook", rtt.SetIdleHook(func() { idle++ }))
	rtt.SetSchedulerHook(func(from, to *raw.Thread) {
		if from != nil && to != nil && from != to {
			switches++
		}
	})
	pause()
	equal(t, "idle hook called", idle > 0, true)
	equal(t, "scheduler hook called", switches >= 2, true)
	t.ok("SetIdleHook", rtt.SetIdleHook(nil))
	rtt.SetSchedulerHook(nil)
	wasIdle, wasSwitched := idle, switches
	pause()
	equal(t, "idle hook called after it was taken back", idle, wasIdle)
	equal(t, "scheduler hook called after it was taken back", switches, wasSwitched)

	// Again: a slot that is free is used once more.
	t.ok("SetIdleHook", rtt.SetIdleHook(func() { idle += 1000 }))
	pause()
	t.ok("SetIdleHook", rtt.SetIdleHook(nil))
	equal(t, "second idle hook called", idle >= wasIdle+1000, true)
})

var _ = add("hooks of objects", func(t *test) {
	takes, puts, enters, exits := 0, 0, 0, 0
	s := must(rtt.NewSemaphore("hook", 1, rtt.FIFO))
	timer := must(rtt.NewTimer("hook", 2*tick, func() {}, rtt.TimerOneShot|rtt.TimerHard))
	rtt.SetObjectTakeHook(func(*raw.Object) { takes++ })
	rtt.SetObjectPutHook(func(*raw.Object) { puts++ })
	rtt.SetTimerEnterHook(func(*raw.Timer) { enters++ })
	rtt.SetTimerExitHook(func(*raw.Timer) { exits++ })
	s.Take(rtt.Forever)
	s.Release()
	timer.Start()
	pause()
	rtt.SetObjectTakeHook(nil)
	rtt.SetObjectPutHook(nil)
	rtt.SetTimerEnterHook(nil)
	rtt.SetTimerExitHook(nil)
	equal(t, "take hook called", takes > 0, true)
	equal(t, "put hook called", puts > 0, true)
	equal(t, "timer enter hook called", enters > 0, true)
	equal(t, "timer exit hook called", exits, enters)
	was := puts
	s.Release()
	equal(t, "put hook called after it was taken back", puts, was)
	s.Close()
	timer.Close()
})
