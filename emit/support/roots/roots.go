// Package roots keeps objects alive that only the kernel points to, where the garbage collector does not look.
package roots

import "unsafe"

// Node is embedded in what is to be kept alive: a pointer to it keeps all of the object.
type Node struct {
	next, prev *Node
	object     unsafe.Pointer // what the kernel knows it by
}

var head Node

// Add keeps alive what holds n and the kernel knows as object, until Remove or Gone. Adding it twice is adding it once.
func Add(n *Node, object unsafe.Pointer) {
	state := lock()
	if n.prev == nil {
		n.object = object
		n.next, n.prev = head.next, &head
		if n.next != nil {
			n.next.prev = n
		}
		head.next = n
	}
	unlock(state)
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
