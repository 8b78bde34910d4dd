// needs: Mutex StaticMutex Locked
package main

import "example.com/program/rtt"

var _ = add("mutex", func(t *test) {
	m := must(rtt.NewMutex("mutex"))
	m.Lock()
	t.ok("Take again", m.Take(rtt.NoWait))
	var tried bool
	var taken, released error
	start("other", high(), func() {
		tried = m.TryLock()
		t.lasts("Take, over time", 5, func() { taken = m.Take(5 * tick) })
		released = m.Release()
	})
	rtt.Sleep(10 * tick)
	equal(t, "TryLock of what another thread holds", tried, false)
	t.is("Take of what another thread holds", taken, rtt.ErrTimeout)
	t.fails("Release of what another thread holds", released)
	m.Unlock()
	// Before RT-Thread 5 the owner keeps the priority of a thread that has given up, so others may have to wait for their turn.
	start("other", high(), func() { tried = m.TryLock() })
	pause()
	equal(t, "TryLock of what is still held once", tried, false)
	m.Unlock()
	start("other", high(), func() {
		if tried = m.TryLock(); tried {
			m.Unlock()
		}
	})
	pause()
	equal(t, "TryLock of what is free", tried, true)
	t.ok("Close", m.Close())
	t.is("Close twice", m.Close(), rtt.ErrClosed)
	t.is("Take after Close", m.Take(rtt.Forever), rtt.ErrClosed)
	t.is("Release after Close", m.Release(), rtt.ErrClosed)
	equal(t, "TryLock after Close", m.TryLock(), false)
})

// The owner runs at the priority of a thread that waits, as long as it does.
var _ = add("mutex inheritance", func(t *test) {
	var m rtt.StaticMutex
	t.ok("Init", m.Init("inherit"))
	var before, during, after uint8
	var order []byte
	locked := must(rtt.NewSemaphore("locked", 0, rtt.FIFO))
	start("owner", low(), func() {
		self := must(rtt.Self())
		m.Lock()
		before = must(self.Priority())
		locked.Release() // to this test, which makes the other threads
		during = must(self.Priority())
		order = append(order, 'o')
		m.Unlock()
		after = must(self.Priority())
	})
	t.ok("Take", locked.Take(rtt.Forever))
	start("waiter", high(), func() {
		m.Lock()
		order = append(order, 'w')
		m.Unlock()
	})
	// Of a priority in between: without inheritance it would run before the owner.
	start("between", normal+1, func() { order = append(order, 'b') })
	pause()
	equal(t, "priority before", before, low())
	equal(t, "priority while another waits", during, high())
	equal(t, "priority after", after, low())
	equal(t, "order", string(order), "owb")
	t.ok("Close", m.Close())
	locked.Close()
})

var _ = add("mutex like C", func(t *test) {
	m := must(rtt.NewMutex("ref"))
	results := []int32{code(m.Take(rtt.NoWait)), code(m.Take(rtt.Forever)), code(m.Release()), code(m.Release())}
	results = append(results, code(m.Release()), code(m.Close()))
	t.likeC("mutex", results...)
})

var _ = add("locked", func(t *test) {
	l := must(rtt.NewLocked("locked", 0))
	done := must(rtt.NewSemaphore("done", 0, rtt.FIFO))
	const threads, rounds = 4, 100
	for i := range uint8(threads) {
		start("adder", normal+i%2, func() {
			for range rounds {
				l.With(func(v *int) {
					old := *v
					rtt.Yield()
					*v = old + 1
				})
			}
			done.Release()
		})
	}
	for range threads {
		t.ok("Take", done.Take(rtt.Forever))
	}
	t.ok("TryWith", l.TryWith(tick, func(v *int) { equal(t, "sum", *v, threads*rounds) }))
	l.With(func(*int) {
		start("late", high(), func() {
			t.is("TryWith of what is held", l.TryWith(2*tick, func(*int) { t.errorf("called") }), rtt.ErrTimeout)
		})
		pause()
	})
	t.ok("Close", l.Close())
	t.is("With after Close", l.With(func(*int) { t.errorf("called") }), rtt.ErrClosed)
	done.Close()
})
