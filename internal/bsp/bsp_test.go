package bsp

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rttgen/rttgen/internal/target"
	"github.com/rttgen/rttgen/model"
)

func words(line string) []Flag {
	var all []Flag
	for _, w := range splitWords(line) {
		all = append(all, Flag{Value: w, Text: w})
	}
	return all
}

// TestFlags reads the flags of gcc, in every form that they may have.
func TestFlags(t *testing.T) {
	for _, test := range []struct {
		line, props, defines, includes, forced string
	}{
		{line: "-mcpu=cortex-m4 -mfpu=fpv4-sp-d16 -mfloat-abi=hard -mthumb",
			props: "processor=cortex-m4 floating point unit=fpv4-sp-d16 float convention=hard encoding=thumb"},
		{line: "-mfloat-abi=hard -msoft-float", props: "float convention=soft"},
		{line: "-march=armv8.1-m.main+mve.fp -mbig-endian", props: "instruction set=armv8.1-m.main+mve.fp byte order=big"},
		{line: "-fshort-enums -fno-short-enums -fshort-wchar -fsigned-char -fpack-struct=2", props: "enums=int wchar_t=short char=signed struct packing=2"},
		{line: "-fpack-struct", props: "struct packing=1"},
		{line: "-m32 -mabi=ilp32 -mabi=", props: "word size=32 ABI=ilp32"},
		{line: "-DA -D B=2 -DC=3 -UC -D A=4 -D_USE_LONG_TIME_T", props: "time_t=32", defines: "B=2 A=4 _USE_LONG_TIME_T"},
		{line: "-Iinc -I /abs/../abs -isystem sys -Iinc -iquote q", includes: "/d/inc /abs /d/q /d/sys"},
		{line: "-include pre.h -imacros m.h", forced: "/d/pre.h /d/m.h"},
		{line: `'-DN="a b"' -DM=\"x\"`, defines: `N="a b" M="x"`},
	} {
		c := readFlags(words(test.line), "/d")
		var props []string
		for _, p := range []Property{CPU, March, FPU, Float, Thumb, Endian, Width, ABI, Enums, Wchar, Char, Packing, Time} {
			if f := c.props[p]; f.Set() {
				props = append(props, string(p)+"="+f.Value)
			}
		}
		got := []string{strings.Join(props, " "), values(c.defines), values(c.includes), values(c.forced)}
		want := []string{test.props, test.defines, test.includes, test.forced}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", test.line, diff)
		}
	}
}

func values(flags []Flag) string {
	var all []string
	for _, f := range flags {
		all = append(all, filepath.ToSlash(f.Value))
	}
	return strings.Join(all, " ")
}

// read reads a BSP that has nothing but an rtconfig.py with some flags.
func read(t *testing.T, rtconfig string) *Build {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, File), []byte(rtconfig), 0o666); err != nil {
		t.Fatal(err)
	}
	b, list := Read(Options{Dir: dir})
	if err := list.Err(); err != nil {
		t.Fatal(err)
	}
	return b
}

