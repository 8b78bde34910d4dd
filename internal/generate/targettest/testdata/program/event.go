// needs: Event StaticEvent
package main

import "example.com/program/rtt"

var _ = add("event", func(t *test) {
	e := must(rtt.NewEvent("event", rtt.FIFO))
	wait := func(what string, set uint32, option rtt.EventOption, want uint32, wantErr error) {
		t.lasts(what, 0, func() {
			got, err := e.Wait(set, option, rtt.NoWait)
			t.is(what, err, wantErr)
			if err == nil {
				equal(t, what, got, want)
			}
		})
	}
	wait("nothing sent", 1, rtt.EventAny, 0, rtt.ErrTimeout)
	t.ok("Send", e.Send(1|4))
	wait("any", 1|2, rtt.EventAny, 1, nil)
	wait("all", 1|2, rtt.EventAll, 0, rtt.ErrTimeout)
	wait("all, there", 1|4, rtt.EventAll, 1|4, nil)
	wait("any and clear", 1|2, rtt.EventAny|rtt.EventClear, 1, nil)
	wait("any after clear", 1, rtt.EventAny, 0, rtt.ErrTimeout)
	wait("what was not cleared", 4, rtt.EventAll|rtt.EventClear, 4, nil)
	t.lasts("Wait, over time", 15, func() {
		_, err := e.Wait(8, rtt.EventAny, 15*tick)
		t.is("Wait", err, rtt.ErrTimeout)
	})

	var got uint32
	var err error
	listen := func() { got, err = e.Wait(1|2, rtt.EventAll|rtt.EventClear, rtt.Forever) }
	start("reader", high(), listen)
	t.ok("Send of the first", e.Send(1))
	equal(t, "got after the first", got, 0)
	inInterrupt(func() { e.Send(2 | 8) })
	equal(t, "got after the second", got, 3)
	t.ok("Wait", err)
	wait("left", 1|2|8, rtt.EventAny|rtt.EventClear, 8, nil)

	start("reader", high(), listen)
	t.ok("Reset", e.Reset())
	pause()
	t.fails("Wait when Reset", err)
	start("reader", high(), listen)
	t.ok("Close", e.Close())
	pause()
	t.is("Wait when closed", err, rtt.ErrClosed)
	t.is("Send after Close", e.Send(1), rtt.ErrClosed)
	t.is("Close twice", e.Close(), rtt.ErrClosed)

	var s rtt.StaticEvent
	t.ok("Init", s.Init("static", rtt.Prio))
	t.ok("Send", s.Send(1<<31))
	got, err = s.Wait(1<<31, rtt.EventAll, rtt.Forever)
	t.ok("Wait", err)
	equal(t, "the highest", got, 1<<31)
	t.ok("Close", s.Close())
})

var _ = add("event like C", func(t *test) {
	var results []int32
	e := must(rtt.NewEvent("ref", rtt.FIFO))
	for _, c := range []struct {
		set    uint32
		option rtt.EventOption
	}{{0, rtt.EventAny}, {6, rtt.EventAny}, {7, rtt.EventAll}, {6, rtt.EventAll | rtt.EventClear}, {2, rtt.EventAny}} {
		results = append(results, code(e.Send(6&c.set)))
		got, err := e.Wait(c.set, c.option, 2*tick)
		if err != nil {
			got = 0
		}
		results = append(results, code(err), int32(got))
	}
	e.Close()
	t.likeC("event", results...)
})
