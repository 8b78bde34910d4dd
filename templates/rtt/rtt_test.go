package rtt

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unsafe"

	"github.com/rttgen/rttgen/emit/support/handle"
	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// inAThread lets the code run in a thread.
func inAThread() { raw.InterruptGetNest = func() uint8 { return 0 } }

func TestPrint(t *testing.T) {
	var printed []string
	raw.Kputs = func(s *byte) {
		b := unsafe.Slice(s, printBuffer)
		printed = append(printed, string(b[:slices.Index(b, 0)]))
	}
	long := strings.Repeat("0123456789", 20)
	for _, s := range []string{"", "one line\n", "a\x00b\x00\x00c", long, long[:printBuffer-1], long[:printBuffer]} {
		printed = nil
		Print(s)
		if got, want := strings.Join(printed, ""), strings.ReplaceAll(s, "\x00", ""); got != want {
			t.Errorf("%q is printed as %q", s, got)
		}
		printed = nil
		if n, err := Console.Write([]byte(s)); n != len(s) || err != nil || strings.Join(printed, "") != strings.ReplaceAll(s, "\x00", "") {
			t.Errorf("Write of %q returned %d, %v and printed %q", s, n, err, printed)
		}
	}
}

func TestWordsHoldSmallValues(t *testing.T) {
	type pair struct{ a, b int16 }
	for _, v := range []pair{{}, {-1, 2}, {32767, -32768}} {
		if got, err := unword[pair](word(v), nil); got != v || err != nil {
			t.Errorf("%v comes back as %v, %v", v, got, err)
		}
	}
	if got, _ := unword[int8](word(int8(-3)), nil); got != -3 {
		t.Errorf("-3 comes back as %d", got)
	}
}

func TestMailboxOfUnsuitableTypes(t *testing.T) {
	inAThread()
	if _, err := NewMailbox[*int]("m", 1, 0); err != ErrType {
		t.Errorf("a pointer: %v", err)
	}
	if _, err := NewMailbox[[3]uint64]("m", 1, 0); err != ErrType {
		t.Errorf("more than a word: %v", err)
	}
	for _, n := range []int{-1, 0, 0x10000} {
		if _, err := NewMailbox[int8]("m", n, 0); err != ErrRange {
			t.Errorf("%d values: %v", n, err)
		}
	}
	raw.InterruptGetNest = func() uint8 { return 1 }
	if _, err := NewMailbox[int8]("m", 1, 0); err != ErrContext {
		t.Errorf("in an interrupt: %v", err)
	}
}

// C of RT-Thread 5 returns the size of a message, before that nothing; and the code of a queue that is closed with or without a sign.
func TestReceivedMessage(t *testing.T) {
	inAThread()
	object := &raw.Messagequeue{}
	for _, c := range []struct {
		code   int32
		left   raw.Err // in the thread
		closed bool
		want   error
	}{
		{0, 0, false, nil}, {4, 0, false, nil}, {-2, -2, false, ErrTimeout}, {2, 2, false, ErrTimeout},
		{-1, -1, true, ErrClosed}, {1, 1, true, ErrClosed}, {-2, -2, true, ErrClosed}, {-1, -1, false, ErrError},
		{4, 4, false, ErrEmpty}, {4, 4, true, ErrClosed}, // errors that are as large as a message
	} {
		self := &raw.Thread{Error: 4} // of an earlier call
		raw.ThreadSelf = func() *raw.Thread { return self }
		m := &MessageQueue[uint32]{&ByteQueue{}}
		m.q.h.Set(object, handle.Owned)
		raw.MqRecv = func(q *raw.Messagequeue, buffer unsafe.Pointer, size raw.Size, timeout int32) raw.Ssize {
			if q != object || size != 4 || timeout != 7 {
				t.Errorf("rt_mq_recv(%p, %d, %d)", q, size, timeout)
			}
			*(*uint32)(buffer) = 0xabcd
			self.Error = c.left
			if c.closed {
				m.q.h.Take()
			}
			return c.code
		}
		v, err := m.RecvTicks(7)
		if err != c.want || err == nil && v != 0xabcd {
			t.Errorf("C returned %d, closed %t: 0x%x, %v; want %v", c.code, c.closed, v, err, c.want)
		}
	}
}

func TestReceivedSize(t *testing.T) {
	self := &raw.Thread{Error: 5}
	raw.ThreadSelf = func() *raw.Thread { return self }
	w := receiving(&raw.Messagequeue{})
	if c := w.code(5); c != 5 {
		t.Errorf("a message of 5 bytes: %d", c)
	}
	self.Error = 5
	if c := w.code(5); c != -5 {
		t.Errorf("error 5: %d", c)
	}
}

