// needs: Semaphore Mutex Event Mailbox MessageQueue MemPool
package main

import "example.com/program/rtt"

// Whatever a thread waits for, when that is closed the thread is told so.
var _ = add("waiters of what is closed", func(t *test) {
	wait := func(what string, end func() error, f func() error) {
		var err error
		ended := false
		start("waiter", high(), func() {
			err = f()
			ended = true
		})
		equal(t, what+" waits", ended, false)
		t.ok(what+": Close", end())
		pause()
		equal(t, what+" ends", ended, true)
		t.is(what, err, rtt.ErrClosed)
	}
	for _, order := range []rtt.QueueOrder{rtt.FIFO, rtt.Prio} {
		sem := must(rtt.NewSemaphore("sem", 0, order))
		wait("Semaphore.Take", sem.Close, func() error { return sem.Take(rtt.Forever) })
		sem = must(rtt.NewSemaphore("sem", 0, order))
		wait("Semaphore.Take for a time", sem.Close, func() error { return sem.Take(1000 * tick) })

		event := must(rtt.NewEvent("event", order))
		wait("Event.Wait", event.Close, func() error {
			_, err := event.Wait(1, rtt.EventAll, rtt.Forever)
			return err
		})

		box := must(rtt.NewMailbox[int32]("box", 1, order))
		wait("Mailbox.Recv", box.Close, func() error {
			_, err := box.Recv(rtt.Forever)
			return err
		})
		box = must(rtt.NewMailbox[int32]("box", 1, order))
		t.ok("Send", box.Send(1))
		wait("Mailbox.SendWait", box.Close, func() error { return box.SendWait(2, rtt.Forever) })

		queue := must(rtt.NewMessageQueue[int64]("queue", 1, order))
		wait("MessageQueue.Recv", queue.Close, func() error {
			_, err := queue.Recv(rtt.Forever)
			return err
		})
	}

	pool := must(rtt.NewMemPool[int32]("pool", 1))
	must(pool.TryAlloc())
	wait("MemPool.Alloc", pool.Close, func() error {
		_, err := pool.Alloc(rtt.Forever)
		return err
	})

	mutex := must(rtt.NewMutex("mutex"))
	// On RT-Thread 4.1 the owner keeps the priority that it has of the waiter: so it is a thread that ends.
	start("owner", low(), func() {
		mutex.Take(rtt.Forever)
		rtt.Sleep(10 * tick)
	})
	pause()
	wait("Mutex.Take", mutex.Close, func() error { return mutex.Take(rtt.Forever) })

	var static rtt.StaticSemaphore
	t.ok("Init", static.Init("static", 0, rtt.FIFO))
	wait("StaticSemaphore.Take", static.Close, func() error { return static.Take(rtt.Forever) })
})
