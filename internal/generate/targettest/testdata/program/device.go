// needs: OpenDevice CreatePipe
package main

import (
	"io"

	"example.com/program/rtt"
)

var _ = add("device", func(t *test) {
	_, err := rtt.OpenDevice("none", rtt.OpenReadWrite)
	t.is("OpenDevice, not there", err, rtt.ErrNotFound)
	t.ok("CreatePipe", rtt.CreatePipe("pp", 64))
	t.is("CreatePipe, there already", rtt.CreatePipe("pp", 64), rtt.ErrBusy)
	d := must(rtt.OpenDevice("pp", rtt.OpenReadWrite))
	equal(t, "Name", d.Name(), "pp")
	n, err := io.WriteString(d, "through a pipe")
	t.ok("Write", err)
	equal(t, "Write", n, 14)
	buf := make([]byte, 20)
	n, err = d.Read(buf)
	t.ok("Read", err)
	equal(t, "Read", string(buf[:n]), "through a pipe")
	n, err = d.Read(buf)
	t.ok("Read, empty", err)
	equal(t, "Read, empty", n, 0)
	n, err = d.Write(make([]byte, 100))
	t.is("Write, more than there is room for", err, rtt.ErrFull)
	equal(t, "Write, more than there is room for", n, 64)
	t.ok("OnReceive", d.OnReceive(func(int) {}))
	t.ok("Control", d.Control(1, nil))
	t.ok("Close", d.Close())
	_, err = d.Read(buf)
	t.is("Read after Close", err, rtt.ErrClosed)
	t.ok("DeletePipe", rtt.DeletePipe("pp"))
	_, err = rtt.OpenDevice("pp", rtt.OpenReadWrite)
	t.is("OpenDevice after DeletePipe", err, rtt.ErrNotFound)
})
