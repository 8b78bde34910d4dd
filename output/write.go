package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/rttgen/rttgen/diag"
	"github.com/rttgen/rttgen/model"
)

// Write makes a directory hold the tree: it writes what differs, removes what is stale, and leaves everything else alone.
//
// All new contents are first written beside their places under other names. Whatever goes wrong until then, an interrupt
// included, leaves the directory as it was. Only then are they renamed into place.
func Write(ctx context.Context, dir string, tree Tree) (Changes, *diag.List) {
	c, list := Check(dir, tree)
	if list.HasErrors() || c.None() {
		return c, list
	}
	s := &stage{ctx: ctx, dir: dir}
	defer s.discard()
	for _, paths := range [][]string{c.Changed, c.Missing} {
		for _, p := range paths {
			if err := s.add(p, tree[p]); err != nil {
				list.Add(failure(s.dir, err))
				return c, list
			}
		}
	}
	for _, p := range c.Stale {
		if err := s.remove(p); err != nil {
			list.Add(failure(s.dir, err))
			return c, list
		}
	}
	if err := s.commit(); err != nil {
		list.Add(failure(s.dir, err))
	}
	return c, list
}

// stage holds files that are written but not in place yet.
type stage struct {
	ctx     context.Context
	dir     string
	renames []rename
	removes []string // paths of the tree
	made    []string // directories made for it, outermost first
}

type rename struct{ from, to string }

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

// temp writes a file under a name that neither go nor rttgen reads, with the permissions of a new file.
func (s *stage) temp(dir string, text []byte) (string, error) {
	name := filepath.Join(dir, fmt.Sprintf(".rttgen-%d-%d.tmp", os.Getpid(), len(s.renames)))
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

// mkdir makes a directory and those above it, and remembers them.
func (s *stage) mkdir(dir string) error {
	err := os.Mkdir(dir, 0o777)
	switch {
	case err == nil:
		s.made = append(s.made, dir)
		return nil
	case errors.Is(err, fs.ErrExist):
		if info, statErr := os.Stat(dir); statErr == nil && info.IsDir() {
			return nil
		}
		return err
	case errors.Is(err, fs.ErrNotExist) && filepath.Dir(dir) != dir:
		if err := s.mkdir(filepath.Dir(dir)); err != nil {
			return err
		}
		return s.mkdir(dir)
	}
	return err
}

// commit puts everything in place. It does not stop for an interrupt: half of it would be worse than the rest of it.
func (s *stage) commit() error {
	if err := s.ctx.Err(); err != nil {
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
	return nil
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
