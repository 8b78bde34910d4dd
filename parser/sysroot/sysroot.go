// Package sysroot holds the C headers that stand in for a toolchain's.
//
// rttgen reads RT-Thread's headers without a compiler on the machine, so the standard headers they
// include have to come with it. These are written for this project, not copied: they declare what
// RT-Thread from 3.1 to 5.2 and its users' headers name, with exactly the types, values and
// visibility that arm-none-eabi-gcc 12 and newlib 3.3 give them. The package's test compares every
// declaration in them with the real ones wherever that compiler is installed.
//
// Search order matters: RT-Thread brings its own sys/time.h, sys/signal.h, fcntl.h and others, and
// they must be found before these, as they are in a real build.
package sysroot

import (
	"embed"
	"io/fs"
)

//go:embed all:include
var files embed.FS

// predefined is what gcc defines for every processor and with every flag.
//
//go:embed predefined.h
var predefined string

// FS returns the headers, rooted at the directory an -isystem option would name.
func FS() fs.FS {
	sub, err := fs.Sub(files, "include")
	if err != nil {
		panic(err) // include is embedded above; its name is valid
	}
	return sub
}
