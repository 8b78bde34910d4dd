package output

import (
	"context"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestLinks: an output directory may be a symbolic link, what is below it may not.
func TestLinks(t *testing.T) {
	want := tree(map[string]string{"a.go": mark, "raw/b.go": mark})
	for _, test := range []struct {
		name   string
		link   func(t *testing.T, dir string) // makes <dir>/rtt
		errors []string
	}{
		{"output", func(t *testing.T, dir string) {
			symlink(t, "real", filepath.Join(dir, "rtt"))
			mkdir(t, filepath.Join(dir, "real"))
		}, nil},
		{"output to nowhere", func(t *testing.T, dir string) { symlink(t, "nowhere", filepath.Join(dir, "rtt")) },
			[]string{"rtt: this is a symbolic link to a directory that does not exist"}},
		{"directory", func(t *testing.T, dir string) {
			mkdir(t, filepath.Join(dir, "rtt"))
			symlink(t, "../foreign", filepath.Join(dir, "rtt", "raw"))
		}, []string{"rtt/raw: this is a symbolic link"}},
		{"file", func(t *testing.T, dir string) {
			mkdir(t, filepath.Join(dir, "rtt"))
			symlink(t, "../foreign/b.go", filepath.Join(dir, "rtt", "a.go"))
		}, []string{"rtt/a.go: rttgen did not generate this file"}},
		{"manifest", func(t *testing.T, dir string) {
			mkdir(t, filepath.Join(dir, "rtt"))
			symlink(t, "../foreign/b.go", filepath.Join(dir, "rtt", "rttgen.manifest"))
		}, []string{"rtt/rttgen.manifest: "}},
		{"lock", func(t *testing.T, dir string) {
			mkdir(t, filepath.Join(dir, "rtt"))
			symlink(t, "../foreign/b.go", filepath.Join(dir, "rtt", ".rttgen.lock"))
		}, []string{"not a regular file"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := fill(t, map[string]string{"foreign/b.go": mark + "foreign"})
			test.link(t, dir)
			_, list := Write(context.Background(), filepath.Join(dir, "rtt"), want)
			for _, msg := range test.errors {
				if !strings.Contains(list.Error(), msg) {
					t.Errorf("got %v, want %q", list, msg)
				}
			}
			if list.HasErrors() != (test.errors != nil) {
				t.Errorf("got %v", list)
			}
			if diff := cmp.Diff(map[string]string{"b.go": mark + "foreign"}, contents(t, filepath.Join(dir, "foreign"))); diff != "" {
				t.Errorf("behind the link: %s", diff)
			}
		})
	}
}

// TestStaleBehindLink: a directory of the manifest that has become a link is somebody else's.
func TestStaleBehindLink(t *testing.T) {
	dir := fill(t, map[string]string{"foreign/b.go": mark, "rtt/a.go": mark, "rtt/rttgen.manifest": manifest("a.go", "raw/b.go")})
	symlink(t, "../foreign", filepath.Join(dir, "rtt", "raw"))
	c, list := Write(context.Background(), filepath.Join(dir, "rtt"), tree(map[string]string{"a.go": mark}))
	if list.HasErrors() || len(c.Stale) > 0 {
		t.Errorf("got %v, %v", c, list)
	}
	if _, err := os.Stat(filepath.Join(dir, "foreign", "b.go")); err != nil {
		t.Error(err)
	}
}

// TestConcurrentWrites: of runs with different trees one wins, whole.
func TestConcurrentWrites(t *testing.T) {
	for round := range 10 {
		dir := filepath.Join(t.TempDir(), "rtt")
		trees := []Tree{
			tree(map[string]string{"a.go": mark + "one", "raw/b.go": mark + "one", "one/c.go": mark}),
			tree(map[string]string{"a.go": mark + "two", "raw/b.go": mark + "two", "two/c.go": mark}),
		}
		var all sync.WaitGroup
		for i := range 8 {
			all.Go(func() {
				if _, list := Write(context.Background(), dir, trees[i%2]); list.HasErrors() {
					t.Error(list)
				}
			})
		}
		all.Wait()
		got := contents(t, dir)
		for _, want := range trees {
			files := map[string]string{ManifestFile: manifest(want.Paths()...)}
			for p, text := range want {
				files[p] = string(text)
			}
			if cmp.Equal(files, got) {
				got = nil
			}
		}
		if got != nil {
			t.Fatalf("round %d: a mixture: %v", round, got)
		}
	}
}

// TestWaitForLock: a run that waits for another one can be interrupted, and says so.
func TestWaitForLock(t *testing.T) {
	dir := t.TempDir()
	unlock, err := lock(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(50*time.Millisecond, cancel)
	if _, list := Write(ctx, dir, tree(map[string]string{"a.go": mark})); !strings.Contains(list.Error(), "interrupted") {
		t.Errorf("got %v", list)
	}
}

// killedDir names the directory that the child of TestKilledRuns writes to.
const killedDir = "RTTGEN_TEST_KILLED_DIR"

// TestKilledRuns kills runs at any moment. The next one makes the tree whole again, and what is foreign stays as it is.
// RTTGEN_KILLS says how often.
func TestKilledRuns(t *testing.T) {
	if dir := os.Getenv(killedDir); dir != "" {
		writeForEver(dir)
	}
	kills := 10
	if n, err := strconv.Atoi(os.Getenv("RTTGEN_KILLS")); err == nil {
		kills = n
	}
	foreign := map[string]string{"mine.go": "package rtt\n", "raw/mine.go": mark + "of another run", "other/a.go": mark}
	dir := fill(t, foreign)
	for n := range kills {
		child := exec.Command(os.Args[0], "-test.run=^TestKilledRuns$")
		child.Env = append(os.Environ(), killedDir+"="+dir)
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(20*time.Millisecond + time.Duration(rand.Intn(30_000))*time.Microsecond)
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = child.Wait() // it was killed
		want := big(n % 3)
		if _, list := Write(context.Background(), dir, want); list.HasErrors() {
			t.Fatalf("after kill %d: %v", n, list)
		}
		files := map[string]string{ManifestFile: manifest(want.Paths()...)}
		for p, text := range want {
			files[p] = string(text)
		}
		for p, text := range foreign {
			files[p] = text
		}
		if diff := cmp.Diff(files, contents(t, dir)); diff != "" {
			t.Fatalf("after kill %d: -want +got\n%s", n, diff)
		}
	}
}

// writeForEver writes one tree after the other.
func writeForEver(dir string) {
	for n := 0; ; n++ {
		if _, list := Write(context.Background(), dir, big(n%3)); list.HasErrors() {
			panic(list)
		}
	}
}

// big is a tree of some size; trees of different numbers have different files.
func big(n int) Tree {
	t := Tree{}
	for i := range 30 {
		t[fmt.Sprintf("%c/f%d_%d.go", 'a'+i%4, i, i%(n+1))] = fmt.Appendf(nil, "%s%d %s", mark, n, strings.Repeat("x", 5000))
	}
	return t
}

func symlink(t *testing.T, to, name string) {
	t.Helper()
	if err := os.Symlink(to, name); err != nil {
		t.Skipf("symbolic links cannot be made here: %v", err)
	}
}

func mkdir(t *testing.T, name string) {
	t.Helper()
	if err := os.MkdirAll(name, 0o777); err != nil {
		t.Fatal(err)
	}
}
