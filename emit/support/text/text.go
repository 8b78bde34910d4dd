// Package text converts between Go strings and C's.
package text

import "unsafe"

// Name copies s to dst with a NUL behind it. It reports false, and copies nothing, if s does not fit or holds a NUL, either of
// which would leave C with another name.
func Name(dst []byte, s string) bool {
	if len(s) >= len(dst) || hasNUL(s) {
		return false
	}
	dst[copy(dst, s)] = 0
	return true
}

// C returns s as a NUL terminated copy. It reports false if s holds a NUL.
func C(s string) ([]byte, bool) {
	if hasNUL(s) {
		return nil, false
	}
	b := make([]byte, len(s)+1)
	copy(b, s)
	return b, true
}

// Go returns a copy of a NUL terminated string, at most max bytes of it. A nil pointer is the empty string.
func Go(p *byte, max int) string {
	if p == nil {
		return ""
	}
	b := unsafe.Slice(p, max)
	for i, c := range b {
		if c == 0 {
			return string(b[:i])
		}
	}
	return string(b)
}

// View returns a NUL terminated string without copying it: p must stay what it is. A nil pointer is the empty string.
func View(p *byte) string {
	if p == nil {
		return ""
	}
	n := 0
	for *(*byte)(unsafe.Add(unsafe.Pointer(p), n)) != 0 {
		n++
	}
	return unsafe.String(p, n)
}

func hasNUL(s string) bool {
	for i := range len(s) {
		if s[i] == 0 {
			return true
		}
	}
	return false
}
