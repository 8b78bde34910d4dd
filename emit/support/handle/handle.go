// Package handle holds the pointer to a kernel object and tells who ends it.
package handle

import (
	"sync/atomic"
	"unsafe"
)

// Kind tells who ends the object.
type Kind uint8

// The kinds.
const (
	Owned    Kind = iota // made on RT-Thread's heap by the holder
	Static               // lives in storage of the holder
	Borrowed             // belongs to someone else
)

// Handle holds a pointer to a kernel object until it is taken. The zero Handle holds none.
type Handle[T any] struct {
	_    NoCopy
	p    unsafe.Pointer
	kind Kind
}

// Get returns the object, nil if there is none.
func (h *Handle[T]) Get() *T { return (*T)(load(&h.p)) }

// Kind tells who ends the object. It is for who has taken the object, or has not set it yet: nobody else changes it then.
func (h *Handle[T]) Kind() Kind { return h.kind }

// Set makes the handle hold p.
func (h *Handle[T]) Set(p *T, kind Kind) {
	h.kind = kind
	atomic.StorePointer(&h.p, unsafe.Pointer(p))
}

// Take returns the object and leaves none, so that of two threads that close it only one does.
func (h *Handle[T]) Take() *T { return (*T)(atomic.SwapPointer(&h.p, nil)) }

// NoCopy makes go vet report copies of what holds it.
type NoCopy struct{}

// Lock does nothing; go vet looks for it.
func (*NoCopy) Lock() {}

// Unlock does nothing; go vet looks for it.
func (*NoCopy) Unlock() {}
