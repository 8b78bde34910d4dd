// needs: MemHeap
package main

import "example.com/program/rtt"

var _ = add("memheap", func(t *test) {
	var h rtt.MemHeap
	t.ok("Init", h.Init("heap", make([]byte, 1024)))
	t.is("Init twice", h.Init("heap", make([]byte, 1024)), rtt.ErrInUse)
	a, b := must(h.Alloc(100)), must(h.Alloc(200))
	copy(a, "first")
	for i := range b {
		b[i] = 0xff
	}
	equal(t, "what another block does not touch", string(a[:5]), "first")
	_, err := h.Alloc(1000)
	t.is("Alloc of too much", err, rtt.ErrNoMemory)
	a = must(h.Realloc(a, 300))
	equal(t, "length after Realloc", len(a), 300)
	equal(t, "what was there before Realloc", string(a[:5]), "first")
	t.ok("Free", h.Free(b))
	t.ok("Free", h.Free(a))
	all := must(h.Alloc(800))
	t.ok("Free", h.Free(all))
	t.ok("Close", h.Close())
	_, err = h.Alloc(1)
	t.is("Alloc after Close", err, rtt.ErrClosed)
})
