// needs: Semaphore Mutex Event Mailbox MessageQueue MemPool BlockPool
package main

import (
	"runtime"

	"example.com/program/rtt"
)

// What waits, sends and locks takes nothing from Go's heap, whatever comes of it.
var _ = add("allocations", func(t *test) {
	s := must(rtt.NewSemaphore("alloc", 0, rtt.FIFO))
	m := must(rtt.NewMutex("alloc"))
	e := must(rtt.NewEvent("alloc", rtt.FIFO))
	mb := must(rtt.NewMailbox[color]("alloc", 2, rtt.FIFO))
	q := must(rtt.NewMessageQueue[sample]("alloc", 2, rtt.FIFO))
	p := must(rtt.NewMemPool[sample]("alloc", 2))
	timer := must(rtt.NewTimer("alloc", 1000*tick, func() {}, rtt.TimerOneShot))
	l := must(rtt.NewLocked("alloc", 0))
	c := rtt.NewCriticalLocked(0)
	calls := []struct {
		name string
		call func()
	}{
		{"semaphore", func() { s.Release(); s.Take(rtt.Forever); s.TryTake(); s.Take(tick) }},
		{"mutex", func() { m.Lock(); m.TryLock(); m.Unlock(); m.Release() }},
		{"event", func() { e.Send(1); e.Wait(1, rtt.EventAny|rtt.EventClear, tick); e.Wait(1, rtt.EventAll, tick) }},
		{"mailbox", func() { mb.Send(color{1, 2, 3}); mb.Recv(tick); mb.TryRecv() }},
		{"queue", func() { q.Send(sample{}); q.Urgent(sample{}); q.Send(sample{}); q.Recv(tick); q.TryRecv() }},
		{"pool", func() {
			v, _ := p.TryAlloc()
			p.Free(v)
			v, _ = p.Alloc(tick)
			p.Free(v)
		}},
		{"timer", func() { timer.Start(); timer.SetPeriod(999 * tick); timer.Stop(); timer.Stop() }},
		{"locked", func() { l.With(func(v *int) { *v++ }) }},
		{"critical section", func() { c.With(func(v *int) { *v++ }) }},
		{"time", func() { rtt.Sleep(tick); rtt.Yield(); rtt.TickCount() }},
	}
	var before, after runtime.MemStats
	for _, c := range calls {
		runtime.ReadMemStats(&before)
		for range 10 {
			c.call()
		}
		runtime.ReadMemStats(&after)
		equal(t, "allocations of "+c.name, after.Mallocs-before.Mallocs, 0)
	}
	runtime.ReadMemStats(&before)
	must(rtt.NewSemaphore("counted", 0, rtt.FIFO)).Close()
	runtime.ReadMemStats(&after)
	equal(t, "allocations are counted", after.Mallocs-before.Mallocs > 0, true)
	s.Close()
	m.Close()
	e.Close()
	mb.Close()
	q.Close()
	p.Close()
	timer.Close()
	l.Close()
})
