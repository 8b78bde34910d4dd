package handle

import (
	"sync"
	"sync/atomic"
	"testing"
)

func TestTakeLeavesNone(t *testing.T) {
	var h Handle[int]
	if h.Get() != nil || h.Take() != nil {
		t.Error("the zero Handle holds an object")
	}
	x := 1
	h.Set(&x, Static)
	if h.Get() != &x || h.Kind() != Static {
		t.Errorf("it holds %v of kind %d", h.Get(), h.Kind())
	}
	if h.Take() != &x || h.Get() != nil || h.Take() != nil {
		t.Error("Take does not take it")
	}
}

// Of many threads that take an object one gets it, while others look at it.
func TestTakeAtTheSameTime(t *testing.T) {
	for range 100 {
		var h Handle[int]
		h.Set(new(int), Owned)
		var took atomic.Int32
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				h.Get()
				if h.Take() != nil {
					took.Add(1)
				}
			})
		}
		wg.Wait()
		if n := took.Load(); n != 1 {
			t.Fatalf("%d threads took the object", n)
		}
	}
}
