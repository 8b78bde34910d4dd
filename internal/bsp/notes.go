package bsp

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/rttgen/rttgen/internal/input"
	"github.com/rttgen/rttgen/model"
)

// NotesFile is the name of the file in which rttgen probe keeps how the BSP's own build compiles C.
const NotesFile = "rttgen-build.json"

// Notes is what the file holds. Directories are below one of two roots, so that the file is the same on every machine.
type Notes struct {
	Comment  string   `json:"comment"`
	RTConfig string   `json:"rtconfig"` // a hash of the macros of rtconfig.h
	Compiler string   `json:"compiler"`
	Flags    []string `json:"flags"`
	Defines  []string `json:"defines"`
	Includes []string `json:"includes"` // BSP/board, RTT/include
	Left     []string `json:"-"`        // directories that lie elsewhere, and so are left out
}

// The roots of directories.
const (
	bspRoot  = "BSP"
	treeRoot = "RTT"
)

func readNotes(name string, o Options) (*Source, error) {
	text, err := input.Read(name)
	if err != nil {
		return nil, err
	}
	var n Notes
	if err := json.Unmarshal(text, &n); err != nil {
		return nil, fmt.Errorf("%s is not what rttgen probe writes: %w", filepath.ToSlash(name), err)
	}
	shown := filepath.ToSlash(name)
	at := model.Pos{File: shown}
	s := &Source{Name: shown, whole: true, Compiler: Flag{Value: n.Compiler, Pos: at}}
	s.stale = n.RTConfig != configHash(o.Macros)
	add := func(prefix string, words []string) {
		for _, w := range words {
			s.words = append(s.words, Flag{Value: prefix + w, Text: prefix + w, Pos: at})
		}
	}
	add("", n.Flags)
	add("-D", n.Defines)
	var dirs []string
	for _, d := range n.Includes {
		root, rest, _ := strings.Cut(d, "/")
		switch root {
		case bspRoot:
			d = filepath.Join(o.Dir, filepath.FromSlash(rest))
		case treeRoot:
			d = filepath.Join(o.Root, filepath.FromSlash(rest))
		}
		dirs = append(dirs, d)
	}
	add("-I", dirs)
	return s, nil
}

// maxUp is how far from the BSP a directory may lie for its relative path to mean anything on another machine.
const maxUp = 4

// relativeTo names a directory below one of the roots, or above the BSP where SDKs have their libraries. The second result is
// false for one that lies elsewhere.
func relativeTo(o Options, dir string) (string, bool) {
	for _, r := range []struct{ name, dir string }{{bspRoot, o.Dir}, {treeRoot, o.Root}} {
		if rel, err := filepath.Rel(r.dir, dir); err == nil && filepath.IsLocal(rel) {
			return strings.TrimSuffix(r.name+"/"+filepath.ToSlash(rel), "/."), true
		}
	}
	rel, err := filepath.Rel(o.Dir, dir)
	rel = filepath.ToSlash(rel)
	if err != nil || strings.Count(rel, "../") > maxUp || strings.Count(rel, "../") >= strings.Count(filepath.ToSlash(o.Dir), "/") {
		return "", false
	}
	return bspRoot + "/" + rel, true
}
