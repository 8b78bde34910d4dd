// needs: Thread StaticThread SuspendSelf FindThread
package main

import (
	"strings"

	"example.com/program/rtt"
)

var _ = add("thread", func(t *test) {
	ran := 0
	count := func() { ran++ }
	th := must(rtt.NewThread("worker", count, rtt.ThreadConfig{Stack: 1024, Priority: int16(low())}))
	equal(t, "state before Start", th.State(), rtt.ThreadInit)
	equal(t, "name", th.Name(), "worker")
	equal(t, "priority", must(th.Priority()), low())
	equal(t, "size of the stack", th.StackSize(), 1024)
	t.ok("Start", th.Start())
	equal(t, "state after Start", th.State(), rtt.ThreadReady)
	t.is("Start twice", th.Start(), rtt.ErrInUse)
	equal(t, "ran while a thread of higher priority did", ran, 0)
	pause()
	equal(t, "ran", ran, 1)
	equal(t, "state after the end", th.State(), rtt.ThreadClosed)
	equal(t, "name after the end", th.Name(), "")
	t.is("Close after the end", th.Close(), rtt.ErrClosed)
	t.is("Resume after the end", th.Resume(), rtt.ErrClosed)
	t.is("Start of nothing", new(rtt.Thread).Start(), rtt.ErrClosed)

	start("above", high(), count)
	equal(t, "ran with higher priority", ran, 2)
	start("same", normal, count)
	if version() != 400 { // in 4.0.1 any call of the scheduler yields, in later 4.0 not even Yield does, in C too
		equal(t, "ran with the same priority, before Yield", ran, 2)
		rtt.Yield()
		equal(t, "ran with the same priority, after Yield", ran, 3)
	}
	pause()
	equal(t, "ran with the same priority, after waiting", ran, 3)

	_, err := rtt.NewThread(strings.Repeat("n", rtt.NameMax+1), count, rtt.ThreadConfig{Priority: int16(low())})
	t.is("long name", err, rtt.ErrName)
	_, err = rtt.NewThread("prio", count, rtt.ThreadConfig{Priority: 255})
	t.is("no such priority", err, rtt.ErrRange)

	self := must(rtt.Self())
	equal(t, "own state", self.State(), rtt.ThreadRunning)
	found := must(rtt.FindThread(self.Name()))
	equal(t, "priority of the thread found", must(found.Priority()), normal)
	t.ok("Close of a borrowed thread", found.Close())
	t.is("Close again", found.Close(), rtt.ErrClosed)
	_, err = rtt.FindThread("nobody")
	t.is("FindThread", err, rtt.ErrNotFound)
})

var _ = add("thread suspend", func(t *test) {
	step := 0
	th := start("sleeper", high(), func() {
		for step < 3 {
			step++
			rtt.SuspendSelf()
		}
	})
	for want := 1; want <= 3; want++ {
		equal(t, "step", step, want)
		equal(t, "state", th.State(), rtt.ThreadSuspended)
		if want == 2 {
			inInterrupt(func() { th.Resume() })
		} else {
			t.ok("Resume", th.Resume())
		}
	}
	equal(t, "state at the end", th.State(), rtt.ThreadClosed)

	// A thread that waits is ended where it stands.
	th = start("waiter", high(), func() {
		rtt.Sleep(rtt.Forever)
		step = 10
	})
	t.ok("Close of a waiting thread", th.Close())
	t.is("Close twice", th.Close(), rtt.ErrClosed)
	equal(t, "state after Close", th.State(), rtt.ThreadClosed)
	pause()
	equal(t, "step", step, 3)

	th = must(rtt.NewThread("never", func() { step = 11 }, rtt.ThreadConfig{Priority: int16(low())}))
	t.ok("Close before Start", th.Close())
	pause()
	equal(t, "step", step, 3)

	var itself *rtt.Thread
	var err error
	itself = must(rtt.NewThread("itself", func() { err = itself.Close() }, rtt.ThreadConfig{Priority: int16(high())}))
	t.ok("Start", itself.Start())
	t.is("Close of itself", err, rtt.ErrContext)
})

var _ = add("thread priority", func(t *test) {
	ran := false
	th := start("low", low(), func() { ran = true })
	t.ok("SetPriority", th.SetPriority(high()))
	equal(t, "priority", func() uint8 {
		if ran {
			return high() // it is gone
		}
		return must(th.Priority())
	}(), high())
	pause()
	equal(t, "ran after SetPriority", ran, true)
	t.is("SetPriority", must(rtt.Self()).SetPriority(255), rtt.ErrRange)
})

var (
	staticThread rtt.StaticThread
	staticStack  [1024]byte
)

var _ = add("thread static", func(t *test) {
	ran := 0
	for range 3 {
		t.ok("Init", staticThread.Init("static", func() { ran++ }, staticStack[:], low(), 5))
		equal(t, "size of the stack", staticThread.StackSize(), len(staticStack))
		t.is("Init twice", staticThread.Init("static", func() {}, staticStack[:], low(), 5), rtt.ErrInUse)
		t.ok("Start", staticThread.Start())
		pause()
		t.is("Close after the end", staticThread.Close(), rtt.ErrClosed)
		pause() // the idle thread has let go of it
	}
	equal(t, "ran", ran, 3)
	t.ok("Init", staticThread.Init("static", func() { ran++ }, staticStack[:], low(), 5))
	t.ok("Close before Start", staticThread.Close())
	pause()
	t.ok("Init after Close", staticThread.Init("static", func() { ran++ }, staticStack[:], low(), 5))
	t.ok("Start", staticThread.Start())
	pause()
	equal(t, "ran", ran, 4)
})

var _ = add("thread like C", func(t *test) {
	stop := false
	th := must(rtt.NewThread("ref", func() {
		for !stop {
			rtt.SuspendSelf()
		}
	}, rtt.ThreadConfig{Priority: int16(high())}))
	results := []int32{code(th.Resume()), code(th.Start()), code(th.Resume())}
	pause()
	results = append(results, int32(must(th.Priority())), code(th.SetPriority(low())), int32(must(th.Priority())))
	pause()
	results = append(results, code(th.Resume()), code(th.Resume()))
	pause()
	stop = true
	th.Resume()
	pause()
	t.lasts("Sleep", 9, func() { results = append(results, code(rtt.Sleep(9*tick)), 9) })
	t.likeC("thread", results...)
})
