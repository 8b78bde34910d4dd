// needs: MemHeap.Info
package main

import "example.com/program/rtt"

var _ = add("memheap information", func(t *test) {
	var h rtt.MemHeap
	t.ok("Init", h.Init("info", make([]byte, 1024)))
	total, before, _, err := h.Info()
	t.ok("Info", err)
	b := must(h.Alloc(128))
	_, used, most, _ := h.Info()
	equal(t, "used", used-before >= 128 && used <= total && most >= used, true)
	t.ok("Free", h.Free(b))
	_, used, _, _ = h.Info()
	equal(t, "used in the end", used, before)
	t.ok("Close", h.Close())
})
