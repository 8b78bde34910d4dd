// Package kernel links programs with prebuilt RT-Thread kernels and runs them in QEMU, for tests. A kernel is a directory of the
// user's own; docs/runtime.md says what it holds.
package kernel

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/internal/bsp"
	"github.com/rttgen/rttgen/internal/target"
)

// Variable is the environment variable with the directories of kernels, separated as in PATH.
const Variable = "RT_KERNEL"

// Kernel is a prebuilt RT-Thread.
type Kernel struct {
	Dir    string
	Name   string   // for messages
	Root   string   // its RT-Thread tree
	Flags  []string // of the C compiler, with the directories of headers
	Link   []string // of the linker
	Target string   // of rttgen build
	config string   // rtconfig.h
}

// Silent says why nothing is printed on a kernel, or nothing.
func (k Kernel) Silent() string {
	if k.defines("RT_USING_CONSOLE") {
		return ""
	}
	return "RT_USING_CONSOLE is off: there is no output to compare"
}

// Busy says why the idle thread of a kernel never runs, which frees what has ended, or nothing.
func (k Kernel) Busy() string {
	if !k.defines("RT_USING_FINSH") || !k.defines("RT_USING_DEVICE") || k.defines("RT_USING_SERIAL") || k.defines("RT_USING_POSIX_STDIO") {
		return ""
	}
	return "its shell has no device to wait for, and polls: the idle thread never runs"
}

// defines reports whether rtconfig.h defines a macro.
func (k Kernel) defines(name string) bool {
	return regexp.MustCompile(`(?m)^[ \t]*#[ \t]*define[ \t]+` + name + `\b`).MatchString(k.config)
}

// FromEnv returns the kernels that RT_KERNEL names. Without any, or without the tools to run programs on them, it skips the test; a
// kernel that is not as it should be fails it.
func FromEnv(t testing.TB) []Kernel {
	t.Helper()
	list := os.Getenv(Variable)
	if list == "" {
		t.Skipf("%s is not set: no kernel to run programs on (see docs/runtime.md)", Variable)
	}
	for _, tool := range []string{"arm-none-eabi-gcc", "qemu-system-arm", "tinygo"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not in PATH", tool)
		}
	}
	flags := linkerFlags()
	var all []Kernel
	for _, dir := range filepath.SplitList(list) {
		k, err := open(dir)
		if err != nil {
			t.Fatalf("%s: %v", Variable, err)
		}
		k.Link = append(k.Link, flags...)
		all = append(all, k)
	}
	return all
}

// linkerFlags returns the flags that a kernel's own build may not know of. Warnings are errors, and newer versions of binutils warn
// of segments that may be written and run, as a microcontroller's often are, and of newlib's objects in assembler.
func linkerFlags() []string {
	flags := []string{"-Wl,--fatal-warnings", "-Wl,-z,noexecstack"}
	help, err := exec.Command("arm-none-eabi-gcc", "-Wl,--help").Output()
	if err == nil && bytes.Contains(help, []byte("--no-warn-rwx-segments")) {
		flags = append(flags, "-Wl,--no-warn-rwx-segments")
	}
	return flags
}

func open(dir string) (Kernel, error) {
	k := Kernel{Dir: dir, Name: strings.TrimPrefix(filepath.Base(dir), "kernel-"), Target: target.SoftFloat}
	config, err := os.ReadFile(filepath.Join(dir, "rtconfig.h"))
	if err != nil {
		return k, err
	}
	k.config = string(config)
	flags, err := os.ReadFile(filepath.Join(dir, "flags.txt"))
	if err != nil {
		return k, err
	}
	includes, err := os.ReadFile(filepath.Join(dir, "includes.txt"))
	if err != nil {
		return k, err
	}
	link, err := os.ReadFile(filepath.Join(dir, "ldflags.txt"))
	if err != nil {
		return k, err
	}
	k.Flags = strings.Fields(string(flags))
	if slices.Contains(k.Flags, "-mfloat-abi=hard") {
		k.Target = target.HardFloat
	}
	for _, d := range strings.FieldsFunc(string(includes), func(r rune) bool { return r == '\n' || r == '\r' }) {
		k.Flags = append(k.Flags, "-isystem", d) // its headers may warn, ours may not
		if _, err := os.Stat(filepath.Join(d, "rtdef.h")); err == nil {
			k.Root = filepath.Dir(d)
		}
	}
	if k.Root == "" {
		return k, fmt.Errorf("no directory of %s has rtdef.h", filepath.Join(dir, "includes.txt"))
	}
	k.Link = append(strings.Fields(string(link)), "-T", filepath.Join(dir, "link.ld"))
	return k, nil
}

