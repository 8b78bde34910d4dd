// Package bsp reads how a BSP compiles C: for which processor, with which ABI, macros and include directories. What the BSP's
// own build says comes first: a compilation database, what rttgen probe has noted of it, then rtconfig.py with the SConscripts,
// an Eclipse project, and at last the macros of rtconfig.h.
package bsp

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/bsp/scons"
	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/target"
	"github.com/rttgen/rttgen/model"
)

// File is the name of the script, beside rtconfig.h, that RT-Thread's build takes its compiler flags from.
const File = scons.RTConfig

// Options say where to look.
type Options struct {
	Dir     string            // that holds rtconfig.h, absolute
	Root    string            // the tree, absolute; empty if there is none on disk
	Beside  string            // directory of rttgen.yaml, absolute; may be empty
	Only    Flag              // the one source to read, if the user names it
	Macros  map[string]string // of rtconfig.h
	CConfig map[string]string // of cconfig.h, for trees up to 4.1
}

// Source is a place that says how the BSP compiles C.
type Source struct {
	Name     string // file, as the user can open it
	Compiler Flag   // "arm-none-eabi-gcc"
	Platform Flag   // what rtconfig.py calls the compiler: "gcc"
	Arch     Flag   // what rtconfig.py calls the architecture: "arm"
	Assumed  bool   // SConscripts alone: nobody says which compiler and processor they are for
	words    []Flag
	whole    bool // it has the macros and include directories of all components
	eclipse  bool
	stale    bool // made under another rtconfig.h
	command  *command
}

// Build is how a BSP compiles C.
type Build struct {
	Sources  []*Source // the best first
	Props    map[Property]Flag
	Compiler Flag
	Platform Flag
	Arch     Flag
	Whole    *Source // where Defines and Includes come from; nil if nothing says
	Defines  []Flag  // NAME or NAME=VALUE
	Includes []string
	Forced   []string // headers that are included before all others, absolute

	problems *diag.List // with the sources
}

// Read reads everything that says how the BSP compiles C. Two sources that contradict each other about the ABI are an error, an
// Eclipse project that contradicts the others is a warning.
func Read(o Options) (*Build, *diag.List) {
	list := &diag.List{}
	b := &Build{Props: map[Property]Flag{}}
	for _, read := range sources(o) {
		s, err := read()
		switch {
		case errors.Is(err, fs.ErrNotExist) && !o.Only.Set():
		case err != nil:
			list.Add(diag.Diagnostic{Pos: o.Only.Pos, Source: o.Only.Source, Message: "cannot read how the BSP is compiled: " + diag.Cause(err),
				Hint: "mend or remove it, or name another source under build: in rttgen.yaml"})
		case s != nil:
			if s.stale {
				list.Add(diag.Diagnostic{Severity: diag.Warning, Pos: model.Pos{File: s.Name},
					Message: "it was made under another rtconfig.h: macros and directories may be missing", Hint: "run rttgen probe"})
			}
			s.command = readFlags(s.words, o.Dir)
			b.Sources = append(b.Sources, s)
		}
	}
	for _, s := range b.Sources {
		b.merge(s)
	}
	b.disagreements(list)
	b.problems = list
	b.assume(o)
	return b, list
}

// sources returns the readers, the best first.
func sources(o Options) []func() (*Source, error) {
	compileCommands := func(name string) func() (*Source, error) {
		return func() (*Source, error) { return readCompileCommands(name, o.Root) }
	}
	noted := func(name string) func() (*Source, error) {
		return func() (*Source, error) { return readNotes(name, o) }
	}
	eclipse := func(name string) func() (*Source, error) { return func() (*Source, error) { return readEclipse(name) } }
	scripts := func() (*Source, error) { return readScripts(o) }
	if name := o.Only.Value; o.Only.Set() {
		switch base := filepath.Base(name); {
		case base == scons.RTConfig || base == scons.SConstruct:
			return []func() (*Source, error){scripts}
		case base == EclipseProject:
			return []func() (*Source, error){eclipse(name)}
		case strings.HasSuffix(base, NotesFile):
			return []func() (*Source, error){noted(name)}
		}
		return []func() (*Source, error){compileCommands(name)}
	}
	var all []func() (*Source, error)
	if name := firstFile(filepath.Join(o.Dir, CompileCommands), filepath.Join(o.Dir, "build", CompileCommands)); name != "" {
		all = append(all, compileCommands(name))
	}
	if name := firstFile(filepath.Join(o.Beside, NotesFile), filepath.Join(o.Dir, NotesFile)); name != "" {
		all = append(all, noted(name))
	}
	return append(all, scripts, eclipse(filepath.Join(o.Dir, EclipseProject)))
}

func firstFile(names ...string) string {
	for _, name := range names {
		if info, err := os.Stat(name); err == nil && !info.IsDir() && filepath.IsAbs(name) {
			return name
		}
	}
	return ""
}

