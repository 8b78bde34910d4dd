package hosttest

import (
	"sync"
	"testing"

	"rtt"
	"rtt/raw"
	"rtt/rtttest"
)

// TestLocker panics where sync.Locker has no error to return.
func TestLocker(t *testing.T) {
	var _ sync.Locker = (*rtt.Mutex)(nil)
	k := newKernel()
	k.results["MutexCreate"] = new(raw.Mutex)
	m, err := rtt.NewMutex("m")
	if err != nil {
		t.Fatal(err)
	}
	m.Lock()
	if got := int32(word(k.one(t, "MutexTake").Args[1])); got != -1 {
		t.Errorf("Lock waits %d ticks, want RT_WAITING_FOREVER", got)
	}
	m.Unlock()
	k.one(t, "MutexRelease")
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if r := recover(); r != rtt.ErrClosed {
			t.Errorf("Lock of a closed mutex panicked with %v, want ErrClosed", r)
		}
	}()
	m.Lock()
}

// TestThreadEnds runs the function of a thread as the kernel does. When it returns, the thread is closed.
func TestThreadEnds(t *testing.T) {
	k := newKernel()
	k.results["ThreadCreate"] = new(raw.Thread)
	var th *rtt.Thread
	th, err := rtt.NewThread("t", func() {
		if err := th.SetPriority(3); err != nil {
			t.Errorf("SetPriority within the thread: %v", err)
		}
	}, rtt.ThreadConfig{Stack: 1024, Priority: 5})
	if err != nil {
		t.Fatal(err)
	}
	c := k.one(t, "ThreadCreate")
	if c.Args[1].Uint() != uint64(rtttest.Entry) {
		t.Errorf("C got the entry %#x, want that of rttgo_callback", c.Args[1].Uint())
	}
	for i, want := range map[int]uint32{3: 1024, 4: 5, 5: 10} {
		if got := word(c.Args[i]); got != want {
			t.Errorf("argument %d of rt_thread_create is %d, want %d", i, got, want)
		}
	}
	rtttest.Run(c.Args[2].UnsafePointer())
	if err := th.Start(); err != rtt.ErrClosed {
		t.Errorf("Start of a thread that has ended returned %v, want ErrClosed", err)
	}
	if len(k.of("ThreadDelete")) > 0 {
		t.Error("a thread that ended by itself was deleted: the kernel frees it")
	}
}

// TestEventWait passes sets and options and returns what C received.
func TestEventWait(t *testing.T) {
	k := newKernel()
	k.results["EventCreate"] = new(raw.Event)
	e, err := rtt.NewEvent("e", rtt.Prio)
	if err != nil {
		t.Fatal(err)
	}
	if got := word(k.one(t, "EventCreate").Args[1]); got != raw.RT_IPC_FLAG_PRIO {
		t.Errorf("C got the flag %d, want RT_IPC_FLAG_PRIO", got)
	}
	k.during = func(c string) {
		if c == "EventRecv" {
			*(*uint32)(k.one(t, c).Args[4].UnsafePointer()) = 0x80000001
		}
	}
	set, err := e.Wait(0x80000003, rtt.EventAny|rtt.EventClear, rtt.Forever)
	if err != nil || set != 0x80000001 {
		t.Errorf("Wait returned %#x, %v, want what C received", set, err)
	}
	c := k.one(t, "EventRecv")
	if word(c.Args[1]) != 0x80000003 || word(c.Args[2]) != raw.RT_EVENT_FLAG_OR|raw.RT_EVENT_FLAG_CLEAR || int32(word(c.Args[3])) != -1 {
		t.Errorf("C got set %#x, option %#x, timeout %d", word(c.Args[1]), word(c.Args[2]), int32(word(c.Args[3])))
	}
}

// TestPriorities makes threads with nothing said of their priority, and with the highest one, which is zero in C.
func TestPriorities(t *testing.T) {
	for given, want := range map[int16]uint32{0: raw.RT_THREAD_PRIORITY_MAX / 3, rtt.HighestPriority: 0, 1: 1, 20: 20} {
		k := newKernel()
		k.results["ThreadCreate"] = new(raw.Thread)
		if _, err := rtt.NewThread("t", func() {}, rtt.ThreadConfig{Priority: given}); err != nil {
			t.Fatal(err)
		}
		if got := word(k.one(t, "ThreadCreate").Args[4]); got != want {
			t.Errorf("with the priority %d C got %d, want %d", given, got, want)
		}
	}
	for _, given := range []int16{-2, raw.RT_THREAD_PRIORITY_MAX, 256 + 5} {
		newKernel()
		if _, err := rtt.NewThread("t", func() {}, rtt.ThreadConfig{Priority: given}); err != rtt.ErrRange {
			t.Errorf("with the priority %d: %v, want ErrRange", given, err)
		}
	}
}
