// Package runtime holds the TinyGo port for RT-Thread: files that are laid over TinyGo's own source tree, and the table of the
// TinyGo versions they fit.
package runtime

import "embed"

//go:embed all:overlay
var overlay embed.FS

// Overlay returns the files of the port: common/src/… for every version of TinyGo, <version>/src/… for one.
func Overlay() embed.FS { return overlay }

// Edit is a small change of one of TinyGo's own files. Old must occur exactly once.
type Edit struct {
	File, Old, New string
}

// Variant is the port for one TinyGo version.
type Variant struct {
	Version string   // major.minor
	Remove  []string // files of TinyGo that ours replace; they must exist
	Edits   []Edit
}

// Variants returns the supported versions, oldest first.
func Variants() []Variant {
	return []Variant{
		{
			Version: "0.40",
			Remove:  removed,
			Edits: append([]Edit{
				{"src/runtime/panic.go", "		// Exit the goroutine instead of printing a panic message.\n		deadlock()",
					"		// Exit the goroutine instead of printing a panic message.\n		goexit()"},
				// The function of a Range may wait, and use the map.
				{"src/sync/map.go", "value interface{}) bool) {\n	m.lock.Lock()\n	defer m.lock.Unlock()\n\n	if m.m == nil {\n		return\n	}\n\n	for k, v := range m.m {\n		if !f(k, v) {",
					"value interface{}) bool) {\n	var keys []interface{}\n	m.lock.Lock()\n	for k := range m.m {\n		keys = append(keys, k)\n	}\n	m.lock.Unlock()\n	for _, k := range keys {\n		if v, ok := m.Load(k); ok && !f(k, v) {"},
				{"src/runtime/mstats.go", "	HeapReleased uint64\n",
					"	HeapReleased uint64\n\n	// HeapObjects is the number of allocated heap objects.\n	HeapObjects uint64\n"},
			}, edits...),
		},
		{
			Version: "0.42",
			Remove:  append([]string{"src/runtime/baremetal_memory.go"}, removed...),
			Edits: append([]Edit{
				// Without a heap, an error cannot be made when it happens.
				{"src/runtime/panic.go", "frame.PanicValue = plainError(msg)", "frame.PanicValue = panicValue(msg)"},
			}, edits...),
		},
	}
}

// removed lists the files that ours replace in every version: the runtime of a bare chip, which exports malloc and free over C's,
// the channels, and the synchronization of goroutines that do not preempt each other.
var removed = []string{
	"src/runtime/baremetal.go",
	"src/runtime/chan.go",
	"src/internal/task/atomic-cooperative.go",
	"src/internal/task/futex-cooperative.go",
	"src/internal/task/mutex-cooperative.go",
	"src/internal/task/pmutex-cooperative.go",
	"src/sync/cond.go",
	"src/sync/mutex.go",
}

// edits apply to every version.
var edits = []Edit{
	// A recovered panic must not lose the caller's floating point registers.
	{"src/runtime/panic.go", "frame.JumpSP = jumpSP\n", "frame.JumpSP = jumpSP\n	setDeferFrameRegisters(frame)\n"},
	// Text goes to the line buffer as a whole, not byte by byte.
	{"src/runtime/print.go", "	for i := 0; i < len(s); i++ {\n		putchar(s[i])\n	}", "	putstring(s)"},
	// A small number needs no 64 bit division, let alone one per digit.
	{"src/runtime/print.go", "func printuint32(n uint32) {\n	printuint64(uint64(n))\n}", "func printuint32(n uint32) {\n	printdecimal(n)\n}"},
	{"src/os/file_other.go", "		for _, c := range b {\n			putchar(c)\n		}", "		putbytes(b)"},
	{"src/os/file_other.go", "//go:linkname putchar runtime.putchar\nfunc putchar(c byte)",
		"//go:linkname putbytes runtime.putbytes\nfunc putbytes(b []byte)"},
	{"src/runtime/debug.go", "func NumGoroutine() int {\n	return 1\n}", "func NumGoroutine() int {\n	return task.Count()\n}"},
	{"src/runtime/debug.go", "package runtime\n", "package runtime\n\nimport \"internal/task\"\n"},
}
