package bsp

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/bsp/scons"
	"github.com/rttgen/rttgen/internal/diag"
)

// wrapper is a SConstruct that runs the BSP's own with every file out of date, so that each command is printed, and that keeps
// what SCons remembers out of the BSP.
const wrapper = `import os, sys
sys.path.insert(0, os.getcwd())
Decider(lambda *of: True)
SConsignFile(%q)
with open('SConstruct', 'rb') as f:
    exec(compile(f.read(), os.path.abspath('SConstruct'), 'exec'))
`

// DryRun asks the BSP's own build how it compiles C: SCons prints its commands and runs none.
func DryRun(ctx context.Context, o Options, command string, getenv func(string) string) (*Notes, error) {
	if _, err := os.Stat(filepath.Join(o.Dir, scons.SConstruct)); err != nil {
		return nil, problem("a BSP that SCons builds has one; for others name a "+CompileCommands+" under build: in rttgen.yaml",
			"there is no SConstruct in %s", filepath.ToSlash(o.Dir))
	}
	program, err := exec.LookPath(command)
	if err != nil {
		return nil, problem("install SCons (pip install scons, Debian: scons)", "%s: there is no such command", command)
	}
	temp, err := os.MkdirTemp("", "rttgen-probe-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temp)
	file := filepath.Join(temp, scons.SConstruct)
	if err := os.WriteFile(file, fmt.Appendf(nil, wrapper, filepath.ToSlash(filepath.Join(temp, "sconsign"))), 0o666); err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, program, "-Q", "-n", "--verbose", "-f", file)
	cmd.Dir = o.Dir
	cmd.Env = append(os.Environ(), "RTT_ROOT="+o.Root, "RTT_CC=gcc")
	if gcc, err := exec.LookPath("arm-none-eabi-gcc"); err == nil && getenv("RTT_EXEC_PATH") == "" {
		cmd.Env = append(cmd.Env, "RTT_EXEC_PATH="+filepath.Dir(gcc))
	}
	var messages bytes.Buffer
	cmd.Stderr = &messages
	printed, err := cmd.Output()
	s := common(commandLines(string(printed), o.Dir), o.Root)
	switch {
	case s == nil && err != nil:
		return nil, problem("scons -n --verbose in the BSP shows it all", "the BSP's build fails: %s", lastLine(messages.String(), err))
	case s == nil:
		return nil, problem("scons -n --verbose in the BSP should print the commands of the compiler", "the BSP's build compiles no C file")
	}
	return makeNotes(s, o), nil
}

func problem(hint, format string, args ...any) error {
	list := &diag.List{}
	list.Add(diag.Diagnostic{Message: fmt.Sprintf(format, args...), Hint: hint})
	return list
}

func lastLine(text string, err error) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	if last := strings.TrimSpace(lines[len(lines)-1]); last != "" {
		return last
	}
	return err.Error()
}

// commandLines returns the commands that compile a C file.
func commandLines(printed, dir string) []commandLine {
	var lines []commandLine
	for line := range strings.Lines(printed) {
		args := splitWords(line)
		if len(args) < 3 || !slices.Contains(args, "-c") || !strings.HasSuffix(args[len(args)-1], ".c") {
			continue
		}
		file := args[len(args)-1]
		if !filepath.IsAbs(file) {
			file = filepath.Join(dir, file)
		}
		lines = append(lines, commandLine{dir: dir, file: filepath.Clean(file), args: args})
	}
	return lines
}

// notedFlags are the beginnings of the flags that matter for what headers mean.
var notedFlags = []string{"-m", "-f", "-std=", "-ansi", "-O", "-E"}

// makeNotes sorts the flags that files have in common.
func makeNotes(s *Source, o Options) *Notes {
	n := &Notes{
		Comment:  "Written by rttgen probe: how the build of the BSP compiles C. Run it again when rtconfig.h or the build changes.",
		Compiler: s.Compiler.Value, RTConfig: configHash(o.Macros),
		Flags: []string{}, Defines: []string{}, Includes: []string{},
	}
	c := readFlags(s.words, o.Dir)
	for _, w := range s.words {
		if slices.ContainsFunc(notedFlags, func(p string) bool { return strings.HasPrefix(w.Value, p) }) {
			n.Flags = append(n.Flags, w.Value)
		}
	}
	for _, d := range c.defines {
		n.Defines = append(n.Defines, d.Value)
	}
	for _, d := range c.includes {
		if dir, ok := relativeTo(o, d.Value); ok {
			n.Includes = append(n.Includes, dir)
		} else {
			n.Left = append(n.Left, filepath.ToSlash(d.Value))
		}
	}
	return n
}

// JSON writes the notes.
func (n *Notes) JSON() []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(n); err != nil {
		panic(err) // strings only
	}
	return b.Bytes()
}

// configHash is a short name for the macros of rtconfig.h.
func configHash(macros map[string]string) string {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(macros)) {
		fmt.Fprintf(h, "%s %s\n", name, macros[name])
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}
