package rtt

import (
	"unsafe"

	"github.com/rttgen/rttgen/emit/support/handle"
	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// Objects returns the kernel objects of a kind that there are at the moment.
//
// The error is ErrNotFound where RT-Thread is configured without that kind. It must be called from a thread.
//
// C: rt_object_get_information.
func Objects(kind ObjectType) ([]*Object, error) {
	if checksAll && !inThread() {
		return nil, ErrContext
	}
	info := raw.ObjectGetInformation(raw.ObjectClassType(kind))
	if info == nil {
		return nil, ErrNotFound
	}
	var found []*raw.Object
	for room, all := 16, false; !all; room *= 2 {
		found = make([]*raw.Object, 0, room)
		raw.EnterCritical() // objects come and go in threads only
		all = listObjects(info, &found)
		raw.ExitCritical()
	}
	objects := make([]*Object, len(found))
	for i, p := range found {
		objects[i] = &Object{}
		objects[i].h.Set(p, handle.Borrowed)
	}
	return objects, nil
}

// listObjects lists what there is room for without allocating, and reports whether that is all.
func listObjects(info *raw.ObjectInformation, found *[]*raw.Object) bool {
	for node := info.ObjectList.Next; node != &info.ObjectList; node = node.Next {
		if len(*found) == cap(*found) {
			return false
		}
		p := unsafe.Add(unsafe.Pointer(node), -int(unsafe.Offsetof(raw.Object{}.List)))
		*found = append(*found, (*raw.Object)(p))
	}
	return true
}
