package targettest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A kernel is a prebuilt RT-Thread of the user's own BSP; docs/runtime.md says what its directory holds.
type kernel struct {
	dir, name, target string
	flags, link       []string
}

// kernels returns the kernels that RT_KERNEL names, or skips the test.
func kernels(t testing.TB) []kernel {
	t.Helper()
	list := os.Getenv("RT_KERNEL")
	if list == "" {
		t.Skip("RT_KERNEL is not set: no kernel to run programs on (see docs/runtime.md)")
	}
	for _, tool := range []string{"arm-none-eabi-gcc", "qemu-system-arm", "tinygo"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not in PATH", tool)
		}
	}
	var all []kernel
	for _, dir := range filepath.SplitList(list) {
		k := kernel{dir: dir, name: strings.TrimPrefix(filepath.Base(dir), "kernel-"), target: "cortex-m4"}
		k.flags = words(t, dir, "flags.txt")
		for _, f := range k.flags {
			if f == "-mfloat-abi=hard" {
				k.target = "cortex-m4f"
			}
		}
		for _, d := range lines(t, dir, "includes.txt") {
			k.flags = append(k.flags, "-I"+d)
		}
		k.link = append(words(t, dir, "ldflags.txt"), "-T", filepath.Join(dir, "link.ld"))
		all = append(all, k)
	}
	return all
}

func words(t testing.TB, dir, file string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		t.Fatalf("RT_KERNEL: %v", err)
	}
	return strings.Fields(string(text))
}

func lines(t testing.TB, dir, file string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		t.Fatalf("RT_KERNEL: %v", err)
	}
	return strings.FieldsFunc(string(text), func(r rune) bool { return r == '\n' || r == '\r' })
}

// image compiles the C sources and links them with the kernel and the archives.
func (k kernel) image(t testing.TB, sources, archives, cflags []string) string {
	t.Helper()
	dir := t.TempDir()
	var objects []string
	for i, source := range sources {
		object := filepath.Join(dir, fmt.Sprintf("%d.o", i))
		args := append(append([]string{}, k.flags...), "-I../../templates/bsp", "-Wall", "-Werror")
		run(t, "arm-none-eabi-gcc", append(append(args, cflags...), "-c", source, "-o", object)...)
		objects = append(objects, object)
	}
	board, err := filepath.Glob(filepath.Join(k.dir, "board", "*.o"))
	if err != nil {
		t.Fatal(err)
	}
	image := filepath.Join(dir, "image.elf")
	args := append(append(append([]string{}, k.link...), board...), objects...)
	args = append(args, "-Wl,--fatal-warnings", "-Wl,--whole-archive", filepath.Join(k.dir, "libkernel.a"), "-Wl,--no-whole-archive")
	args = append(append(args, archives...), "-Wl,--start-group", "-lc", "-lm", "-lgcc", "-Wl,--end-group", "-o", image)
	run(t, "arm-none-eabi-gcc", args...)
	return image
}

func run(t testing.TB, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}
