// Package callback lets C call Go functions. C gets the address of an entry point and the user data of a slot; the slot holds
// the function for as long as C may call it. The entry points, one for each C type of function, are in entries.go.
package callback

import "unsafe"

// Slot holds a function that C may call. Slots are never given back to the heap, because C may still hold a pointer to one
// when it is released; a released slot is used again.
type Slot struct {
	fn   any   // a function
	next *Slot // of free slots
	use  uint8 // how often it was used, modulo uses
	once bool  // the first call releases it
}

// chunk is how many slots are allocated at a time.
const chunk = 8

// uses is how many uses of a slot its user data tells apart. A slot is aligned as a pointer, so its address leaves that many
// values for the lowest bits.
const uses = 4

// table keeps every slot reachable: a slot that only C points to would be collected. Free slots are used in the order in
// which they were released: a call that was on its way when its slot was released finds the slot free, or in another use.
var table struct {
	first, last *Slot
	chunks      []*[chunk]Slot
}

// Add returns a slot that holds fn.
func Add(fn any) *Slot { return add(fn, false) }

// AddOnce returns a slot that holds fn until C calls it.
func AddOnce(fn any) *Slot { return add(fn, true) }

func add(fn any, once bool) *Slot {
	for {
		state := lock()
		if s := table.first; s != nil {
			table.first = s.next
			s.next, s.fn, s.once = nil, fn, once
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
	for {
		state := lock()
		n := len(table.chunks)
		unlock(state)
		chunks := make([]*[chunk]Slot, n+1)
		state = lock()
		if len(table.chunks) != n {
			unlock(state)
			continue // another thread was faster
		}
		copy(chunks, table.chunks)
		chunks[n] = fresh
		table.chunks = chunks
		for i := range fresh {
			free(&fresh[i])
		}
		unlock(state)
		return
	}
}

// free puts a slot at the end of the list.
func free(s *Slot) {
	if table.first == nil {
		table.first = s
	} else {
		table.last.next = s
	}
	table.last = s
}

// Release lets go of the function. A call that has already begun goes on. It may be called for nil.
func Release(s *Slot) {
	if s == nil {
		return
	}
	state := lock()
	s.release()
	unlock(state)
}

// release is Release for a table that is locked.
func (s *Slot) release() {
	if s.fn != nil {
		s.fn = nil
		s.use = (s.use + 1) % uses
		free(s)
	}
}

// User returns what C is to pass to the entry point.
func (s *Slot) User() unsafe.Pointer { return unsafe.Add(unsafe.Pointer(s), s.use) }

// Get returns the function for user data that C passes, nil if it was released.
func Get(user unsafe.Pointer) (fn any) {
	if user == nil {
		return nil
	}
	use := uintptr(user) % uses
	s := (*Slot)(unsafe.Add(user, -int(use)))
	state := lock()
	if uintptr(s.use) == use {
		if fn = s.fn; s.once {
			s.release()
		}
	}
	unlock(state)
	return fn
}
