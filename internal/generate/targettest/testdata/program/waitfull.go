// needs: MessageQueue.SendWait ByteQueue.SendWait
package main

import "example.com/program/rtt"

var _ = add("senders to a full queue that is closed", func(t *test) {
	var errs [2]error
	queue := must(rtt.NewMessageQueue[int64]("queue", 1, rtt.FIFO))
	bytes := must(rtt.NewByteQueue("bytes", 8, 1, rtt.FIFO))
	t.ok("Send", queue.Send(1))
	t.ok("Send", bytes.Send(make([]byte, 8)))
	start("first", high(), func() { errs[0] = queue.SendWait(2, rtt.Forever) })
	start("second", high(), func() { errs[1] = bytes.SendWait(make([]byte, 8), rtt.Forever) })
	t.ok("Close", queue.Close())
	t.ok("Close", bytes.Close())
	pause()
	t.is("MessageQueue.SendWait", errs[0], rtt.ErrClosed)
	t.is("ByteQueue.SendWait", errs[1], rtt.ErrClosed)
})
