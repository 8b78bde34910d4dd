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

// A pointer argument of a C function does not make its variable escape.
//
//export rttgo_write
func rttgo_write(buf unsafe.Pointer, n uintptr)

//export rttgo_line_new
func rttgo_line_new() unsafe.Pointer

//export rt_critical_level
func rt_critical_level() uint32

// putchar prints c.
func putchar(c byte) {
	t := lineTask()
	if t == nil {
		rttgo_write(unsafe.Pointer(&c), 1)
		return
	}
	buf, n := t.Line()
	*(*byte)(unsafe.Add(buf, n)) = c
	t.SetLine(n + 1)
	if c == '\n' || n+1 >= lineSize {
		flushLine(t)
	}
}

// putstring prints s.
//
//go:nobounds
func putstring(s string) {
	t := lineTask()
	if t == nil {
		rttgo_write(unsafe.Pointer(unsafe.StringData(s)), uintptr(len(s)))
		return
	}
	buf, n := t.Line()
	max := lineSize
	for i := 0; i < len(s); i++ {
		c := s[i]
		*(*byte)(unsafe.Add(buf, n)) = c
		n++
		if c == '\n' || n >= max {
			rttgo_write(buf, n)
			n = 0
		}
	}
	t.SetLine(n)
}

// lineTask returns the task of the calling thread, with a line buffer, or nil if
// text is to go out at once.
func lineTask() *task.Task {
	if interrupt.In() {
		return nil
	}
	t := task.Current()
	if buf, _ := t.Line(); buf == nil {
		if rt_critical_level() != 0 {
			return nil // rt_malloc may have to wait
		}
		p := rttgo_line_new()
		if p == nil {
			return nil
		}
		t.SetLineBuffer(p)
	}
	return t
}

// putbytes is what os.Stdout and os.Stderr write with.
func putbytes(b []byte) {
	putstring(unsafe.String(unsafe.SliceData(b), len(b)))
}

// printdecimal is print for numbers of up to 32 bits: without 64 bit divisions.
func printdecimal(n uint32) {
	if n >= 10 {
		printdecimal(n / 10)
		n %= 10
	}
	putchar(byte(n) + '0')
}

// flushLine prints what t gathered. Only t itself may call it.
func flushLine(t *task.Task) {
	buf, n := t.Line()
	if n != 0 {
		t.SetLine(0)
		rttgo_write(buf, n)
	}
}

// A command of the shell ends, and the prompt follows.
//
//export rttgo_flush
func flush() { flushLine(task.Current()) }

// Lines are kept apart by their buffers: print needs no lock.
func printlock()   {}
func printunlock() {}

// There is no input: programs read the console through a device.

func getchar() byte { return 0 }

func buffered() int {
	rt_thread_delay(1)
	return 0
}
