// Package roots keeps objects alive that only the kernel points to, where the garbage collector does not look.
package roots

import "unsafe"

// Node is embedded in what is to be kept alive: a pointer to it keeps all of the object.
type Node struct {
	next, prev *Node
	object     unsafe.Pointer // what the kernel knows it by
}

var head Node

// Add keeps alive what holds n and the kernel knows as object, until Remove or Gone. It reports false, and does nothing, if n was
// added already: of two threads that add it at the same time one is the first.
func Add(n *Node, object unsafe.Pointer) bool {
	state := lock()
	first := n.prev == nil
	if first {
		n.object = object
		n.next, n.prev = head.next, &head
		if n.next != nil {
			n.next.prev = n
		}
		head.next = n
	}
	unlock(state)
	return first
}

// Has reports whether n was added and not removed.
func Has(n *Node) bool {
	state := lock()
	has := n.prev != nil
	unlock(state)
	return has
}

// Remove ends what Add began.
func Remove(n *Node) {
	state := lock()
	if n.prev != nil {
		n.unlink()
	}
	unlock(state)
}

// Gone ends what Add began, for what the kernel knows as object and tells that it is done with.
func Gone(object unsafe.Pointer) {
	state := lock()
	for n := head.next; n != nil; n = n.next {
		if n.object == object {
			n.unlink()
			break
		}
	}
	unlock(state)
}

func (n *Node) unlink() {
	n.prev.next = n.next
	if n.next != nil {
		n.next.prev = n.prev
	}
	n.next, n.prev, n.object = nil, nil, nil
}

// Swap puts a value in the place of another, which it returns, where several threads may do so.
func Swap[T any](place *T, value T) (old T) {
	state := lock()
	old, *place = *place, value
	unlock(state)
	return old
}