func TestBlocksInUse(t *testing.T) {
	const size, head = 8, unsafe.Sizeof(uintptr(0))
	var memory [3][size + head]byte
	p := &raw.Mempool{StartAddress: unsafe.Pointer(&memory), Size: raw.Size(unsafe.Sizeof(memory)), BlockSize: size}
	block := func(i int) unsafe.Pointer { return unsafe.Pointer(&memory[i][head]) }
	*(**raw.Mempool)(unsafe.Pointer(&memory[1])) = p // RT-Thread marks a block in use so
	for i, want := range []bool{false, true, false} {
		if got := inUse(p, block(i)); got != want {
			t.Errorf("block %d is in use: %t", i, got)
		}
	}
	if inUse(p, unsafe.Add(block(1), 1)) || inUse(p, unsafe.Pointer(&memory)) || inUse(p, unsafe.Pointer(p)) || inUse(p, nil) {
		t.Error("what is no block is in use")
	}
}

// Waiting threads are counted by the list of them, which a version of RT-Thread does not keep in step.
func TestCountWaiting(t *testing.T) {
	p := &raw.Mempool{SuspendThreadCount: 5}
	head := &p.SuspendThread
	var a, b raw.ListNode
	head.Next, a.Next, b.Next = &a, &b, head
	if countWaiting(p); p.SuspendThreadCount != 2 {
		t.Errorf("%d wait, want 2", p.SuspendThreadCount)
	}
	head.Next = head
	if countWaiting(p); p.SuspendThreadCount != 0 {
		t.Errorf("%d wait, want none", p.SuspendThreadCount)
	}
}

func TestListObjects(t *testing.T) {
	var info raw.ObjectInformation
	objects := make([]raw.Object, 40)
	last := &info.ObjectList
	for i := range objects {
		last.Next = &objects[i].List
		last = last.Next
	}
	last.Next = &info.ObjectList
	inAThread()
	locked := 0
	raw.EnterCritical, raw.ExitCritical = func() raw.Base { locked++; return 0 }, func() { locked-- }
	raw.ObjectGetInformation = func(raw.ObjectClassType) *raw.ObjectInformation { return &info }
	list, err := Objects(1)
	if err != nil || len(list) != len(objects) || locked != 0 {
		t.Fatalf("%d objects, %v, locked %d times", len(list), err, locked)
	}
	for i, o := range list {
		if o.h.Get() != &objects[i] || o.h.Kind() != handle.Borrowed {
			t.Errorf("object %d is another one", i)
		}
	}
	raw.ObjectGetInformation = func(raw.ObjectClassType) *raw.ObjectInformation { return nil }
	if _, err := Objects(1); err != ErrNotFound {
		t.Errorf("no such kind: %v", err)
	}
}

func TestDeviceTransfers(t *testing.T) {
	inAThread()
	device := &raw.Device{}
	d := &Device{}
	d.h.Set(device, handle.Owned)
	var result raw.Ssize
	raw.DeviceWrite = func(dev *raw.Device, pos raw.Off, buffer unsafe.Pointer, size raw.Size) raw.Ssize { return result }
	raw.DeviceRead = raw.DeviceWrite
	data := make([]byte, 10)
	for _, c := range []struct {
		result raw.Ssize
		n      int
		read   error
		write  error
	}{{10, 10, nil, nil}, {3, 3, nil, ErrFull}, {0, 0, nil, ErrFull}, {99, 10, nil, nil}, {-7, 0, ErrBusy, ErrBusy}} {
		result = c.result
		if n, err := d.Read(data); n != c.n || err != c.read {
			t.Errorf("Read of %d: %d, %v", c.result, n, err)
		}
		if n, err := d.Write(data); n != c.n || err != c.write {
			t.Errorf("Write of %d: %d, %v", c.result, n, err)
		}
	}
	if _, err := d.ReadPos(data, 1<<40); err != ErrRange {
		t.Errorf("a position that C has no room for: %v", err)
	}
	device.Type = raw.RT_Device_Class_Block
	if _, err := d.Write(data); err != ErrNotSupported {
		t.Errorf("a device that counts blocks: %v", err)
	}
	d.h.Take()
	if _, err := d.Read(data); err != ErrClosed {
		t.Errorf("a closed device: %v", err)
	}
}

// The scheduler is unlocked, and interrupts are restored, when a function panics.
func TestPanicsUnlock(t *testing.T) {
	inAThread()
	locked, off := 0, 0
	raw.EnterCritical, raw.ExitCritical = func() raw.Base { locked++; return 0 }, func() { locked-- }
	raw.HwInterruptDisable, raw.HwInterruptEnable = func() raw.Base { off++; return 0 }, func(raw.Base) { off-- }
	fails := func() { panic(errors.New("failed")) }
	for name, fn := range map[string]func(){
		"Critical":            func() { Critical(fails) },
		"CriticalLocked.With": func() { NewCriticalLocked(1).With(func(*int) { fails() }) },
		"NoInterrupts":        func() { NoInterrupts(fails) },
		"SpinLocked.With":     func() { NewSpinLocked(1).With(func(*int) { fails() }) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: the panic is gone", name)
				}
			}()
			fn()
		}()
		if locked != 0 || off != 0 {
			t.Errorf("%s: locked %d times, interrupts off %d times", name, locked, off)
		}
	}
}

