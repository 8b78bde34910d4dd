package targettest

import (
	"context"
	"debug/elf"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/internal/kernel"
	"github.com/rttgen/rttgen/internal/tinygo"
)

// TestBench prints the costs of Go's operations beside C's, in instructions, and the sizes of small programs. Nothing is compared:
// it runs for make target-bench only.
func TestBench(t *testing.T) {
	if os.Getenv("RTTGO_BENCH") == "" {
		t.Skip("set RTTGO_BENCH to print the table")
	}
	all := kernel.FromEnv(t)
	tc, err := tinygo.Find(context.Background(), "")
	if err != nil {
		t.Skip(err)
	}
	for _, k := range all {
		fast, small := measure(t, tc, k, "2"), measure(t, tc, k, "z")
		fmt.Printf("\n%s, TinyGo %s%14s%12s%12s\n", k.Name, tc.Version, "C", "-opt=2", "-opt=z")
		for _, r := range []string{"sem", "alloc", "alloc with GC", "GC, empty", "GC, list", "GC, table", "goroutine", "ping-pong", "println"} {
			c := "-"
			if n, found := fast["C "+r]; found {
				c = strconv.Itoa(n)
			}
			fmt.Printf("%-24s%12s%12d%12d\n", r, c, fast[r], small[r])
		}
		base := textSize(t, image(t, k, []string{"testdata/c/default.c"}, nil, nil))
		for _, p := range []string{"empty", "println", "fmt"} {
			elf := image(t, k, []string{"testdata/c/default.c", port}, []string{compile(t, tc, p, k.Target, "z")}, []string{"-Os"})
			fmt.Printf("%-24s%36d\n", "text, "+p, textSize(t, elf)-base)
		}
	}
}

const port = "../../templates/bsp/rttgo_port.c"

func compile(t *testing.T, tc *tinygo.Toolchain, pkg, target, opt string) string {
	t.Helper()
	o := tinygo.Options{Package: "./" + pkg, Dir: "testdata/bench", Target: target, Opt: opt,
		Output: filepath.Join(t.TempDir(), "libgoapp.a")}
	if _, err := tc.Build(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	return o.Output
}

// measure runs the table program.
func measure(t *testing.T, tc *tinygo.Toolchain, k kernel.Kernel, opt string) map[string]int {
	t.Helper()
	elf := image(t, k, []string{"testdata/bench/bench.c", port}, []string{compile(t, tc, "table", k.Target, opt)},
		[]string{"-DRTTGO_HEAP_SIZE=49152"})
	out, code := emulate(t, elf)
	if code != 0 {
		t.Fatalf("exit status %d\n%s", code, out)
	}
	rows := map[string]int{}
	for _, line := range strings.Split(out, "\n") {
		rest, found := strings.CutPrefix(line, "row ")
		name, number, ok := strings.Cut(rest, ": ")
		if found && ok {
			rows[name], _ = strconv.Atoi(number)
		}
	}
	return rows
}

// textSize returns the size of what goes to flash, without initial values of variables.
func textSize(t *testing.T, image string) uint64 {
	t.Helper()
	file, err := elf.Open(image)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var n uint64
	for _, s := range file.Sections {
		if s.Flags&elf.SHF_ALLOC != 0 && s.Flags&elf.SHF_WRITE == 0 {
			n += s.Size
		}
	}
	return n
}
