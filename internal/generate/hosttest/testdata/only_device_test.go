package hosttest

import (
	"io"
	"reflect"
	"testing"
	"unsafe"

	"rtt"
	"rtt/raw"
	"rtt/rtttest"
)

// openDevice opens a fake device.
func openDevice(t *testing.T, k *kernel, d *raw.Device) *rtt.Device {
	t.Helper()
	k.results["DeviceFind"] = d
	o, err := rtt.OpenDevice("uart1", rtt.OpenReadWrite|rtt.OpenIntRX)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// TestOpenDevice looks at what C gets, and at how opening fails.
func TestOpenDevice(t *testing.T) {
	k := newKernel()
	if _, err := rtt.OpenDevice("uart1", rtt.OpenReadWrite); err != rtt.ErrNotFound {
		t.Errorf("OpenDevice returned %v for a name that nothing has, want ErrNotFound", err)
	}
	if len(k.of("DeviceOpen")) > 0 {
		t.Error("OpenDevice opened a device that was not found")
	}
	if _, err := rtt.OpenDevice("a name that is too long", rtt.OpenReadWrite); err != rtt.ErrName {
		t.Errorf("OpenDevice returned %v for a long name, want ErrName", err)
	}
	k.nest = 1
	if _, err := rtt.OpenDevice("uart1", rtt.OpenReadWrite); err != rtt.ErrContext {
		t.Errorf("OpenDevice returned %v in an interrupt, want ErrContext", err)
	}

	k = newKernel()
	d := new(raw.Device)
	o := openDevice(t, k, d)
	if got := cString(k.one(t, "DeviceFind").Args[0].UnsafePointer()); got != "uart1" {
		t.Errorf("C looked for %q, want uart1", got)
	}
	c := k.one(t, "DeviceOpen")
	if c.Args[0].UnsafePointer() != unsafe.Pointer(d) || word(c.Args[1]) != raw.RT_DEVICE_FLAG_RDWR|raw.RT_DEVICE_FLAG_INT_RX {
		t.Errorf("C opened %v with %#x", c.Args[0], word(c.Args[1]))
	}
	if err := o.Close(); err != nil {
		t.Errorf("Close returned %v", err)
	}
	if k.one(t, "DeviceClose").Args[0].UnsafePointer() != unsafe.Pointer(d) {
		t.Error("C closed another device")
	}
	if _, err := o.Read(make([]byte, 1)); err != rtt.ErrClosed {
		t.Errorf("Read of a closed device returned %v, want ErrClosed", err)
	}

	for code, want := range map[rtt.Errno]error{rtt.ErrBusy: rtt.ErrBusy, rtt.ErrIO: rtt.ErrIO, rtt.ErrNotSupported: nil} {
		k = newKernel()
		k.results["DeviceFind"], k.results["DeviceOpen"] = d, -int32(code)
		if _, err := rtt.OpenDevice("uart1", rtt.OpenReadWrite); err != want {
			t.Errorf("OpenDevice returned %v when C said %v, want %v", err, code, want)
		}
	}
}

// TestDeviceTransfer reads and writes: counts and errors of C come through, and C never gets more than there is.
func TestDeviceTransfer(t *testing.T) {
	buf := []byte("0123456789")
	for _, way := range []struct {
		what string
		c    string
		do   func(o *rtt.Device, b []byte, pos int64) (int, error)
		// short is the error for fewer bytes than asked for
		short error
	}{
		{"Read", "DeviceRead", func(o *rtt.Device, b []byte, _ int64) (int, error) { return io.Reader(o).Read(b) }, nil},
		{"ReadPos", "DeviceRead", (*rtt.Device).ReadPos, nil},
		{"Write", "DeviceWrite", func(o *rtt.Device, b []byte, _ int64) (int, error) { return io.Writer(o).Write(b) }, rtt.ErrFull},
		{"WritePos", "DeviceWrite", (*rtt.Device).WritePos, rtt.ErrFull},
	} {
		t.Run(way.what, func(t *testing.T) {
			for _, r := range []struct {
				c    int32
				n    int
				fail error
			}{{10, 10, nil}, {0, 0, way.short}, {4, 4, way.short}, {11, 10, nil}, {-int32(rtt.ErrIO), 0, rtt.ErrIO}} {
				k := newKernel()
				o := openDevice(t, k, new(raw.Device))
				k.results[way.c] = r.c
				n, err := way.do(o, buf, 5)
				if n != r.n || err != r.fail {
					t.Errorf("it returned %d, %v when C said %d, want %d, %v", n, err, r.c, r.n, r.fail)
				}
				c := k.one(t, way.c)
				if c.Args[2].UnsafePointer() != unsafe.Pointer(&buf[0]) || word(c.Args[3]) != 10 {
					t.Errorf("C got %v, length %d", c.Args[2], word(c.Args[3]))
				}
				if pos := word(c.Args[1]); pos != 0 && pos != 5 {
					t.Errorf("C got the place %d", pos)
				}
			}
			k := newKernel()
			d := new(raw.Device)
			o := openDevice(t, k, d)
			if n, err := way.do(o, nil, 0); n != 0 || err != nil {
				t.Errorf("it returned %d, %v for no bytes", n, err)
			}
			k.nest = 1
			if _, err := way.do(o, buf, 0); err != rtt.ErrContext {
				t.Errorf("it returned %v in an interrupt, want ErrContext", err)
			}
			k.nest = 0
			d.Type = raw.RT_Device_Class_Block
			if _, err := way.do(o, buf, 0); err != rtt.ErrNotSupported {
				t.Errorf("it returned %v for a device that counts in blocks, want ErrNotSupported", err)
			}
			if len(k.of(way.c)) > 0 {
				t.Error("C was called where there is nothing to do")
			}
		})
	}
}

// TestDeviceCallbacks lets drivers call back: C passes the device, which tells whose function it is.
func TestDeviceCallbacks(t *testing.T) {
	k := newKernel()
	first, second := new(raw.Device), new(raw.Device)
	a, b := openDevice(t, k, first), openDevice(t, k, second)
	got := map[string]int{}
	for _, err := range []error{
		a.OnReceive(func(size int) { got["a"] += size }),
		b.OnReceive(func(size int) { got["b"] += size }),
		a.OnSent(func() { got["sent"]++ }),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if c := k.of("DeviceSetRxIndicate"); len(c) != 2 || c[1].Args[0].UnsafePointer() != unsafe.Pointer(second) ||
		c[1].Args[1].Uint() != uint64(rtttest.EntryDeviceSetRxIndicate) {
		t.Errorf("C got %v", c)
	}
	receive := func(d *raw.Device, size uint32) {
		if code := rtttest.RunDeviceSetRxIndicate(unsafe.Pointer(d), size); code != 0 {
			t.Errorf("C got %d, want RT_EOK", code)
		}
	}
	receive(first, 3)
	receive(second, 40)
	receive(new(raw.Device), 500)
	rtttest.RunDeviceSetTxComplete(unsafe.Pointer(first), nil)
	rtttest.RunDeviceSetTxComplete(unsafe.Pointer(second), nil)
	if got["a"] != 3 || got["b"] != 40 || got["sent"] != 1 {
		t.Errorf("the functions were called as %v", got)
	}
	if err := b.OnReceive(nil); err != nil {
		t.Error(err)
	}
	if err := a.Close(); err != nil {
		t.Error(err)
	}
	receive(first, 3)
	receive(second, 40)
	rtttest.RunDeviceSetTxComplete(unsafe.Pointer(first), nil)
	if got["a"] != 3 || got["b"] != 40 || got["sent"] != 1 {
		t.Errorf("functions were called after Close, or after nil took their place: %v", got)
	}
}

// TestPipe makes pipes.
func TestPipe(t *testing.T) {
	k := newKernel()
	k.results["PipeCreate"] = new(raw.Pipe)
	if err := rtt.CreatePipe("pipe", 512); err != nil {
		t.Fatal(err)
	}
	c := k.one(t, "PipeCreate")
	if got := cString(c.Args[0].UnsafePointer()); got != "pipe" || word(c.Args[1]) != 512 {
		t.Errorf("C got %q of %d bytes", got, word(c.Args[1]))
	}
	k.results["PipeCreate"] = nil
	if err := rtt.CreatePipe("pipe", 512); err != rtt.ErrNoMemory {
		t.Errorf("CreatePipe returned %v when C made none, want ErrNoMemory", err)
	}
	k.results["DeviceFind"] = new(raw.Device)
	if err := rtt.CreatePipe("pipe", 512); err != rtt.ErrBusy {
		t.Errorf("CreatePipe returned %v for a name that is taken, want ErrBusy", err)
	}
	for _, size := range []uint16{0, 0xffff} {
		if err := rtt.CreatePipe("pipe", size); err != rtt.ErrRange {
			t.Errorf("CreatePipe returned %v for %d bytes, want ErrRange", err, size)
		}
	}
}

// TestRingBlock takes a block through its life.
func TestRingBlock(t *testing.T) {
	k := newKernel()
	k.results["RbbCreate"] = new(raw.Rbb)
	b, err := rtt.NewRingBlockBuffer(64, 4)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Get(); err != rtt.ErrEmpty {
		t.Errorf("Get returned %v without a block, want ErrEmpty", err)
	}
	if _, err := b.Alloc(16); err != rtt.ErrFull {
		t.Errorf("Alloc returned %v without room, want ErrFull", err)
	}
	for _, size := range []int{0, -1, 1 << 24} {
		if _, err := b.Alloc(size); err != rtt.ErrRange {
			t.Errorf("Alloc returned %v for %d bytes, want ErrRange", err, size)
		}
	}
	blk := new(raw.RbbBlk)
	blk.SetStatus(raw.RT_RBB_BLK_INITED)
	memory := make([]byte, 16)
	k.results["RbbBlkAlloc"], k.results["RbbBlkBuf"], k.results["RbbBlkSize"] = blk, &memory[0], 16
	r, err := b.Alloc(16)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Bytes(); len(got) != 16 || &got[0] != &memory[0] {
		t.Errorf("Bytes returned %d bytes elsewhere", len(got))
	}
	if err := r.Put(); err != nil {
		t.Errorf("Put returned %v", err)
	}
	blk.SetStatus(raw.RT_RBB_BLK_PUT)
	if err := r.Put(); err != rtt.ErrInvalid {
		t.Errorf("a second Put returned %v, want ErrInvalid before C asserts it", err)
	}
	k.one(t, "RbbBlkPut")
	if err := r.Free(); err != nil {
		t.Errorf("Free returned %v", err)
	}
	blk.SetStatus(raw.RT_RBB_BLK_UNUSED)
	if err := r.Free(); err != rtt.ErrInvalid {
		t.Errorf("a second Free returned %v, want ErrInvalid before C asserts it", err)
	}
	k.one(t, "RbbBlkFree")
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if r.Bytes() != nil || r.Free() != rtt.ErrClosed || r.Put() != rtt.ErrClosed {
		t.Error("a block can be used after its buffer was closed")
	}
	var none rtt.RingBlock
	if none.Bytes() != nil || none.Free() != rtt.ErrClosed {
		t.Error("a block that was never allocated can be used")
	}
}

// TestDataQueue pushes a slice that nothing else refers to: it stays until it was popped.
func TestDataQueue(t *testing.T) {
	k := newKernel()
	var q rtt.DataQueue
	if err := q.Init(4, 1); err != nil {
		t.Fatal(err)
	}
	w := &watch{}
	hidden := pushAndDrop(t, k, &q, w)
	k.calls = nil
	if !w.kept() {
		t.Fatal("what was pushed was collected while C had it")
	}
	k.during = func(c string) {
		if c == "DataQueuePop" {
			args := k.one(t, c).Args
			*(*uintptr)(args[1].UnsafePointer()) = ^hidden
			*(*raw.Size)(args[2].UnsafePointer()) = 64
		}
	}
	data, err := q.Pop(rtt.NoWait)
	if err != nil || len(data) != 64 || data[63] != 7 {
		t.Errorf("Pop returned %v, %v, want what was pushed", data, err)
	}
	data, k.calls, k.during = nil, nil, nil
	if !w.collected() {
		t.Error("what was popped is kept")
	}
	w = &watch{}
	k.results["DataQueuePush"] = -int32(rtt.ErrTimeout)
	pushAndDrop(t, k, &q, w)
	if k.calls = nil; !w.collected() {
		t.Error("what C did not take is kept")
	}
	if err := q.Close(); err != nil {
		t.Fatal(err)
	}
	if err := q.Push(make([]byte, 1), rtt.NoWait); err != rtt.ErrClosed {
		t.Errorf("Push returned %v after Close, want ErrClosed", err)
	}
	if _, err := q.Pop(rtt.NoWait); err != rtt.ErrClosed {
		t.Errorf("Pop returned %v after Close, want ErrClosed", err)
	}
}

// pushAndDrop pushes a slice and returns its address as what is no pointer.
//
//go:noinline
func pushAndDrop(t *testing.T, k *kernel, q *rtt.DataQueue, w *watch) uintptr {
	data := make([]byte, 64)
	data[63] = 7
	w.object(reflect.ValueOf(&data[0]))
	err := q.Push(data, rtt.Forever)
	if failed := k.results["DataQueuePush"] != nil; (err != nil) != failed {
		t.Fatalf("Push returned %v", err)
	}
	c := k.one(t, "DataQueuePush")
	if c.Args[1].UnsafePointer() != unsafe.Pointer(&data[0]) || word(c.Args[2]) != 64 || int32(word(c.Args[3])) != -1 {
		t.Errorf("C got %v, length %d, timeout %d", c.Args[1], word(c.Args[2]), int32(word(c.Args[3])))
	}
	return ^uintptr(unsafe.Pointer(&data[0]))
}