// CompileCommands writes a compilation database to a directory, and returns its name. It has rttgen take the kernel's flags and include
// directories for how the firmware is compiled, and assume nothing about them.
func (k Kernel) CompileCommands(dir string) (string, error) {
	const source = "kernel.c"
	command := map[string]any{"directory": k.Dir, "file": source,
		"arguments": slices.Concat([]string{"arm-none-eabi-gcc"}, k.Flags, []string{"-c", source})}
	text, err := json.Marshal([]any{command})
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, bsp.CompileCommands)
	return name, os.WriteFile(name, text, 0o666)
}

// Image compiles C files, without warnings, and links them with the kernel and archives.
func (k Kernel) Image(ctx context.Context, image string, archives, sources, flags []string) error {
	board, err := filepath.Glob(filepath.Join(k.Dir, "board", "*.o"))
	if err != nil {
		return err
	}
	objects := board
	for i, source := range sources {
		object := fmt.Sprintf("%s.%d.o", image, i)
		if err := gcc(ctx, k.Flags, flags, []string{"-Wall", "-Werror", "-c", source, "-o", object}); err != nil {
			return err
		}
		objects = append(objects, object)
	}
	return gcc(ctx, k.Link, objects, []string{"-Wl,--whole-archive", filepath.Join(k.Dir, "libkernel.a"), "-Wl,--no-whole-archive"}, archives,
		[]string{"-Wl,--start-group", "-lc", "-lm", "-lgcc", "-Wl,--end-group", "-o", image})
}

func gcc(ctx context.Context, args ...[]string) error {
	all := slices.Concat(args...)
	out, err := exec.CommandContext(ctx, "arm-none-eabi-gcc", all...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("arm-none-eabi-gcc %s: %w\n%s", strings.Join(all, " "), err, out)
	}
	return nil
}

// Run runs an image and returns what it prints and its exit status. Time goes by the instructions executed, so that every run is
// the same.
func Run(ctx context.Context, image string) (string, int, error) {
	out, code, err := emulate(ctx, image, nil)
	return Transcript(out), code, err
}

// RunShell runs an image, types a line at each prompt of its shell, and returns all that it prints, the echo of what is typed included.
func RunShell(ctx context.Context, image string, lines []string) (string, int, error) {
	out, code, err := emulate(ctx, image, lines)
	return strings.ReplaceAll(out, "\r", ""), code, err
}

func emulate(ctx context.Context, image string, lines []string) (string, int, error) {
	cmd := exec.CommandContext(ctx, "qemu-system-arm", "-M", "netduinoplus2", "-display", "none", "-monitor", "none", "-serial", "stdio",
		"-semihosting-config", "enable=on,target=native", "-icount", "shift=0,sleep=off", "-kernel", image)
	t := &typist{lines: lines}
	if lines != nil {
		var err error
		if t.keyboard, err = cmd.StdinPipe(); err != nil {
			return "", 0, err
		}
	}
	cmd.Stdout, cmd.Stderr = t, t
	err := cmd.Run()
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return t.screen.String(), 0, ctx.Err()
	case err != nil && !errors.As(err, &exit):
		return "", 0, err
	}
	return t.screen.String(), cmd.ProcessState.ExitCode(), nil
}

// typist gathers what is printed and types a line whenever there is a prompt.
type typist struct {
	screen   bytes.Buffer
	seen     int // prompts
	lines    []string
	keyboard io.Writer
}

func (t *typist) Write(text []byte) (int, error) {
	t.screen.Write(text)
	for prompts := len(prompt.FindAllIndex(t.screen.Bytes(), -1)); t.seen < prompts; t.seen++ {
		if len(t.lines) == 0 {
			continue
		}
		line := t.lines[0]
		t.lines = t.lines[1:]
		if _, err := io.WriteString(t.keyboard, line+"\r"); err != nil {
			return 0, err
		}
	}
	return len(text), nil
}

// prompt matches the prompts of the kernel's shells.
var prompt = regexp.MustCompile(`msh />|msh >|finsh >`)

// chatter matches what the kernel and its shell print on their own: the banner, prompts, colours.
var chatter = regexp.MustCompile(`(?is)^.*rt-thread team\n|msh />|msh >|finsh >|\x1b\[\d*m`)

// Transcript returns what a program printed since the last reset.
func Transcript(out string) string {
	return strings.TrimLeft(chatter.ReplaceAllString(strings.ReplaceAll(out, "\r", ""), ""), "\n")
}
