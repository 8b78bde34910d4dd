// Package scons finds out how RT-Thread's build compiles C for a BSP, by evaluating what SCons would: the BSP's rtconfig.py and
// SConstruct, and the SConscripts of BSP and tree, under the BSP's rtconfig.h. Nothing is run, written or asked of the
// environment, so that the answer is the same on every machine.
package scons

import (
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/rttgen/rttgen/internal/bsp/python"
	"github.com/rttgen/rttgen/internal/input"
)

// Names of the scripts.
const (
	RTConfig   = "rtconfig.py"
	SConstruct = "SConstruct"
	script     = "SConscript"
)

// Options say what to evaluate.
type Options struct {
	BSP    string            // directory that holds rtconfig.h, absolute
	Root   string            // the tree, absolute
	Macros map[string]string // what rtconfig.h defines
	Assume map[string]string // variables of rtconfig.py where there is none: ARCH, CPU
	// CConfig are the macros of cconfig.h, in which the builds of trees up to 4.1 note what the compiler's headers have.
	CConfig map[string]string
}

// Flag is a word of the compiler's command line, with the place in a script that it comes from.
type Flag struct {
	Text string
	File string // absolute
	Line int
}

// Build is how C is compiled.
type Build struct {
	HasRTConfig bool // rtconfig.py was read
	HasScripts  bool // the SConscripts of the tree were read
	Aborted     bool // a script left by an exception or exit()
	Platform    Flag // "gcc", "armcc": the compiler that rtconfig.py has when it is asked for gcc
	Arch, CPU   Flag // directories of libcpu: "arm", "cortex-m4"
	CC          Flag // "arm-none-eabi-gcc"
	Flags       []Flag
	Defines     []Flag // NAME or NAME=VALUE
	Includes    []Flag // absolute directories
	Notes       []python.Note
}

// Read evaluates the scripts. A file that is missing is no error: Build says what was read.
func Read(o Options) *Build {
	r := newReader(o)
	r.rtconfig()
	r.sconstruct()
	r.finish()
	return r.build
}

// reader holds what is known so far.
type reader struct {
	o        Options
	build    *Build
	m        *python.Machine
	options  map[string]python.Value // BuildOptions of building.py
	config   *python.Object          // module rtconfig
	building *python.Object          // module building, which brings those of SCons along
	modules  map[string]*python.Object
	env      *python.Object
	exports  map[string]python.Value
	switches map[string]python.Value // command line options of SCons, by what AddOption says
	dir      string                  // of the script that runs
	cwd      string
	files    map[string]bool // scripts that run, against recursion
	prepared bool
}

func newReader(o Options) *reader {
	r := &reader{
		o:        o,
		build:    &Build{},
		m:        &python.Machine{},
		options:  map[string]python.Value{},
		config:   &python.Object{Name: "rtconfig", Attrs: map[string]python.Value{}},
		exports:  map[string]python.Value{},
		switches: map[string]python.Value{},
		dir:      o.BSP,
		cwd:      o.BSP,
		files:    map[string]bool{},
	}
	for name, value := range o.Macros {
		r.options[name] = option(value)
	}
	r.m.Import = r.module
	r.modules = r.makeModules()
	r.env = r.environment(&python.Call{Named: map[string]python.Value{}})
	return r
}

// option returns the value of a macro as SCons' preprocessor keeps it.
func option(value string) python.Value {
	if n, ok := number(value); ok {
		return n
	}
	return python.Text(value)
}

// rtconfig evaluates rtconfig.py.
func (r *reader) rtconfig() {
	text, err := input.Read(filepath.Join(r.o.BSP, RTConfig))
	if err != nil {
		for name, value := range r.o.Assume {
			r.config.Attrs[name] = python.Text(value)
		}
		for name, value := range map[string]string{"PLATFORM": "gcc", "CROSS_TOOL": "gcc", "CC": "gcc", "PREFIX": "", "CFLAGS": "", "LFLAGS": ""} {
			r.config.Attrs[name] = python.Text(value)
		}
		return
	}
	r.build.HasRTConfig = true
	scope := python.NewScope(filepath.Join(r.o.BSP, RTConfig))
	scope.Vars["PLATFORM"] = python.Text("gcc") // for a script that only asks
	if !r.m.Run(string(text), scope) {
		r.build.Aborted = true
	}
	r.config.Attrs = scope.Vars
}

// sconstruct evaluates SConstruct, or without one what every SConstruct does, if the tree has a build for SCons.
func (r *reader) sconstruct() {
	if _, err := os.Stat(filepath.Join(r.o.Root, "src", script)); err != nil || r.o.Root == "" {
		r.configured()
		return
	}
	r.build.HasScripts = true
	text, err := input.Read(filepath.Join(r.o.BSP, SConstruct))
	if err == nil && r.build.HasRTConfig {
		r.exports["RTT_ROOT"] = python.Text(r.o.Root)
		if !r.m.Run(string(text), r.scope(filepath.Join(r.o.BSP, SConstruct))) {
			r.build.Aborted = true
		}
	}
	if !r.prepared {
		r.configured()
		r.prepare(nil)
	}
}

// configured fills the environment as SConstruct does.
func (r *reader) configured() {
	r.env.Attrs["CFLAGS"] = attr(r.config, "CFLAGS")
	if _, ok := r.config.Attrs["CFLAGS"]; !ok {
		r.env.Attrs["CFLAGS"] = attr(r.config, "DEVICE")
	}
	r.env.Attrs["LINKFLAGS"] = attr(r.config, "LFLAGS")
}

