package callback

import (
	"sync"
	"testing"
)

// run does what an entry point does.
func run(s *Slot) {
	if fn, ok := s.Get().(func()); ok {
		fn()
	}
}

func TestSlotsHoldTheirFunctionUntilReleased(t *testing.T) {
	var slots []*Slot
	got := 0
	for range 5 * chunk {
		slots = append(slots, Add(func() { got++ }))
	}
	for _, s := range slots {
		run(s)
	}
	if got != len(slots) {
		t.Fatalf("%d of %d slots called their function", got, len(slots))
	}
	for _, s := range slots {
		Release(s)
		Release(s) // a second time changes nothing
		run(s)
	}
	if got != len(slots) {
		t.Errorf("a released slot called its function")
	}
	Release(nil)
}

func TestReleasedSlotsAreUsedAgain(t *testing.T) {
	s := Add(func() {})
	Release(s)
	if again := Add(func() {}); again != s {
		t.Errorf("Add made a new slot while one was free")
	}
}

func TestConcurrentUse(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 1000 {
				called := false
				s := Add(func() { called = true })
				run(s)
				Release(s)
				if !called {
					t.Error("a slot lost its function")
					return
				}
			}
		})
	}
	wg.Wait()
}

func TestHook(t *testing.T) {
	var h Hook
	if !h.Set(func() int { return 1 }) {
		t.Error("C is not told of the entry point")
	}
	if h.Set(func() int { return 2 }) {
		t.Error("C is told of the entry point twice")
	}
	if got := h.Get().(func() int)(); got != 2 {
		t.Errorf("the hook calls function %d", got)
	}
	h.Set(nil)
	if h.Get() != nil {
		t.Error("the hook still holds a function")
	}
}
