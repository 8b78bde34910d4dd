package roots

import (
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"
	"unsafe"
)

type object struct {
	payload [100]byte
	root    Node
}

func list() (n int) {
	for p := head.next; p != nil; p = p.next {
		n++
	}
	return n
}

func TestAddKeepsTheWholeObject(t *testing.T) {
	gone := make(chan bool, 1)
	o := &object{}
	runtime.AddCleanup(o, func(bool) { gone <- true }, true)
	if !Add(&o.root, unsafe.Pointer(o)) || Add(&o.root, unsafe.Pointer(o)) {
		t.Error("Add reports that it was not the first, or that it was the second time")
	}
	if list() != 1 {
		t.Fatalf("added twice, listed %d times", list())
	}
	n := &o.root
	o = nil
	runtime.GC()
	select {
	case <-gone:
		t.Fatal("collected while it was kept")
	case <-time.After(10 * time.Millisecond):
	}
	Remove(n)
	Remove(n)
	if list() != 0 {
		t.Errorf("%d left after Remove", list())
	}
}

func TestRemoveInAnyOrder(t *testing.T) {
	var nodes [5]Node
	for i := range nodes {
		Add(&nodes[i], unsafe.Pointer(&nodes[i]))
	}
	for _, i := range []int{2, 0, 4, 1, 3} {
		Remove(&nodes[i])
	}
	if list() != 0 {
		t.Errorf("%d left", list())
	}
}

func TestGone(t *testing.T) {
	var a, b object
	Add(&a.root, unsafe.Pointer(&a.payload))
	Add(&b.root, unsafe.Pointer(&b.payload))
	Gone(unsafe.Pointer(&a.payload))
	Gone(unsafe.Pointer(&a.payload))
	if Has(&a.root) || !Has(&b.root) {
		t.Error("the wrong object is gone")
	}
	Remove(&b.root)
	if Has(&b.root) {
		t.Error("an object is listed after Remove")
	}
}

// Of many threads that add a node one is the first, and every value that is swapped in comes out once.
func TestAtTheSameTime(t *testing.T) {
	var n Node
	var first, sum atomic.Int32
	var place int32
	var wg sync.WaitGroup
	for i := range int32(8) {
		wg.Go(func() {
			if Add(&n, nil) {
				first.Add(1)
			}
			sum.Add(Swap(&place, i))
		})
	}
	wg.Wait()
	if got := first.Load(); got != 1 {
		t.Errorf("%d threads were the first", got)
	}
	if got := sum.Load() + place; got != 28 {
		t.Errorf("the values sum up to %d, want 28", got)
	}
	Remove(&n)
}

func TestNames(t *testing.T) {
	a := Name("led", 8)
	if a == nil || unsafe.String(a, 4) != "led\x00" {
		t.Fatal("no name")
	}
	if Name("le"+"d"[:1], 8) != a || Name("lcd", 8) == a {
		t.Error("a name is not kept once")
	}
	if p := Name("", 8); p == nil || *p != 0 {
		t.Error("no empty name")
	}
	if Name("too long", 7) != nil || Name("a\x00b", 7) != nil {
		t.Error("a name is taken that C cannot have")
	}
}

func TestKeep(t *testing.T) {
	gone := make(chan bool, 1)
	memory := make([]byte, 4096)
	runtime.AddCleanup(&memory[0], func(bool) { gone <- true }, true)
	Keep(unsafe.Pointer(&memory[0]))
	Keep(nil)
	memory = nil
	runtime.GC()
	select {
	case <-gone:
		t.Fatal("collected while it was kept")
	case <-time.After(10 * time.Millisecond):
	}
}
