// needs: RingBlockBuffer RingBlock
package main

import "example.com/program/rtt"

var _ = add("ringblock", func(t *test) {
	b := must(rtt.NewRingBlockBuffer(64, 3))
	equal(t, "Cap", b.Cap(), 64)
	_, err := b.Get()
	t.is("Get, empty", err, rtt.ErrEmpty)
	one, two := must(b.Alloc(16)), must(b.Alloc(32))
	equal(t, "length", len(one.Bytes()), 16)
	copy(one.Bytes(), "first")
	copy(two.Bytes(), "second")
	_, err = b.Alloc(32)
	t.is("Alloc, full", err, rtt.ErrFull)
	_, err = b.Get()
	t.is("Get, none was put", err, rtt.ErrEmpty)
	t.ok("Put", one.Put())
	t.is("Put twice", one.Put(), rtt.ErrInvalid)
	got := must(b.Get())
	equal(t, "Get", string(got.Bytes()[:5]), "first")
	t.ok("Free", got.Free())
	t.is("Free twice", got.Free(), rtt.ErrInvalid)
	t.ok("Put", two.Put())
	got = must(b.Get())
	equal(t, "Get", string(got.Bytes()[:6]), "second")
	t.ok("Free", got.Free())
	t.ok("Close", b.Close())
	equal(t, "length after Close", len(two.Bytes()), 0)
})
