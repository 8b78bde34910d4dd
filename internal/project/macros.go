package project

import (
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/rttgen/rttgen/internal/input"
)

// macros are macros by name.
type macros map[string]string

// on reports whether a component is chosen, as RT-Thread's build reads rtconfig.h: defined, and not as 0.
func (m macros) on(name string) bool {
	value, ok := m[name]
	return ok && value != "0"
}

var (
	blockComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	lineComment  = regexp.MustCompile(`//[^\n]*`)
	directive    = regexp.MustCompile(`^[ \t]*#[ \t]*([a-z]+)[ \t]*(.*?)[ \t]*$`)
	defineRest   = regexp.MustCompile(`^([A-Za-z_]\w*)(?:[ \t]+(.*))?$`)
)

// scan reads the object-like macros that a header defines, in their order, calling include for each #include "file". Like
// RT-Thread's build it does not evaluate conditions, except that a #undef takes a macro away.
func scan(text string, define func(name, value string), undef, include func(name string)) {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\\\n", " ")
	text = lineComment.ReplaceAllString(blockComment.ReplaceAllString(text, " "), "")
	for line := range strings.Lines(text) {
		d := directive.FindStringSubmatch(strings.TrimRight(line, "\n"))
		if d == nil {
			continue
		}
		switch d[1] {
		case "define":
			if m := defineRest.FindStringSubmatch(d[2]); m != nil {
				define(m[1], m[2])
			}
		case "undef":
			undef(d[2])
		case "include":
			if name, ok := strings.CutPrefix(d[2], `"`); ok {
				include(strings.TrimSuffix(name, `"`))
			}
		}
	}
}

// configMacros reads the macros of rtconfig.h and of the headers that it includes from the BSP. What is not found there is
// left to the parser, which reports it.
func (f *finder) configMacros() macros {
	m := macros{}
	seen := map[string]bool{}
	var read func(name string)
	read = func(name string) {
		if seen[name] {
			return
		}
		seen[name] = true
		text, ok := f.readConfig(name)
		if !ok {
			return
		}
		scan(text, func(name, value string) { m[name] = value }, func(name string) { delete(m, name) }, read)
	}
	read(rtconfigName)
	return m
}

// readConfig reads a file of the BSP, or one that it includes from the user's include directories.
func (f *finder) readConfig(name string) (string, bool) {
	if f.p.BSP == f.p.Root {
		text, err := fs.ReadFile(f.p.FS, path.Clean(name))
		return string(text), err == nil
	}
	dirs := []string{f.p.BSP}
	for _, v := range f.c.Includes {
		dirs = append(dirs, v.Text)
	}
	for _, dir := range dirs {
		if text, err := input.Read(filepath.Join(dir, filepath.FromSlash(name))); err == nil {
			return string(text), true
		}
	}
	return "", false
}
