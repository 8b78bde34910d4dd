package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// lockFile is there while a run writes, and after a run that was killed; the system has then let go of the lock.
const lockFile = ".rttgen.lock"

// lock waits until no other run writes to a directory. Two of them in turn leave the tree of the second one, two at a time
// would leave a mixture.
func lock(ctx context.Context, dir string) (unlock func(), err error) {
	name := filepath.Join(dir, lockFile)
	for {
		if info, err := os.Lstat(name); err == nil && !info.Mode().IsRegular() {
			return nil, &fs.PathError{Op: "lock", Path: name, Err: errors.New("not a regular file")}
		}
		f, err := acquire(ctx, name)
		switch {
		case errors.Is(err, errors.ErrUnsupported): // a file system without locks
			return func() { _ = os.Remove(name) }, nil
		case err != nil:
			return nil, err
		case named(f, name):
			return func() {
				_ = os.Remove(name) // by name first, so that whoever waits for this file sees that it is no more
				_ = f.Close()
			}, nil
		}
		// Whoever had the lock has removed the file meanwhile: nobody else can see the one that we got.
		if err := f.Close(); err != nil {
			return nil, fmt.Errorf("letting go of %s: %w", name, err)
		}
	}
}

// acquire makes and locks a file. A wait that is interrupted goes on in vain.
func acquire(ctx context.Context, name string) (*lockedfile.File, error) {
	made, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	if err := made.Close(); err != nil {
		return nil, err
	}
	type result struct {
		f   *lockedfile.File
		err error
	}
	done := make(chan result, 1)
	go func() {
		f, err := lockedfile.Edit(name)
		done <- result{f, err}
	}()
	select {
	case r := <-done:
		return r.f, r.err
	case <-ctx.Done():
		go func() {
			if r := <-done; r.err == nil {
				_ = r.f.Close() // nobody wants it any more
			}
		}()
		return nil, ctx.Err()
	}
}

// named reports whether a file still has its name.
func named(f *lockedfile.File, name string) bool {
	ours, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(name)
	return err == nil && os.SameFile(ours, there)
}
