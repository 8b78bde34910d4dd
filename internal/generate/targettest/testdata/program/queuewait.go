// needs: MessageQueue.SendWait
package main

import "example.com/program/rtt"

var _ = add("queue send and wait", func(t *test) {
	q := must(rtt.NewMessageQueue[uint64]("wait", 1, rtt.Prio))
	t.ok("SendWait", q.SendWait(1, rtt.Forever))
	t.lasts("SendWait, over time", 6, func() { t.is("SendWait", q.SendWait(2, 6*tick), rtt.ErrTimeout) })
	var err error = rtt.ErrError
	start("sender", high(), func() { err = q.SendWait(3, rtt.Forever) })
	equal(t, "first", must(q.TryRecv()), 1)
	pause()
	t.ok("SendWait", err)
	equal(t, "second", must(q.Recv(tick)), 3)
	q.Close()
})
