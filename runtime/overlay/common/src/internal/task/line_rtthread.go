//go:build rtthread

package task

import "unsafe"

// Line is the text printed by this thread that is not yet on the console.
func (t *Task) Line() (buf unsafe.Pointer, n uintptr) {
	s := t.fields()
	return s.line, s.lineLen
}

// SetLine says how much text there is now.
func (t *Task) SetLine(n uintptr) { t.fields().lineLen = n }

// SetLineBuffer gives the thread its buffer.
func (t *Task) SetLineBuffer(p unsafe.Pointer) { t.fields().line = p }
