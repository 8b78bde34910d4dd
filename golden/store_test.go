package golden

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/internal/output"
	"github.com/rttgen/rttgen/plan/symbol"
)

// What is stored of a case, so that a change of one decision is a change of a few lines here:
//
//	rtt/         the generated tree; of a case with a base, the files of the safe package that differ from the base's
//	report.txt   what became of each C symbol
//	changes.diff of a case with a base: everything else that differs, as a difference to the base or as a digest
//
// What a case has in common with its base is stored nowhere and compared all the same.
const (
	reportFile  = "report.txt"
	changesFile = "changes.diff"
	treeDir     = "rtt"
)

// stored returns the files that belong in the directory of a case.
func stored(t *testing.T, g golden, r *generate.Result) output.Tree {
	t.Helper()
	all := everything(r)
	if g.base == "" {
		return all
	}
	base := everything(golden{dir: g.base}.generate(t))
	files := output.Tree{}
	var changes bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(union(all, base))) {
		was, is := base[name], all[name]
		switch {
		case bytes.Equal(was, is):
		case is == nil:
			fmt.Fprintf(&changes, "%s of %s is not generated\n", name, g.base)
		case isSafe(name):
			files[name] = is
		case g.brief && was != nil:
			fmt.Fprintf(&changes, "%s differs: %d lines, SHA-256 %x\n", name, bytes.Count(is, []byte("\n")), sha256.Sum256(is))
		default:
			changes.Write(difference(g.base+"/"+name, was, g.dir+"/"+name, is))
		}
	}
	files[changesFile] = changes.Bytes()
	return files
}

// everything returns all that is known about a case, without what changes with every word of a mapping.
func everything(r *generate.Result) output.Tree {
	files := output.Tree{reportFile: report(r.Plan.Decisions)}
	for name, text := range r.Tree {
		files[path.Join(treeDir, name)] = configHash.ReplaceAll(text, []byte("configuration of the test"))
	}
	return files
}

var configHash = regexp.MustCompile(`configuration [0-9a-f]{16}`)

// isSafe reports whether a file is part of the safe package, which people read, rather than of package raw or in C.
func isSafe(name string) bool {
	return strings.HasPrefix(name, treeDir+"/") && !strings.HasPrefix(name, treeDir+"/raw/") && !strings.HasPrefix(name, treeDir+"/c/")
}

// report lists what became of each C symbol, a line each. Unlike rttgen report it has no columns, whose width would change.
func report(decisions []symbol.Decision) []byte {
	var b bytes.Buffer
	count := map[symbol.Status]int{}
	for _, d := range decisions {
		count[d.Status]++
		fmt.Fprintf(&b, "%s %s\n", d.Kind, d)
	}
	fmt.Fprintf(&b, "\n%d symbols", len(decisions))
	for _, s := range []symbol.Status{symbol.Wrapped, symbol.InRaw, symbol.Shim, symbol.Skipped} {
		fmt.Fprintf(&b, ", %d %s", count[s], s)
	}
	b.WriteByte('\n')
	return b.Bytes()
}

// difference is a unified diff without line numbers, which would change with everything above.
func difference(oldName string, old []byte, newName string, new []byte) []byte {
	return hunk.ReplaceAll(diff.Diff(oldName, old, newName, new), []byte("@@"))
}

var hunk = regexp.MustCompile(`(?m)^@@ -\d+(,\d+)? \+\d+(,\d+)? @@$`)

func union(a, b output.Tree) output.Tree {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return all
}

// compare reports how the files of a case differ from what they should be.
func compare(t *testing.T, dir string, want output.Tree) {
	t.Helper()
	have := expected(t, dir)
	for _, name := range slices.Sorted(maps.Keys(union(have, want))) {
		old, ok := have[name]
		text, wanted := want[name]
		file := path.Join("golden", dir, name)
		switch {
		case !ok:
			t.Errorf("%s is new: make golden writes it, then review it", file)
		case !wanted:
			t.Errorf("%s is stale: make golden removes it", file)
		case !bytes.Equal(old, text):
			t.Errorf("what is generated differs from %s; if that is right, make golden and review git diff\n%s", file,
				firstLines(string(diff.Diff("stored", old, "generated", text)), 40))
		}
	}
}

// save makes the stored files of a case what they should be.
func save(t *testing.T, dir string, want output.Tree) {
	t.Helper()
	changed := maps.Clone(want)
	for name, old := range expected(t, dir) {
		if text, ok := want[name]; !ok {
			if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
				t.Error(err)
			}
		} else if bytes.Equal(old, text) {
			delete(changed, name)
		}
	}
	writeTree(t, dir, changed)
}

// expected reads the stored files of a case.
func expected(t *testing.T, dir string) output.Tree {
	t.Helper()
	files := output.Tree{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		if name == reportFile || name == changesFile || strings.HasPrefix(name, treeDir+"/") {
			files[name], err = os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
