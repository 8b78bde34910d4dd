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
	disk := map[string]string{"a.go": mark + "old", "raw/b.go": mark + "old", "gone/c.go": mark}
	want := tree(map[string]string{"a.go": mark, "raw/b.go": mark})
	for _, locked := range []string{"raw", "gone", "."} {
		t.Run(locked, func(t *testing.T) {
			dir := fill(t, disk)
			openUp(t, dir)
			lock(t, filepath.Join(dir, locked))
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

// lock makes a directory read-only until the test ends.
func lock(t *testing.T, dir string) {
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
