package emit

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/plan"
)

// How a BSP may compile. The headers' own warnings are not counted; a user's compiler takes them for system headers here.
var compileModes = []string{
	"-std=gnu99 -Wall -Wextra -Wmissing-prototypes",
	"-std=gnu89 -O2 -flto -Wall -Wextra -Wpedantic -Wundef -Wunused-macros -Wstrict-prototypes -Wredundant-decls -Wshadow -Wcast-qual -Wconversion",
	"-std=c99 -Os -Wall -Wextra -Wpedantic -ffunction-sections -fdata-sections",
	"-std=gnu2x -O3 -Wall -Wextra -Wpedantic -Wlogical-op -Wfloat-equal -Wduplicated-cond",
}

// TestCFilesCompile gives the C files to the compiler that they are for, which confirms every size, offset and constant.
func TestCFilesCompile(t *testing.T) {
	gcc := armGCC(t)
	eachTree(t, func(t *testing.T, p *plan.Package, tr tree) {
		for _, mode := range compileModes {
			if (tr.name == "4.1" || tr.name == "5.2") && mode != compileModes[0] {
				continue // nothing that torture and hidden have not
			}
			for name, src := range CFiles(p) {
				out, err := compileC(t, gcc, tr, name, src, mode)
				if err != nil {
					t.Errorf("%s with %s: %v\n%s", name, mode, err, out)
				} else if out != "" {
					t.Errorf("%s with %s compiles with warnings:\n%s", name, mode, out)
				}
			}
		}
	})
}

func armGCC(t *testing.T) string {
	t.Helper()
	gcc, err := exec.LookPath("arm-none-eabi-gcc")
	if err != nil {
		t.Skip("skipped: arm-none-eabi-gcc is not installed, so nothing here confirms the C files")
	}
	return gcc
}

