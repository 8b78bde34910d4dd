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
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	below := ""
	for at := abs; ; at = filepath.Dir(at) {
		name := filepath.Join(at, "go.mod")
		text, err := input.Read(name)
		switch {
		case err == nil && (at != abs || !output.Generated(text)):
			m := moduleLine.FindSubmatch(text)
			if m == nil {
				return "", fmt.Errorf("%s has no module line", filepath.ToSlash(name))
			}
			return path.Join(string(m[1]), below), nil
		case err != nil && !errors.Is(err, fs.ErrNotExist) && !notDirectory(at):
			return "", err
		}
		if filepath.Dir(at) == at {
			return "", nil
		}
		below = path.Join(filepath.Base(at), below)
	}
}

// notDirectory reports whether something else stands where a directory should; whoever writes there will say so.
func notDirectory(name string) bool {
	info, err := os.Stat(name)
	return err != nil || !info.IsDir()
}
