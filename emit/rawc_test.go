package emit

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/plan"
)

// TestCFilesCompile gives the C files to the compiler that they are for, which confirms every size, offset and constant.
func TestCFilesCompile(t *testing.T) {
	gcc, err := exec.LookPath("arm-none-eabi-gcc")
	if err != nil {
		t.Skip("skipped: arm-none-eabi-gcc is not installed, so nothing here confirms the C files")
	}
	eachTree(t, func(t *testing.T, p *plan.Package, tr tree) {
		for name, src := range CFiles(p) {
			out, err := compileC(t, gcc, tr, name, src)
			if err != nil {
				t.Errorf("%s: %v\n%s", name, err, out)
			} else if out != "" {
				t.Errorf("%s compiles with warnings:\n%s", name, out)
			}
		}
	})
}

// TestLayoutIsChecked makes sure that a wrong number does not compile.
func TestLayoutIsChecked(t *testing.T) {
	gcc, err := exec.LookPath("arm-none-eabi-gcc")
	if err != nil {
		t.Skip("skipped: arm-none-eabi-gcc is not installed")
	}
	p := trees[0].generate(t)
	src := string(CFiles(p)["c/rttgo_layout.c"])
	for _, c := range []struct{ old, new, message string }{
		{"RTTGO_SIZE(struct rt_packed, 11)", "RTTGO_SIZE(struct rt_packed, 12)", "sizeof(struct rt_packed) is not 12: "},
		{"RTTGO_OFFSET(struct rt_anonymous, deep, 16)", "RTTGO_OFFSET(struct rt_anonymous, deep, 20)", "offsetof(struct rt_anonymous, deep) is not 20: "},
		{"RTTGO_VALUE(RT_MASK, 240)", "RTTGO_VALUE(RT_MASK, 241)", "RT_MASK is not 241: "},
	} {
		if !strings.Contains(src, c.old) {
			t.Errorf("%s is not asserted", c.old)
			continue
		}
		out, err := compileC(t, gcc, trees[0], "layout.c", []byte(strings.Replace(src, c.old, c.new, 1)))
		if err == nil || !strings.Contains(out, c.message) {
			t.Errorf("%s: %v, want a message with %q in\n%s", c.new, err, c.message, out)
		}
	}
}

func compileC(t *testing.T, gcc string, tr tree, name string, src []byte) (string, error) {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, filepath.Base(name))
	if err := os.WriteFile(file, src, 0o600); err != nil {
		t.Fatal(err)
	}
	args := []string{"-mcpu=cortex-m4", "-mthumb", "-std=gnu99", "-Wall", "-Wextra", "-Wmissing-prototypes", "-c", file, "-o", filepath.Join(dir, "x.o")}
	for _, d := range tr.defines {
		args = append(args, "-D"+d+"=1")
	}
	for _, i := range tr.includes {
		args = append(args, "-isystem", filepath.Join(tr.root, i))
	}
	out, err := exec.Command(gcc, args...).CombinedOutput()
	return string(out), err
}
