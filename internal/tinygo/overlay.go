package tinygo

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"

	port "github.com/rttgen/rttgen/runtime"
	"github.com/rttgen/rttgen/templates"
)

// Overlay makes a source tree for TinyGo in the cache directory, or finds the one made before, and returns its TINYGOROOT:
// TinyGo's own files, by links, with the files of the port over them. It fails if TinyGo's tree is not what the port expects.
func (t *Toolchain) Overlay(cache string) (string, error) {
	changed, err := t.changed()
	if err != nil {
		return "", err
	}
	root := filepath.Join(cache, "tinygo-"+t.Variant.Version+"-"+fingerprint(t.Root, changed))
	if _, err := os.Stat(root); err == nil {
		return root, nil
	}
	if err := os.MkdirAll(cache, 0o777); err != nil {
		return "", err
	}
	// Two builds may get here at once: each makes its own, the first to finish wins.
	temp, err := os.MkdirTemp(cache, "new-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(temp)
	if err := lay(t.Root, temp, changed); err != nil {
		return "", err
	}
	if err := os.Rename(temp, root); err != nil {
		if _, there := os.Stat(root); there == nil {
			return root, nil
		}
		return "", err
	}
	return root, nil
}

// changed returns the files that differ from TinyGo's tree, by path; nil text: the file is left out.
func (t *Toolchain) changed() (map[string][]byte, error) {
	files := map[string][]byte{}
	var missing []string
	for _, name := range t.Variant.Remove {
		if _, err := os.Stat(filepath.Join(t.Root, filepath.FromSlash(name))); err != nil {
			missing = append(missing, name)
		}
		files[name] = nil
	}
	for _, e := range t.Variant.Edits {
		text, edited := files[e.File]
		if !edited {
			var err error
			if text, err = os.ReadFile(filepath.Join(t.Root, filepath.FromSlash(e.File))); err != nil {
				missing = append(missing, e.File)
				continue
			}
			text = []byte(strings.ReplaceAll(string(text), "\r\n", "\n"))
		}
		if n := strings.Count(string(text), e.Old); n != 1 {
			return nil, problem("reinstall TinyGo "+t.Version+", or use an unmodified one",
				"cannot adapt TinyGo %s: the text to change in %s occurs %d times instead of once: %q",
				t.Version, e.File, n, e.Old)
		}
		files[e.File] = []byte(strings.Replace(string(text), e.Old, e.New, 1))
	}
	if missing != nil {
		return nil, problem("reinstall TinyGo "+t.Version, "cannot adapt TinyGo %s: %s has no %s", t.Version, t.Root,
			strings.Join(missing, ", "))
	}
	for _, part := range []string{"common", t.Variant.Version} {
		if err := add(files, port.Overlay(), "overlay/"+part, ""); err != nil {
			return nil, err
		}
	}
	return files, add(files, templates.Targets(), ".", "targets")
}

// add copies the files below dir in from to files, below to.
func add(files map[string][]byte, from fs.FS, dir, to string) error {
	return fs.WalkDir(from, dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(from, name)
		files[path.Join(to, strings.TrimPrefix(strings.TrimPrefix(name, dir), "/"))] = text
		return err
	})
}

// fingerprint names a tree by all that goes into it.
func fingerprint(root string, files map[string][]byte) string {
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	sort.Strings(names)
	h := sha256.New()
	fmt.Fprintf(h, "%q\n", root)
	for _, name := range names {
		fmt.Fprintf(h, "%q %d\n%s", name, len(files[name]), files[name])
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}

// lay makes the tree: directories that hold a changed file, and all below src, are real, everything else is a link to TinyGo's.
func lay(from, to string, changed map[string][]byte) error {
	inside := map[string]bool{".": true}
	for name := range changed {
		for dir := path.Dir(name); !inside[dir]; dir = path.Dir(dir) {
			inside[dir] = true
		}
	}
	if err := layDir(from, to, ".", inside, changed); err != nil {
		return err
	}
	for name, text := range changed {
		if text == nil {
			continue
		}
		file := filepath.Join(to, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(file, text, 0o666); err != nil {
			return err
		}
	}
	return nil
}

func layDir(from, to, dir string, inside map[string]bool, changed map[string][]byte) error {
	entries, err := os.ReadDir(filepath.Join(from, filepath.FromSlash(dir)))
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		old, now := filepath.Join(from, filepath.FromSlash(name)), filepath.Join(to, filepath.FromSlash(name))
		if _, ours := changed[name]; ours {
			continue
		}
		// TinyGo looks for directories below src itself and takes a link for a file.
		if real := inside[name] || e.IsDir() && strings.HasPrefix(name, "src/"); !real {
			if err := link(old, now); err != nil {
				return err
			}
			continue
		}
		if err := os.Mkdir(now, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
		if err := layDir(from, to, name, inside, changed); err != nil {
			return err
		}
	}
	return nil
}

// link links to a file or directory, or copies it where links are not allowed (Windows).
func link(old, now string) error {
	if os.Symlink(old, now) == nil {
		return nil
	}
	info, err := os.Stat(old)
	if err != nil {
		return err
	}
	if info.IsDir() {
		return os.CopyFS(now, os.DirFS(old))
	}
	text, err := os.ReadFile(old)
	if err != nil {
		return err
	}
	return os.WriteFile(now, text, info.Mode().Perm())
}
