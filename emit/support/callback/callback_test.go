package callback

import (
	"sync"
	"testing"
)

func TestSlotsHoldTheirFunctionUntilReleased(t *testing.T) {
	var slots []*Slot
	got := 0
	for range 5 * chunk {
		slots = append(slots, Add(func() { got++ }))
	}
	for _, s := range slots {
		Call(s)
	}
	if got != len(slots) {
		t.Fatalf("%d of %d slots called their function", got, len(slots))
	}
	for _, s := range slots {
		Release(s)
		Release(s) // a second time changes nothing
		Call(s)
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
				Call(s)
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
