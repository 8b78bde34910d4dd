package parser

import (
	"io"
	"io/fs"
	"strings"

	"github.com/rttgen/rttgen/parser/lexical"
)

// Docs are the comments at definitions of functions, which RT-Thread documents in C files. They are read while other work goes
// on.
type Docs struct {
	read chan struct{} // closed when the comments are there
	of   map[string]string
}

// ReadDocs begins to read the C files in directories of a tree, and below these.
func ReadDocs(tree fs.FS, dirs []string) *Docs {
	d := &Docs{read: make(chan struct{}), of: map[string]string{}}
	go func() {
		defer close(d.read)
		for _, dir := range dirs {
			d.readBelow(tree, dir)
		}
	}()
	return d
}

// wait returns the comments by the name of the function.
func (d *Docs) wait() map[string]string {
	if d == nil {
		return nil
	}
	<-d.read
	return d.of
}

// readBelow passes over what cannot be read: it has no comments to give, and the headers decide what exists.
func (d *Docs) readBelow(tree fs.FS, dir string) {
	var text []byte // one for all files, as they are many and comments are copied
	_ = fs.WalkDir(tree, dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".c") || !isRegular(tree, name, entry) {
			return nil
		}
		if text, err = appendFile(text[:0], tree, name); err != nil {
			return nil
		}
		for fn, doc := range lexical.Definitions(text) {
			if d.of[fn] == "" && !doc.Static {
				d.of[fn] = doc.Comment
			}
		}
		return nil
	})
}

// isRegular reports whether an entry is a file that ends, or leads to one.
func isRegular(tree fs.FS, name string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return entry.Type().IsRegular()
	}
	info, err := fs.Stat(tree, name)
	return err == nil && info.Mode().IsRegular()
}

// maxDocs limits what is read of a C file, in bytes.
const maxDocs = 4 << 20

func appendFile(buffer []byte, tree fs.FS, name string) ([]byte, error) {
	file, err := tree.Open(name)
	if err != nil {
		return buffer, err
	}
	defer file.Close()
	for len(buffer) < maxDocs {
		if len(buffer) == cap(buffer) {
			buffer = append(buffer, make([]byte, max(64<<10, len(buffer)))...)[:len(buffer)]
		}
		n, err := file.Read(buffer[len(buffer):cap(buffer)])
		buffer = buffer[:len(buffer)+n]
		if err == io.EOF {
			return buffer, nil
		}
		if err != nil {
			return buffer, err
		}
	}
	return buffer, nil
}
