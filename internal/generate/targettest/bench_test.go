package targettest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/internal/kernel"
	"github.com/rttgen/rttgen/internal/tinygo"
)

// TestBench prints what the generated package adds to a pair of calls in C, Release and TryTake of a semaphore, in instructions,
// and how often Take with a constant timeout divides. It runs for make target-bench only.
func TestBench(t *testing.T) {
	if os.Getenv("RTTGO_BENCH") == "" {
		t.Skip("set RTTGO_BENCH to print the table")
	}
	kernels := kernel.FromEnv(t)
	tc, err := tinygo.Find(context.Background(), "")
	if err != nil {
		t.Skip(err)
	}
	fmt.Printf("\nRelease and TryTake beside C, -opt=2, TinyGo %s\n%-24s%12s%12s%12s\n", tc.Version, "", "none", "cheap", "full")
	for _, k := range kernels {
		line, divides := fmt.Sprintf("%-24s", k.Name), 0
		for _, checks := range []string{"none", "cheap", "full"} {
			dir := t.TempDir()
			bindTo(t, dir, k, checks)
			lay(t, "testdata/cost", dir)
			out, code := run(t, tc, k, dir, "2")
			n, err := strconv.Atoi(strings.TrimSpace(strings.TrimPrefix(out, "adds ")))
			if err != nil || code != 0 {
				t.Fatalf("it ends with %d:\n%s", code, out)
			}
			line += fmt.Sprintf("%12d", n)
			divides += divisions(t, filepath.Join(dir, "image.elf"), "cost_take")
		}
		fmt.Printf("%s   divisions in Take: %d\n", line, divides)
	}
}

var (
	symbolLine = regexp.MustCompile(`^[0-9a-f]+ <(.+)>:$`)
	callLine   = regexp.MustCompile(`\tb(?:l|\.w|\.n)?\t[0-9a-f]+ <([^+>]+)>`)
	divideLine = regexp.MustCompile(`\t[us]div\t|<__aeabi_\w*div`)
)

// divisions counts the divisions of a function and of what it calls, up to RT-Thread.
func divisions(t *testing.T, image, function string) int {
	t.Helper()
	out, err := exec.Command("arm-none-eabi-objdump", "-d", image).Output()
	if err != nil {
		t.Fatal(err)
	}
	code := map[string][]string{}
	symbol := ""
	for _, line := range strings.Split(string(out), "\n") {
		if m := symbolLine.FindStringSubmatch(line); m != nil {
			symbol = m[1]
		} else if strings.Contains(line, "\t") {
			code[symbol] = append(code[symbol], line)
		}
	}
	if code[function] == nil {
		t.Fatalf("%s has no %s", image, function)
	}
	n, seen := 0, map[string]bool{}
	var visit func(string)
	visit = func(name string) {
		if seen[name] || strings.HasPrefix(name, "rt_") {
			return
		}
		seen[name] = true
		for _, line := range code[name] {
			if divideLine.MatchString(line) {
				n++
			}
			if m := callLine.FindStringSubmatch(line); m != nil {
				visit(m[1])
			}
		}
	}
	visit(function)
	return n
}