// merge adds what a source says of what better ones do not.
func (b *Build) merge(s *Source) {
	for p, f := range s.command.props {
		if !b.Props[p].Set() {
			b.Props[p] = f
		}
	}
	for _, f := range []struct{ to, from *Flag }{{&b.Compiler, &s.Compiler}, {&b.Platform, &s.Platform}, {&b.Arch, &s.Arch}} {
		if !f.to.Set() {
			*f.to = *f.from
		}
	}
	if b.Whole == nil && s.whole {
		b.Whole, b.Defines = s, s.command.defines
		for _, f := range s.command.includes {
			b.Includes = append(b.Includes, f.Value)
		}
		for _, f := range s.command.forced {
			b.Forced = append(b.Forced, f.Value)
		}
	}
}

// comparable are the properties that all files of a firmware must have in common, with what gcc does by default.
var comparable = []struct {
	property Property
	standard string
}{{Enums, "short"}, {Float, "soft"}, {Endian, "little"}, {Wchar, "int"}, {Char, "unsigned"}, {Packing, "none"}, {Time, "64"}, {CPU, ""}}

// disagreements reports what two sources say differently.
func (b *Build) disagreements(list *diag.List) {
	if len(b.Sources) < 2 {
		return
	}
	for _, c := range comparable {
		first := b.Sources[0]
		said := first.said(c.property, c.standard)
		for _, s := range b.Sources[1:] {
			other := s.said(c.property, c.standard)
			if said.Value == other.Value || said.Value == "" || other.Value == "" {
				continue
			}
			severity := diag.Error
			if s.eclipse { // not the build of RT-Thread's, and seldom kept up
				severity = diag.Warning
			}
			list.Add(diag.Diagnostic{Severity: severity, Pos: said.Pos, Source: said.Source,
				Message: fmt.Sprintf("two builds disagree about the %s: %s here, %s in %s", c.property, said.Text, other.Text, other.Pos),
				Hint:    "bring them together, or name the one that counts under build: in rttgen.yaml"})
		}
	}
}

// said returns what a source says of a property, or gcc's default.
func (s *Source) said(p Property, standard string) Flag {
	if f := s.command.props[p]; f.Set() {
		return f
	}
	if standard == "" {
		return Flag{}
	}
	return Flag{Value: standard, Text: "no flag, so " + standard, Pos: model.Pos{File: s.Name}}
}

// assume fills in from rtconfig.h what no build says.
func (b *Build) assume(o Options) {
	if b.Props[CPU].Set() || b.Props[March].Set() || b.Arch.Set() {
		return
	}
	at := model.Pos{File: filepath.ToSlash(filepath.Join(o.Dir, "rtconfig.h"))}
	for _, a := range target.CPUs() {
		if on(o.Macros, a.Macro) {
			b.Props[CPU] = Flag{Value: a.Name, Text: a.Macro, Pos: at}
			return
		}
	}
	for name := range o.Macros {
		if arch, ok := target.Foreign(name); ok && on(o.Macros, name) {
			b.Arch = Flag{Value: arch, Text: name, Pos: at}
		}
	}
}

func on(macros map[string]string, name string) bool {
	value, ok := macros[name]
	return ok && value != "0"
}

// Target returns the ABI and the processor.
func (b *Build) Target() model.Target {
	is := func(p Property, value string) bool { return b.Props[p].Value == value }
	t := model.Target{
		ShortEnums: b.shortEnums(),
		Time32:     is(Time, "32"),
		SignedChar: is(Char, "signed"),
		ShortWchar: is(Wchar, "short"),
		CPU:        b.Props[CPU].Value,
		Arch:       b.Props[March].Value,
		FPU:        b.Props[FPU].Value,
		FloatABI:   b.Props[Float].Value,
		Thumb:      is(Thumb, "thumb"),
		Std:        b.Props[Std].Value,
		Optimize:   b.Props[Optimize].Value,
		FastMath:   is(Fast, "yes"),
		CMSE:       is(TrustZone, "yes"),
	}
	switch b.Props[Position].Value {
	case "1":
		t.PIC = 1
	case "2":
		t.PIC = 2
	}
	return t
}

// shortEnums reports what the compiler does with enums: bare-metal arm gcc makes them short unless it is told otherwise.
func (b *Build) shortEnums() bool {
	if f := b.Props[Enums]; f.Set() {
		return f.Value == "short"
	}
	return b.Props[ABI].Value != "aapcs-linux" && !strings.Contains(b.Compiler.Value, "-linux-")
}

// Facts returns the flags that decide the ABI and the processor, in a stable order, for people.
func (b *Build) Facts() []Flag {
	var all []Flag
	for _, p := range []Property{CPU, March, Thumb, FPU, Float, ABI, Endian, Enums, Wchar, Char, Packing, Time} {
		if f := b.Props[p]; f.Set() && !slices.ContainsFunc(all, func(g Flag) bool { return g.Text == f.Text }) {
			all = append(all, f)
		}
	}
	return all
}
