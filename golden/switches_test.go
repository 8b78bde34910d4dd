package golden

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/internal/config"
)

// TestEverySwitch takes one component after the other out of the reference configuration. What is generated then must
// compile: classes rest on each other, and the code that is written by hand on what it calls.
func TestEverySwitch(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: it generates for every component of RT-Thread")
	}
	for _, version := range []string{"5.2", "4.1"} {
		text, err := os.ReadFile(filepath.Join("..", "testdata", "rtthread-"+version, "rtconfig.h"))
		if err != nil {
			t.Fatal(err)
		}
		for _, component := range components(string(text)) {
			t.Run(version+" without "+component, func(t *testing.T) {
				t.Parallel()
				dir := t.TempDir()
				write(t, filepath.Join(dir, "rtconfig.h"), []byte(without(string(text), component)))
				c := load(t, "", config.Flags{RTThread: config.Reference + ":" + version, RTConfig: dir})
				c.Module, c.GoMod = module, false
				r := run(t, c)
				pkgs, sizes := checkForTarget(t, module, r.Tree)
				checkForHost(t, module, r.Tree)
				compareLayout(t, pkgs[module+"/raw"], sizes, r.Plan)
			})
		}
	}
}

var component = regexp.MustCompile(`(?m)^#define (RT_USING_\w+)\s*$`)

func components(rtconfig string) []string {
	var names []string
	for _, m := range component.FindAllStringSubmatch(rtconfig, -1) {
		names = append(names, m[1])
	}
	return names
}

// restsOn lists components that RT-Thread's headers do not compile without.
var restsOn = map[string][]string{
	"RT_USING_HEAP":      {"RT_USING_SMALL_MEM", "RT_USING_SMALL_MEM_AS_HEAP", "RT_USING_MEMHEAP"},
	"RT_USING_SEMAPHORE": {"RT_USING_MEMHEAP", "RT_USING_FINSH"},
}

// without turns a component off, and what rests on it.
func without(rtconfig, name string) string {
	off := append([]string{name}, restsOn[name]...)
	var kept []string
	for line := range strings.Lines(rtconfig) {
		if m := component.FindStringSubmatch(line); m == nil || !slices.Contains(off, m[1]) {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}
