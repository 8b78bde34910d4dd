package targettest

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"github.com/rttgen/rttgen/internal/kernel"
)

// image compiles C files and links them with the kernel and the archives.
func image(t *testing.T, k kernel.Kernel, sources, archives, flags []string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "image.elf")
	if err := k.Image(context.Background(), name, archives, sources, append([]string{"-I../../templates/bsp"}, flags...)); err != nil {
		t.Fatal(err)
	}
	return name
}

// emulate runs an image.
func emulate(t *testing.T, image string) (string, int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	out, code, err := kernel.Run(ctx, image)
	if err != nil {
		t.Fatalf("%v; so far:\n%s", err, out)
	}
	return out, code
}
