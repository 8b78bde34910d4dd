package golden

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/internal/output"
)

// TestVendor runs the tests that the project with a vendor's header has for its bindings: they take the place of the C library.
func TestVendor(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: compiles a generated package")
	}
	r := golden{dir: "vendor"}.generate(t)
	files := output.Tree{}
	for name, text := range r.Tree {
		files["rtt/"+name] = text
	}
	for _, name := range []string{"go.mod", "motor_test.go"} {
		text, err := os.ReadFile(filepath.Join("vendor", name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = text
	}
	dir := t.TempDir()
	writeTree(t, dir, files)
	cmd := exec.Command("go", "test", "-trimpath", ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("the project's tests fail (%v):\n%s", err, out)
	}
}

// TestVendorChapter makes sure that what the documentation shows of this project is what is there. A block names its file.
func TestVendorChapter(t *testing.T) {
	docs, err := os.ReadFile("../docs/mapping.md")
	if err != nil {
		t.Fatal(err)
	}
	_, chapter, found := strings.Cut(string(docs), "## Binding a vendor's header\n")
	blocks := regexp.MustCompile("(?s)\n```\\w+ (\\S+)\n(.*?)```").FindAllStringSubmatch(chapter, -1)
	if !found || len(blocks) < 5 {
		t.Fatal("the chapter shows nothing")
	}
	r := golden{dir: "vendor"}.generate(t)
	for _, b := range blocks {
		text := r.Tree[b[1]]
		if text == nil {
			if text, err = os.ReadFile(filepath.Join("vendor", b[1])); err != nil {
				t.Error(err)
				continue
			}
		}
		if !strings.Contains(string(text), b[2]) {
			t.Errorf("%s does not have this:\n%s", b[1], b[2])
		}
	}
	for _, line := range []string{"func (m *Motor) Move(steps int32, timeout time.Duration) error",
		"func (m *Motor) Position() (int32, error)", "func (m *Motor) LoadProfile(steps []int16) error"} {
		if !strings.Contains(chapter, line) || !strings.Contains(string(r.Tree["motor.go"]), line) {
			t.Errorf("not both in the chapter and in motor.go: %s", line)
		}
	}
}
