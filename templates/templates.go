// Package templates holds the files that a project on RT-Thread needs beside its Go code: TinyGo's target descriptions and the
// section script, what goes into the BSP, and the part of the bindings that is written by hand.
package templates

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed target bsp rtt/*.go
var files embed.FS

// Targets returns the target descriptions, by name with .json, and the linker script they name.
func Targets() fs.FS { return sub("target") }

// BSP returns what the BSP compiles and reads: the C side of the runtime, SConscript and Kconfig.
func BSP() fs.FS { return sub("bsp") }

// CodePath is the import path of the package that the source of Code belongs to here.
const CodePath = "github.com/rttgen/rttgen/templates/rtt"

// standIn is the file of that package that stands in for what is generated.
const standIn = "generated.go"

// Code returns a Go source file that completes the generated package, by its name.
func Code(name string) ([]byte, error) {
	if name == standIn || strings.HasSuffix(name, "_test.go") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return files.ReadFile("rtt/" + name)
}

func sub(dir string) fs.FS {
	tree, err := fs.Sub(files, dir)
	if err != nil {
		panic(err) // the name is valid
	}
	return tree
}
