package rtt

import (
	"io"

	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// printBuffer is how much Print hands to RT-Thread at a time.
const printBuffer = 64

// Print prints s on RT-Thread's console. It may be called from anywhere, interrupts included. Bytes that are zero are left out.
//
// C: rt_kputs.
func Print(s string) { printText(s) }

// printText prints a string or the bytes of one, without a copy on the heap.
func printText[T string | []byte](s T) {
	var buf [printBuffer]byte
	for len(s) > 0 {
		n := 0
		for n < len(s) && n < len(buf)-1 && s[n] != 0 {
			buf[n] = s[n]
			n++
		}
		buf[n] = 0
		raw.Kputs(&buf[0])
		if n < len(s) && s[n] == 0 {
			n++
		}
		s = s[n:]
	}
}

// Console prints what is written to it on RT-Thread's console.
var Console io.Writer = console{}

type console struct{}

// Write implements io.Writer.
func (console) Write(p []byte) (int, error) {
	printText(p)
	return len(p), nil
}

// WriteString implements io.StringWriter.
func (console) WriteString(s string) (int, error) {
	Print(s)
	return len(s), nil
}
