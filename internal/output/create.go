package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/model"
)

// Create writes a file that is the user's from then on. One that is there already stays as it is.
func Create(name string, text []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err == nil {
		_, err = f.Write(text)
		err = errors.Join(err, f.Close())
	}
	if err == nil {
		return nil
	}
	list := &diag.List{}
	list.Add(diag.Diagnostic{Pos: model.Pos{File: filepath.ToSlash(name)}, Message: "cannot write it: " + diag.Cause(err),
		Hint: "make the directory writable, or make the package part of a module with go mod init"})
	return list
}
