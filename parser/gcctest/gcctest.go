// Package gcctest holds facts that were read from a header to gcc: it states each as an assertion behind the header, lets the
// compiler judge, and looks for declarations of gcc's that the facts lack.
package gcctest

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/model"
)

// Compiler is the C compiler that knows better.
const Compiler = "arm-none-eabi-gcc"

// Flags are those of the target that Target describes.
var Flags = []string{"-mcpu=cortex-m4", "-mthumb", "-std=gnu11"}

// Target is the one that headers are to be read for.
var Target = model.Target{ShortEnums: true, CPU: "cortex-m4", Thumb: true, Std: "gnu11"}

// Available reports whether there is a compiler to ask.
func Available() bool {
	_, err := exec.LookPath(Compiler)
	return err == nil
}

// Result is what gcc says of facts.
type Result struct {
	Checks  int      // facts that were stated
	Wrong   []string // those that are not true, and what else gcc refuses
	Refused []int    // lines of the header that gcc does not take
	Missing []string // what gcc found declared in the header and the facts do not have
}

// Check asks gcc about what was read of the header in a directory. Lines of the header that gcc refuses are left out, and what
// was read of them is not stated.
func Check(t testing.TB, dir, header string, api *model.API, flags ...string) Result {
	t.Helper()
	if !Available() {
		t.Skipf("skipped: no %s on PATH, so facts are not compared with gcc's", Compiler)
	}
	work := t.TempDir()
	refused, err := refusedLines(dir, header, work, flags)
	if err != nil {
		t.Fatal(err)
	}
	s := newStatements(without(api, header, refused))
	source := fmt.Sprintf("#include %q\n%s", header, s.String()) // the copy in work comes first
	file := filepath.Join(work, "check.c")
	if err := os.WriteFile(file, []byte(source), 0o666); err != nil {
		t.Fatal(err)
	}
	object, functions := filepath.Join(work, "check.o"), filepath.Join(work, "functions.txt")
	args := append(append([]string{}, Flags...), flags...)
	args = append(args, "-w", "-O0", "-gdwarf-5", "-fno-eliminate-unused-debug-types", "-I", dir, "-c", file, "-o", object)
	messages, err := compile(append(args, "-aux-info", functions)...)
	if strings.Contains(messages, "internal compiler error") { // -aux-info cannot write int (*p)[n]
		functions = os.DevNull
		messages, err = compile(args...)
	}
	r := Result{Checks: s.checks, Refused: slices.Sorted(maps.Keys(refused))}
	if err != nil {
		r.Wrong = errorsOf(messages, source)
		if len(r.Wrong) == 0 {
			t.Fatalf("%s: %v\n%s", Compiler, err, messages)
		}
		return r
	}
	wrong, err := s.inObject(object)
	if err != nil {
		t.Fatal(err)
	}
	r.Wrong = wrong
	if r.Missing, err = missing(api, header, object, functions); err != nil {
		t.Fatal(err)
	}
	return r
}

// compile runs gcc and returns its messages.
func compile(args ...string) (string, error) {
	cmd := exec.Command(Compiler, args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C")
	var messages bytes.Buffer
	cmd.Stderr = &messages
	err := cmd.Run()
	return messages.String(), err
}

var (
	failed  = regexp.MustCompile(`static assertion failed: "(.*)"`)
	called  = regexp.MustCompile(`declared with attribute error: (.*)`)
	message = regexp.MustCompile(`check\.c:(\d+):\d+: error: (.*)`)
)

// errorsOf returns the assertions that failed, and other errors with the line that they are in.
func errorsOf(messages, source string) []string {
	lines := strings.Split(source, "\n")
	var list []string
	for _, line := range strings.Split(messages, "\n") {
		if m := failed.FindStringSubmatch(line); m != nil {
			list = append(list, strings.ReplaceAll(m[1], `\"`, `"`))
		} else if m := called.FindStringSubmatch(line); m != nil {
			list = append(list, m[1])
		} else if m := message.FindStringSubmatch(line); m != nil {
			var n int
			if _, err := fmt.Sscan(m[1], &n); err == nil && n >= 1 && n <= len(lines) {
				list = append(list, m[2]+" in: "+lines[n-1])
			}
		} else if strings.Contains(line, "error:") {
			list = append(list, line)
		}
	}
	return list
}
