package callback

import (
	"sync"
	"testing"
	"unsafe"
)

// run does what an entry point does.
func run(user unsafe.Pointer) {
	if fn, ok := Get(user).(func()); ok {
		fn()
	}
}

func TestSlotsHoldTheirFunctionUntilReleased(t *testing.T) {
	var slots []*Slot
	var users []unsafe.Pointer
	got := 0
	for range 5 * chunk {
		s := Add(func() { got++ })
		slots, users = append(slots, s), append(users, s.User())
	}
	for _, u := range users {
		run(u)
	}
	if got != len(slots) {
		t.Fatalf("%d of %d slots called their function", got, len(slots))
	}
	for i, s := range slots {
		Release(s)
		Release(s) // a second time changes nothing
		run(users[i])
	}
	if got != len(slots) {
		t.Errorf("a released slot called its function")
	}
	Release(nil)
	run(nil)
}

// TestLateCalls makes calls that were on their way when their slot was released: the slot may hold another function by then.
func TestLateCalls(t *testing.T) {
	var users []unsafe.Pointer
	for range 2 * chunk { // no free slot is left that another test has used
		users = append(users, Add(func() {}).User())
	}
	s := Add(func() { t.Error("a released slot called its function") })
	late := s.User()
	Release(s)
	seen := false
	for range uses * chunk {
		again := Add(func() {})
		seen = seen || again == s
		if again != s || again.User() != late {
			run(late)
		}
		Release(again)
	}
	if !seen {
		t.Error("the slot was never used again")
	}
	_ = users
}

func TestReleasedSlotsAreUsedAgain(t *testing.T) {
	before := len(table.chunks)
	for range 100 * chunk {
		Release(Add(func() {}))
	}
	if n := len(table.chunks) - before; n > 1 {
		t.Errorf("%d chunks of slots were made for one slot at a time", n)
	}
}

func TestConcurrentUse(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 1000 {
				called := false
				s := Add(func() { called = true })
				run(s.User())
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
	h.Refused()
	if !h.Set(func() {}) {
		t.Error("C is not told again of the entry point that it refused")
	}
}

func TestHooks(t *testing.T) {
	var h Hooks
	for key := range uintptr(5) {
		h.Set(key, func() int32 { return int32(key) })
	}
	h.Set(3, func() int32 { return 30 })
	h.Set(4, nil)
	for key, want := range map[uintptr]int32{0: 0, 2: 2, 3: 30} {
		if fn, ok := h.Get(key).(func() int32); !ok || fn() != want {
			t.Errorf("the wrong function for %d", key)
		}
	}
	if h.Get(4) != nil || h.Get(7) != nil {
		t.Error("a function for a key that has none")
	}
}

func TestFunc(t *testing.T) {
	var none func()
	if Func(none, none != nil) != nil {
		t.Error("a nil function is an interface that is not nil")
	}
}

// TestOnce calls a function that C may call once: after that its slot serves another one.
func TestOnce(t *testing.T) {
	s := AddOnce(func() int { return 1 })
	user := s.User()
	if fn, ok := Get(user).(func() int); !ok || fn() != 1 {
		t.Error("the first call finds no function")
	}
	if Get(user) != nil {
		t.Error("a second call finds the function")
	}
	later := Add(func() int { return 2 })
	defer Release(later)
	if Get(later.User()) == nil || Get(later.User()) == nil {
		t.Error("the next use of a slot ends with the first call too")
	}
}
