package hosttest

import (
	"reflect"
	"testing"
	"unsafe"

	"rtt"
	"rtt/raw"
)

// message is what queues copy: no pointers, and padding in between.
type message struct {
	id   uint8
	data [3]uint16
	at   uint32
}

// typed makes one of the generic objects of a type.
type typed struct {
	what string
	c    string // field of raw.Host that makes it
	make func() (closer, error)
}

// of lists the generic objects for a type of elements.
func of[T any]() []typed {
	return []typed{
		{"MessageQueue", "MqCreate", func() (closer, error) { return pair(rtt.NewMessageQueue[T]("q", 4, rtt.FIFO)) }},
		{"Mailbox", "MbCreate", func() (closer, error) { return pair(rtt.NewMailbox[T]("m", 4, rtt.FIFO)) }},
		{"MemPool", "MpCreate", func() (closer, error) { return pair(rtt.NewMemPool[T]("p", 4)) }},
	}
}

func pair[C closer](c C, err error) (closer, error) { return c, err }

// TestElementTypes makes objects of types that hold pointers, which the garbage collector would not see there.
func TestElementTypes(t *testing.T) {
	type nested struct{ in [2]struct{ s string } }
	for name, list := range map[string][]typed{
		"*int": of[*int](), "string": of[string](), "[]byte": of[[]byte](), "map": of[map[int]int](), "chan": of[chan int](),
		"func": of[func()](), "any": of[any](), "error": of[error](), "unsafe.Pointer": of[unsafe.Pointer](),
		"struct": of[struct{ p *int }](), "nested": of[nested](), "array": of[[1]*int](),
	} {
		for _, one := range list {
			k := newKernel()
			if _, err := one.make(); err != rtt.ErrType {
				t.Errorf("%s of %s: error %v, want ErrType", one.what, name, err)
			}
			if len(k.of(one.c)) > 0 {
				t.Errorf("%s of %s was made", one.what, name)
			}
		}
	}
	for name, list := range map[string][]typed{
		"bool": of[bool](), "int8": of[int8](), "uint32": of[uint32](), "float32": of[float32](), "[4]byte": of[[4]byte](),
		"struct": of[struct{ a, b uint16 }](),
	} {
		for _, one := range list {
			k := newKernel()
			k.results["MqCreate"], k.results["MbCreate"], k.results["MpCreate"] = new(raw.Messagequeue), new(raw.Mailbox), new(raw.Mempool)
			if _, err := one.make(); err != nil {
				t.Errorf("%s of %s: %v", one.what, name, err)
			}
			k.one(t, one.c)
		}
	}
}

// TestElementSizes makes objects of sizes and numbers that C's 16 bits do not hold.
func TestElementSizes(t *testing.T) {
	k := newKernel()
	check := func(what string, err, want error) {
		t.Helper()
		if err != want {
			t.Errorf("%s: error %v, want %v", what, err, want)
		}
	}
	_, err := rtt.NewMessageQueue[struct{}]("q", 1, rtt.FIFO)
	check("queue of nothing", err, rtt.ErrRange)
	_, err = rtt.NewMessageQueue[[1 << 16]byte]("q", 1, rtt.FIFO)
	check("queue of 64 KB", err, rtt.ErrRange)
	_, err = rtt.NewMemPool[[1 << 16]byte]("p", 1)
	check("pool of 64 KB", err, rtt.ErrRange)
	_, err = rtt.NewMailbox[[9]byte]("m", 1, rtt.FIFO)
	check("mailbox of more than a word", err, rtt.ErrType)
	for _, n := range []int{-1, 0, 1 << 16} {
		_, err = rtt.NewMessageQueue[int32]("q", n, rtt.FIFO)
		check("queue", err, rtt.ErrRange)
		_, err = rtt.NewMailbox[int32]("m", n, rtt.FIFO)
		check("mailbox", err, rtt.ErrRange)
		_, err = rtt.NewMemPool[int32]("p", n)
		check("pool", err, rtt.ErrRange)
	}
	if len(k.calls) > 0 {
		t.Errorf("raw.%s was called", k.calls[0].C)
	}
}

