package tinygo

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	port "github.com/rttgen/rttgen/runtime"
)

func TestOverlay(t *testing.T) {
	for _, v := range port.Variants() {
		t.Run(v.Version, func(t *testing.T) {
			tc := &Toolchain{Version: v.Version + ".0", Root: fakeTree(t, v), Variant: v}
			cache := t.TempDir()
			root, err := tc.Overlay(cache)
			if err != nil {
				t.Fatal(err)
			}
			read := func(name string) string {
				text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
				if err != nil {
					t.Error(err)
				}
				return string(text)
			}
			for _, name := range v.Remove {
				if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(name))); err == nil {
					t.Errorf("%s is still there", name)
				}
			}
			for _, e := range v.Edits {
				if !strings.Contains(read(e.File), e.New) {
					t.Errorf("%s lacks %q", e.File, e.New)
				}
			}
			for _, name := range []string{"src/runtime/other.go", "src/sync/once.go", "lib/readme", "targets/other.json",
				"src/runtime/chan_rtthread.go", "src/runtime/variant_rtthread.go", "targets/cortex-m4f.json", "targets/rttgo_sections.ld"} {
				if read(name) == "" {
					t.Errorf("%s is empty", name)
				}
			}
			again, err := tc.Overlay(cache)
			if err != nil || again != root {
				t.Errorf("the second time: %s, %v", again, err)
			}
			if left, _ := filepath.Glob(filepath.Join(cache, "new-*")); left != nil {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

func TestOverlayRefuses(t *testing.T) {
	v := variantOf(t, "0.42")
	for _, c := range []struct {
		name   string
		change func(root string) error
		want   []string
	}{
		{"edit does not apply", func(root string) error {
			return os.WriteFile(filepath.Join(root, "src/runtime/panic.go"), []byte("package runtime\n"), 0o666)
		}, []string{"cannot adapt TinyGo 0.42.0", "src/runtime/panic.go occurs 0 times"}},
		{"edit applies twice", func(root string) error {
			file := filepath.Join(root, "src/runtime/print.go")
			text, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			return os.WriteFile(file, append(text, text...), 0o666)
		}, []string{"src/runtime/print.go occurs 2 times"}},
		{"file is gone", func(root string) error {
			return os.Remove(filepath.Join(root, "src/runtime/chan.go"))
		}, []string{"has no src/runtime/chan.go"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tc := &Toolchain{Version: "0.42.0", Root: fakeTree(t, v), Variant: v}
			if err := c.change(tc.Root); err != nil {
				t.Fatal(err)
			}
			_, err := tc.Overlay(t.TempDir())
			wantError(t, err, c.want...)
		})
	}
}

func TestOverlayFollowsTheTree(t *testing.T) {
	v := variantOf(t, "0.42")
	tc := &Toolchain{Version: "0.42.0", Root: fakeTree(t, v), Variant: v}
	cache := t.TempDir()
	first, err := tc.Overlay(cache)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(tc.Root, "src/runtime/panic.go")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, append(text, "// changed\n"...), 0o666); err != nil {
		t.Fatal(err)
	}
	second, err := tc.Overlay(cache)
	if err != nil || second == first {
		t.Errorf("a changed file gives %s again, %v", second, err)
	}
}
