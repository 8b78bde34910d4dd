package diag

import (
	"errors"
	"io/fs"
	"os"
)

// Cause returns what went wrong with a file without its name, which stands before the message.
func Cause(err error) string {
	var pathErr *fs.PathError
	var linkErr *os.LinkError
	switch {
	case errors.As(err, &pathErr):
		err = pathErr.Err
	case errors.As(err, &linkErr):
		err = linkErr.Err
	}
	return err.Error()
}
