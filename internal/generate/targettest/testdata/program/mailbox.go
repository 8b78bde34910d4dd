// needs: Mailbox WordQueue StaticWordQueue
package main

import "example.com/program/rtt"

type color struct {
	R, G, B uint8
}

var _ = add("mailbox", func(t *test) {
	m := must(rtt.NewMailbox[color]("mail", 2, rtt.FIFO))
	_, err := m.TryRecv()
	t.is("TryRecv of none", err, rtt.ErrTimeout)
	t.ok("Send", m.Send(color{1, 2, 3}))
	t.ok("Send", m.Send(color{4, 5, 6}))
	t.is("Send to a full one", m.Send(color{}), rtt.ErrFull)
	t.lasts("SendWait, over time", 8, func() { t.is("SendWait", m.SendWait(color{}, 8*tick), rtt.ErrTimeout) })
	equal(t, "first", must(m.Recv(rtt.Forever)), color{1, 2, 3})
	equal(t, "second", must(m.TryRecv()), color{4, 5, 6})
	t.lasts("Recv, over time", 12, func() {
		_, err := m.Recv(12 * tick)
		t.is("Recv of none", err, rtt.ErrTimeout)
	})

	var got []color
	listen := func() {
		var c color
		if c, err = m.Recv(rtt.Forever); err == nil {
			got = append(got, c)
		}
	}
	start("reader", high(), listen)
	inInterrupt(func() { m.Send(color{B: 9}) })
	equal(t, "received what an interrupt sent", len(got) == 1 && got[0].B == 9, true)

	// A thread that waits for room goes on when there is some.
	t.ok("Send", m.Send(color{R: 1}))
	t.ok("Send", m.Send(color{R: 2}))
	var sent error = rtt.ErrError
	start("sender", high(), func() { sent = m.SendWait(color{R: 3}, rtt.Forever) })
	for want := uint8(1); want <= 3; want++ {
		equal(t, "in order", must(m.Recv(2*tick)).R, want)
	}
	pause()
	t.ok("SendWait", sent)

	start("reader", high(), listen)
	t.ok("Reset", m.Reset())
	pause()
	t.fails("Recv when Reset", err)
	start("reader", high(), listen)
	t.ok("Close", m.Close())
	pause()
	t.is("Recv when closed", err, rtt.ErrClosed)
	t.is("Send after Close", m.Send(color{}), rtt.ErrClosed)
	t.is("Close twice", m.Close(), rtt.ErrClosed)

	_, err = rtt.NewMailbox[*int]("pointer", 1, rtt.FIFO)
	t.is("of pointers", err, rtt.ErrType)
	_, err = rtt.NewMailbox[uint64]("large", 1, rtt.FIFO)
	t.is("of what is larger than a word", err, rtt.ErrType)
	_, err = rtt.NewMailbox[int]("none", 0, rtt.FIFO)
	t.is("without room", err, rtt.ErrRange)
})

var _ = add("mailbox static", func(t *test) {
	var q rtt.StaticWordQueue
	t.ok("Init", q.Init("static", make([]uintptr, 3), rtt.FIFO))
	for i := range uintptr(3) {
		t.ok("Send", q.Send(i))
	}
	t.is("Send to a full one", q.Send(3), rtt.ErrFull)
	for i := range uintptr(3) {
		equal(t, "value", must(q.TryRecv()), i)
	}
	t.ok("Close", q.Close())
})

var _ = add("mailbox like C", func(t *test) {
	q := must(rtt.NewWordQueue("ref", 2, rtt.FIFO))
	recv := func(timeout rtt.Ticks) (int32, int32) {
		v, err := q.RecvTicks(timeout)
		return code(err), int32(v)
	}
	results := []int32{code(q.Send(7)), code(q.SendWaitTicks(^uintptr(0), rtt.ForeverTicks)), code(q.Send(9)), code(q.SendWaitTicks(9, 2))}
	for range 2 {
		err, v := recv(rtt.ForeverTicks)
		results = append(results, err, v)
	}
	err, _ := recv(0)
	results = append(results, err)
	err, _ = recv(3)
	results = append(results, err)
	t.likeC("mailbox", results...)
	q.Close()
})
