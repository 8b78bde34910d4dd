// Package project finds the things of an RT-Thread project in the places where RT-Thread's own build has them: the tree and
// its version, the BSP's rtconfig.h, the include directories, and the macros that SCons adds to the compiler's command line.
package project

import (
	"io/fs"

	"github.com/rttgen/rttgen/internal/bsp"
	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/model"
)

// Project is an RT-Thread tree with a configuration.
type Project struct {
	Root     string // directory of the tree, absolute; only a name when the tree is embedded
	FS       fs.FS  // the tree
	Embedded bool   // the tree is the reference interface
	Shown    string // what to call the tree in messages
	Version  model.Version
	BSP      string         // directory that holds rtconfig.h, absolute; Root for the reference's own
	RTConfig string         // what to call rtconfig.h in messages
	Includes []string       // search path for headers: absolute, or relative to Root
	Headers  []string       // what to include, in this order
	Defines  []model.Define // macros of the compiler's command line
	Target   model.Target   // ABI and processor
	Build    *bsp.Build     // how the BSP compiles C; nil for the reference's own configuration
	Assumed  []string       // what nothing says about the BSP's build, for people
	DocDirs  []string       // directories of the tree whose C files document functions
}

// References are the embedded reference interfaces by version: "5.2".
type References map[string]fs.FS

// Find finds everything. The project is complete only if the list holds no error.
func Find(c *config.Config, refs References) (*Project, *diag.List) {
	return FindTree(c, refs).Project()
}

// Tree is where a project's tree was found, if it was, and nothing else is yet.
type Tree struct{ f *finder }

// FindTree finds the tree alone, so that other work can begin.
func FindTree(c *config.Config, refs References) *Tree {
	f := &finder{c: c, refs: refs, list: &diag.List{}, p: &Project{}}
	f.bsp()
	f.tree()
	if !f.list.HasErrors() {
		f.p.DocDirs = existing(f.p.FS, docDirs)
	}
	return &Tree{f}
}

// Docs says where the C files are whose comments document functions; no directories if there is no tree.
func (t *Tree) Docs() (tree fs.FS, dirs []string) { return t.f.p.FS, t.f.p.DocDirs }

// Project finds the rest.
func (t *Tree) Project() (*Project, *diag.List) {
	f := t.f
	if f.list.HasErrors() {
		f.withoutTree()
		return f.p, f.list
	}
	f.version()
	f.rtconfig()
	if f.list.HasErrors() {
		return f.p, f.list
	}
	macros := f.configMacros()
	f.compile(macros)
	if f.list.HasErrors() {
		return f.p, f.list
	}
	f.includes(macros)
	f.headers(macros)
	f.defines(macros)
	f.versionMacro(macros)
	return f.p, f.list
}

// finder holds what is known so far.
type finder struct {
	c     *config.Config
	refs  References
	list  *diag.List
	p     *Project
	given config.Value // what named the BSP, if somebody did
}

// docDirs are where RT-Thread keeps the C files whose comments document what the headers declare.
var docDirs = []string{"src", "components/finsh", "components/drivers"}

// existing returns the directories that a tree has.
func existing(tree fs.FS, dirs []string) []string {
	var found []string
	for _, dir := range dirs {
		if isDir(tree, dir) {
			found = append(found, dir)
		}
	}
	return found
}

func isDir(tree fs.FS, name string) bool {
	info, err := fs.Stat(tree, name)
	return err == nil && info.IsDir()
}

func isFile(tree fs.FS, name string) bool {
	info, err := fs.Stat(tree, name)
	return err == nil && !info.IsDir()
}
