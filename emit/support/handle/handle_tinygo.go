//go:build tinygo

package handle

import "unsafe"

// load reads an aligned word, which one core does at once: an atomic access would add a barrier.
func load(p *unsafe.Pointer) unsafe.Pointer { return *p }
