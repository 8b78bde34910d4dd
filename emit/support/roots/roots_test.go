package roots

import (
	"runtime"
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
	Add(&o.root, unsafe.Pointer(o))
	Add(&o.root, unsafe.Pointer(o))
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
