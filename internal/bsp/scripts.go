package bsp

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/rttgen/rttgen/internal/bsp/scons"
	"github.com/rttgen/rttgen/internal/input"
	"github.com/rttgen/rttgen/internal/target"
	"github.com/rttgen/rttgen/model"
)

// readScripts reads rtconfig.py, and the SConscripts of BSP and tree.
func readScripts(o Options) (*Source, error) {
	if _, err := os.Stat(filepath.Join(o.Dir, scons.RTConfig)); err != nil && o.Root == "" {
		return nil, fs.ErrNotExist
	}
	r := scons.Read(scons.Options{BSP: o.Dir, Root: o.Root, Macros: o.Macros, CConfig: o.CConfig, Assume: assumed(o)})
	if !r.HasRTConfig && !r.HasScripts {
		return nil, fs.ErrNotExist
	}
	p := places{lines: map[string][]string{}}
	s := &Source{Name: filepath.ToSlash(filepath.Join(o.Dir, scons.RTConfig)), whole: r.HasScripts}
	if r.HasRTConfig {
		s.Compiler, s.Platform, s.Arch = p.flag(r.CC), p.flag(r.Platform), p.flag(r.Arch)
	} else {
		s.Name, s.Assumed = filepath.ToSlash(filepath.Join(o.Root, "src/SConscript")), true
	}
	for _, f := range r.Flags {
		s.words = append(s.words, p.flag(f))
	}
	for _, f := range r.Defines {
		s.words = append(s.words, p.flag(f).prefixed("-D"))
	}
	for _, f := range r.Includes {
		s.words = append(s.words, p.flag(f).prefixed("-I"))
	}
	return s, nil
}

// assumed are the variables of an rtconfig.py that is missing.
func assumed(o Options) map[string]string {
	cpu := target.Assumed
	for _, a := range target.CPUs() {
		if on(o.Macros, a.Macro) {
			cpu = a.Name
		}
	}
	if strings.HasPrefix(cpu, "cortex-a") {
		cpu = "cortex-a"
	}
	return map[string]string{"ARCH": "arm", "CPU": cpu}
}

func (f Flag) prefixed(with string) Flag {
	f.Value = with + f.Value
	f.Text = f.Value
	return f
}

// places finds the lines that flags come from.
type places struct{ lines map[string][]string }

func (p places) flag(f scons.Flag) Flag {
	value := strings.Join(splitWords(f.Text), " ") // as the shell hands it to the compiler
	g := Flag{Value: value, Text: f.Text, Pos: model.Pos{File: filepath.ToSlash(f.File), Line: f.Line}}
	if f.File == "" {
		return g
	}
	lines, ok := p.lines[f.File]
	if !ok {
		text, _ := input.Read(f.File)
		lines = strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n")
		p.lines[f.File] = lines
	}
	if f.Line > 0 && f.Line <= len(lines) {
		g.Source = lines[f.Line-1]
	}
	return g
}
