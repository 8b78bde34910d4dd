package input

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, size int64) string {
		f, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(f.Truncate(size), f.Close()); err != nil {
			t.Fatal(err)
		}
		return f.Name()
	}
	for _, test := range []struct {
		name string
		size int
		want string
	}{
		{write("empty", 0), 0, ""},
		{write("some", 70000), 70000, ""},
		{write("most", Limit), Limit, ""},
		{write("large", Limit+1), 0, "larger than 32 MB"},
		{dir, 0, "is a directory"},
		{filepath.Join(dir, "gone"), 0, "no such file"},
	} {
		text, err := Read(test.name)
		switch {
		case test.want == "" && (err != nil || len(text) != test.size):
			t.Errorf("%s: %d bytes, %v", test.name, len(text), err)
		case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
			t.Errorf("%s: %v, want %q", test.name, err, test.want)
		}
	}
	if _, err := Read(filepath.Join(dir, "gone")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}
