// Package rttgen holds the files that are part of the rttgen binary.
package rttgen

import (
	"embed"
	"io/fs"
)

//go:embed mappings.yaml
var mappings []byte

//go:embed mapping/builtin/devices.yaml
var devices []byte

//go:embed testdata/rtthread-5.2 testdata/rtthread-4.1
var references embed.FS

// Mappings returns the mapping of RT-Thread itself, the base of every overlay.
func Mappings() []byte { return mappings }

// Devices returns the mapping of the classes of device drivers, which is laid over that of RT-Thread itself.
func Devices() []byte { return devices }

// References returns the reference interfaces by version of RT-Thread.
func References() map[string]fs.FS {
	trees := map[string]fs.FS{}
	for _, version := range []string{"5.2", "4.1"} {
		tree, err := fs.Sub(references, "testdata/rtthread-"+version)
		if err != nil {
			panic(err) // the names above are embedded
		}
		trees[version] = tree
	}
	return trees
}
