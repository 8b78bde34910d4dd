// needs: EnterCritical ExitCritical Critical CriticalLocked SpinLocked NoInterrupts DisableInterrupts InterruptNest CriticalLevel
package main

import "example.com/program/rtt"

var _ = add("critical section", func(t *test) {
	ran := false
	above := must(rtt.NewThread("above", func() { ran = true }, rtt.ThreadConfig{Priority: int16(high())}))
	rtt.Critical(func() {
		rtt.EnterCritical()
		equal(t, "level", rtt.CriticalLevel(), 2)
		t.ok("Start", above.Start())
		for begin := rtt.TickCount(); rtt.TickCount() < begin+3; { // interrupts go on
		}
		rtt.ExitCritical()
		equal(t, "ran with the scheduler locked", ran, false)
	})
	equal(t, "ran when it was unlocked", ran, true)
	equal(t, "level", rtt.CriticalLevel(), 0)

	l := rtt.NewCriticalLocked(1)
	l.With(func(v *int) { *v += rtt.CriticalLevel() })
	equal(t, "value", l.Load(), 2)
	l.Store(5)
	equal(t, "value", l.Load(), 5)
})

// What would wait is refused where it must not.
var _ = add("context", func(t *test) {
	s := must(rtt.NewSemaphore("context", 0, rtt.FIFO))
	m := must(rtt.NewMutex("context"))
	q := must(rtt.NewMessageQueue[int]("context", 1, rtt.FIFO))
	e := must(rtt.NewEvent("context", rtt.FIFO))
	blocking := func() []error {
		_, recv := q.Recv(tick)
		_, wait := e.Wait(1, rtt.EventAny, tick)
		_, create := rtt.NewMutex("context") // it would wait for the heap
		return []error{s.Take(tick), s.Take(rtt.NoWait), m.Take(rtt.Forever), recv, wait, rtt.Sleep(tick), rtt.SuspendSelf(), create}
	}
	// The array is made here: an interrupt must not allocate.
	var errs [8]error
	inCritical := 0
	rtt.Critical(func() { inCritical = copy(errs[:], blocking()) })
	equal(t, "calls", inCritical, len(errs))
	for i, err := range errs {
		t.is("call "+string(rune('0'+i))+" with the scheduler locked", err, rtt.ErrContext)
	}
	errs = [8]error{}
	nest := 0
	inInterrupt(func() {
		nest = rtt.InterruptNest()
		errs[0] = s.Take(tick)
		errs[1] = m.Take(rtt.Forever)
		_, errs[2] = q.Recv(rtt.Forever)
		_, errs[3] = e.Wait(1, rtt.EventAny, tick)
		errs[4] = rtt.Sleep(tick)
		_, errs[5] = rtt.NewSemaphore("irq", 0, rtt.FIFO)
		errs[6] = s.Close()
		errs[7] = s.Release()
	})
	equal(t, "nesting in an interrupt", nest, 1)
	for i, err := range errs[:7] {
		t.is("call "+string(rune('0'+i))+" in an interrupt", err, rtt.ErrContext)
	}
	t.ok("Release in an interrupt", errs[7])
	t.ok("TryTake of what it released", s.TryTake())
	equal(t, "nesting in a thread", rtt.InterruptNest(), 0)
	s.Close()
	m.Close()
	q.Close()
	e.Close()
})

var _ = add("interrupts off", func(t *test) {
	fired := 0
	timer := must(rtt.NewTimer("masked", tick, func() { fired++ }, rtt.TimerPeriodic|rtt.TimerHard))
	t.ok("Start", timer.Start())
	rtt.NoInterrupts(func() {
		inner := rtt.DisableInterrupts()
		before, begin := fired, rtt.TickCount()
		for range 1000000 {
			if rtt.TickCount() != begin {
				break
			}
		}
		inner.Restore()
		equal(t, "fired with interrupts off", fired, before)
		equal(t, "ticks with interrupts off", rtt.TickCount(), begin)
	})
	before := fired
	pause()
	equal(t, "fired afterwards", fired > before, true)
	timer.Close()

	l := rtt.NewSpinLocked([2]int{})
	inInterrupt(func() { l.With(func(v *[2]int) { v[0], v[1] = 1, 2 }) })
	equal(t, "value", l.Load(), [2]int{1, 2})
	l.Store([2]int{3, 4})
	equal(t, "value", l.Load(), [2]int{3, 4})
})
