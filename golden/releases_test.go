package golden

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestReleases generates from real RT-Thread trees, for every BSP there, and has the result confirmed by everything that will
// ever compile it: go vet, the type checker with TinyGo's sizes, and the BSP's own C compiler with the BSP's own flags. It prints a table; make releases runs it.
//
//	RTT_RELEASES=~/rt-threads make releases
//	RTT_RELEASES=~/rt-threads RTT_RELEASES_ONLY='v4\.1\.1/stm32/.*f4' make releases
//
// RTT_RELEASES lists directories that are trees or hold trees. A tree is a checkout or a project with one in it: what has
// include/rtdef.h, by itself or in a directory rt-thread. Every rtconfig.h in it is a BSP, but for those of its components.
// RTT_RELEASES_ONLY selects BSPs by a regular expression that matches "tree/bsp", RTT_RELEASES_JOBS says how many are checked
// at a time.
func TestReleases(t *testing.T) {
	places := os.Getenv("RTT_RELEASES")
	if places == "" {
		t.Skip("skipped: RTT_RELEASES does not name a directory of RT-Thread trees, so only the reference interfaces are tested")
	}
	only, err := regexp.Compile(os.Getenv("RTT_RELEASES_ONLY"))
	if err != nil {
		t.Fatalf("RTT_RELEASES_ONLY: %v", err)
	}
	tools := newTools(t)
	var table []*row
	for _, tree := range treesBelow(t, filepath.SplitList(places)) {
		bsps := slices.DeleteFunc(bspsOf(t, tree), func(b bsp) bool { return !only.MatchString(b.String()) })
		if len(bsps) == 0 {
			continue
		}
		r := &row{tree: tree.name, dir: t.TempDir()}
		start := time.Now()
		r.checkAll(t, tools, bsps)
		r.took = time.Since(start)
		t.Logf("%s", r)
		table = append(table, r)
	}
	if len(table) == 0 {
		t.Fatal("no BSP is there, or none matches RTT_RELEASES_ONLY")
	}
	t.Log("\n" + text(table, tools))
	for _, r := range table {
		for _, v := range r.verdicts {
			if v.outcome == failed {
				t.Fail()
			}
		}
	}
}

// tree is a source tree of RT-Thread.
type tree struct {
	name string
	dir  string // where its BSPs are looked for
	root string // the checkout
}

// bsp is a configuration of a tree.
type bsp struct {
	tree tree
	name string // path below the tree
	dir  string
}

func (b bsp) String() string { return b.tree.name + "/" + b.name }

// treesBelow finds the trees in some directories, or those that these are.
func treesBelow(t *testing.T, places []string) []tree {
	t.Helper()
	var all []tree
	add := func(dir string) bool {
		for _, sub := range []string{"", "rt-thread"} {
			root := filepath.Join(dir, sub)
			if _, err := os.Stat(filepath.Join(root, "include", "rtdef.h")); err == nil {
				all = append(all, tree{filepath.Base(dir), dir, root})
				return true
			}
		}
		return false
	}
	for _, place := range places {
		place, err := filepath.Abs(place)
		if err != nil {
			t.Fatal(err)
		}
		if add(place) {
			continue
		}
		entries, err := os.ReadDir(place)
		if err != nil {
			t.Fatalf("RTT_RELEASES: %v", err)
		}
		for _, e := range entries {
			add(filepath.Join(place, e.Name()))
		}
	}
	return all
}

// bspsOf lists the BSPs of a tree, in the order of their names.
func bspsOf(t *testing.T, tr tree) []bsp {
	t.Helper()
	var list []bsp
	err := filepath.WalkDir(tr.dir, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && filepath.Dir(name) == tr.root && entry.Name() != "bsp": // the kernel, components, examples
			return filepath.SkipDir
		case entry.Name() != "rtconfig.h":
			return nil
		}
		dir := filepath.Dir(name)
		rel, err := filepath.Rel(tr.dir, dir)
		rel = strings.TrimPrefix(filepath.ToSlash(rel), "bsp/")
		list = append(list, bsp{tr, rel, dir})
		return err
	})
	if err != nil {
		t.Fatalf("looking for rtconfig.h: %v", err)
	}
	return list
}

// outcome is what became of a BSP.
type outcome int

