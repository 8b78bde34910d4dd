// needs: OpenDevice ConsoleDevice Device.Write Print
package main

import (
	"fmt"
	"io"

	"example.com/program/rtt"
)

var _ = add("uart", func(t *test) {
	if _, err := rtt.ConsoleDevice(); err != nil {
		t.skip("RT-Thread has no device for its console: %v", err)
		return
	}
	var d io.ReadWriteCloser = must(rtt.OpenDevice("uart1", rtt.OpenReadWrite))
	n, err := fmt.Fprintf(d, "through the %s\n", "device")
	t.ok("Fprintf", err)
	equal(t, "written", n, 19)
	n, err = d.Write(nil)
	t.ok("Write of nothing", err)
	equal(t, "written", n, 0)
	t.ok("Close", d.Close())
	t.is("Close twice", d.Close(), rtt.ErrClosed)
	_, err = d.Write([]byte("x"))
	t.is("Write after Close", err, rtt.ErrClosed)
	_, err = rtt.OpenDevice("uart99", rtt.OpenReadWrite)
	t.is("no such device", err, rtt.ErrNotFound)
	equal(t, "console", must(rtt.ConsoleDevice()).Name(), "uart1")
	rtt.Print("through the console\n")
})
