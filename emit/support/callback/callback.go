// Package callback lets C call Go functions. C gets the address of one entry point and a pointer to a slot; the slot holds
// the function for as long as C may call it.
package callback

// Slot holds a function that C may call. Slots are never given back to the heap, because C may still hold a pointer to one
// when it is released; a released slot is used again.
type Slot struct {
	fn   func()
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
func Add(fn func()) *Slot {
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

// Call calls the function of a slot, if it still holds one.
func Call(s *Slot) {
	state := lock()
	fn := s.fn
	unlock(state)
	if fn != nil {
		fn()
	}
}
