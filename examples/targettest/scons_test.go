package targettest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/kernel"
)

// TestSCons lets RT-Thread's own build say how it would compile and link a BSP with a new project in it.
func TestSCons(t *testing.T) {
	kernels := kernel.FromEnv(t)
	if _, err := exec.LookPath("scons"); err != nil {
		t.Skip("scons is not in PATH")
	}
	for _, k := range kernels {
		t.Run(k.Name, func(t *testing.T) {
			if _, err := os.Stat(filepath.Join(k.Root, "tools", "building.py")); err != nil {
				t.Skipf("%s has no tools for SCons", k.Root)
			}
			bsp := t.TempDir()
			if err := os.CopyFS(bsp, os.DirFS("testdata/bsp")); err != nil {
				t.Fatal(err)
			}
			rtconfig, err := os.ReadFile(filepath.Join(k.Dir, "rtconfig.h"))
			if err != nil {
				t.Fatal(err)
			}
			write(t, filepath.Join(bsp, "rtconfig.h"), append(rtconfig, "\n#define PKG_USING_RTTGO\n"...))
			project := filepath.Join(bsp, "go")
			programs()["init"](t, project)
			bind(t, project, "", config.Flags{RTThread: k.Root, RTConfig: bsp})

			if out := scons(t, k, bsp); !strings.Contains(out, "run rttgen build") {
				t.Errorf("nothing is said of the missing libgoapp.a:\n%s", out)
			}
			write(t, filepath.Join(project, "libgoapp.a"), nil)
			write(t, filepath.Join(project, "c", "mine.c"), nil)
			out := scons(t, k, bsp)
			for _, want := range []string{"rttgo_port.c", "rttgo_shims.c", "rttgo_layout.c", "mine.c", "-lgoapp -lm", "-L" + project} {
				if !strings.Contains(strings.ReplaceAll(out, "-Lgo", "-L"+project), want) {
					t.Errorf("%s is not in the build:\n%s", want, out)
				}
			}
		})
	}
}

// scons returns what a dry run prints.
func scons(t *testing.T, k kernel.Kernel, dir string) string {
	t.Helper()
	cmd := exec.Command("scons", "-n", "--verbose")
	cmd.Dir = dir
	gcc, err := exec.LookPath("arm-none-eabi-gcc")
	if err != nil {
		t.Fatal(err) // kernel.FromEnv has found it
	}
	cmd.Env = append(os.Environ(), "RTT_ROOT="+k.Root, "RTT_EXEC_PATH="+filepath.Dir(gcc), "PYTHONDONTWRITEBYTECODE=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("scons: %v\n%s", err, out)
	}
	return string(out)
}
