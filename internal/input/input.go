// Package input reads the files that a user names. They are text that somebody else may have written, and names that may lead
// anywhere: a pipe or a device has no end, and a run must not wait for one or fill the memory with it.
package input

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Limit is the size in bytes up to which files are read. The largest headers of vendors have about a tenth of it.
const Limit = 32 << 20

// ErrNotRegular is the error of a name that is no file with an end: a directory, a pipe, a device.
var ErrNotRegular = errors.New("this is not a regular file")

// Read reads a regular file of at most Limit bytes.
func Read(name string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("is a directory")}
	case !info.Mode().IsRegular():
		return nil, &fs.PathError{Op: "read", Path: name, Err: ErrNotRegular}
	case info.Size() > Limit:
		return nil, tooLarge(name)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, Limit+1)) // what /proc shows as empty may have no end either
	if err == nil && len(text) > Limit {
		err = tooLarge(name)
	}
	if err != nil {
		return nil, err
	}
	return text, nil
}

func tooLarge(name string) error {
	return &fs.PathError{Op: "read", Path: name, Err: fmt.Errorf("larger than %d MB", Limit>>20)}
}
