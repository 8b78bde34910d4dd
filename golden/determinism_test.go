package golden

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"github.com/rttgen/rttgen"
	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/output"
)

// checkout makes an RT-Thread tree on disk, with a BSP and with the sources that documentation is taken from.
func checkout(t *testing.T, dir string) string {
	t.Helper()
	if err := os.CopyFS(dir, rttgen.References()["5.2"]); err != nil {
		t.Fatal(err)
	}
	rtconfig, err := os.ReadFile(filepath.Join(dir, "rtconfig.h"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "bsp", "board", "rtconfig.h"), rtconfig)
	write(t, filepath.Join(dir, "src", "kservice.c"), []byte("/**\n * This function prints.\n */\nint rt_kprintf(const char *fmt, ...)\n{\n}\n"))
	return dir
}

// TestSameBytes generates from the same input under different circumstances, none of which may show: the user's machine, the
// colleague's and the one that runs CI make the same files.
func TestSameBytes(t *testing.T) {
	here := checkout(t, filepath.Join(t.TempDir(), "rt-thread"))
	there := checkout(t, filepath.Join(t.TempDir(), "a path with spaces", "and-a-long-name-that-wraps-lines-differently", "RT-Thread"))
	tree := func(t *testing.T, root string) output.Tree {
		c := load(t, "", config.Flags{RTThread: root, RTConfig: filepath.Join(root, "bsp", "board")})
		c.Module, c.GoMod = module, true
		return run(t, c).Tree
	}
	want := tree(t, here)
	for _, v := range []struct {
		name  string
		root  string
		setUp func(t *testing.T)
	}{
		{"again", here, func(*testing.T) {}},
		{"on one processor", here, processors(1)},
		{"on eight processors", here, processors(8)},
		{"in another directory", here, func(t *testing.T) { t.Chdir(t.TempDir()) }},
		{"in the checkout", ".", func(t *testing.T) { t.Chdir(here) }},
		{"in a directory with headers of its own", here, func(t *testing.T) {
			dir := t.TempDir()
			write(t, filepath.Join(dir, "rtthread.h"), []byte("int wrong;\n"))
			write(t, filepath.Join(dir, "rtconfig.h"), []byte("#define RT_NAME_MAX 99\n"))
			t.Chdir(dir)
		}},
		{"from a checkout elsewhere", there, func(*testing.T) {}},
	} {
		t.Run(v.name, func(t *testing.T) {
			v.setUp(t)
			sameTree(t, want, tree(t, v.root))
		})
	}
}

// processors limits a test to a number of processors.
func processors(n int) func(*testing.T) {
	return func(t *testing.T) {
		before := runtime.GOMAXPROCS(n)
		t.Cleanup(func() { runtime.GOMAXPROCS(before) })
	}
}

// sameTree compares every byte, the hash of the configuration included.
func sameTree(t *testing.T, want, got output.Tree) {
	t.Helper()
	if len(want) < 30 {
		t.Fatalf("only %d files to compare", len(want))
	}
	for _, name := range slices.Sorted(maps.Keys(union(want, got))) {
		if !bytes.Equal(want[name], got[name]) {
			t.Errorf("%s differs: what is generated may depend on nothing but headers, mappings and settings\n%s", name,
				firstLines(string(difference("first", want[name], "then", got[name])), 20))
		}
	}
}
