// needs: HandleSignal UnmaskSignal Thread.Signal Semaphore Mutex Event Mailbox MessageQueue MemPool Completion
package main

import "example.com/program/rtt"

var _ = add("signal to a thread that waits for a completion", func(t *test) {
	var done rtt.Completion
	done.Init()
	for _, priority := range []uint8{high(), low()} {
		t.signalled("Completion.Wait", priority, func() error { return done.Wait(rtt.Forever) }, func() { done.Done() })
	}
	done.Close()
})