// TestSets tells what is bound and what is built, however the BSP says it.
func TestSets(t *testing.T) {
	const bound, built = true, true
	for _, test := range []struct {
		rtconfig       string
		bound, built   bool
		target, reason string
	}{
		{"CFLAGS = '-mcpu=cortex-m4 -mfloat-abi=hard'", bound, built, target.HardFloat, ""},
		{"CFLAGS = '-mcpu=cortex-m7 -mfloat-abi=softfp'", bound, built, target.SoftFloat, ""},
		{"CFLAGS = '-mcpu=cortex-m4'", bound, built, target.SoftFloat, ""},
		{"CFLAGS = '-mcpu=cortex-m7+nofp.dp -mfloat-abi=hard'", bound, built, target.HardFloat, ""},
		{"CFLAGS = '-march=armv7e-m+fp -mfloat-abi=hard'", bound, built, target.HardFloat, ""},
		{"DEVICE = '-mcpu=cortex-m4'", bound, built, target.SoftFloat, ""},
		{"CFLAGS = '-O2'", bound, built, "", ""},
		{"CFLAGS = '-mcpu=cortex-m3'", bound, false, "", "for cortex-m3, programs"},
		{"CFLAGS = '-mcpu=cortex-m85+nomve'", bound, false, "", "for cortex-m85, programs"},
		{"CFLAGS = '-march=armv8.1-m.main+mve.fp+fp.dp -mfloat-abi=hard'", bound, false, "", "for armv8.1-m.main, programs"},
		{"ARCH = 'armv8-a'\nCC = 'arm-none-eabi-gcc'\nCFLAGS = '-mtune=cortex-a53 -march=armv8-a'", bound, false, "", "for armv8-a, programs"},
		{"CFLAGS = '-mcpu=cortex-r5'", bound, false, "", "for cortex-r5"},
		{"CC = 'aarch64-none-elf-gcc'\nCFLAGS = '-mcpu=cortex-a53'", false, false, "", "for aarch64, bindings"},
		{"ARCH = 'aarch64'\nCFLAGS = '-mcpu=cortex-a53'", false, false, "", "for aarch64, bindings"},
		{"CC = 'riscv64-unknown-elf-gcc'\nCFLAGS = '-O2'", false, false, "", "for risc-v, bindings"},
		{"CFLAGS = '-march=rv32imac -mabi=ilp32'", false, false, "", "for risc-v, bindings"},
		{"ARCH = 'mips'\nCC = 'mips-sde-elf-gcc'\nCFLAGS = '-EL'", false, false, "", "for mips, bindings"},
		{"ARCH = 'ia32'\nCC = 'gcc'\nCFLAGS = '-m32'", false, false, "", "for ia32, bindings"},
		{"ARCH = 'sim'\nCC = 'gcc'\nCFLAGS = '-m32'", false, false, "", "for sim, bindings"},
		{"CFLAGS = '-mcpu=cortex-m4 -mbig-endian'", false, false, "", "-mbig-endian: bindings are for little-endian"},
		{"CFLAGS = '-mcpu=cortex-r5 -EB'", false, false, "", "-EB"},
		{"CFLAGS = '-mcpu=cortex-m4 -mabi=apcs-gnu'", false, false, "", "-mabi=apcs-gnu"},
		{"CFLAGS = '-mcpu=cortex-m4 -fpack-struct'", false, false, "", "-fpack-struct"},
		{"CFLAGS = '-mcpu=cortex-m0-mthumb'", false, false, "", "none that gcc has: -mcpu=cortex-m0-mthumb is not known; did you mean \"cortex-m0\"?"},
		{"CFLAGS = '-mcpu=cortex-m4 -mfpu=fpv4-sp'", false, false, "", "none that gcc has: -mfpu=fpv4-sp is not known"},
		{"PLATFORM = 'armcc'\nCFLAGS = '--cpu=Cortex-M4.fp'", false, false, "", "no build with gcc, only with armcc"},
		{"if CROSS_TOOL == 'keil':\n    PLATFORM = 'armcc'\nelse:\n    exit(0)", false, false, "", "no build with gcc"},
	} {
		b := read(t, test.rtconfig+"\n")
		unbound, unbuilt := b.Unbound(), b.Unbuilt()
		if (unbound == nil) != test.bound || (unbuilt == nil) != test.built || b.BuildTarget() != test.target {
			t.Errorf("%s: got %v, %v, %q", test.rtconfig, unbound, unbuilt, b.BuildTarget())
		}
		if unbuilt != nil && (!strings.Contains(unbuilt.String(), test.reason) || unbuilt.Hint == "" || strings.Contains(unbuilt.Hint, "--target")) {
			t.Errorf("%s: got %q, hint %q", test.rtconfig, unbuilt, unbuilt.Hint)
		}
		for _, asked := range []string{"", target.HardFloat, target.SoftFloat} {
			if _, list := b.ChooseTarget(asked); list.HasErrors() != (!test.built || test.target != "" && asked != "" && asked != test.target) {
				t.Errorf("%s, --target %q: %v", test.rtconfig, asked, list)
			}
		}
	}
}

func TestTarget(t *testing.T) {
	for rtconfig, want := range map[string]model.Target{
		"CFLAGS = '-mcpu=cortex-m4 -mthumb -mfloat-abi=hard -mfpu=fpv4-sp-d16 -std=c99 -O2'": {
			ShortEnums: true, CPU: "cortex-m4", Thumb: true, FloatABI: "hard", FPU: "fpv4-sp-d16", Std: "c99", Optimize: "2"},
		"CFLAGS = '-mcpu=cortex-m3 -fno-short-enums -fsigned-char -D_USE_LONG_TIME_T'":             {CPU: "cortex-m3", SignedChar: true, Time32: true},
		"CFLAGS = '-march=armv7-a -mabi=aapcs-linux'":                                              {Arch: "armv7-a"},
		"CC = 'arm-linux-musleabi-gcc'\nCFLAGS = '-march=armv7-a -fshort-wchar -ffast-math -fPIC'": {Arch: "armv7-a", ShortWchar: true, FastMath: true, PIC: 2},
	} {
		if diff := cmp.Diff(want, read(t, rtconfig+"\n").Target()); diff != "" {
			t.Errorf("%s:\n%s", rtconfig, diff)
		}
	}
}
