// Package roots keeps objects alive that only the kernel points to, where the garbage collector does not look.
package roots

// Node is embedded in what is to be kept alive: a pointer to it keeps all of the object.
type Node struct {
	next, prev *Node
}

var head Node

// Add keeps alive the object that holds n, until Remove. Adding it twice is adding it once.
func Add(n *Node) {
	state := lock()
	if n.prev == nil {
		n.next, n.prev = head.next, &head
		if n.next != nil {
			n.next.prev = n
		}
		head.next = n
	}
	unlock(state)
}

// Remove ends what Add began.
func Remove(n *Node) {
	state := lock()
	if n.prev != nil {
		n.prev.next = n.next
		if n.next != nil {
			n.next.prev = n.prev
		}
		n.next, n.prev = nil, nil
	}
	unlock(state)
}
