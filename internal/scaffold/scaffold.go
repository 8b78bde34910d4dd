// Package scaffold makes new projects: a Go program on RT-Thread that builds as it stands, and all that a BSP needs to take it in.
package scaffold

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/templates"
)

//go:embed files
var embedded embed.FS

// Settings are what differs between projects.
type Settings struct {
	Name     string // what to call the program
	Dir      string // the project's directory as the BSP's Kconfig names it
	Module   string // path of the Go module
	RTConfig string // where rtconfig.h is, relative to the project; empty: the reference interface stands in
	Version  string // of rttgen: v1.2.3 or latest
}

// source is a file of a project: a template, or empty for one of the BSP's files.
type source struct{ path, template string }

var sources = [...]source{
	{".github/workflows/rttgen.yml", "workflow.yml.tmpl"},
	{".gitignore", "gitignore.tmpl"},
	{"Kconfig", ""},
	{"README.md", "README.md.tmpl"},
	{"SConscript", "SConscript.tmpl"},
	{"go.mod", "go.mod.tmpl"},
	{"main.go", "main.go.tmpl"},
	{"rttgen.yaml", "rttgen.yaml.tmpl"},
}

// File is a file of a project.
type File struct {
	Path string // below the project's directory, with slashes
	Text []byte
}

// Files returns the files of a project, by path.
func Files(s Settings) ([]File, error) {
	parsed, err := template.ParseFS(embedded, "files/*.tmpl")
	if err != nil {
		return nil, err
	}
	var files []File
	for _, src := range sources {
		text, err := fs.ReadFile(templates.BSP(), src.path)
		if src.template != "" {
			var out bytes.Buffer
			err = parsed.ExecuteTemplate(&out, src.template, s)
			text = out.Bytes()
		}
		if err != nil {
			return nil, err
		}
		files = append(files, File{src.path, text})
	}
	return files, nil
}

// GoMod returns the go.mod of a project.
func GoMod(module string) []byte { return []byte("module " + module + "\n\ngo 1.22\n") }

// Write writes the files into a directory, which it makes if there is none. It writes nothing if one of them is there already.
func Write(dir string, files []File) *diag.List {
	list := &diag.List{}
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		_, err := os.Lstat(name)
		switch {
		case err == nil:
			list.Add(diag.Diagnostic{Pos: model.Pos{File: filepath.ToSlash(name)}, Message: "this exists, and init overwrites nothing",
				Hint: "choose another directory, or move it away"})
		case !errors.Is(err, fs.ErrNotExist):
			list.Add(unwritable(name, err))
		}
	}
	if list.HasErrors() {
		return list
	}
	for i, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := create(name, f.Text); err != nil {
			for _, done := range files[:i] { // a part of a project would only be in the way of the next attempt
				_ = os.Remove(filepath.Join(dir, filepath.FromSlash(done.Path)))
			}
			list.Add(unwritable(name, err))
			return list
		}
	}
	return list
}

// create writes a file that must not exist yet.
func create(name string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Close())
}

func unwritable(name string, err error) diag.Diagnostic {
	return diag.Diagnostic{Pos: model.Pos{File: filepath.ToSlash(name)}, Message: "cannot write it: " + diag.Cause(err),
		Hint: "choose another directory"}
}

// ModuleName makes a module path of the name of a directory. What people call directories need not be one.
func ModuleName(dir string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-', r == '_', r == '.':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '-'
	}, filepath.Base(dir))
	if name = strings.Trim(name, "-._"); name == "" || slices.Contains([]string{"rtt", "raw"}, name) {
		name = "app"
	}
	return fmt.Sprintf("example.com/%s", name)
}
