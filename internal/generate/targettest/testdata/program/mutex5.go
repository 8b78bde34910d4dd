// needs: Mutex.Owner Mutex.Holds Mutex.SetPriorityCeiling Mutex.PriorityCeiling
package main

import "example.com/program/rtt"

var _ = add("mutex owner", func(t *test) {
	m := must(rtt.NewMutex("owner"))
	self := must(rtt.Self())
	_, err := m.Owner()
	t.is("owner of what is free", err, rtt.ErrNotFound)
	m.Lock()
	m.Lock()
	equal(t, "owner", must(m.Owner()).Name(), self.Name())
	equal(t, "holds", m.Holds(), 2)
	m.Unlock()
	m.Unlock()
	equal(t, "holds", m.Holds(), 0)
	m.Close()
})

var _ = add("mutex ceiling", func(t *test) {
	m := must(rtt.NewMutex("ceiling"))
	self := must(rtt.Self())
	_, err := m.SetPriorityCeiling(high())
	t.ok("SetPriorityCeiling", err)
	equal(t, "ceiling", must(m.PriorityCeiling()), high())
	m.Lock()
	equal(t, "priority of the owner", must(self.Priority()), high())
	m.Unlock()
	equal(t, "priority afterwards", must(self.Priority()), normal)
	m.Close()
})
