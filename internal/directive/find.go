package directive

import (
	"bytes"
	"go/ast"
	"go/build"
	"go/parser"
	"go/scanner"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/input"
	"github.com/rttgen/rttgen/model"
)

// Source says where a program is and how it is compiled.
type Source struct {
	Dir      string   // of its package main
	Root     string   // of its module; empty if it is part of none
	Module   string   // path of the module
	Bindings string   // import path of the generated package
	Tags     []string // build tags that hold
}

// mark is what every directive begins with.
const mark = "//rtt:"

// mainPackage is what the linker calls the package of the program itself.
const mainPackage = "main"

// Find reads the packages of a program: its own, and those of its module that it imports. A directory without a program marks nothing.
func Find(s Source) (*Program, *diag.List) {
	f := &finder{source: s, list: &diag.List{}, program: &Program{}, seen: map[string]bool{}}
	f.root, _ = filepath.Abs(s.Root)
	f.base, _ = filepath.Abs(s.Dir)
	f.context = build.Context{GOOS: "linux", GOARCH: "arm", Compiler: "gc", CgoEnabled: true, BuildTags: s.Tags, ReleaseTags: releases()}
	f.visit(s.Dir, mainPackage)
	f.unique()
	f.isProgram()
	return f.program, f.list
}

// newestGo is the minor version of the newest Go that a supported TinyGo works with.
const newestGo = 26

// releases are the build tags that tell the version of Go.
func releases() []string {
	var tags []string
	for i := 1; i <= newestGo; i++ {
		tags = append(tags, "go1."+strconv.Itoa(i))
	}
	return tags
}

// finder collects what the packages of a program mark.
type finder struct {
	source     Source
	root, base string // absolute paths of the module and the program
	context    build.Context
	list       *diag.List
	program    *Program
	seen       map[string]bool // import paths of packages
	called     string          // what the package of the program calls itself
}

// file is a source file.
type file struct {
	name   string
	lines  []string
	set    *token.FileSet
	syntax *ast.File
	broken bool // it is not Go
}

// visit reads a package after those that it imports, the order in which Go initializes them.
func (f *finder) visit(dir, name string) {
	if f.seen[name] {
		return
	}
	f.seen[name] = true
	files := f.read(dir)
	if name == mainPackage && len(files) > 0 {
		f.called = files[0].syntax.Name.Name
	}
	var imports []string
	for _, file := range files {
		for _, spec := range file.syntax.Imports {
			if p, err := strconv.Unquote(spec.Path.Value); err == nil {
				imports = append(imports, p)
			}
		}
	}
	slices.Sort(imports)
	for _, p := range slices.Compact(imports) {
		if p == f.source.Bindings {
			f.program.Bound = true
			continue
		}
		if dir := f.directory(p); dir != "" {
			f.visit(dir, p)
		}
	}
	pkg := &pkg{finder: f, name: name}
	pkg.collect(files)
}

// isProgram reports what is marked in a package that is no program.
func (f *finder) isProgram() {
	if f.called == mainPackage || f.program.Empty() {
		return
	}
	at := f.program.Record()[0].Place
	f.problem(at, "name the directory of package main under program: in rttgen.yaml", "nothing calls this: package %s is no program", f.called)
}

// directory returns where the module has a package, "" if it is not one of the user's there.
func (f *finder) directory(p string) string {
	rel, found := strings.CutPrefix(p, f.source.Module+"/")
	if !found || f.source.Module == "" || strings.HasPrefix(p, f.source.Bindings+"/") {
		return ""
	}
	abs := f.root
	for _, name := range strings.Split(rel, "/") {
		abs = filepath.Join(abs, name)
		if _, err := os.Stat(filepath.Join(abs, "go.mod")); err == nil {
			return "" // a module of its own
		}
	}
	if rel, err := filepath.Rel(f.base, abs); err == nil { // as short as the user names the program
		return filepath.Join(f.source.Dir, rel)
	}
	return abs
}

// read reads the files of a package that are compiled into it, by name.
func (f *finder) read(dir string) []*file {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil // the compiler tells, or there is no program yet
	}
	var files []*file
	for _, e := range entries {
		name := e.Name()
		if e.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") {
			continue
		}
		if file := f.parse(filepath.Join(dir, name)); file != nil {
			files = append(files, file)
		}
	}
	return files
}

// parse reads a file, nil if its build constraints leave it out. What is wrong with it is for the compiler to tell, unless directives
// may be lost by it.
func (f *finder) parse(name string) *file {
	shown := filepath.ToSlash(name)
	text, err := input.Read(name)
	if err != nil {
		f.list.Add(diag.Diagnostic{Pos: model.Pos{File: shown}, Message: "cannot read it: " + diag.Cause(err), Hint: "it is a file of the program"})
		return nil
	}
	if match, err := f.context.MatchFile(filepath.Split(name)); err == nil && !match {
		return nil
	}
	x := &file{name: shown, set: token.NewFileSet(), lines: strings.Split(strings.ToValidUTF8(string(text), "?"), "\n")}
	x.syntax, err = parser.ParseFile(x.set, shown, text, parser.ParseComments|parser.SkipObjectResolution)
	x.broken = err != nil
	if x.broken && bytes.Contains(text, []byte(mark)) {
		d := diag.Diagnostic{Pos: model.Pos{File: shown}, Message: "cannot read the " + mark + " directives of the file: " + err.Error(), Hint: "mend the file first"}
		if list, ok := err.(scanner.ErrorList); ok {
			d.Pos.Line, d.Pos.Col = list[0].Pos.Line, list[0].Pos.Column
			d.Source, d.Message = x.line(d.Pos.Line), "cannot read the "+mark+" directives of the file: "+list[0].Msg
		}
		f.list.Add(d)
	}
	if x.syntax == nil {
		return nil
	}
	return x
}

func (x *file) line(n int) string {
	if n < 1 || n > len(x.lines) {
		return ""
	}
	return strings.TrimRight(x.lines[n-1], "\r")
}

// at returns the place of a position.
func (x *file) at(p token.Pos) Place {
	pos := x.set.Position(p)
	return Place{model.Pos{File: x.name, Line: pos.Line, Col: pos.Column}, x.line(pos.Line)}
}
