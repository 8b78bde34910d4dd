package kernel

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rttgen/rttgen/internal/bsp"
)

func TestTranscript(t *testing.T) {
	out := "\r\n 2006 - 2019 Copyright by RT-Thread team\r\nbefore a reset\r\n \\ | /\r\n 2006 - 2019 Copyright by rt-thread team\r\none\r\nmsh >two\r\n\x1b[31mthree\x1b[0m\r\n"
	if got, want := Transcript(out), "one\ntwo\nthree\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOpen(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kernel-x")
	tree := filepath.Join(dir, "tree", "include")
	if err := os.MkdirAll(tree, 0o777); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"flags.txt": "-mcpu=cortex-m4 -mfloat-abi=hard -DA -DB=2\n", "includes.txt": dir + "\n" + tree + "\n", "ldflags.txt": "-nostartfiles\n",
		"tree/include/rtdef.h": "", "rtconfig.h": "#define RT_USING_DEVICE\n#define RT_USING_FINSH\n  #  define RT_USING_SERIAL_V2\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	k, err := open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if k.Name != "x" || k.Root != filepath.Dir(tree) || k.Target != "cortex-m4f" {
		t.Errorf("got %+v", k)
	}
	if k.Silent() == "" || k.Busy() == "" {
		t.Errorf("without a console and a serial driver: silent %q, busy %q", k.Silent(), k.Busy())
	}
	commands, err := k.CompileCommands(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	b, list := bsp.Read(bsp.Options{Dir: dir, Root: k.Root, Only: bsp.Flag{Value: commands}})
	if err := list.Err(); err != nil {
		t.Fatal(err)
	}
	var defines []string
	for _, f := range b.Defines {
		defines = append(defines, f.Value)
	}
	if diff := cmp.Diff([]string{"A", "B=2"}, defines); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{dir, tree}, b.Includes); diff != "" {
		t.Error(diff)
	}
	if err := os.Remove(filepath.Join(tree, "rtdef.h")); err != nil {
		t.Fatal(err)
	}
	if _, err := open(dir); err == nil || !strings.Contains(err.Error(), "no directory of ") {
		t.Errorf("without a tree: %v", err)
	}
}
