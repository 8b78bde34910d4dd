package main

import (
	"errors"
	"fmt"

	"example.com/program/rtt"
)

// A test counts the checks of a piece.
type test struct {
	name           string
	checks, failed int
	skipped        string // why the piece checks nothing here
}

// skip says why a piece has nothing to check on this kernel; it returns then.
func (t *test) skip(format string, args ...any) { t.skipped = fmt.Sprintf(format, args...) }

func (t *test) errorf(format string, args ...any) {
	t.failed++
	fmt.Printf("%s: %s\n", t.name, fmt.Sprintf(format, args...))
}

// equal checks a value.
func equal[V comparable](t *test, what string, got, want V) {
	t.checks++
	if got != want {
		t.errorf("%s: got %v, want %v", what, got, want)
	}
}

// ok checks that there is no error.
func (t *test) ok(what string, err error) { t.is(what, err, nil) }

// is checks an error.
func (t *test) is(what string, got, want error) {
	t.checks++
	if !errors.Is(got, want) {
		t.errorf("%s: got %v, want %v", what, got, want)
	}
}

// fails checks that there is an error which is not a timeout, as of a wait that ends because its object does.
func (t *test) fails(what string, err error) {
	t.checks++
	if err == nil || errors.Is(err, rtt.ErrTimeout) {
		t.errorf("%s: got %v, want another error", what, err)
	}
}

// must ends the program where a piece cannot go on.
func must[V any](v V, err error) V {
	if err != nil {
		panic(err)
	}
	return v
}

// tick is the time between two ticks.
var tick = rtt.Ticks(1).Duration()

// lasts checks that f takes so many ticks. One more is fine: it may begin just after a tick, or end after the next.
func (t *test) lasts(what string, n rtt.Ticks, f func()) {
	t.checks++
	begin := rtt.TickCount()
	f()
	if d := rtt.TickCount() - begin; d != n && (n == 0 || d != n+1) {
		t.errorf("%s: took %d ticks, want %d", what, d, n)
	}
}

// code returns what C would have returned.
func code(err error) int32 {
	var e rtt.Errno
	if errors.As(err, &e) {
		return -int32(e)
	}
	return 0
}

// likeC compares results with those of the same calls in C: the function ref_<name> of the file c/<name>.c.
func (t *test) likeC(name string, got ...int32) {
	want := inC(name)
	equal(t, "results of C", len(got), len(want))
	for i := range min(len(want), len(got)) {
		equal(t, fmt.Sprintf("%s, result %d of C", name, i), got[i], want[i])
	}
}

// inC returns what the function ref_<name> of the file c/<name>.c finds out.
func inC(name string) []int32 {
	var results [32]int32
	return results[:max(callC(append([]byte(name), 0), results[:]), 0)]
}

// The priorities of threads in tests: main's own, and some above and below.
var normal = must(must(rtt.Self()).Priority())

func high() uint8 { return normal - 4 }
func low() uint8  { return normal + 4 }

// start runs f in a thread.
func start(name string, priority uint8, f func()) *rtt.Thread {
	th := must(rtt.NewThread(name, f, rtt.ThreadConfig{Priority: int16(priority)}))
	if err := th.Start(); err != nil {
		panic(err)
	}
	return th
}

// pause lets threads of any priority run.
func pause() { rtt.Sleep(5 * tick) }

// inInterrupt calls f in an interrupt: by a hard timer, which is called in that of the kernel's clock.
func inInterrupt(f func()) {
	timer := must(rtt.NewTimer("irq", tick, f, rtt.TimerOneShot|rtt.TimerHard))
	timer.Start()
	rtt.Sleep(3 * tick)
	timer.Close()
}

// withSchedulerLocked calls f with the scheduler locked.
func withSchedulerLocked(f func()) {
	rtt.EnterCritical()
	f()
	rtt.ExitCritical()
}

// received takes what ByteQueue.Recv returns: an error and, from RT-Thread 5 on, the length before it.
func received(results ...any) (n int, err error) {
	if len(results) == 2 {
		n = results[0].(int)
	}
	err, _ = results[len(results)-1].(error)
	return n, err
}
