package parser

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

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
	texts  map[string][]byte // by name as opened
	shown  map[string][]byte // the same, as cc is shown it
	absent map[string]bool   // headers that were included and do not exist
	strict bool              // absent headers do not open
	stubs  map[string]bool   // those that do all the same, to find the next
	odd    bool              // the headers were preprocessed: no #include fails
	deep   []model.Pos       // places of brackets nested deeper than maxNesting
}

func newFiles(cfg Config) *files {
	return &files{cfg: cfg, sys: sysroot.FS(), texts: map[string][]byte{}, shown: map[string][]byte{}, absent: map[string]bool{}, stubs: map[string]bool{}}
}

// Open implements fs.FS for cc. Directories do not open: cc would take one for an empty header.
func (f *files) Open(name string) (fs.File, error) {
	name = path.Clean(filepath.ToSlash(name))
	if _, ok := below(name, absentRoot); ok {
		return f.openAbsent(name)
	}
	text, err := f.read(name)
	if err != nil {
		return nil, err
	}
	if !f.odd && oddInclude(text) {
		panic(errOddInclude) // runGuarded recovers
	}
	if len(f.deep) > 0 {
		text = nil // refused anyway, and cc would overflow the stack on it
	}
	return &memFile{name: name, size: int64(len(text)), Reader: bytes.NewReader(text)}, nil
}

func (f *files) read(name string) ([]byte, error) {
	if text, ok := f.shown[name]; ok {
		return text, nil
	}
	text, err := f.load(name)
	if err != nil {
		return nil, err
	}
	f.texts[name] = text
	if line, ok := tooDeep(text); ok {
		f.deep = append(f.deep, f.pos(name, line, 1))
	}
	f.shown[name] = rewrite(text)
	return f.shown[name], nil
}

func (f *files) load(name string) ([]byte, error) {
	if rest, ok := below(name, sysPrefix); ok {
		return fs.ReadFile(f.sys, rest)
	}
	if rest, ok := below(name, f.cfg.Root); ok && f.cfg.RootFS != nil {
		return fs.ReadFile(f.cfg.RootFS, rest)
	}
	native := filepath.FromSlash(name)
	if !filepath.IsAbs(native) {
		// cc looks for what the command line includes beside the command line, that is in the working directory, which is no
		// part of the search path.
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if info, err := os.Stat(native); err != nil {
		return nil, err
	} else if info.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fmt.Errorf("is a directory")}
	}
	return os.ReadFile(native)
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

// memFile is a file in memory.
type memFile struct {
	name string
	size int64
	*bytes.Reader
}

func (f *memFile) Stat() (fs.FileInfo, error) { return fileInfo{f}, nil }
func (f *memFile) Close() error               { return nil }

type fileInfo struct{ f *memFile }

func (i fileInfo) Name() string       { return path.Base(i.f.name) }
func (i fileInfo) Size() int64        { return i.f.size }
func (i fileInfo) Mode() fs.FileMode  { return 0o444 }
func (i fileInfo) ModTime() time.Time { return time.Time{} }
func (i fileInfo) IsDir() bool        { return false }
func (i fileInfo) Sys() any           { return nil }
