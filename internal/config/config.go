// Package config reads what the user asked for: rttgen.yaml, with the command line's flags over it. It checks what can be
// checked without looking at an RT-Thread tree; package project does the rest.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/input"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/checks"
)

// DefaultFile is the configuration file that is read when none is named.
const DefaultFile = "rttgen.yaml"

// Reference is the value of rtthread that stands for the embedded reference interface.
const Reference = "reference"

// Config is everything a user can choose. Paths are absolute or relative to the working directory.
type Config struct {
	File     string // the configuration file, empty for none
	Dir      string // the directory it lies in, or the working directory
	RTThread Value  // a directory, "reference" or "reference:5.2"; unset: to be found
	RTConfig Value  // an rtconfig.h or the directory that holds it; unset: to be found
	RTTRoot  Value  // what the environment says of the two
	BSPRoot  Value
	Defines  []Value // NAME, NAME=VALUE, or !NAME to take a default away
	Includes []Value
	Headers  []Value // included after the default ones
	Mappings []Value // overlays, the last one wins
	Target   Target
	Build    Value // the file that says how the BSP is compiled, if only one counts
	Out      Value
	Package  string
	Module   string // import path of the package
	module   Value  // what the user wrote of it
	GoMod    bool   // the output gets a go.mod of its own: none is above it, and it does not lie in the project
	NewMod   string // module of the go.mod that Dir lacks, for the output to be part of; empty if it has one, or one above
	Checks   checks.Level
	Program  Value   // the directory of the program's package main; unset: Dir
	Tags     []Value // build tags of the program
	GC       string
}

// Target is what the user says of the compiler's ABI. What is not set follows the BSP's build.
type Target struct {
	ShortEnums Value // "true" or "false"
	TimeBits   Value // "32" or "64"
}

// Value is a setting with its place: a line of the configuration file, a flag or an environment variable.
type Value struct {
	Text   string
	Pos    model.Pos
	Source string // the line
}

// Set reports whether somebody gave the setting.
func (v Value) Set() bool { return v.Text != "" }

// Problem returns a diagnostic about the setting.
func (v Value) Problem(hint, format string, args ...any) diag.Diagnostic {
	return diag.Diagnostic{Pos: v.Pos, Source: v.Source, Hint: hint, Message: fmt.Sprintf(format, args...)}
}

// GCs lists the allocators that a program can be built with.
func GCs() []string { return []string{"conservative", "leaking", "none"} }

// Flags are the settings of the command line. What is empty is not given.
type Flags struct {
	RTThread, RTConfig, Out, Package, Checks string
	Defines, Includes, Headers, Mappings     []string
}

// Load reads a configuration file, DefaultFile of the working directory or of the nearest one above it if none is named and
// there is one, and puts the flags over it. The configuration is complete only if the list holds no error.
func Load(file string, flags Flags, getenv func(string) string) (*Config, *diag.List) {
	c := &Config{
		Dir:    ".",
		Checks: checks.Full,
		GC:     GCs()[0],
	}
	list := &diag.List{}
	name := file
	if name == "" {
		name = nearest(DefaultFile)
	}
	switch text, err := input.Read(name); {
	case err == nil:
		c.File, c.Dir = name, filepath.Dir(name)
		list.AddList(decode(c, filepath.ToSlash(name), text))
	case file == "" && errors.Is(err, fs.ErrNotExist):
	default:
		list.Add(diag.Diagnostic{
			Pos:     model.Pos{File: filepath.ToSlash(name)},
			Message: "cannot read the configuration: " + diag.Cause(err),
			Hint:    "name another file with -c, or leave it out: the flags can say everything",
		})
	}
	c.override(flags, list)
	c.RTTRoot = environment("RTT_ROOT", getenv)
	c.BSPRoot = environment("BSP_ROOT", getenv)
	c.complete(list)
	return c, list
}

