// needs: Object Objects FindObject
package main

import "example.com/program/rtt"

var _ = add("object", func(t *test) {
	count := func() int { return len(must(rtt.Objects(rtt.TypeSemaphore))) }
	before := count()
	s := must(rtt.NewSemaphore("findme", 0, rtt.FIFO))
	var static rtt.StaticSemaphore
	t.ok("Init", static.Init("static", 0, rtt.FIFO))
	equal(t, "semaphores", count(), before+2)
	o := must(rtt.FindObject("findme", rtt.TypeSemaphore))
	equal(t, "name", o.Name(), "findme")
	equal(t, "type", o.Type(), rtt.TypeSemaphore)
	equal(t, "static", o.IsStatic(), false)
	equal(t, "static", must(rtt.FindObject("static", rtt.TypeSemaphore)).IsStatic(), true)
	_, err := rtt.FindObject("findme", rtt.TypeMutex)
	t.is("FindObject of another type", err, rtt.ErrNotFound)
	t.ok("Close of a borrowed object", o.Close())
	equal(t, "name after Close", o.Name(), "")
	equal(t, "semaphores", count(), before+2)
	t.ok("Close", s.Close())
	t.ok("Close", static.Close())
	equal(t, "semaphores", count(), before)
	_, err = rtt.FindObject("findme", rtt.TypeSemaphore)
	t.is("FindObject after Close", err, rtt.ErrNotFound)

	idle := must(rtt.IdleThread())
	for _, o := range must(rtt.Objects(rtt.TypeThread)) {
		if o.Name() == idle.Name() {
			idle = nil
			break
		}
	}
	equal(t, "idle thread found", idle == nil, true)

	name := "1234567890123456789012345678901234567890"[:rtt.NameMax]
	long := must(rtt.NewMutex(name))
	equal(t, "the longest name", long.Name(), name)
	long.Close()
	var mutex rtt.StaticMutex
	t.ok("Init", mutex.Init(name))
	equal(t, "the longest name", mutex.Name(), name)
	mutex.Close()
	_, err = rtt.NewMutex(name + "x")
	t.is("longer name", err, rtt.ErrName)
	_, err = rtt.NewMutex("a\x00b")
	t.is("name with a zero byte", err, rtt.ErrName)
})
