// Package values tells which Go values may be stored where the garbage collector does not look, and passes numbers where C has
// pointers.
package values

import (
	"reflect"
	"unsafe"
)

// Word returns a number in place of a pointer, as C passes one there. It points to nothing.
func Word[T int | uintptr](n T) unsafe.Pointer { return *(*unsafe.Pointer)(unsafe.Pointer(&n)) }

// Plain reports whether no value of type T holds a Go pointer.
func Plain[T any]() bool { return plain(reflect.TypeOf((*T)(nil)).Elem()) }

func plain(t reflect.Type) bool {
	switch k := t.Kind(); {
	case k >= reflect.Bool && k <= reflect.Complex128:
		return true
	case k == reflect.Array:
		return t.Len() == 0 || plain(t.Elem())
	case k != reflect.Struct:
		return false
	}
	for i := range t.NumField() {
		if !plain(t.Field(i).Type) {
			return false
		}
	}
	return true
}
