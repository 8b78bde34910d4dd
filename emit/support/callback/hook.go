package callback

// Func returns fn, or nil if there is none: a function that is nil makes no nil interface.
func Func(fn any, ok bool) any {
	if !ok {
		return nil
	}
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

// Refused undoes Set when C did not take the entry point.
func (h *Hook) Refused() {
	state := lock()
	h.fn, h.known = nil, false
	unlock(state)
}

// Get returns the function of a hook.
func (h *Hook) Get() any {
	state := lock()
	fn := h.fn
	unlock(state)
	return fn
}

// Hooks holds the functions of a callback that gets no user data but a number or an object that tells them apart.
type Hooks struct {
	list []keyed // never changed in place: an interrupt may read it
}

type keyed struct {
	key uintptr
	fn  any
}

// Set makes the hook call fn for a key, or nothing for nil.
func (h *Hooks) Set(key uintptr, fn any) {
	for {
		state := lock()
		old := h.list
		unlock(state)
		list := make([]keyed, 0, len(old)+1)
		for _, k := range old {
			if k.key != key {
				list = append(list, k)
			}
		}
		if fn != nil {
			list = append(list, keyed{key, fn})
		}
		state = lock()
		if len(h.list) == len(old) && (len(old) == 0 || &h.list[0] == &old[0]) {
			h.list = list
			unlock(state)
			return
		}
		unlock(state) // another thread was faster
	}
}

// Get returns the function for a key.
func (h *Hooks) Get(key uintptr) any {
	state := lock()
	list := h.list
	unlock(state)
	for _, k := range list {
		if k.key == key {
			return k.fn
		}
	}
	return nil
}

// Slots holds the slots of callbacks of objects that are numbers, by number. Threads may use it at the same time.
type Slots struct {
	list []numbered // never changed in place
}

type numbered struct {
	number uintptr
	slot   *Slot
}

// Swap puts a slot, or none for nil, in the place of the one of a number, which it returns.
func (s *Slots) Swap(number uintptr, slot *Slot) *Slot {
	for {
		state := lock()
		was := s.list
		unlock(state)
		var old *Slot
		list := make([]numbered, 0, len(was)+1)
		for _, n := range was {
			if n.number == number {
				old = n.slot
				continue
			}
			list = append(list, n)
		}
		if slot != nil {
			list = append(list, numbered{number, slot})
		}
		state = lock()
		if len(s.list) == len(was) && (len(was) == 0 || &s.list[0] == &was[0]) {
			s.list = list
			unlock(state)
			return old
		}
		unlock(state) // another thread was faster
	}
}
