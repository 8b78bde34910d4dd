package tinygo

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	port "github.com/rttgen/rttgen/runtime"
)

// fakeTree makes a TinyGo source tree that the variant's edits apply to.
func fakeTree(t *testing.T, v port.Variant) string {
	t.Helper()
	root := t.TempDir()
	texts := map[string]string{"src/runtime/other.go": "package runtime\n", "src/sync/once.go": "package sync\n",
		"lib/readme": "lib\n", "targets/other.json": "{}\n"}
	for _, name := range v.Remove {
		texts[name] = "// TinyGo's\n"
	}
	seen := map[string]bool{}
	for _, e := range v.Edits {
		if key := e.File + e.Old; !seen[key] {
			seen[key] = true
			texts[e.File] += e.Old + "\n"
		}
	}
	for name, text := range texts {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// fakeCommand makes a tinygo command that says it has a version and a tree.
func fakeCommand(t *testing.T, version, root string) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the fake command is a shell script")
	}
	file := filepath.Join(t.TempDir(), "tinygo")
	script := "#!/bin/sh\ncase $1 in\nversion) echo '" + version + "';;\nenv) echo '" + root + "';;\nesac\n"
	if err := os.WriteFile(file, []byte(script), 0o777); err != nil {
		t.Fatal(err)
	}
	return file
}

func variantOf(t *testing.T, version string) port.Variant {
	t.Helper()
	for _, v := range port.Variants() {
		if v.Version == version {
			return v
		}
	}
	t.Fatalf("no variant %s", version)
	return port.Variant{}
}

// wantError checks that an error holds all the texts.
func wantError(t *testing.T, err error, texts ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want %q", texts)
	}
	for _, text := range texts {
		if !strings.Contains(err.Error(), text) {
			t.Errorf("error %q lacks %q", err, text)
		}
	}
}