// TestMessageQueue sends and receives through a fake that copies, as C does.
func TestMessageQueue(t *testing.T) {
	k := newKernel()
	k.results["MqCreate"] = new(raw.Messagequeue)
	q, err := rtt.NewMessageQueue[message]("q", 4, rtt.Prio)
	if err != nil {
		t.Fatal(err)
	}
	c := k.one(t, "MqCreate")
	if word(c.Args[1]) != uint32(unsafe.Sizeof(message{})) || word(c.Args[2]) != 4 || word(c.Args[3]) != raw.RT_IPC_FLAG_PRIO {
		t.Errorf("C got size %d, number %d, flag %d", word(c.Args[1]), word(c.Args[2]), word(c.Args[3]))
	}
	var kept message
	k.during = func(name string) {
		switch name {
		case "MqSend":
			kept = *(*message)(k.one(t, name).Args[1].UnsafePointer())
		case "MqRecv":
			*(*message)(k.one(t, name).Args[1].UnsafePointer()) = kept
		}
	}
	want := message{1, [3]uint16{2, 3, 4}, 5}
	if err := q.Send(want); err != nil {
		t.Fatal(err)
	}
	got, err := q.Recv(rtt.Forever)
	if err != nil || got != want {
		t.Errorf("Recv returned %v, %v, want %v", got, err, want)
	}
	c = k.one(t, "MqRecv")
	if word(c.Args[2]) != uint32(unsafe.Sizeof(want)) || int32(word(c.Args[3])) != -1 {
		t.Errorf("C got size %d, timeout %d", word(c.Args[2]), int32(word(c.Args[3])))
	}
	k.during, k.nest = nil, 1
	if _, err := q.Recv(rtt.Forever); err != rtt.ErrContext {
		t.Errorf("Recv returned %v in an interrupt, want ErrContext", err)
	}
	if _, err := q.TryRecv(); err != nil {
		t.Errorf("TryRecv returned %v in an interrupt", err)
	}
	k.nest = 0
	k.results["MqSend"], k.results["MqRecv"] = -int32(rtt.ErrFull), -int32(rtt.ErrTimeout)
	if err := q.Send(want); err != rtt.ErrFull {
		t.Errorf("Send returned %v, want ErrFull", err)
	}
	if _, err := q.TryRecv(); err != rtt.ErrTimeout {
		t.Errorf("TryRecv returned %v, want ErrTimeout", err)
	}
	if err := q.Close(); err != nil {
		t.Fatal(err)
	}
	closed(t, q, &rtt.MessageQueue[message]{}, func(q *rtt.MessageQueue[message]) []error {
		_, recv := q.Recv(0)
		_, try := q.TryRecv()
		return []error{q.Send(want), q.Urgent(want), recv, try, q.Reset(), q.Close()}
	})
}

// closed looks at the errors of an object that was closed, and of one that was never made.
func closed[C any](t *testing.T, one, never C, use func(C) []error) {
	t.Helper()
	for _, c := range []C{one, never} {
		for i, err := range use(c) {
			if err != rtt.ErrClosed {
				t.Errorf("call %d of %v returned %v, want ErrClosed", i, reflect.TypeOf(c), err)
			}
		}
	}
}

