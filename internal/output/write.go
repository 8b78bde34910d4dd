package output

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/model"
)

// Write makes a directory hold the tree: it writes what differs, removes what it wrote there before and is stale, and leaves
// everything else alone. A directory that is a symbolic link is the one that it leads to.
//
// All new contents are first written beside their places under other names. Whatever goes wrong until then, an interrupt
// included, leaves the directory as it was. Only then are they renamed into place. A run that is killed half-way leaves files
// of both trees and a manifest that lists them all, so that the next one puts things right.
func Write(ctx context.Context, dir string, tree Tree) (Changes, *diag.List) {
	c, list := Check(dir, tree)
	if list.HasErrors() || c.None() && !leftover(dir) {
		return c, list
	}
	s := &stage{ctx: ctx, dir: dir}
	if err := s.write(&c, list, tree); err != nil {
		list.Add(failure(s.dir, err))
	}
	return c, list
}

// leftover reports whether a run that was killed may have left something behind.
func leftover(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, lockFile))
	return err == nil
}

// stage holds files that are written but not in place yet.
type stage struct {
	ctx     context.Context
	dir     string
	temps   int // how many temporary names were used
	renames []rename
	removes []string // paths of the tree
	made    []string // directories made for it, outermost first
}

type rename struct{ from, to string }

// write does the work of Write: all of it under the lock, with what is to be done found out anew.
func (s *stage) write(c *Changes, list *diag.List, tree Tree) error {
	defer s.discard()
	if err := s.mkdir(s.dir); err != nil {
		return err
	}
	unlock, err := lock(s.ctx, s.dir)
	if err != nil {
		return err
	}
	defer unlock()
	now, problems := Check(s.dir, tree)
	*c = now
	if problems.HasErrors() {
		list.AddList(problems)
		return nil
	}
	listed, _ := readManifest(s.dir) // Check has told what is wrong with it
	s.sweep(slices.Concat(tree.Paths(), listed))
	for _, p := range slices.Concat(c.Changed, c.Missing) {
		if p == ManifestFile {
			continue // commit writes it
		}
		if err := s.add(p, tree[p]); err != nil {
			return err
		}
	}
	for _, p := range c.Stale {
		if err := s.remove(p); err != nil {
			return err
		}
	}
	return s.commit(listed, tree.Paths())
}

// add writes the contents of a file beside its place.
func (s *stage) add(p string, text []byte) error {
	if err := s.ctx.Err(); err != nil {
		return err
	}
	to := filepath.Join(s.dir, filepath.FromSlash(p))
	if err := s.mkdir(filepath.Dir(to)); err != nil {
		return err
	}
	from, err := s.temp(filepath.Dir(to), text)
	if err != nil {
		return err
	}
	s.renames = append(s.renames, rename{from, to})
	return nil
}

// remove notes a file to be removed, and finds out now whether its directory allows it.
func (s *stage) remove(p string) error {
	name := filepath.Join(s.dir, filepath.FromSlash(p))
	probe, err := s.temp(filepath.Dir(name), nil)
	if err != nil {
		return err
	}
	if err := os.Remove(probe); err != nil {
		return err
	}
	s.removes = append(s.removes, p)
	return nil
}

// tempPattern matches the names of temporary files, which neither go nor rttgen reads.
const tempPattern = ".rttgen-*.tmp"

// temp writes a file under a temporary name, with the permissions of a new file.
func (s *stage) temp(dir string, text []byte) (string, error) {
	s.temps++
	name := filepath.Join(dir, fmt.Sprintf(".rttgen-%d.tmp", s.temps))
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return "", err
	}
	_, err = f.Write(text)
	if err = errors.Join(err, f.Close()); err != nil {
		return "", errors.Join(err, os.Remove(name))
	}
	return name, nil
}

// sweep removes the temporary files that a killed run has left beside the given files. Nobody else can be using them now.
func (s *stage) sweep(paths []string) {
	done := map[string]bool{}
	for _, p := range append(paths, ManifestFile) {
		dir := path.Dir(p)
		if done[dir] || linkOnTheWay(s.dir, p) != "" {
			continue
		}
		done[dir] = true
		entries, err := os.ReadDir(filepath.Join(s.dir, filepath.FromSlash(dir)))
		if err != nil {
			continue // whoever writes there will say so
		}
		for _, e := range entries {
			if ok, _ := path.Match(tempPattern, e.Name()); ok && e.Type().IsRegular() {
				_ = os.Remove(filepath.Join(s.dir, filepath.FromSlash(dir), e.Name())) // in the way only if it has the next name
			}
		}
	}
}

