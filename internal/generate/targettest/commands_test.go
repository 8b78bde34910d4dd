package targettest

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rttgen/rttgen/internal/kernel"
	"github.com/rttgen/rttgen/internal/tinygo"
)

// TestCommands has each kernel start a program with functions of the start-up at every level, types the program's commands into the
// shell, and compares what appears. A * in a line of want.txt stands for any text, a line of nothing else for any lines.
func TestCommands(t *testing.T) {
	kernels := kernel.FromEnv(t)
	tc, err := tinygo.Find(context.Background(), "")
	if err != nil {
		t.Skip(err)
	}
	const program = "testdata/commands"
	input, err := os.ReadFile(filepath.Join(program, "input.txt"))
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join(program, "want.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range kernels {
		t.Run(k.Name, func(t *testing.T) {
			if config, err := os.ReadFile(filepath.Join(k.Dir, "rtconfig.h")); err != nil || !strings.Contains(string(config), "RT_USING_FINSH") {
				t.Skip("the kernel has no shell:", err)
			}
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(program)); err != nil {
				t.Fatal(err)
			}
			bindTo(t, dir, k, "")
			ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
			defer cancel()
			out, code, err := kernel.RunShell(ctx, link(ctx, t, tc, k, dir, "z"), strings.Split(strings.TrimSpace(string(input)), "\n"))
			t.Logf("RT-Thread %s, TinyGo %s, %v:\n%s", k.Name, tc.Version, err, out)
			if code != 0 || err != nil {
				t.Errorf("it ends with %d", code)
			}
			if !patternOf(string(want)).MatchString(out) {
				t.Errorf("this is not as in want.txt")
			}
		})
	}
}

// patternOf matches what the stars of a text leave open.
func patternOf(text string) *regexp.Regexp {
	pattern := strings.ReplaceAll(regexp.QuoteMeta("\n"+text), "\n\\*\n", `(?s:(?:\n.*)?)\n`)
	return regexp.MustCompile("^" + strings.TrimPrefix(strings.ReplaceAll(pattern, `\*`, ".*"), "\n") + "$")
}