// override puts flags over what the file says; lists grow.
func (c *Config) override(flags Flags, list *diag.List) {
	for _, f := range []struct {
		flag, text string
		to         *Value
	}{
		{"--rtthread", flags.RTThread, &c.RTThread},
		{"--rtconfig", flags.RTConfig, &c.RTConfig},
		{"--out", flags.Out, &c.Out},
	} {
		if f.text != "" {
			*f.to = Value{Text: f.text, Pos: model.Pos{File: f.flag}}
		}
	}
	for _, f := range []struct {
		flag   string
		texts  []string
		to     *[]Value
		verify func(Value) error
	}{
		{"-D", flags.Defines, &c.Defines, verifyDefine},
		{"-I", flags.Includes, &c.Includes, nil},
		{"--header", flags.Headers, &c.Headers, verifyHeader},
		{"--mapping", flags.Mappings, &c.Mappings, nil},
	} {
		for _, text := range f.texts {
			v := Value{Text: text, Pos: model.Pos{File: f.flag}}
			if err := check(f.verify, v); err != nil {
				list.Add(v.Problem("", "%v", err))
				continue
			}
			*f.to = append(*f.to, v)
		}
	}
	if flags.Package != "" {
		v := Value{Text: flags.Package, Pos: model.Pos{File: "--package"}}
		if err := verifyPackage(v); err != nil {
			list.Add(v.Problem("", "%v", err))
		}
		c.Package = flags.Package
	}
	if flags.Checks != "" {
		v := Value{Text: flags.Checks, Pos: model.Pos{File: "--checks"}}
		if err := oneOf(levels())(v); err != nil {
			list.Add(v.Problem(diag.DidYouMean(v.Text, levels()), "%v", err))
		}
		c.Checks = checks.Level(flags.Checks)
	}
}

// complete fills in what nobody said.
func (c *Config) complete(list *diag.List) {
	if c.Package == "" {
		c.Package = "rtt"
	}
	if !c.Out.Set() {
		c.Out = Value{Text: filepath.Join(c.Dir, "rtt")}
	}
	mod, err := findModule(c.Out.Text)
	if err != nil {
		list.Add(c.Out.Problem("mend the go.mod, or state module: in "+DefaultFile, "%v", err))
	}
	switch {
	case mod == "":
		c.newModule()
	case c.module.Set() && c.module.Text != mod:
		list.Add(c.module.Problem("write module: "+mod+", or leave it out",
			"module %s cannot be imported: by the go.mod above %s the package is %s", c.module.Text, filepath.ToSlash(c.Out.Text), mod))
	default:
		c.Module = mod
	}
	if c.GoMod && slices.Contains(strings.Split(c.Module, "/"), "internal") {
		list.Add(c.module.Problem("leave internal out of it", "module %s cannot be imported: internal packages are for their own module, "+
			"and the output is one of its own", c.Module))
	}
}

// defaultModule is the module of a project that has no go.mod. It does not depend on the name of the directory, so that what is
// generated does not either.
const defaultModule = "example.com/app"

// newModule decides which module the output is part of where there is none yet: one in the directory of the project, so that
// go vet ./... reaches everything, or one of its own if it lies elsewhere.
func (c *Config) newModule() {
	c.Module = c.module.Text
	rel, err := filepath.Rel(c.Dir, c.Out.Text)
	if err == nil && filepath.IsLocal(rel) && rel != "." {
		below := "/" + filepath.ToSlash(rel)
		if c.Module == "" {
			c.Module = defaultModule + below
		}
		if root, ok := strings.CutSuffix(c.Module, below); ok && root != "" {
			c.NewMod = root
			return
		}
	}
	c.GoMod = true
	if c.Module == "" {
		c.Module = c.Package
	}
}

// ProgramDir returns the directory of the program's package main.
func (c *Config) ProgramDir() string {
	if c.Program.Set() {
		return c.Program.Text
	}
	return c.Dir
}

// TagNames returns the build tags of the program.
func (c *Config) TagNames() []string {
	var tags []string
	for _, v := range c.Tags {
		tags = append(tags, v.Text)
	}
	return tags
}

// nearest returns the path of a file in the working directory or in the nearest one above that has it.
func nearest(name string) string {
	at, err := os.Getwd()
	for up := name; err == nil; up = filepath.Join("..", up) {
		if info, err := os.Stat(up); err == nil && !info.IsDir() {
			return up
		}
		if filepath.Dir(at) == at {
			break
		}
		at = filepath.Dir(at)
	}
	return name
}

func environment(name string, getenv func(string) string) Value {
	if text := getenv(name); text != "" {
		return Value{Text: text, Pos: model.Pos{File: name}}
	}
	return Value{}
}

func levels() []string {
	var names []string
	for _, c := range checks.All() {
		names = append(names, string(c))
	}
	return names
}