const (
	good    outcome = iota
	refused         // rttgen says why, and is right: it is not for 32 bit arm with gcc, or its own compiler refuses it too
	failed
)

// verdict is about one BSP.
type verdict struct {
	bsp     bsp
	outcome outcome
	reason  string   // why it was refused, or how it failed
	skipped []string // what was not checked, and why
	figures
}

// figures count what was compared.
type figures struct {
	structs, offsets, scalars, cFiles int
}

// row is a line of the table.
type row struct {
	tree     string
	dir      string // for what is written
	verdicts []verdict
	took     time.Duration
}

// checkAll checks BSPs, some at a time, and tells at once which fail.
func (r *row) checkAll(t *testing.T, tools *tools, bsps []bsp) {
	r.verdicts = make([]verdict, len(bsps))
	var wg sync.WaitGroup
	slots := make(chan struct{}, tools.jobs)
	flags := tools.flagsOf(bsps)
	for i, b := range bsps {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			dir := filepath.Join(r.dir, fmt.Sprint(i))
			r.verdicts[i] = tools.check(b, flags[i], dir)
			if r.verdicts[i].outcome == failed {
				t.Logf("%s: %s", b, r.verdicts[i].reason)
			}
			os.RemoveAll(dir) // best effort: the whole goes when the test ends
		})
	}
	wg.Wait()
}

func (r *row) count(o outcome) (n int) {
	for _, v := range r.verdicts {
		if v.outcome == o {
			n++
		}
	}
	return n
}

func (r *row) String() string {
	var sum figures
	for _, v := range r.verdicts {
		sum.structs += v.structs
		sum.offsets += v.offsets
		sum.scalars += v.scalars
		sum.cFiles += v.cFiles
	}
	return fmt.Sprintf("%-12s %5d %5d %8d %7d %9d %9d %8d %8s", r.tree, len(r.verdicts), r.count(good), r.count(refused), r.count(failed),
		sum.structs, sum.offsets, sum.cFiles, r.took.Round(time.Second))
}

// text is the table, with the BSPs that are not good below it by reason, and then what was not checked.
func text(table []*row, tools *tools) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-12s %5s %5s %8s %7s %9s %9s %8s %8s\n", "tree", "BSPs", "good", "refused", "failed", "structs", "members", "C files", "took")
	for _, r := range table {
		fmt.Fprintln(&b, r)
	}
	for _, part := range []struct {
		title   string
		reasons func(verdict) []string
	}{
		{"refused", func(v verdict) []string { return ofOutcome(v, refused) }},
		{"failed", func(v verdict) []string { return ofOutcome(v, failed) }},
		{"not checked", func(v verdict) []string { return v.skipped }},
	} {
		groups := map[string][]string{}
		for _, r := range table {
			for _, v := range r.verdicts {
				for _, reason := range part.reasons(v) {
					groups[reason] = append(groups[reason], v.bsp.String())
				}
			}
		}
		for _, reason := range byCount(groups) {
			names := groups[reason]
			shown := strings.Join(names[:min(len(names), 12)], " ")
			if len(names) > 12 {
				shown += " …"
			}
			fmt.Fprintf(&b, "\n%s, %d: %s\n\t%s\n", part.title, len(names), reason, shown)
		}
	}
	for _, s := range tools.missing {
		fmt.Fprintln(&b, "\n"+s)
	}
	return b.String()
}

func ofOutcome(v verdict, o outcome) []string {
	if v.outcome != o {
		return nil
	}
	return []string{v.reason}
}

// byCount sorts reasons: the most frequent first.
func byCount(groups map[string][]string) []string {
	var all []string
	for reason := range groups {
		all = append(all, reason)
	}
	slices.SortFunc(all, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(groups[b]), len(groups[a])), cmp.Compare(a, b))
	})
	return all
}

// jobs is how many BSPs are checked at a time.
func jobs(t *testing.T) int {
	n := runtime.NumCPU()
	if s := os.Getenv("RTT_RELEASES_JOBS"); s != "" {
		if _, err := fmt.Sscan(s, &n); err != nil || n < 1 {
			t.Fatalf("RTT_RELEASES_JOBS must be a number from 1, not %q", s)
		}
	}
	return n
}
