// needs: SmallMem
package main

import "example.com/program/rtt"

var _ = add("small memory", func(t *test) {
	m := must(rtt.NewSmallMem("small", make([]byte, 1024)))
	equal(t, "name", m.Name(), "small")
	a, b := must(m.Alloc(100)), must(m.Alloc(200))
	copy(a, "first")
	for i := range b {
		b[i] = 0xff
	}
	a = must(m.Realloc(a, 300))
	equal(t, "what was there before Realloc", string(a[:5]), "first")
	_, err := m.Alloc(1000)
	t.is("Alloc of too much", err, rtt.ErrNoMemory)
	t.ok("Free", m.Free(a))
	t.ok("Free", m.Free(b))
	all := must(m.Alloc(800))
	t.ok("Free", m.Free(all))
	t.ok("Close", m.Close())
	t.is("Close twice", m.Close(), rtt.ErrClosed)
	_, err = m.Alloc(1)
	t.is("Alloc after Close", err, rtt.ErrClosed)
})
