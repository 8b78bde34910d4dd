package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	port "github.com/rttgen/rttgen/runtime"
)

// onlyPath leaves nothing in PATH but rttgen and the directories given: path bin.
func onlyPath(ts *testscript.TestScript, neg bool, args []string) {
	if neg {
		ts.Fatalf("usage: path [dirs...]")
	}
	self, _, _ := strings.Cut(ts.Getenv("PATH"), string(filepath.ListSeparator)) // where testscript puts it
	dirs := []string{self}
	for _, a := range args {
		dirs = append(dirs, ts.MkAbs(a))
	}
	ts.Setenv("PATH", strings.Join(dirs, string(filepath.ListSeparator)))
}

// fakeTinyGo is a tinygo that compiles nothing: build says FAKE_SAYS and fails, or takes FAKE_OBJECT for the result. The flags it
// got are in the file FAKE_ARGS.
const fakeTinyGo = `#!/bin/sh
case $1 in
version) echo "tinygo version VERSION linux/amd64 (using go version go1.25.1 and LLVM version 20.1.1)" ;;
env) echo "ROOT" ;;
info) test -z "$FAKE_INFO" || { echo "$FAKE_INFO" >&2; exit 1; } ;;
build)
	echo "$@" >"$FAKE_ARGS"
	test -z "$FAKE_SAYS" || { echo "$FAKE_SAYS" >&2; exit 1; }
	while test "$1" != -o; do shift; done
	cp "$FAKE_OBJECT" "$2" ;;
esac
`

// writeFakeTinyGo writes a tinygo that says it is of a version into bin, with a source tree that the edits of that version apply to:
// faketinygo 0.42.0.
func writeFakeTinyGo(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: faketinygo version")
	}
	files := map[string]string{"src/runtime/runtime.go": "package runtime\n"}
	for _, v := range port.Variants() {
		if !strings.HasPrefix(args[0], v.Version+".") {
			continue
		}
		for _, name := range v.Remove {
			files[name] = "// removed\n"
		}
		for _, e := range v.Edits {
			if !strings.Contains(files[e.File], e.Old) {
				files[e.File] += e.Old + "\n"
			}
		}
	}
	root := ts.MkAbs("tinygo-" + args[0])
	for name, text := range files {
		file := filepath.Join(root, filepath.FromSlash(name))
		ts.Check(os.MkdirAll(filepath.Dir(file), 0o777))
		ts.Check(os.WriteFile(file, []byte(text), 0o666))
	}
	ts.Check(os.MkdirAll(ts.MkAbs("bin"), 0o777))
	script := strings.NewReplacer("VERSION", args[0], "ROOT", root).Replace(fakeTinyGo)
	ts.Check(os.WriteFile(ts.MkAbs("bin/tinygo"), []byte(script), 0o777))
}
