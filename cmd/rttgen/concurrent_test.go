//go:build unix

package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// TestConcurrentRuns generates two configurations into the same directory at the same time: both runs succeed, and what stands there
// in the end is all of one of them. RTTGEN_PAIRS says how often.
func TestConcurrentRuns(t *testing.T) {
	pairs := 2
	if n, err := strconv.Atoi(os.Getenv("RTTGEN_PAIRS")); err == nil {
		pairs = n
	}
	dir := t.TempDir()
	configurations := [][]string{{"--checks", "full"}, {"--rtthread", "reference:4.1", "-D", "RT_USING_DEVICE_OPS", "--checks", "none"}}
	var want []map[string]string
	for i, c := range configurations {
		out := filepath.Join(dir, strconv.Itoa(i), "rtt")
		if text, err := generateInto(dir, out, c); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		want = append(want, treeOf(t, out))
	}
	for pair := range pairs {
		project := filepath.Join(dir, "pair"+strconv.Itoa(pair%3)) // new directories, and such that hold a tree already
		out := filepath.Join(project, "rtt")
		var both sync.WaitGroup
		for _, c := range configurations {
			both.Go(func() {
				if text, err := generateInto(dir, out, c); err != nil {
					t.Errorf("%v: %s", err, text)
				}
			})
		}
		both.Wait()
		got := treeOf(t, out)
		if !sameTree(got, want[0]) && !sameTree(got, want[1]) {
			t.Fatalf("pair %d: a mixture of %d files", pair, len(got))
		}
	}
}

// generateInto runs rttgen with the reference interface. The output is a module of its own, so that its content does not depend
// on where it lies.
func generateInto(dir, out string, flags []string) (text string, err error) {
	cmd := exec.Command("rttgen", append([]string{"generate", "--rtthread", "reference", "-o", out}, flags...)...)
	cmd.Dir = dir
	said, err := cmd.CombinedOutput()
	return string(said), err
}

func treeOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	tree := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || entry.Name() == ".rttgen.lock" {
			return err
		}
		text, err := os.ReadFile(name)
		tree[strings.TrimPrefix(name, dir)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func sameTree(a, b map[string]string) bool {
	if len(a) != len(b) {
		return false
	}
	for name, text := range a {
		if other, ok := b[name]; !ok || other != text {
			return false
		}
	}
	return true
}

// TestInterruptAnywhere interrupts commands at moments all over their run: they end, soon, and no file is half written.
// RTTGEN_INTERRUPTS says how often for each command.
func TestInterruptAnywhere(t *testing.T) {
	times := 3
	if n, err := strconv.Atoi(os.Getenv("RTTGEN_INTERRUPTS")); err == nil {
		times = n
	}
	const patience = 2 * time.Second
	for _, args := range [][]string{{"generate"}, {"check"}, {"diff"}, {"report"}, {"inspect"}, {"explain", "rt_sem_take"}} {
		t.Run(args[0], func(t *testing.T) {
			dir := t.TempDir()
			whole := time.Duration(0)
			for n := range times + 1 {
				ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
				cmd := exec.CommandContext(ctx, "rttgen", append(args, "--rtthread", "reference")...)
				cmd.Dir = dir
				start := time.Now()
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				if n == 0 {
					_ = cmd.Wait() // to know how long it takes
					whole = time.Since(start)
					cancel()
					continue
				}
				time.Sleep(whole * time.Duration(n) / time.Duration(times+1))
				signal := []os.Signal{os.Interrupt, syscall.SIGTERM}[n%2]
				if err := cmd.Process.Signal(signal); err != nil && !errors.Is(err, os.ErrProcessDone) {
					t.Fatal(err)
				}
				sent := time.Now()
				_ = cmd.Wait() // it may have ended before
				if took := time.Since(sent); took > patience {
					t.Errorf("%v after %v: ended %v later", signal, sent.Sub(start), took)
				}
				cancel()
			}
		})
	}
}
