// needs: Mailbox.Urgent
package main

import "example.com/program/rtt"

var _ = add("mailbox urgent", func(t *test) {
	m := must(rtt.NewMailbox[int16]("urgent", 3, rtt.FIFO))
	t.ok("Send", m.Send(-1))
	t.ok("Send", m.Send(-2))
	t.ok("Urgent", m.Urgent(-3))
	t.is("Urgent to a full one", m.Urgent(0), rtt.ErrFull)
	for _, want := range []int16{-3, -1, -2} {
		equal(t, "value", must(m.TryRecv()), want)
	}
	m.Close()
})
