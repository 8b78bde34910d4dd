// needs: MessageQueue ByteQueue
package main

import "example.com/program/rtt"

// RT-Thread 5 returns 255 both for a message of that size and for an error.
var _ = add("errors that look like messages", func(t *test) {
	type message [255]byte
	values := must(rtt.NewMessageQueue[message]("values", 1, rtt.FIFO))
	t.ok("Send", values.Send(message{254: 7}))
	equal(t, "value", must(values.Recv(rtt.Forever)), message{254: 7})
	bytes := must(rtt.NewByteQueue("bytes", 300, 1, rtt.FIFO))
	t.ok("Send", bytes.Send(make([]byte, 255)))
	buffer := make([]byte, 300)
	if n, err := received(bytes.Recv(buffer, rtt.Forever)); err != nil || n != 0 && n != 255 {
		t.errorf("Recv: %d, %v", n, err)
	}

	waits := func(what string, end func() error, recv func() error, check func(error)) {
		ended := false
		var err error
		th := must(rtt.NewThread("reader", func() {
			err = recv()
			ended = true
		}, rtt.ThreadConfig{Priority: int16(high()), Stack: 8192}))
		t.ok("Start", th.Start())
		t.ok(what, end())
		pause()
		equal(t, what+": ended", ended, true)
		check(err)
	}
	fails := func(err error) { t.fails("after Reset", err) }
	closed := func(err error) { t.is("after Close", err, rtt.ErrClosed) }
	ofValues := func() error {
		_, err := values.Recv(rtt.Forever)
		return err
	}
	ofBytes := func() error {
		_, err := received(bytes.Recv(buffer, rtt.Forever))
		return err
	}
	waits("Reset of values", values.Reset, ofValues, fails)
	waits("Reset of bytes", bytes.Reset, ofBytes, fails)
	waits("Close of values", values.Close, ofValues, closed)
	waits("Close of bytes", bytes.Close, ofBytes, closed)
})
