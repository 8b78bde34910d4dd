// needs: Timer StaticTimer InterruptNest
package main

import "example.com/program/rtt"

var _ = add("timer", func(t *test) {
	for _, kind := range []rtt.TimerFlag{rtt.TimerHard, rtt.TimerSoft} {
		fired, nest, last := 0, 0, rtt.Ticks(0)
		fn := func() {
			fired++
			nest, last = rtt.InterruptNest(), rtt.TickCount()
		}
		once := must(rtt.NewTimer("once", 10*tick, fn, rtt.TimerOneShot|kind))
		equal(t, "name", once.Name(), "once")
		equal(t, "period", must(once.Period()), 10*tick)
		rtt.Sleep(20 * tick)
		equal(t, "fired before Start", fired, 0)
		begin := rtt.TickCount()
		t.ok("Start", once.Start())
		rtt.Sleep(30 * tick)
		equal(t, "one-shot fired", fired, 1)
		equal(t, "in an interrupt", nest > 0, kind == rtt.TimerHard)
		if d := last - begin; d != 10 && d != 11 {
			t.errorf("fired after %d ticks, want 10", d)
		}
		t.is("Stop when it is over", once.Stop(), rtt.ErrError)

		// Start of a timer that runs lets it start anew; Stop ends it.
		t.ok("Start", once.Start())
		rtt.Sleep(6 * tick)
		t.ok("Start again", once.Start())
		rtt.Sleep(6 * tick)
		equal(t, "fired while it is started again", fired, 1)
		t.ok("Stop", once.Stop())
		rtt.Sleep(20 * tick)
		equal(t, "fired after Stop", fired, 1)

		t.ok("SetPeriodic", once.SetPeriodic())
		t.ok("SetPeriod", once.SetPeriod(3*tick))
		equal(t, "period", must(once.Period()), 3*tick)
		t.is("SetPeriod of nothing", once.SetPeriod(0), nil) // at least a tick
		var err error
		inInterrupt(func() { err = once.SetPeriod(3 * tick) })
		t.ok("SetPeriod in an interrupt", err)
		t.ok("Start", once.Start())
		rtt.Sleep(31 * tick)
		if fired != 11 && fired != 12 {
			t.errorf("periodic timer fired %d times, want 10", fired-1)
		}
		t.ok("SetOneShot", once.SetOneShot())
		rtt.Sleep(20 * tick)
		fired = 0
		rtt.Sleep(20 * tick)
		equal(t, "fired after SetOneShot", fired, 0)
		t.ok("Start", once.Start())
		t.ok("Close", once.Close())
		rtt.Sleep(20 * tick)
		equal(t, "fired after Close", fired, 0)
		t.is("Close twice", once.Close(), rtt.ErrClosed)
		t.is("Start after Close", once.Start(), rtt.ErrClosed)
	}
})

// A periodic function stops its own timer.
var _ = add("timer stopped while firing", func(t *test) {
	for _, kind := range []rtt.TimerFlag{rtt.TimerHard, rtt.TimerSoft} {
		var timer rtt.StaticTimer
		fired := 0
		var err error
		t.ok("Init", timer.Init("own", 2*tick, func() {
			if fired++; fired == 3 {
				err = timer.Stop()
			}
		}, rtt.TimerPeriodic|kind))
		t.is("Init twice", timer.Init("own", tick, func() {}, kind), rtt.ErrInUse)
		t.ok("Start", timer.Start())
		rtt.Sleep(20 * tick)
		equal(t, "fired", fired, 3)
		t.ok("Stop by its own function", err)
		t.ok("Start", timer.Start())
		rtt.Sleep(5 * tick)
		equal(t, "fired after Start", fired > 3, true)
		t.ok("Close", timer.Close())
		t.ok("Init after Close", timer.Init("again", tick, func() { fired = 100 }, rtt.TimerOneShot|kind))
		t.ok("Start", timer.Start())
		pause()
		equal(t, "the function of the second Init", fired, 100)
		t.ok("Close", timer.Close())
	}
})

// A soft timer is closed while its function runs, by a thread that interrupts it.
var _ = add("timer closed while firing", func(t *test) {
	if version() < 401 {
		return // RT-Thread before 4.1 looks at the timer once more when its function has returned: see Timer.Close
	}
	var timer *rtt.Timer
	closing := must(rtt.NewSemaphore("close", 0, rtt.FIFO))
	var err error
	start("closer", 1, func() {
		closing.Take(rtt.Forever)
		err = timer.Close()
	})
	begun, ended := 0, 0
	timer = must(rtt.NewTimer("busy", 2*tick, func() {
		begun++
		closing.Release()
		ended++
	}, rtt.TimerPeriodic|rtt.TimerSoft))
	t.ok("Start", timer.Start())
	rtt.Sleep(20 * tick)
	t.ok("Close", err)
	equal(t, "begun", begun, 1)
	equal(t, "ended", ended, 1)
	closing.Close()
})

var _ = add("timer like C", func(t *test) {
	fired := int32(0)
	timer := must(rtt.NewTimer("ref", 5*tick, func() { fired++ }, rtt.TimerPeriodic))
	results := []int32{code(timer.Stop()), code(timer.Start()), code(timer.Start())}
	rtt.Sleep(28 * tick)
	results = append(results, code(timer.Stop()), fired, code(timer.SetPeriodTicks(7)))
	results = append(results, int32(rtt.TicksOf(must(timer.Period()))), code(timer.Close()))
	t.likeC("timer", results...)
	_, err := rtt.NewTimerTicks("zero", 0, func() {}, rtt.TimerHard)
	t.is("no period", err, rtt.ErrRange)
	_, err = rtt.NewTimerTicks("long", 1<<31, func() {}, rtt.TimerHard)
	t.is("long period", err, rtt.ErrRange)
})
