package templates

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The C side compiles without warnings against the reference interfaces, and refuses what it does not support.
func TestPortCompiles(t *testing.T) {
	gcc, err := exec.LookPath("arm-none-eabi-gcc")
	if err != nil {
		t.Skip("arm-none-eabi-gcc is not in PATH")
	}
	for _, version := range []string{"5.2", "4.1"} {
		tree := filepath.Join("..", "testdata", "rtthread-"+version)
		includes := []string{"-I" + tree, "-I" + filepath.Join(tree, "include"), "-I" + filepath.Join(tree, "components", "finsh"),
			"-I" + filepath.Join(tree, "components", "drivers", "include")}
		for _, c := range []struct {
			name  string
			flags []string
			says  string
		}{
			{"defaults", nil, ""},
			{"settings", []string{"-DRTTGO_HEAP_SIZE=1000", "-DRTTGO_PANIC_POLICY=2", "-DRTTGO_PRIORITY=3"}, ""},
			{"two cores", []string{"-DRT_USING_SMP", "-DRT_CPUS_NR=2"}, "RT_USING_SMP is not supported"},
			{"no heap", []string{"-include", "rtconfig.h", "-include", "testdata/noheap.h"}, "Go needs RT_USING_HEAP"},
		} {
			t.Run(version+" "+c.name, func(t *testing.T) {
				args := append([]string{"-mcpu=cortex-m4", "-mthumb", "-mfloat-abi=hard", "-mfpu=fpv4-sp-d16", "-std=gnu99", "-Wall", "-Wextra",
					"-Wno-unused-parameter", "-Werror", "-D__RTTHREAD__", "-fsyntax-only", "-Ibsp"}, includes...)
				out, err := exec.Command(gcc, append(append(args, c.flags...), filepath.Join("bsp", "rttgo_port.c"))...).CombinedOutput()
				if c.says == "" && err != nil {
					t.Fatalf("%v\n%s", err, out)
				}
				if c.says != "" && !strings.Contains(string(out), c.says) {
					t.Errorf("it does not say %q:\n%s", c.says, out)
				}
			})
		}
	}
}
