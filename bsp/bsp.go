// Package bsp reads how a BSP compiles C, as far as an object that is linked into it must know: from rtconfig.py, the file
// that RT-Thread's build takes its compiler flags from.
package bsp

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/diag"
	"github.com/rttgen/rttgen/model"
)

// File is the name of the file, beside rtconfig.h.
const File = "rtconfig.py"

// Flag is a compiler flag with its place.
type Flag struct {
	Value  string
	Pos    model.Pos
	Source string // the line
}

// Build is how a BSP is compiled with gcc.
type Build struct {
	File  string // what to call rtconfig.py in messages
	Float Flag   // hard, softfp or soft: what -mfloat-abi says
	CPU   Flag   // what -mcpu says; empty like Float where the flags come from elsewhere
}

// The float calling conventions of gcc.
const (
	Hard   = "hard"
	Soft   = "soft"
	SoftFP = "softfp" // calls as soft does, but computes in floating point registers
)

// The targets of rttgen build.
const (
	HardTarget = "cortex-m4f"
	SoftTarget = "cortex-m4"
)

// Target returns the target of rttgen build whose objects the BSP can link, "" if there is none, or the flags do not tell.
func (b *Build) Target() string {
	switch {
	case b.Float.Value == "", b.CPU.Value != "" && !slices.Contains(Processors(), b.CPU.Value):
		return ""
	case b.Float.Value == Hard:
		return HardTarget
	}
	return SoftTarget
}

// ChooseTarget returns the target that the BSP in a directory is compiled for, or refuses the one asked for because its objects
// could not be linked. Where the BSP does not tell, or there is none, it returns what was asked for, which may be nothing.
func ChooseTarget(dir, asked string) (string, *diag.List) {
	list := &diag.List{}
	b, err := Read(dir)
	if err != nil {
		return asked, list
	}
	fits := b.Target()
	switch {
	case fits == "" && asked == "" && b.CPU.Value != "":
		list.Add(diag.Diagnostic{Pos: b.CPU.Pos, Source: b.CPU.Source, Message: "the BSP is for " + b.CPU.Value + ", which cannot run code for a Cortex-M4",
			Hint: "choose a BSP for " + strings.Join(Processors(), " or ") + ", or name a --target"})
	case fits != "" && asked != fits && (asked == HardTarget || asked == SoftTarget):
		list.Add(diag.Diagnostic{Pos: b.Float.Pos, Source: b.Float.Source,
			Message: fmt.Sprintf("the BSP is compiled with -mfloat-abi=%s, an object for %s cannot be linked with it", b.Float.Value, asked),
			Hint:    "build with --target " + fits + ", or change the flag there and in the BSP's linker flags"})
	case asked == "":
		asked = fits
	}
	return asked, list
}

// Processors are the values of -mcpu whose instructions include those of a Cortex-M4.
func Processors() []string { return []string{"cortex-m4", "cortex-m7"} }

var (
	// platform finds the branch of rtconfig.py for a compiler; its flags follow with more indentation.
	platform = regexp.MustCompile(`^(\s*)(?:el)?if\b.*\bPLATFORM\b[^'"]*(.*):`)
	float    = regexp.MustCompile(`-mfloat-abi=(\w+)`)
	cpu      = regexp.MustCompile(`-mcpu=([\w-]+)`)
)

// Read reads the rtconfig.py of the directory that holds rtconfig.h. Without one the error is fs.ErrNotExist.
func Read(dir string) (*Build, error) {
	name := filepath.Join(dir, File)
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) { // projects of RT-Thread Studio, for instance, have none
		return nil, fs.ErrNotExist
	}
	if err != nil {
		return nil, err
	}
	return parse(filepath.ToSlash(name), string(text))
}

// parse looks at the lines for gcc: those in its branch, and those outside all branches.
func parse(name, text string) (*Build, error) {
	b := &Build{File: name}
	inGCC, depth := true, -1
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, "\r")
		code := strings.TrimSpace(line)
		if code == "" || strings.HasPrefix(code, "#") {
			continue
		}
		indent := len(line) - len(strings.TrimLeft(line, " \t"))
		switch m := platform.FindStringSubmatch(line); {
		case m != nil:
			inGCC, depth = strings.Contains(m[2], "'gcc'") || strings.Contains(m[2], `"gcc"`), indent
		case indent <= depth && strings.HasPrefix(code, "el"): // another branch of the same
			inGCC = false
		case indent <= depth:
			inGCC, depth = true, -1
		}
		if !inGCC {
			continue
		}
		pos := model.Pos{File: name, Line: i + 1}
		for _, f := range []struct {
			pattern *regexp.Regexp
			to      *Flag
		}{{float, &b.Float}, {cpu, &b.CPU}} {
			for _, m := range f.pattern.FindAllStringSubmatch(line, -1) {
				if f.to.Value != "" && f.to.Value != m[1] {
					return nil, fmt.Errorf("%s has both %s (line %d) and %s (line %d)", name,
						strings.Replace(m[0], m[1], f.to.Value, 1), f.to.Pos.Line, m[0], i+1)
				}
				if f.to.Value == "" {
					*f.to = Flag{Value: m[1], Pos: pos, Source: line}
				}
			}
		}
	}
	if b.Float.Value == "" && b.CPU.Value != "" { // what gcc does without the flag
		b.Float = Flag{Value: Soft, Pos: model.Pos{File: name}}
	}
	return b, nil
}