// mkdir makes a directory and those above it, and remembers them.
func (s *stage) mkdir(dir string) error {
	err := os.Mkdir(dir, 0o777)
	switch {
	case err == nil:
		s.made = append(s.made, dir)
		return nil
	case errors.Is(err, fs.ErrExist):
		info, statErr := os.Stat(dir)
		switch {
		case statErr == nil && info.IsDir():
			return nil
		case errors.Is(statErr, fs.ErrNotExist):
			return &fs.PathError{Op: "mkdir", Path: dir, Err: errDangling}
		}
		return err
	case errors.Is(err, fs.ErrNotExist) && filepath.Dir(dir) != dir:
		if err := s.mkdir(filepath.Dir(dir)); err != nil {
			return err
		}
		if err := os.Mkdir(dir, 0o777); err != nil { // where nothing can be made, as in /proc, it still does not exist
			return err
		}
		s.made = append(s.made, dir)
		return nil
	}
	return err
}

var errDangling = errors.New("this is a symbolic link to a directory that does not exist")

// commit puts everything in place. It does not stop for an interrupt: half of it would be worse than the rest of it. The
// manifest lists every file before it appears and until it is gone.
func (s *stage) commit(before, after []string) error {
	if err := s.ctx.Err(); err != nil {
		return err
	}
	if err := s.putManifest(slices.Concat(before, after)); err != nil {
		return err
	}
	s.made = nil
	for len(s.renames) > 0 {
		r := s.renames[0]
		if err := os.Rename(r.from, r.to); err != nil {
			return err
		}
		s.renames = s.renames[1:]
	}
	for _, p := range s.removes {
		if err := os.Remove(filepath.Join(s.dir, filepath.FromSlash(p))); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		s.prune(path.Dir(p))
	}
	return s.putManifest(after)
}

// putManifest makes the manifest list the given files.
func (s *stage) putManifest(paths []string) error {
	name := filepath.Join(s.dir, ManifestFile)
	text := formatManifest(paths)
	if old, err := readBounded(name, maxManifest); err == nil && bytes.Equal(old, text) {
		return nil
	}
	temp, err := s.temp(s.dir, text)
	if err != nil {
		return err
	}
	return os.Rename(temp, name)
}

// prune removes directories below the output that removing files has left empty.
func (s *stage) prune(p string) {
	for p != "." && os.Remove(filepath.Join(s.dir, filepath.FromSlash(p))) == nil { // fails when not empty
		p = path.Dir(p)
	}
}

// discard removes what is not in place.
func (s *stage) discard() {
	for _, r := range s.renames {
		_ = os.Remove(r.from) // the error that led here has been reported
	}
	for i := len(s.made) - 1; i >= 0; i-- {
		_ = os.Remove(s.made[i]) // fails when somebody else has put a file there
	}
}

func failure(dir string, err error) diag.Diagnostic {
	if errors.Is(err, context.Canceled) {
		return diag.Diagnostic{Message: "interrupted: nothing was written"}
	}
	name := dir
	var pathErr *fs.PathError
	var linkErr *os.LinkError
	switch {
	case errors.Is(err, errDangling) && errors.As(err, &pathErr):
		return diag.Diagnostic{
			Pos:     model.Pos{File: filepath.ToSlash(pathErr.Path)},
			Message: errDangling.Error(),
			Hint:    "make that directory, or choose another one with -o or out: in rttgen.yaml",
		}
	case errors.As(err, &pathErr):
		name = filepath.Dir(pathErr.Path)
	case errors.As(err, &linkErr):
		name = linkErr.New
	}
	return diag.Diagnostic{
		Pos:     model.Pos{File: filepath.ToSlash(name)},
		Message: "cannot write the generated files: " + diag.Cause(err),
		Hint:    "make it writable, or choose another directory with -o or out: in rttgen.yaml",
	}
}
