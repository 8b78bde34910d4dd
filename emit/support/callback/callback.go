// Package callback lets C call Go functions. C gets the address of an entry point and a pointer to a slot; the slot holds
// the function for as long as C may call it. The entry points, one for each C type of function, are in entries.go.
package callback

// Slot holds a function that C may call. Slots are never given back to the heap, because C may still hold a pointer to one
// when it is released; a released slot is used again.
type Slot struct {
	fn   any   // a function
	next *Slot // of free slots
}

// chunk is how many slots are allocated at a time.
const chunk = 8

// table keeps every slot reachable: a slot that only C points to would be collected.
var table struct {
	free   *Slot
	chunks []*[chunk]Slot
}

// Add returns a slot that holds fn.
func Add(fn any) *Slot {
	for {
		state := lock()
		if s := table.free; s != nil {
			table.free = s.next
			s.next, s.fn = nil, fn
			unlock(state)
			return s
		}
		unlock(state)
		grow()
	}
}

// grow makes slots. It allocates with interrupts on, and only then changes the table.
func grow() {
	fresh := new([chunk]Slot)
	for i := range fresh[:chunk-1] {
		fresh[i].next = &fresh[i+1]
	}
	for {
		n := len(table.chunks)
		chunks := make([]*[chunk]Slot, n+1)
		state := lock()
		if len(table.chunks) != n {
			unlock(state)
			continue // another thread was faster
		}
		copy(chunks, table.chunks)
		chunks[n] = fresh
		table.chunks = chunks
		fresh[chunk-1].next = table.free
		table.free = &fresh[0]
		unlock(state)
		return
	}
}

// Release lets go of the function. A call that has already begun goes on. It may be called for nil.
func Release(s *Slot) {
	if s == nil {
		return
	}
	state := lock()
	if s.fn != nil {
		s.fn = nil
		s.next = table.free
		table.free = s
	}
	unlock(state)
}

// Get returns the function of a slot, nil if it was released.
func (s *Slot) Get() any {
	state := lock()
	fn := s.fn
	unlock(state)
	return fn
}

// Hook holds the function of a callback that gets no user data, so that there can be only one at a time.
type Hook struct {
	fn    any
	known bool // C has the entry point
}

// Set makes the hook call fn, or nothing for nil. It reports whether C has to be told of the entry point, which is so the
// first time.
func (h *Hook) Set(fn any) bool {
	state := lock()
	first := !h.known
	h.fn, h.known = fn, true
	unlock(state)
	return first
}

// Get returns the function of a hook.
func (h *Hook) Get() any {
	state := lock()
	fn := h.fn
	unlock(state)
	return fn
}
