package parser

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"
	"time"

	"modernc.org/cc/v4"

	"github.com/rttgen/rttgen/diag"
)

// An #include that fails must not happen to cc: it stops reading there and then, and its parser may never come to an end. So
// headers that do not exist are taken as empty: they are found in a last directory of the search path, where everything opens.
// An #include of something else than a header's name, a macro, may fail in other ways. Where there is one, the headers are
// preprocessed first.

// absentRoot is above that last directory, which is so deep that no header's name with .. in it leads out.
const absentRoot = "/<absent>"

var absentDir = absentRoot + strings.Repeat("/-", 64)

// absent is a header that does not exist. To __has_include it looks like a directory, which is no header either; to an
// #include, which reads it, it is empty.
type absent struct {
	files *files
	name  string
}

func (a *absent) Read([]byte) (int, error) {
	a.files.absent[a.name] = true
	return 0, io.EOF
}

func (a *absent) Stat() (fs.FileInfo, error) { return a, nil }
func (a *absent) Close() error               { return nil }
func (a *absent) Name() string               { return path.Base(a.name) }
func (a *absent) Size() int64                { return 0 }
func (a *absent) Mode() fs.FileMode          { return fs.ModeDir | 0o555 }
func (a *absent) ModTime() time.Time         { return time.Time{} }
func (a *absent) IsDir() bool                { return true }
func (a *absent) Sys() any                   { return nil }

// openAbsent opens what is not there; when the places of such headers are looked for, only those already found.
func (f *files) openAbsent(name string) (fs.File, error) {
	if f.strict && !f.stubs[name] {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &absent{f, name}, nil
}

// errOddInclude stops the front end before an #include that does not name a header.
var errOddInclude = errors.New("an #include that names no header")

// oddInclude reports whether a text has an #include of something else than <name> or "name". It may err on the safe side.
func oddInclude(text []byte) bool {
	for {
		_, after, found := bytes.Cut(text, []byte("include"))
		if !found {
			return false
		}
		before := bytes.TrimRight(text[:len(text)-len(after)-len("include")], " \t\r\n\\")
		if text = after; bytes.HasSuffix(before, []byte("*/")) || bytes.HasSuffix(before, []byte("#")) && !plainName(after) {
			return true
		}
	}
}

// plainName reports whether a text starts with <name> or "name", or continues a longer word.
func plainName(text []byte) bool {
	text = bytes.TrimPrefix(text, []byte("_next"))
	if len(text) == 0 {
		return false
	}
	if c := text[0]; c == '_' || c|0x20 >= 'a' && c|0x20 <= 'z' {
		return true
	}
	line, _, _ := bytes.Cut(bytes.TrimLeft(text, " \t"), []byte("\n"))
	if len(line) == 0 || line[0] != '<' && line[0] != '"' {
		return false
	}
	end := map[byte]byte{'<': '>', '"': '"'}[line[0]]
	return bytes.IndexByte(line[1:], end) > 0
}

var notFound = regexp.MustCompile(`include file not found: [<"]([^">]*)[>"]`)

// missing reports the headers that were found to be absent, each with the place that includes it. Preprocessing alone, which
// always ends, finds one place after the other.
func missing(ctx context.Context, cfg Config, files *files, src []cc.Source) *diag.List {
	var list diag.List
	files.strict = true
	for range len(files.absent) + 1 {
		err := preprocess(ctx, cfg, files, src)
		if err == nil {
			break
		}
		for line := range strings.SplitSeq(err.Error(), "\n") {
			at, inc := ccError.FindStringSubmatch(line), notFound.FindStringSubmatch(line)
			if at == nil || inc == nil || files.stubs[path.Join(absentDir, inc[1])] {
				continue
			}
			files.stubs[path.Join(absentDir, inc[1])] = true
			list.Add(files.missing(at, inc[1]))
		}
	}
	if !list.HasErrors() { // preprocessing ended before it came to one
		list.Add(diag.Diagnostic{
			Message: "a header that is included is in none of the include directories",
			Hint:    "compile the headers with the BSP's compiler to see which",
		})
	}
	return &list
}

func (f *files) missing(at []string, header string) diag.Diagnostic {
	line, _ := strconv.Atoi(at[2])
	col, _ := strconv.Atoi(at[3])
	return diag.Diagnostic{
		Pos:     f.pos(at[1], line, col),
		Source:  f.line(at[1], line),
		Message: fmt.Sprintf("header %q is in none of the include directories", header),
		Hint:    "add the directory that holds it with -I, or under includes: in rttgen.yaml",
	}
}
