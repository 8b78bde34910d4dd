// Package golden holds cases as a user would have them: a directory with an rttgen.yaml and whatever it names, and beside it
// what rttgen makes of that. See README.md.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/generate"
)

var update = flag.Bool("update", false, "write the expected output anew; git diff then shows what changed")

// golden is a case: a directory of this package.
type golden struct {
	dir   string
	base  string // the case that this one is stored as a difference to; none: its output is stored whole
	brief bool   // so little is left of package raw and of the C files that a difference would only show what is gone
}

var cases = []golden{
	{dir: "reference-5.2"},
	{dir: "reference-4.1"},
	{dir: "kept-names", base: "reference-5.2"},
	{dir: "long-names", base: "reference-4.1"},
	{dir: "no-checks", base: "reference-5.2"},
	{dir: "no-events", base: "reference-4.1"},
	{dir: "no-heap", base: "reference-5.2"},
	{dir: "other-compiler", base: "reference-5.2"},
	{dir: "overlay", base: "reference-5.2"},
	{dir: "program", base: "reference-5.2"},
	{dir: "program-4.1", base: "reference-4.1"},
	{dir: "small", base: "reference-4.1", brief: true},
	{dir: "vendor", base: "reference-5.2"},
}

// eachCase runs a test for every case.
func eachCase(t *testing.T, f func(t *testing.T, g golden, r *generate.Result)) {
	for _, g := range cases {
		t.Run(g.dir, func(t *testing.T) { f(t, g, g.generate(t)) })
	}
}

// module is the import path of every generated package here: the go.mod of each case says example.com/app.
const module = "example.com/app/rtt"

// results remembers what was generated: all tests look at the same bytes.
var results sync.Map

// generate generates a case in memory.
func (g golden) generate(t *testing.T) *generate.Result {
	t.Helper()
	if r, ok := results.Load(g.dir); ok {
		return r.(*generate.Result)
	}
	r := run(t, load(t, filepath.Join(g.dir, config.DefaultFile), config.Flags{}))
	results.Store(g.dir, r)
	return r
}

// TestGolden compares what is generated now with what is stored, in both directions.
func TestGolden(t *testing.T) {
	eachCase(t, func(t *testing.T, g golden, r *generate.Result) {
		want := stored(t, g, r)
		if *update {
			save(t, g.dir, want)
			return
		}
		compare(t, g.dir, want)
	})
}

// TestEveryCaseRuns makes sure that no directory is forgotten in the table.
func TestEveryCaseRuns(t *testing.T) {
	files, err := filepath.Glob("*/" + config.DefaultFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		dir := filepath.Dir(file)
		if !slices.ContainsFunc(cases, func(g golden) bool { return g.dir == dir }) {
			t.Errorf("%s is in no test: add it to cases", dir)
		}
	}
	for _, g := range cases {
		if _, err := os.Stat(filepath.Join(g.dir, "go.mod")); err != nil {
			t.Errorf("%s has no go.mod, so its packages would be part of rttgen: %v", g.dir, err)
		}
	}
}
