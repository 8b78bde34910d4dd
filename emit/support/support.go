// Package support holds the Go source that every generated package takes along, in directories that become its internal
// packages. It is ordinary code, compiled and tested here.
package support

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

// Path is the import path of the directory.
const Path = "github.com/rttgen/rttgen/emit/support"

//go:embed callback command handle roots text ticks values
var sources embed.FS

// Files returns the sources by path below the internal directory, without their tests.
func Files() (map[string][]byte, error) {
	out := map[string][]byte{}
	err := fs.WalkDir(sources, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".go" && path.Ext(name) != ".s" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		out[name], err = sources.ReadFile(name)
		return err
	})
	return out, err
}

// Package returns the sources of one package, by path below the internal directory.
func Package(name string) (map[string][]byte, error) {
	all, err := Files()
	for file := range all {
		if path.Dir(file) != name {
			delete(all, file)
		}
	}
	return all, err
}
