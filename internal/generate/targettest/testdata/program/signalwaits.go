// needs: HandleSignal UnmaskSignal Thread.Signal Semaphore Mutex Event Mailbox MessageQueue MemPool
package main

import "example.com/program/rtt"

// signalled signals a thread that waits. That may end the wait with ErrInterrupted, never as if what it waits for had come. Then it
// comes.
func (t *test) signalled(what string, priority uint8, wait func() error, come func()) {
	var got []error
	th := start("waiter", priority, func() {
		rtt.HandleSignal(usr1, func(int) {})
		rtt.UnmaskSignal(usr1)
		for len(got) < 3 {
			got = append(got, wait())
			if got[len(got)-1] == nil {
				return
			}
		}
	})
	pause()
	t.ok(what+": Signal", th.Signal(usr1))
	pause()
	for _, err := range got {
		t.is(what+", signalled", err, rtt.ErrInterrupted)
	}
	interrupted := len(got)
	come()
	pause()
	equal(t, what+": waits", len(got), interrupted+1)
	t.ok(what, got[len(got)-1])
}

var _ = add("signals to threads that wait", func(t *test) {
	for _, priority := range []uint8{high(), low()} {
		sem := must(rtt.NewSemaphore("sem", 0, rtt.FIFO))
		t.signalled("Semaphore.Take", priority, func() error { return sem.Take(rtt.Forever) }, func() { sem.Release() })
		t.signalled("Semaphore.Take for a time", priority, func() error { return sem.Take(1000 * tick) }, func() { sem.Release() })
		t.is("TryTake", sem.TryTake(), rtt.ErrTimeout)
		sem.Close()

		mutex := must(rtt.NewMutex("mutex"))
		t.ok("Take", mutex.Take(0))
		t.signalled("Mutex.Take", priority, func() error {
			err := mutex.Take(rtt.Forever)
			if err == nil {
				t.ok("Release", mutex.Release())
			}
			return err
		}, mutex.Unlock)
		t.ok("Take", mutex.Take(0))
		t.signalled("Mutex.Lock", priority, func() error {
			mutex.Lock()
			return mutex.Release()
		}, mutex.Unlock)
		t.ok("Take", mutex.Take(0))
		mutex.Close()

		event := must(rtt.NewEvent("event", rtt.FIFO))
		t.signalled("Event.Wait", priority, func() error {
			_, err := event.Wait(1, rtt.EventAll, rtt.Forever)
			return err
		}, func() { event.Send(1) })
		event.Close()

		box := must(rtt.NewMailbox[int32]("box", 1, rtt.FIFO))
		t.signalled("Mailbox.Recv", priority, func() error {
			_, err := box.Recv(rtt.Forever)
			return err
		}, func() { box.Send(1) })
		t.ok("Send", box.Send(2))
		t.signalled("Mailbox.SendWait", priority, func() error { return box.SendWait(3, rtt.Forever) }, func() { box.TryRecv() })
		box.Close()

		queue := must(rtt.NewMessageQueue[int64]("queue", 1, rtt.FIFO))
		t.signalled("MessageQueue.Recv", priority, func() error {
			_, err := queue.Recv(rtt.Forever)
			return err
		}, func() { queue.Send(1) })
		queue.Close()

		pool := must(rtt.NewMemPool[int32]("pool", 1))
		block := must(pool.TryAlloc())
		t.signalled("MemPool.Alloc", priority, func() error {
			_, err := pool.Alloc(rtt.Forever)
			return err
		}, func() { pool.Free(block) })
		pool.Close()

		begin := rtt.TickCount()
		t.signalled("Sleep", priority, func() error { return rtt.Sleep(100 * tick) }, func() { rtt.Sleep(250 * tick) })
		if rtt.TickCount()-begin < 200 {
			t.errorf("Sleep is over after %d ticks", rtt.TickCount()-begin)
		}
	}
})
