package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestUseColor(t *testing.T) {
	terminal, err := os.Open(os.DevNull) // a character device, as terminals are
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	file, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, test := range []struct {
		name string
		f    *os.File
		env  map[string]string
		want bool
	}{
		{"terminal", terminal, nil, true},
		{"terminal of someone who wants none", terminal, map[string]string{"NO_COLOR": "1"}, false},
		{"terminal that cannot", terminal, map[string]string{"TERM": "dumb"}, false},
		{"file", file, nil, false},
	} {
		if got := useColor(test.f, func(name string) string { return test.env[name] }); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
	if useColor(&strings.Builder{}, func(string) string { return "" }) {
		t.Error("colour in a buffer")
	}
}

func TestShorten(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	below := filepath.Join(dir, "a", "b")
	if err := os.MkdirAll(below, 0o777); err != nil {
		t.Fatal(err)
	}
	t.Chdir(below)
	for name, want := range map[string]string{
		filepath.Join(below, "c", "x.h"):   "c/x.h",
		filepath.Join(dir, "a", "x.h"):     "../x.h",
		filepath.Join(dir, "x.h"):          filepath.Join(dir, "x.h"),
		"x.h":                              "x.h",
		"--rtthread":                       "--rtthread",
		"/<reference:5.2>/include/rtdef.h": "<reference:5.2>/include/rtdef.h",
		"<stdint.h>":                       "<stdint.h>",
	} {
		if got := shorten(name); got != want {
			t.Errorf("shorten(%q) = %q, want %q", name, got, want)
		}
	}
}