func TestRingBlocks(t *testing.T) {
	block := &raw.RbbBlk{State: raw.RT_RBB_BLK_INITED}
	b := &RingBlockBuffer{}
	b.h.Set(&raw.Rbb{}, handle.Owned)
	raw.RbbBlkAlloc = func(*raw.Rbb, raw.Size) *raw.RbbBlk { return block }
	raw.RbbBlkPut = func(p *raw.RbbBlk) { p.State = 2 }
	raw.RbbBlkFree = func(_ *raw.Rbb, p *raw.RbbBlk) { p.State = raw.RT_RBB_BLK_UNUSED }
	for _, n := range []int{-1, 0, maxRingBlock + 1} {
		if _, err := b.Alloc(n); err != ErrRange {
			t.Errorf("Alloc(%d): %v", n, err)
		}
	}
	blk, err := b.Alloc(1)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []error{nil, ErrInvalid} {
		if err := blk.Put(); err != want {
			t.Errorf("Put %d: %v, want %v", i, err, want)
		}
	}
	for i, want := range []error{nil, ErrInvalid} {
		if err := blk.Free(); err != want {
			t.Errorf("Free %d: %v, want %v", i, err, want)
		}
	}
	b.h.Take()
	if blk.Put() != ErrClosed || blk.Free() != ErrClosed || blk.Bytes() != nil || (RingBlock{}).Put() != ErrClosed {
		t.Error("a block outlives its buffer")
	}
}

// resume: the kernel before 5.1 does not switch to the thread by itself.
func TestResumeSchedules(t *testing.T) {
	th := &Thread{}
	th.h.Set(&raw.Thread{}, handle.Owned)
	scheduled := 0
	raw.Schedule = func() { scheduled++ }
	for _, c := range []struct {
		code int32
		err  error
		n    int
	}{{0, nil, 1}, {-1, ErrError, 0}} {
		scheduled = 0
		raw.ThreadResume = func(*raw.Thread) raw.Err { return c.code }
		if err := th.Resume(); err != c.err || scheduled != c.n {
			t.Errorf("rt_thread_resume returned %d: %v, and the scheduler was called %d times", c.code, err, scheduled)
		}
	}
}

// TestSignalledWaits is about waits that a signal ends on RT-Thread 3.1, which returns 0 and leaves the signal pending.
func TestSignalledWaits(t *testing.T) {
	const sent, let = 1 << 10, 1<<10 | 1<<12
	self := &raw.Thread{SigMask: let}
	raw.ThreadSelf = func() *raw.Thread { return self }
	var handled []int32
	raw.SignalUnmask = func(signo int32) {
		handled = append(handled, signo)
		self.SigPending, self.Stat = 0, self.Stat&^raw.RT_THREAD_STAT_SIGNAL
	}
	signal := func() { self.SigPending, self.Stat = sent, self.Stat|raw.RT_THREAD_STAT_SIGNAL }

	signal() // before the wait
	w := awaiting(&raw.Mutex{})
	if c := w.code(0); c != 0 {
		t.Errorf("an earlier signal: %d", c)
	}
	w = awaiting(&raw.Mutex{})
	signal()
	if c := w.code(0); c != -raw.RT_EINTR {
		t.Errorf("a signal: %d", c)
	}
	signal()
	if c := heeding(&raw.Mutex{}).code(-raw.RT_EINTR); c != -raw.RT_EINTR {
		t.Errorf("a signal that C tells of: %d", c)
	}
	m := masked(&raw.Mutex{})
	if signal(); self.SigMask != 0 {
		t.Error("signals are let through to a wait that must not have one")
	}
	if c := m.code(0); c != 0 || self.SigMask != let {
		t.Errorf("after a masked wait: %d, mask %#x", c, self.SigMask)
	}
	if want := []int32{10, 10, 10, 10}; !slices.Equal(handled, want) {
		t.Errorf("handled are %v, want %v", handled, want)
	}
}

func TestSleepThatIsCutShort(t *testing.T) {
	self := &raw.Thread{Error: -raw.RT_EINTR}
	raw.ThreadSelf = func() *raw.Thread { return self }
	s := sleeping()
	self.Error = 0 // the time is over
	if c := s.code(0); c != 0 {
		t.Errorf("over time: %d", c)
	}
	if c := sleeping().code(0); c != -raw.RT_EINTR {
		t.Errorf("woken: %d", c)
	}
	if c := lastError(int32(ErrTimeout)); c != -raw.RT_EINTR {
		t.Errorf("the last error is %d", c)
	}
	self.Error = 0
	if c := lastError(int32(ErrTimeout)); c != int32(ErrTimeout) {
		t.Errorf("without an error: %d", c)
	}
}
