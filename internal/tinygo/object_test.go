package tinygo

import (
	"bytes"
	"debug/elf"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// assemble makes an object from assembler text, or skips the test.
func assemble(t *testing.T, text string, flags ...string) []byte {
	t.Helper()
	as, err := exec.LookPath("arm-none-eabi-as")
	if err != nil {
		t.Skip("arm-none-eabi-as is not in PATH")
	}
	file := filepath.Join(t.TempDir(), "a.o")
	cmd := exec.Command(as, append(flags, "-mcpu=cortex-m4", "-mthumb", "-o", file, "-")...)
	cmd.Stdin = strings.NewReader(text)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	image, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return image
}

const hardTag = ".eabi_attribute 28, 1\n"

func TestCheck(t *testing.T) {
	image := assemble(t, hardTag+`
.global rttgo_thread_main, __atomic_load_8, rttgo_export
.section .text.a,"ax"
rttgo_thread_main: bl rt_schedule
  bl sinf
  bl __aeabi_uldivmod
  bl board_led
__atomic_load_8: nop
rttgo_export: nop
.data
.word 1
.bss
.space 8
`)
	o, err := Check(image, "cortex-m4f", "conservative")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(o.External, []string{"board_led"}) {
		t.Errorf("external: %v", o.External)
	}
	if !slices.Equal(o.Defined, []string{"rttgo_export", "rttgo_thread_main"}) {
		t.Errorf("defined: %v", o.Defined)
	}
	if o.Text != 20 || o.Data != 4 || o.BSS != 8 {
		t.Errorf("sizes: %d %d %d", o.Text, o.Data, o.BSS)
	}
	file, err := elf.NewFile(bytes.NewReader(o.Image))
	if err != nil {
		t.Fatal(err)
	}
	symbols, err := file.Symbols()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range symbols {
		if s.Name == "__atomic_load_8" && elf.ST_BIND(s.Info) != elf.STB_WEAK {
			t.Errorf("%s is not weak", s.Name)
		}
	}
}

func TestCheckRefuses(t *testing.T) {
	for _, c := range []struct{ name, text, target, gc, want string }{
		{"soft for hard", "nop", "cortex-m4f", "", "uses the soft float calling convention, cortex-m4f needs the hard one"},
		{"hard for soft", hardTag + "nop", "cortex-m4", "", "uses the hard float calling convention, cortex-m4 needs the soft one"},
		{"malloc", hardTag + ".global malloc\nmalloc: nop", "cortex-m4f", "", "defines malloc, which belongs to C"},
		{"main", hardTag + ".global main\nmain: nop", "cortex-m4f", "", "defines main"},
		{"runtime", hardTag + "bl runtime.something", "cortex-m4f", "", "lacks runtime.something"},
		{"gc none", hardTag + "bl runtime.alloc", "cortex-m4f", "none", "the program allocates"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Check(assemble(t, c.text+"\n"), c.target, c.gc)
			wantError(t, err, c.want)
		})
	}
	_, err := Check([]byte("text"), "cortex-m4f", "")
	wantError(t, err, "is no object")
}

func TestArchive(t *testing.T) {
	ar, err := exec.LookPath("arm-none-eabi-nm")
	if err != nil {
		t.Skip("arm-none-eabi-nm is not in PATH")
	}
	file := filepath.Join(t.TempDir(), "lib.a")
	image := assemble(t, ".global one, two\none: nop\ntwo: nop\n")
	if err := os.WriteFile(file, Archive("goapp.o", image, []string{"one", "two"}), 0o666); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(ar, "--print-armap", file).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, want := range []string{"one in goapp.o", "two in goapp.o", "T one"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

func TestChoices(t *testing.T) {
	tc := &Toolchain{}
	_, err := tc.Build(t.Context(), Options{Target: "cortex-m0"})
	wantError(t, err, `--target: "cortex-m0" is none of cortex-m4f, cortex-m4`)
	_, err = tc.Build(t.Context(), Options{GC: "precise"})
	wantError(t, err, `--gc: "precise" is none of conservative, leaking, none`)
}
