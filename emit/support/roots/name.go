package roots

import (
	"strings"
	"unsafe"
)

// A keptName is a name that objects of the kernel point to.
type keptName struct {
	next *keptName
	name string // with its NUL
}

var names *keptName

// Name returns a name with a NUL behind it where it stays for ever, once for each name; nil if it has more than max bytes or
// holds a NUL.
func Name(name string, max int) *byte {
	if len(name) > max || strings.IndexByte(name, 0) >= 0 {
		return nil
	}
	state := lock()
	p := find(name)
	unlock(state)
	if p != nil {
		return p
	}
	n := &keptName{name: name + "\x00"} // not under the lock: it may collect garbage
	state = lock()
	if p = find(name); p == nil {
		n.next, names = names, n
		p = unsafe.StringData(n.name)
	}
	unlock(state)
	return p
}

func find(name string) *byte {
	for n := names; n != nil; n = n.next {
		if n.name[:len(n.name)-1] == name {
			return unsafe.StringData(n.name)
		}
	}
	return nil
}
