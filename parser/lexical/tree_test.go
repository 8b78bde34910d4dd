package lexical

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// realTree returns the RT-Thread checkout that RTT_ROOT names, and its version.
func realTree(t testing.TB) (root, version string) {
	t.Helper()
	root = os.Getenv("RTT_ROOT")
	if root == "" {
		t.Skip("skipped: RTT_ROOT does not name a checkout of RT-Thread")
	}
	text, err := os.ReadFile(filepath.Join(root, "include", "rtdef.h"))
	if err != nil {
		t.Skip("skipped: RTT_ROOT is not a checkout of RT-Thread:", err)
	}
	number := regexp.MustCompile(`(?m)^#define (?:RT_VERSION|RT_SUBVERSION|RT_REVISION|RT_VERSION_(?:MAJOR|MINOR|PATCH))\s+(\d+)`)
	var parts []string
	for _, m := range number.FindAllSubmatch(text, 3) {
		parts = append(parts, string(m[1]))
	}
	return root, strings.Join(parts, ".")
}

// declared is what a facts file says about the place of a declaration.
type declared struct {
	File   string
	Line   int
	Guards []string
}

// facts reads sections of the measured facts of a version.
func facts(t testing.TB, version string, sections ...string) map[string]declared {
	t.Helper()
	dir := os.Getenv("RTT_FACTS")
	if dir == "" {
		t.Skip("skipped: RTT_FACTS does not name the directory of rtthread-" + version + ".json")
	}
	text, err := os.ReadFile(filepath.Join(dir, "rtthread-"+version+".json"))
	if err != nil {
		t.Skip("skipped: no facts about this version:", err)
	}
	var file map[string]json.RawMessage
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	all := map[string]declared{}
	for _, s := range sections {
		if err := json.Unmarshal(file[s], &all); err != nil {
			t.Fatal(s, err)
		}
	}
	return all
}

func TestTreeGuards(t *testing.T) {
	root, version := realTree(t)
	maps := map[string]*GuardMap{}
	n := 0
	for name, d := range facts(t, version, "structs", "functions", "static_inline_functions") { // enums come without guards
		if d.Line == 0 {
			continue
		}
		if maps[d.File] == nil {
			src, err := os.ReadFile(filepath.Join(root, d.File))
			if err != nil {
				t.Fatal(err)
			}
			maps[d.File] = Guards(src)
		}
		n++
		if diff := cmp.Diff(d.Guards, maps[d.File].At(d.Line), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (%s:%d): %s", name, d.File, d.Line, diff)
		}
	}
	t.Logf("RT-Thread %s: compared the guards of %d declarations", version, n)
}

func TestTreeFindDecl(t *testing.T) {
	root, version := realTree(t)
	for name, d := range facts(t, version, "structs", "functions", "static_inline_functions", "typedefs", "function_macros", "macros") {
		src, err := os.ReadFile(filepath.Join(root, d.File))
		if err != nil || strings.Contains(name, "<anon") {
			continue // a system header, rtconfig.h
		}
		path, line, _, ok := FindDecl(func(yield func(string, []byte) bool) { yield(d.File, src) }, name)
		if !ok || path != d.File || line == 0 {
			t.Errorf("%s is not found in %s", name, d.File)
		}
	}
}

func TestTreeDefinitions(t *testing.T) {
	root, version := realTree(t)
	docs := map[string]Definition{}
	for _, pattern := range []string{"src/*.c", "src/klibc/*.c", "components/drivers/core/*.c"} {
		files, _ := filepath.Glob(filepath.Join(root, pattern))
		for _, f := range files {
			src, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			for name, d := range Definitions(src) {
				if Text(d.Comment).IsZero() {
					t.Errorf("%s: the documentation of %s is empty: %q", f, name, d.Comment)
				}
				docs[name] = d
			}
		}
	}
	for _, name := range []string{"rt_thread_init", "rt_thread_self", "rt_sem_take", "rt_mq_recv", "rt_timer_start", "rt_malloc", "rt_kprintf"} {
		if docs[name].Comment == "" {
			t.Errorf("%s is not documented", name)
		}
	}
	core, documented := 0, 0
	var without []string
	for name, d := range facts(t, version, "functions") {
		if !strings.HasPrefix(d.File, "include/") {
			continue
		}
		core++
		if docs[name].Comment != "" {
			documented++
		} else {
			without = append(without, name)
		}
	}
	slices.Sort(without)
	t.Logf("RT-Thread %s: %d of %d functions in include/ are documented in src/", version, documented, core)
	t.Log(fmt.Sprint("without: ", without))
	if documented*4 < core*3 {
		t.Error("less than three quarters")
	}
}
