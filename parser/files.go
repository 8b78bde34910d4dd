package parser

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/rttgen/rttgen/internal/input"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/sysroot"
)

// sysPrefix is where the built-in system headers appear to lie. It cannot clash with a directory of the user's.
const sysPrefix = "/<system>"

// files is the file system the C front end sees: the user's directories by absolute path, the tree that is not on disk, and
// the built-in system headers. It remembers what was read, for guards and comments.
type files struct {
	cfg    Config
	sys    fs.FS
	dirs   []string          // the search path, absolute
	texts  map[string][]byte // by name
	none   map[string]bool   // names that were looked for in vain
	broken map[string]error  // names that exist and cannot be read
	used   map[string]bool   // names that were included
}

func newFiles(cfg Config) *files {
	f := &files{cfg: cfg, sys: sysroot.FS(), texts: map[string][]byte{}, none: map[string]bool{}, broken: map[string]error{}, used: map[string]bool{}}
	for _, dir := range cfg.Includes {
		f.dirs = append(f.dirs, f.abs(dir))
	}
	f.dirs = append(f.dirs, sysPrefix)
	return f
}

// Find implements cpp.Files. What the command line includes is not looked for beside it, that is in the working directory.
func (f *files) Find(header string, quoted bool, beside string, from int) (name string, dir int, ok bool) {
	header = filepath.ToSlash(header)
	if path.IsAbs(header) {
		return path.Clean(header), -1, f.exists(path.Clean(header))
	}
	if quoted && path.IsAbs(beside) {
		if name := path.Join(path.Dir(beside), header); f.exists(name) {
			return name, f.dirOf(path.Dir(beside)), true
		}
	}
	for i := max(from, 0); i < len(f.dirs); i++ {
		if name := path.Join(f.dirs[i], header); f.exists(name) {
			return name, i, true
		}
	}
	return "", 0, false
}

// dirOf returns the place of a directory in the search path, -1 if it is not in it.
func (f *files) dirOf(dir string) int {
	for i, d := range f.dirs {
		if d == dir {
			return i
		}
	}
	return -1
}

// exists reads a file to find out. What cannot be read exists all the same: another directory of the search path must not
// stand in for it.
func (f *files) exists(name string) bool {
	if f.none[name] {
		return false
	}
	if _, ok := f.texts[name]; ok || f.broken[name] != nil {
		return true
	}
	text, err := f.load(name)
	switch {
	case err == nil:
		f.texts[name] = text
	case errors.Is(err, fs.ErrNotExist) || errors.Is(err, errDirectory) || errors.Is(err, syscall.ENOTDIR):
		f.none[name] = true
	default:
		f.broken[name] = err
	}
	return !f.none[name]
}

// Read implements cpp.Files.
func (f *files) Read(name string) ([]byte, error) {
	if f.exists(name) {
		f.used[name] = true
		return f.texts[name], f.broken[name]
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

var errDirectory = errors.New("is a directory")

func (f *files) load(name string) ([]byte, error) {
	if rest, ok := below(name, sysPrefix); ok {
		return fs.ReadFile(f.sys, rest)
	}
	if rest, ok := below(name, f.cfg.Root); ok && f.cfg.RootFS != nil {
		return fs.ReadFile(f.cfg.RootFS, rest)
	}
	native := filepath.FromSlash(name)
	if !filepath.IsAbs(native) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if info, err := os.Stat(native); err != nil {
		return nil, err
	} else if info.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errDirectory}
	}
	return input.Read(native)
}

// display names a file in facts: below the BSP or the RT-Thread root, "<stdint.h>" for a system header, else below the search
// directory it was found in. The same on every machine.
func (f *files) display(name string) string {
	name = path.Clean(filepath.ToSlash(name))
	if rest, ok := below(name, sysPrefix); ok {
		return "<" + rest + ">"
	}
	for _, dir := range append([]string{f.cfg.BSP, f.cfg.Root}, f.cfg.Includes...) {
		if dir == "" {
			continue
		}
		if rest, ok := below(name, f.abs(dir)); ok {
			return rest
		}
	}
	return path.Base(name)
}

// abs makes a search directory absolute.
func (f *files) abs(dir string) string {
	dir = filepath.ToSlash(dir)
	if path.IsAbs(dir) || filepath.IsAbs(filepath.FromSlash(dir)) {
		return path.Clean(dir)
	}
	return path.Join(filepath.ToSlash(f.cfg.Root), dir)
}

// line returns one line of a file that was read, for messages.
func (f *files) line(name string, n int) string {
	text := f.texts[path.Clean(filepath.ToSlash(name))]
	for i := 1; len(text) > 0; i++ {
		line, rest, _ := bytes.Cut(text, []byte("\n"))
		if i == n {
			return strings.TrimRight(strings.ToValidUTF8(string(line), "?"), "\r")
		}
		text = rest
	}
	return ""
}

// pos names a place as the user can open it: the path of the file itself.
func (f *files) pos(name string, line, col int) model.Pos {
	clean := path.Clean(filepath.ToSlash(name))
	if rest, ok := below(clean, sysPrefix); ok {
		name = "<" + rest + ">"
	}
	if f.cfg.RootFS != nil {
		if rest, ok := below(clean, f.cfg.Root); ok {
			name = f.cfg.Root + "/" + rest
		}
	}
	return model.Pos{File: name, Line: line, Col: col}
}

// below returns what is left of name under dir.
func below(name, dir string) (string, bool) {
	if dir == "" {
		return "", false
	}
	return strings.CutPrefix(name, strings.TrimSuffix(path.Clean(filepath.ToSlash(dir)), "/")+"/")
}
