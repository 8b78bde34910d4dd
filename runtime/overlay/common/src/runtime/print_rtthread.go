//go:build rtthread

package runtime

import (
	"internal/task"
	"runtime/interrupt"
	"unsafe"
)

// Printed text is gathered per thread and goes to the console line by line, so
// that the lines of two threads never mix. What is left of a line appears when
// the thread waits, ends or panics. In an interrupt text goes out at once.

// rttgo_line_size is RTTGO_LINE_BUFFER.
//
//go:extern rttgo_line_size
var lineSize uintptr

//export rttgo_write
func rttgo_write(buf uintptr, n uintptr)

//export rttgo_line_new
func rttgo_line_new() uintptr

func putchar(c byte) {
	putstring(unsafe.String(&c, 1))
}

// putstring prints s.
//
//go:nobounds
func putstring(s string) {
	if interrupt.In() {
		rttgo_write(uintptr(unsafe.Pointer(unsafe.StringData(s))), uintptr(len(s)))
		return
	}
	t := task.Current()
	buf, n := t.Line()
	if buf == nil {
		buf = (*[1 << 16]byte)(unsafe.Pointer(rttgo_line_new()))
		if buf == nil {
			rttgo_write(uintptr(unsafe.Pointer(unsafe.StringData(s))), uintptr(len(s)))
			return
		}
	}
	max := lineSize
	for i := 0; i < len(s); i++ {
		c := s[i]
		buf[n] = c
		n++
		if c == '\n' || n >= max {
			rttgo_write(uintptr(unsafe.Pointer(buf)), n)
			n = 0
		}
	}
	t.SetLine(buf, n)
}

// putbytes is what os.Stdout and os.Stderr write with.
func putbytes(b []byte) {
	putstring(unsafe.String(unsafe.SliceData(b), len(b)))
}

// flushLine prints what t gathered. Only t itself may call it.
func flushLine(t *task.Task) {
	buf, n := t.Line()
	if n != 0 {
		t.SetLine(buf, 0)
		rttgo_write(uintptr(unsafe.Pointer(buf)), n)
	}
}

// Lines are kept apart by their buffers: print needs no lock.
func printlock()   {}
func printunlock() {}

// There is no input: programs read the console through a device.

func getchar() byte { return 0 }

func buffered() int {
	rt_thread_delay(1)
	return 0
}
