package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"

	"github.com/rttgen/rttgen/internal/input"
	"github.com/rttgen/rttgen/internal/output"
)

var moduleLine = regexp.MustCompile(`(?m)^[ \t]*module[ \t]+["` + "`" + `]?([^\s"` + "`" + `/][^\s"` + "`" + `]*)`)

// findModule returns the import path of a directory by the go.mod in it or above it, "" if there is none. A go.mod that
// rttgen put into the directory itself does not count: it is made anew.
func findModule(dir string) (string, error) {
	m, err := FindModule(dir)
	if err != nil || m.Root == "" {
		return "", err
	}
	return path.Join(m.Path, m.Below), nil
}

// Module is the Go module that a directory is part of.
type Module struct {
	Root, Path string // the absolute path of its directory, and its import path; both empty for none
	Below      string // the path of the directory that was asked for, below Root
}

// FindModule returns the module of a directory, by the go.mod in it or above it, as findModule has it.
func FindModule(dir string) (Module, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return Module{}, err
	}
	below := ""
	for at := abs; ; at = filepath.Dir(at) {
		name := filepath.Join(at, "go.mod")
		text, err := input.Read(name)
		switch {
		case err == nil && (at != abs || !output.Generated(text)):
			m := moduleLine.FindSubmatch(text)
			if m == nil {
				return Module{}, fmt.Errorf("%s has no module line", filepath.ToSlash(name))
			}
			return Module{at, string(m[1]), below}, nil
		case err != nil && !errors.Is(err, fs.ErrNotExist) && !notDirectory(at):
			return Module{}, err
		}
		if filepath.Dir(at) == at {
			return Module{}, nil
		}
		below = path.Join(filepath.Base(at), below)
	}
}

// notDirectory reports whether something else stands where a directory should; whoever writes there will say so.
func notDirectory(name string) bool {
	info, err := os.Stat(name)
	return err != nil || !info.IsDir()
}
