// needs: RingBuffer StaticRingBuffer
package main

import "example.com/program/rtt"

var _ = add("ringbuffer", func(t *test) {
	use := func(b *rtt.RingBuffer) {
		equal(t, "Cap", b.Cap(), 16)
		n, err := b.Put([]byte("0123456789"))
		t.ok("Put", err)
		equal(t, "Put", n, 10)
		equal(t, "Len", b.Len(), 10)
		n, _ = b.Put([]byte("abcdefghij"))
		equal(t, "Put, more than there is room for", n, 6)
		n, _ = b.PutByte('x')
		equal(t, "PutByte, full", n, 0)
		n, _ = b.PutForce([]byte("XY"))
		equal(t, "PutForce", n, 2)
		buf := make([]byte, 20)
		n, err = b.Get(buf)
		t.ok("Get", err)
		equal(t, "Get", string(buf[:n]), "23456789abcdefXY")
		n, _ = b.PutByte('z')
		equal(t, "PutByte", n, 1)
		n, c, err := b.GetByte()
		t.ok("GetByte", err)
		equal(t, "GetByte", n, 1)
		equal(t, "GetByte", c, 'z')
		n, _, _ = b.GetByte()
		equal(t, "GetByte, empty", n, 0)
		b.Put(buf[:4])
		t.ok("Reset", b.Reset())
		equal(t, "Len after Reset", b.Len(), 0)
		t.ok("Close", b.Close())
		_, err = b.Put(buf)
		t.is("Put after Close", err, rtt.ErrClosed)
	}
	use(must(rtt.NewRingBuffer(16)))
	var s rtt.StaticRingBuffer
	t.ok("Init", s.Init(make([]byte, 16)))
	use(&s.RingBuffer)
})