// TestAnotherBuild compiles the bindings of 5.2 in builds that differ as a whole: the compiler tells the cause, what to do, and
// nothing else.
func TestAnotherBuild(t *testing.T) {
	gcc := armGCC(t)
	tr := trees[2]
	layout := CFiles(tr.generate(t))["c/rttgo_layout.c"]
	for _, c := range []struct {
		name, flags, rtconfig string
		want                  []string
	}{
		{"long enums", "-fno-short-enums", "", []string{"enums are ints in this build (-fno-short-enums)", "write target: {short_enums: false} in rttgen.yaml, then run rttgen generate"}},
		{"big-endian", "-mbig-endian", "", []string{"the Go bindings are for 32 bit little-endian arm"}},
		{"short time", "-D_USE_LONG_TIME_T", "", []string{"time_t has not 64 bits in this build", "write target: {time_bits: 32} in rttgen.yaml, then run rttgen generate"}},
		{"packed", "-fpack-struct", "", []string{"this build packs every struct", "take -fpack-struct away"}},
		{"name", "", "#undef RT_NAME_MAX\n#define RT_NAME_MAX 16", []string{"RT_NAME_MAX is not 8 in this build", "run rttgen generate"}},
		{"tick", "", "#undef RT_TICK_PER_SECOND\n#define RT_TICK_PER_SECOND 100", []string{"RT_TICK_PER_SECOND is not 1000 in this build", "run rttgen generate"}},
		{"version", "", "#include <rtdef.h>\n#undef RT_VERSION_MINOR\n#define RT_VERSION_MINOR 1", []string{"the Go bindings are of RT-Thread 5.2.0", "name its tree under rtthread: in rttgen.yaml"}},
		{"less", "", "#undef RT_USING_MEMHEAP", []string{"this build does not define RT_USING_MEMHEAP", "rtconfig.h has changed, run rttgen generate"}},
		{"more", "-DRT_USING_DEVICE_OPS", "", []string{"this build defines RT_USING_DEVICE_OPS, and the Go bindings were made without it: run rttgen generate", "first write RT_USING_DEVICE_OPS under defines: in rttgen.yaml"}},
		{"minilibc", "-DRT_USING_MINILIBC", "", []string{"this build has RT-Thread's minilibc (RT_USING_MINILIBC)", "write RT_USING_MINILIBC under defines:", "components/libc/compilers/minilibc under includes:"}},
		{"no library", "-URT_USING_NEWLIBC", "", []string{"this build does not define RT_USING_NEWLIBC", "write '!RT_USING_NEWLIBC' under defines: in rttgen.yaml, then run rttgen generate"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			changed := tr
			if c.rtconfig != "" {
				changed.before = t.TempDir()
				text := "#include_next <rtconfig.h>\n" + c.rtconfig + "\n"
				if err := os.WriteFile(filepath.Join(changed.before, "rtconfig.h"), []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			out, err := compileC(t, gcc, changed, "rttgo_layout.c", layout, c.flags)
			if err == nil {
				t.Fatal("compiles")
			}
			if n := strings.Count(out, "error: "); n != 1 {
				t.Errorf("%d errors", n)
			}
			for _, w := range c.want {
				if !strings.Contains(out, w) {
					t.Errorf("no %q", w)
				}
			}
			if t.Failed() {
				t.Log(out)
			}
		})
	}
}

// TestAnotherProcessor compiles bindings in a build for a processor that lacks what a header declares only for others.
func TestAnotherProcessor(t *testing.T) {
	gcc := armGCC(t)
	tr := trees[1]
	out, err := compileC(t, gcc, tr, "rttgo_layout.c", CFiles(tr.generate(t))["c/rttgo_layout.c"], "-mcpu=cortex-m3")
	const want = "the Go bindings were made for a Cortex-M4F, and this build is for another processor or with other flags: defined(__ARM_FEATURE_DSP) && (__ARM_FEATURE_DSP == 1U) does not hold"
	if err == nil || strings.Count(out, "error: ") != 1 || !strings.Contains(out, want) {
		t.Errorf("%v, want %q and nothing else in\n%s", err, want, out)
	}
}

// TestLayoutIsChecked makes sure that a wrong number does not compile.
func TestLayoutIsChecked(t *testing.T) {
	gcc := armGCC(t)
	p := trees[0].generate(t)
	src := string(CFiles(p)["c/rttgo_layout.c"])
	for _, c := range []struct{ old, new, message string }{
		{"sizeof(struct rt_packed) == 11", "sizeof(struct rt_packed) == 12", "sizeof(struct rt_packed) is not 11: "},
		{"offsetof(struct rt_anonymous, deep) == 16", "offsetof(struct rt_anonymous, deep) == 20", "offsetof(struct rt_anonymous, deep) is not 16: "},
		{"(RT_MASK) == 240", "(RT_MASK) == 241", "RT_MASK is not 240: "},
		{"(RT_BIG) == 18446744073709551615ULL", "(RT_BIG) == 18446744073709551614ULL", "RT_BIG is not 18446744073709551615: "},
		{"(RT_BIG) > 0", "(-1) > 0", "RT_BIG is not 18446744073709551615: "},
		{"(long long)(RT_ALL)", "(long long)(-1)", "RT_ALL is not 4294967295: "},
	} {
		if !strings.Contains(src, c.old) {
			t.Errorf("%s is not asserted", c.old)
			continue
		}
		out, err := compileC(t, gcc, trees[0], "layout.c", []byte(strings.Replace(src, c.old, c.new, 1)), compileModes[0])
		if err == nil || !strings.Contains(out, c.message) {
			t.Errorf("%s: %v, want a message with %q in\n%s", c.new, err, c.message, out)
		}
	}
}

// compileC compiles a C file with a tree's headers and further flags.
func compileC(t *testing.T, gcc string, tr tree, name string, src []byte, flags string) (string, error) {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, filepath.Base(name))
	if err := os.WriteFile(file, src, 0o600); err != nil {
		t.Fatal(err)
	}
	args := []string{"-mcpu=cortex-m4", "-mthumb", "-c", file, "-o", filepath.Join(dir, "x.o")}
	for _, d := range tr.defines {
		args = append(args, "-D"+d+"=1")
	}
	args = append(args, strings.Fields(flags)...)
	if tr.before != "" {
		args = append(args, "-isystem", tr.before)
	}
	for _, i := range tr.includes {
		args = append(args, "-isystem", filepath.Join(tr.root, i))
	}
	out, err := exec.Command(gcc, args...).CombinedOutput()
	return string(out), err
}
