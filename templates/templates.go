// Package templates holds the files that a project on RT-Thread needs beside its Go code: TinyGo's target descriptions and the
// section script, and what goes into the BSP.
package templates

import (
	"embed"
	"io/fs"
)

//go:embed target bsp rtt
var files embed.FS

// Targets returns the target descriptions, by name with .json, and the linker script they name.
func Targets() fs.FS { return sub("target") }

// BSP returns what the BSP compiles and reads: the C side of the runtime, SConscript and Kconfig.
func BSP() fs.FS { return sub("bsp") }

// Code returns a Go source file that completes the generated package: a text/template, by the name of what it makes.
func Code(name string) ([]byte, error) { return files.ReadFile("rtt/" + name + ".tmpl") }

func sub(dir string) fs.FS {
	tree, err := fs.Sub(files, dir)
	if err != nil {
		panic(err) // the name is valid
	}
	return tree
}