// scope returns that of a script, with what SCons gives to all.
func (r *reader) scope(file string) *python.Scope {
	s := python.NewScope(file)
	for name, v := range r.modules["SCons"].Attrs {
		s.Vars[name] = v
	}
	return s
}

// prepare is PrepareBuilding of building.py: all SConscripts in the order of the build.
func (r *reader) prepare(c *python.Call) {
	r.prepared = true
	hasLibcpu := false
	remove := python.Value(&python.List{})
	if c != nil {
		if env, ok := c.Arg(0, "env").(*python.Object); ok {
			r.env = env
		}
		hasLibcpu = c.Arg(2, "has_libcpu") == true
		if list, ok := c.Arg(3, "remove_components").(*python.List); ok {
			remove = list
		}
	}
	r.addTo("CPPPATH", python.Text(r.o.BSP))
	r.compilerConfig()
	if strings.Contains(flat(r.env.Attrs["LINKFLAGS"]), "nano.specs") && r.gcc() {
		r.addTo("CPPDEFINES", python.Text("_REENT_SMALL"))
	}
	r.exports["remove_components"] = remove
	if r.build.HasRTConfig {
		r.run(filepath.Join(r.o.BSP, script))
	}
	r.run(filepath.Join(r.o.Root, "src", script))
	if !hasLibcpu {
		r.run(filepath.Join(r.o.Root, "libcpu", script))
	}
	r.run(filepath.Join(r.o.Root, "components", script))
	r.run(filepath.Join(r.o.Root, "examples/utest/testcases", script))
}

// compilerConfig does what trees up to 4.1 do about cconfig.h.
func (r *reader) compilerConfig() {
	text, err := input.Read(filepath.Join(r.o.Root, "tools/building.py"))
	if err != nil || !r.gcc() {
		return
	}
	for line := range strings.Lines(string(text)) {
		if strings.Contains(line, "HAVE_CCONFIG_H") && strings.Contains(line, "CPPDEFINES") && !strings.HasPrefix(strings.TrimSpace(line), "#") {
			for name, value := range r.o.CConfig {
				r.options[name] = option(value)
			}
			r.addTo("CPPDEFINES", python.Text("HAVE_CCONFIG_H"))
			return
		}
	}
}

func (r *reader) gcc() bool { return flat(r.config.Attrs["PLATFORM"]) == "gcc" }

// maxNested bounds SConscripts that call each other.
const maxNested = 40

// run evaluates a SConscript and returns what it returns.
func (r *reader) run(file string) python.Value {
	file = filepath.Clean(file)
	text, err := input.Read(file)
	if err != nil || r.files[file] || len(r.files) > maxNested {
		return &python.List{}
	}
	r.files[file] = true
	dir, cwd := r.dir, r.cwd
	r.dir = filepath.Dir(file)
	r.cwd = r.dir
	s := r.scope(file)
	r.m.Run(string(text), s)
	r.dir, r.cwd = dir, cwd
	delete(r.files, file)
	if v, ok := s.Vars[resultName]; ok {
		return v
	}
	return &python.List{}
}

// resultName is the variable in which Return leaves its result; no script can have one of this name.
const resultName = "<return>"

// noGCC is the platform of a BSP whose rtconfig.py has nothing for gcc.
const noGCC = "other compilers"

// finish turns values into words.
func (r *reader) finish() {
	b := r.build
	b.Notes = r.m.Notes
	b.Platform, b.Arch, b.CPU = r.variable("PLATFORM"), r.variable("ARCH"), r.variable("CPU")
	b.CC = r.variable("CC")
	for _, name := range []string{"CFLAGS", "CCFLAGS", "CPPFLAGS"} {
		for _, w := range words(r.env.Attrs[name]) {
			b.Flags = append(b.Flags, flag(w))
		}
	}
	if b.HasRTConfig && b.Platform.File == "" && len(b.Flags) == 0 {
		b.Platform = Flag{Text: noGCC, File: filepath.Join(r.o.BSP, RTConfig)}
	}
	for _, d := range defines(r.env.Attrs["CPPDEFINES"]) {
		b.Defines = append(b.Defines, flag(d))
	}
	seen := map[string]bool{}
	for _, w := range paths(r.env.Attrs["CPPPATH"]) {
		f := flag(w)
		f.Text = r.absolute(f.Text, r.o.BSP)
		if !seen[f.Text] {
			seen[f.Text] = true
			b.Includes = append(b.Includes, f)
		}
	}
}

// variable returns one of rtconfig.py's.
func (r *reader) variable(name string) Flag {
	s, ok := r.config.Attrs[name].(python.Str)
	if !ok || !s.Known() || len(s) == 0 {
		return Flag{}
	}
	return flag(s)
}

func flag(s python.Str) Flag {
	f := Flag{Text: s.String()}
	for _, p := range s {
		if p.File != "" {
			f.File, f.Line = p.File, p.Line
			break
		}
	}
	return f
}

// absolute resolves a path of a script; # is the BSP.
func (r *reader) absolute(name, dir string) string {
	name = strings.Trim(name, `"'`)
	if rest, ok := strings.CutPrefix(name, "#"); ok {
		return path.Join(r.o.BSP, strings.TrimPrefix(rest, "/"))
	}
	name = strings.ReplaceAll(name, `\`, "/")
	if path.IsAbs(name) {
		return path.Clean(name)
	}
	return path.Join(dir, name)
}
