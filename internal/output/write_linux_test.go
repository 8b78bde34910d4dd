package output

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWriteWithoutPermission holds for root too: it gives up root's right to write anywhere, on its own thread.
func TestWriteWithoutPermission(t *testing.T) {
	disk := map[string]string{"a.go": mark + "old", "raw/b.go": mark + "old", "gone/c.go": mark, "rttgen.manifest": manifest("a.go", "gone/c.go", "raw/b.go")}
	want := tree(map[string]string{"a.go": mark, "raw/b.go": mark})
	for _, locked := range []string{"raw", "gone", "."} {
		t.Run(locked, func(t *testing.T) {
			dir := fill(t, disk)
			openUp(t, dir)
			seal(t, filepath.Join(dir, locked))
			var err error
			unprivileged(t, func() {
				_, list := Write(context.Background(), dir, want)
				err = list.Err()
			})
			if err == nil || !strings.Contains(err.Error(), "permission denied") {
				t.Errorf("got %v", err)
			}
			if diff := cmp.Diff(disk, contents(t, dir)); diff != "" {
				t.Errorf("disk changed:\n%s", diff)
			}
		})
	}
}

// seal makes a directory read-only until the test ends.
func seal(t *testing.T, dir string) {
	t.Helper()
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o777) }) // the directory may be gone
}

// openUp lets everybody write below dir, and pass through the directories above.
func openUp(t *testing.T, dir string) {
	t.Helper()
	for _, d := range []string{dir, filepath.Dir(dir), filepath.Join(dir, "raw"), filepath.Join(dir, "gone")} {
		if err := os.Chmod(d, 0o777); err != nil {
			t.Fatal(err)
		}
	}
}

// unprivileged runs f as a user who is not root. The thread that ran it ends with its goroutine.
func unprivileged(t *testing.T, f func()) {
	t.Helper()
	if os.Getuid() != 0 {
		f()
		return
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread()
		if err := syscall.Setfsuid(65534); err != nil {
			t.Error(err)
			return
		}
		f()
	}()
	<-done
}

// TestSpecialFiles: neither a place where nothing can be made nor a file that never ends holds a run up.
func TestSpecialFiles(t *testing.T) {
	want := tree(map[string]string{"a.go": mark})
	for _, test := range []struct{ name, fifo, out, want string }{
		{"no place for directories", "", "/proc/rttgen-test", "cannot write the generated files"},
		{"below a place for none", "", "/proc/rttgen-test/a/b", "cannot write the generated files"},
		{"pipe in place of a file", "a.go", "", "rttgen did not generate this file"},
		{"pipe in place of the manifest", "rttgen.manifest", "", "rttgen did not generate this file"},
		{"pipe in place of the lock", ".rttgen.lock", "", "not a regular file"},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := test.out
			if out == "" {
				out = t.TempDir()
				if err := syscall.Mkfifo(filepath.Join(out, test.fifo), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if _, list := Write(context.Background(), out, want); !strings.Contains(list.Error(), test.want) {
				t.Errorf("got %v, want %q", list, test.want)
			}
		})
	}
}
