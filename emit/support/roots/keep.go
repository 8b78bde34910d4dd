package roots

import "unsafe"

// A keptPointer is memory that the kernel uses for good.
type keptPointer struct {
	next   *keptPointer
	object unsafe.Pointer
}

var kept *keptPointer

// Keep keeps alive what p points to, until the end of the program.
func Keep(p unsafe.Pointer) {
	if p == nil {
		return
	}
	k := &keptPointer{object: p} // not under the lock: it may collect garbage
	state := lock()
	k.next, kept = kept, k
	unlock(state)
}
