package output

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/model"
)

// ManifestFile is the file of an output directory that lists what rttgen wrote there. Only what it lists is ever removed.
const ManifestFile = "rttgen.manifest"

// manifestMark makes a manifest rttgen's own. It names no version, so that a new rttgen alone changes nothing.
const manifestMark = "# Written by rttgen,"

// manifestHead starts a manifest.
const manifestHead = manifestMark + " DO NOT EDIT: the files that it generated here, and removes when they are not generated any more.\n"

// maxManifest is far above the size of any manifest.
const maxManifest = 1 << 20

// formatManifest returns the text of a manifest.
func formatManifest(paths []string) []byte {
	var out bytes.Buffer
	out.WriteString(manifestHead)
	for _, p := range slices.Compact(slices.Sorted(slices.Values(paths))) {
		out.WriteString(p + "\n")
	}
	return out.Bytes()
}

// withManifest returns a tree and the manifest of it.
func withManifest(tree Tree) Tree {
	all := maps.Clone(tree)
	if all == nil {
		all = Tree{}
	}
	all[ManifestFile] = formatManifest(tree.Paths())
	return all
}

// readManifest returns what the manifest of a directory lists; nothing if there is no manifest. It may have come with somebody
// else's files, so it is not believed: a path that leads out of the directory is an error.
func readManifest(dir string) ([]string, *diag.List) {
	list := &diag.List{}
	name := filepath.Join(dir, ManifestFile)
	text, err := readBounded(name, maxManifest)
	switch {
	case errors.Is(err, fs.ErrNotExist), err != nil && obstacle(name) != "":
		return nil, list // what stands in place of the directory is told for the files below it
	case err != nil:
		list.Add(brokenManifest(name, 0, "cannot be read: "+diag.Cause(err)))
		return nil, list
	}
	var paths []string
	for i, line := range strings.Split(string(text), "\n") {
		line = strings.TrimSuffix(line, "\r")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case !fs.ValidPath(line) || strings.Contains(line, `\`) || !filepath.IsLocal(filepath.FromSlash(line)):
			list.Add(brokenManifest(name, i+1, fmt.Sprintf("lists %q, which is no path below this directory", line)))
		default:
			paths = append(paths, line)
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths), list
}

func brokenManifest(name string, line int, what string) diag.Diagnostic {
	return diag.Diagnostic{
		Pos:     model.Pos{File: filepath.ToSlash(name), Line: line},
		Message: "the list of generated files " + what,
		Hint:    "delete it: generate makes a new one, and then removes no file that it does not know of",
	}
}

// stale returns which files of a manifest a tree does not have any more, as far as they are on disk and still rttgen's: a file
// without the mark has become somebody else's, and what a symbolic link leads to never was.
func stale(dir string, listed []string, tree Tree) []string {
	var paths []string
	for _, p := range listed {
		if tree[p] != nil || linkOnTheWay(dir, p) != "" {
			continue
		}
		name := filepath.Join(dir, filepath.FromSlash(p))
		if info, err := os.Lstat(name); err != nil || !info.Mode().IsRegular() {
			continue
		}
		if Generated(head(name)) {
			paths = append(paths, p)
		}
	}
	return paths
}

// linkOnTheWay returns the directory between dir and the file p below it that is a symbolic link, "" if there is none.
func linkOnTheWay(dir, p string) string {
	parts := strings.Split(p, "/")
	for i := 1; i < len(parts); i++ {
		name := filepath.Join(dir, filepath.FromSlash(strings.Join(parts[:i], "/")))
		info, err := os.Lstat(name)
		if err != nil {
			return ""
		}
		if info.Mode()&fs.ModeSymlink != 0 {
			return name
		}
	}
	return ""
}
