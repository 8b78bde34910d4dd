// needs: MessageQueue ByteQueue StaticByteQueue
package main

import "example.com/program/rtt"

// A sample is as large as no multiple of a word is.
type sample struct {
	At    uint32
	Value [3]int16
	Last  uint8
}

var _ = add("queue", func(t *test) {
	q := must(rtt.NewMessageQueue[sample]("queue", 3, rtt.FIFO))
	_, err := q.TryRecv()
	t.is("TryRecv of none", err, rtt.ErrTimeout)
	s := func(n int) sample { return sample{uint32(n), [3]int16{int16(n), -1, 2}, uint8(n)} }
	t.ok("Send", q.Send(s(1)))
	t.ok("Send", q.Send(s(2)))
	t.ok("Urgent", q.Urgent(s(3)))
	t.is("Send to a full one", q.Send(s(4)), rtt.ErrFull)
	t.is("Urgent to a full one", q.Urgent(s(4)), rtt.ErrFull)
	for _, want := range []int{3, 1, 2} {
		equal(t, "value", must(q.Recv(rtt.Forever)), s(want))
	}
	t.lasts("Recv, over time", 11, func() {
		_, err := q.Recv(11 * tick)
		t.is("Recv of none", err, rtt.ErrTimeout)
	})
	t.lasts("Recv, no wait", 0, func() {
		_, err := q.Recv(rtt.NoWait)
		t.is("Recv of none", err, rtt.ErrTimeout)
	})

	var got sample
	listen := func() { got, err = q.Recv(rtt.Forever) }
	start("reader", high(), listen)
	inInterrupt(func() { q.Send(s(5)) })
	t.ok("Recv", err)
	equal(t, "received what an interrupt sent", got, s(5))
	start("reader", high(), listen)
	t.ok("Reset", q.Reset())
	pause()
	t.fails("Recv when Reset", err)
	start("reader", high(), listen)
	t.ok("Close", q.Close())
	pause()
	t.is("Recv when closed", err, rtt.ErrClosed)
	t.is("Send after Close", q.Send(s(6)), rtt.ErrClosed)
	_, err = q.TryRecv()
	t.is("TryRecv after Close", err, rtt.ErrClosed)
	t.is("Close twice", q.Close(), rtt.ErrClosed)

	_, err = rtt.NewMessageQueue[string]("strings", 1, rtt.FIFO)
	t.is("of strings", err, rtt.ErrType)
	_, err = rtt.NewMessageQueue[int]("none", 0, rtt.FIFO)
	t.is("without room", err, rtt.ErrRange)
	_, err = rtt.NewMessageQueue[[60000]byte]("huge", 60000, rtt.FIFO)
	t.is("larger than the heap", err, rtt.ErrNoMemory)
})

var _ = add("queue static", func(t *test) {
	var q rtt.StaticByteQueue
	t.ok("Init", q.Init("static", make([]byte, 128), 8, rtt.FIFO))
	n := 0
	for ; n < 100 && q.Send([]byte{byte(n), 1, 2, 3, 4, 5, 6, 7}) == nil; n++ {
	}
	equal(t, "room for some", n >= 6 && n <= 10, true)
	buf := make([]byte, 8)
	for i := range n {
		_, err := received(q.TryRecv(buf))
		t.ok("TryRecv", err)
		equal(t, "value", buf[0], byte(i))
		equal(t, "value", buf[7], 7)
	}
	t.fails("Send of too much", q.Send(make([]byte, 9)))
	var err error
	start("reader", high(), func() { _, err = received(q.Recv(buf, rtt.Forever)) })
	t.ok("Reset", q.Reset())
	pause()
	t.fails("Recv when Reset", err)
	t.ok("Close", q.Close())
})

var _ = add("queue like C", func(t *test) {
	q := must(rtt.NewByteQueue("ref", 5, 2, rtt.FIFO))
	results := []int32{code(q.Send([]byte("one"))), code(q.Urgent([]byte("five5"))), code(q.Send([]byte("full"))), code(q.Send([]byte("toolong")))}
	buf := make([]byte, 5)
	for range 3 {
		n, err := received(q.RecvTicks(buf, 2))
		if err != nil {
			n = int(code(err))
		}
		results = append(results, int32(n), int32(buf[0]))
	}
	q.Close()
	t.likeC("queue", results...)
})