// TestMailbox sends words.
func TestMailbox(t *testing.T) {
	k := newKernel()
	k.results["MbCreate"] = new(raw.Mailbox)
	m, err := rtt.NewMailbox[int16]("m", 4, rtt.FIFO)
	if err != nil {
		t.Fatal(err)
	}
	k.during = func(name string) {
		if name == "MbRecv" {
			sent := k.one(t, "MbSend").Args[1]
			reflect.ValueOf(k.one(t, name).Args[1].Interface()).Elem().Set(sent)
		}
	}
	if err := m.Send(-2); err != nil {
		t.Fatal(err)
	}
	if got, err := m.Recv(rtt.NoWait); got != -2 || err != nil {
		t.Errorf("Recv returned %d, %v, want -2", got, err)
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	k.during = nil
	closed(t, m, &rtt.Mailbox[int16]{}, func(m *rtt.Mailbox[int16]) []error {
		_, recv := m.Recv(0)
		_, try := m.TryRecv()
		return []error{m.Send(1), m.SendWait(1, 0), recv, try, m.Reset(), m.Close()}
	})
}

// TestMemPool takes and gives back blocks that look as C's do: each begins with a pointer to its pool.
func TestMemPool(t *testing.T) {
	k := newKernel()
	memory := make([]uintptr, 8) // two blocks of three words behind their heads
	pool := &raw.Mempool{BlockSize: raw.Size(3 * unsafe.Sizeof(memory[0])), Size: raw.Size(8 * unsafe.Sizeof(memory[0]))}
	pool.StartAddress = unsafe.Pointer(&memory[0])
	memory[0] = uintptr(unsafe.Pointer(pool))
	memory[1] = 99
	k.results["MpCreate"], k.results["MpAlloc"] = pool, unsafe.Pointer(&memory[1])
	p, err := rtt.NewMemPool[[2]uint64]("p", 2)
	if err != nil {
		t.Fatal(err)
	}
	v, err := p.Alloc(rtt.Forever)
	if err != nil || unsafe.Pointer(v) != unsafe.Pointer(&memory[1]) || v[0] != 0 {
		t.Fatalf("Alloc returned %v, %v, want the block, cleared", v, err)
	}
	free := (*[2]uint64)(unsafe.Pointer(&memory[5]))
	inside := (*[2]uint64)(unsafe.Pointer(&memory[2]))
	for _, bad := range []*[2]uint64{nil, new([2]uint64), free, inside} {
		if err := p.Free(bad); err != rtt.ErrRange {
			t.Errorf("Free returned %v for what is not a block in use, want ErrRange", err)
		}
	}
	if len(k.of("MpFree")) > 0 {
		t.Error("C got what is not a block in use")
	}
	if err := p.Free(v); err != nil {
		t.Errorf("Free returned %v", err)
	}
	if k.one(t, "MpFree").Args[0].UnsafePointer() != unsafe.Pointer(v) {
		t.Error("C got another block")
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	closed(t, p, &rtt.MemPool[[2]uint64]{}, func(p *rtt.MemPool[[2]uint64]) []error {
		_, alloc := p.Alloc(0)
		_, try := p.TryAlloc()
		return []error{alloc, try, p.Free(v), p.Close()}
	})
}

// TestGuards looks at guarded values: what locks is undone, even if the function panics.
func TestGuards(t *testing.T) {
	k := newKernel()
	k.results["MutexCreate"] = new(raw.Mutex)
	locked, err := rtt.NewLocked("l", 1)
	if err != nil {
		t.Fatal(err)
	}
	critical, spin := rtt.NewCriticalLocked(1), rtt.NewSpinLocked(1)
	for _, g := range []struct {
		what, lock, unlock string
		with               func(func(*int))
	}{
		{"Locked", "MutexTake", "MutexRelease", func(fn func(*int)) { locked.With(fn) }},
		{"CriticalLocked", "EnterCritical", "ExitCritical", critical.With},
		{"SpinLocked", "HwInterruptDisable", "HwInterruptEnable", spin.With},
		{"Critical", "EnterCritical", "ExitCritical", func(fn func(*int)) { v := 1; rtt.Critical(func() { fn(&v) }) }},
		{"NoInterrupts", "HwInterruptDisable", "HwInterruptEnable", func(fn func(*int)) { v := 1; rtt.NoInterrupts(func() { fn(&v) }) }},
	} {
		t.Run(g.what, func(t *testing.T) {
			for _, panics := range []bool{false, true} {
				k.calls, k.guards = nil, nil
				func() {
					defer func() { recover() }()
					g.with(func(v *int) {
						if len(k.of(g.lock)) != 1 || len(k.of(g.unlock)) != 0 {
							t.Error("it is not locked while the function runs")
						}
						if *v != 1 {
							t.Errorf("the value is %d, want 1", *v)
						}
						if panics {
							panic("on purpose")
						}
					})
				}()
				if len(k.of(g.lock)) != 1 || len(k.of(g.unlock)) != 1 {
					t.Errorf("it is locked afterwards (the function panics: %t)", panics)
				}
			}
		})
	}
	k.results["MutexTake"] = -int32(rtt.ErrTimeout)
	if err := locked.TryWith(rtt.NoWait, func(*int) { t.Error("the function runs without the lock") }); err != rtt.ErrTimeout {
		t.Errorf("TryWith returned %v, want ErrTimeout", err)
	}
	if err := locked.Close(); err != nil {
		t.Fatal(err)
	}
	if err := locked.With(func(*int) {}); err != rtt.ErrClosed {
		t.Errorf("With returned %v after Close, want ErrClosed", err)
	}
}
