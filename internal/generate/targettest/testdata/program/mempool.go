// needs: MemPool StaticBlockPool BlockPool
package main

import "example.com/program/rtt"

var _ = add("mempool", func(t *test) {
	p := must(rtt.NewMemPool[sample]("pool", 3))
	var all []*sample
	for i := range 3 {
		v := must(p.Alloc(rtt.Forever))
		equal(t, "a fresh value", *v, sample{})
		v.At = uint32(i)
		all = append(all, v)
	}
	_, err := p.TryAlloc()
	t.fails("TryAlloc of none", err)
	t.lasts("Alloc, over time", 9, func() {
		_, err := p.Alloc(9 * tick)
		t.is("Alloc of none", err, rtt.ErrTimeout)
	})
	for i, v := range all {
		equal(t, "value", v.At, uint32(i))
	}
	t.ok("Free", p.Free(all[1]))
	t.is("Free twice", p.Free(all[1]), rtt.ErrRange)
	t.is("Free of something else", p.Free(new(sample)), rtt.ErrRange)
	equal(t, "the value that was free", must(p.TryAlloc()), all[1])
	equal(t, "cleared", *all[1], sample{})

	var got *sample
	start("waiter", high(), func() { got, err = p.Alloc(rtt.Forever) })
	inInterrupt(func() { p.Free(all[0]) })
	t.ok("Alloc", err)
	equal(t, "what an interrupt freed", got, all[0])
	var taken *sample
	p.Free(all[2])
	inInterrupt(func() { taken, err = p.TryAlloc() })
	t.ok("TryAlloc in an interrupt", err)
	equal(t, "taken in an interrupt", taken, all[2])
	t.ok("Close", p.Close())
	_, err = p.TryAlloc()
	t.is("TryAlloc after Close", err, rtt.ErrClosed)
	t.is("Free after Close", p.Free(taken), rtt.ErrClosed)
	_, err = rtt.NewMemPool[*int]("pointers", 1)
	t.is("of pointers", err, rtt.ErrType)
})

var _ = add("mempool static", func(t *test) {
	var p rtt.StaticBlockPool
	// Room for three blocks of 16 bytes, each with a word in front.
	t.ok("Init", p.Init("static", make([]byte, 64), 16))
	for range 3 {
		must(p.TryAlloc())
	}
	_, err := p.TryAlloc()
	t.fails("TryAlloc of none", err)
	t.ok("Close", p.Close())
})

var _ = add("mempool like C", func(t *test) {
	var results []int32
	p := must(rtt.NewBlockPool("ref", 12, 2))
	a, b := must(p.TryAlloc()), must(p.AllocTicks(rtt.ForeverTicks))
	results = append(results, int32(uintptr(b)-uintptr(a)))
	t.lasts("Alloc", 3, func() {
		_, err := p.AllocTicks(3)
		results = append(results, code(err), 3)
	})
	t.ok("Free", p.Free(a))
	equal(t, "the block that was free", must(p.TryAlloc()), a)
	p.Close()
	t.likeC("mempool", results...)
})
