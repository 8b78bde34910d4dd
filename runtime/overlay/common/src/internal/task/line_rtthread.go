//go:build rtthread

package task

// Line is the text printed by this thread that is not yet on the console.
func (t *Task) Line() (buf *[1 << 16]byte, n uintptr) { return t.state.line, t.state.lineLen }

// SetLine stores what Line returns.
func (t *Task) SetLine(buf *[1 << 16]byte, n uintptr) {
	t.state.line = buf
	t.state.lineLen = n
}
