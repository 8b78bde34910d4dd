package project

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/internal/bsp"
	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/input"
	"github.com/rttgen/rttgen/internal/target"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/sysroot"
)

// compile finds out how the BSP is compiled, and refuses one that bindings are not for.
func (f *finder) compile(m macros) {
	f.p.Target = model.Target{ShortEnums: true}
	if f.p.BSP != f.p.Root || !f.p.Embedded {
		o := f.p.buildOptions(f.c, m)
		o.CConfig = f.cconfig()
		if v := f.c.Build; v.Set() {
			o.Only = bsp.Flag{Value: f.absolute(v.Text), Text: v.Text, Pos: v.Pos, Source: v.Source}
		}
		b, list := bsp.Read(o)
		f.list.AddList(list)
		f.p.Build = b
		if d := b.Unbound(); d != nil {
			f.list.Add(*d)
		}
		f.p.Target = b.Target()
		f.assumptions(b)
	}
	f.userTarget()
}

// buildOptions say where the BSP's build is.
func (p *Project) buildOptions(c *config.Config, m macros) bsp.Options {
	o := bsp.Options{Dir: p.BSP, Macros: m}
	if !p.Embedded {
		o.Root = p.Root
	}
	if abs, err := filepath.Abs(c.Dir); err == nil && c.File != "" {
		o.Beside = abs
	}
	return o
}

// Locate finds tree, BSP and rtconfig.h, without looking at how the BSP is compiled.
func Locate(c *config.Config, refs References) (bsp.Options, *diag.List) {
	f := &finder{c: c, refs: refs, list: &diag.List{}, p: &Project{}}
	f.bsp()
	f.tree()
	if !f.list.HasErrors() {
		f.rtconfig()
	}
	if f.list.HasErrors() {
		return bsp.Options{}, f.list
	}
	return f.p.buildOptions(c, f.configMacros()), f.list
}

// withoutTree reads how the BSP is compiled although there is no tree, for those who need no more.
func (f *finder) withoutTree() {
	if f.p.BSP != "" {
		f.p.Build, _ = bsp.Read(bsp.Options{Dir: f.p.BSP, Macros: f.configMacros()})
	}
}

// cconfig returns the macros of cconfig.h: the BSP's, or what its build would write for newlib.
func (f *finder) cconfig() map[string]string {
	const name = "cconfig.h"
	text, err := input.Read(filepath.Join(f.p.BSP, name))
	if err != nil {
		if text, err = fs.ReadFile(sysroot.FS(), name); err != nil {
			return nil
		}
	}
	found := map[string]string{}
	scan(string(text), func(name, value string) { found[name] = value }, func(string) {}, func(string) {})
	return found
}

// userTarget puts what the user says of the ABI over what the BSP's build does not say. A contradiction is an error.
func (f *finder) userTarget() {
	for _, s := range []struct {
		value    config.Value
		key      string
		property bsp.Property
		now      bool
		want     string
		set      func(bool)
	}{
		{f.c.Target.ShortEnums, "short_enums", bsp.Enums, f.p.Target.ShortEnums, "true", func(on bool) { f.p.Target.ShortEnums = on }},
		{f.c.Target.TimeBits, "time_bits", bsp.Time, f.p.Target.Time32, "32", func(on bool) { f.p.Target.Time32 = on }},
	} {
		on := s.value.Text == s.want
		if !s.value.Set() || on == s.now {
			continue
		}
		if f.p.Build != nil {
			if flag := f.p.Build.Props[s.property]; flag.Set() {
				f.list.Add(s.value.Problem("remove it, or change the flag of the BSP's build",
					"%s: %s contradicts the BSP's build, which has %s in %s", s.key, s.value.Text, flag.Text, flag.Pos))
				continue
			}
		}
		s.set(on)
	}
}

// Fact is something that the BSP's build says, with where.
type Fact struct{ Text, Origin string }

// BuildFacts returns what decides the ABI, and where the include directories come from, for people.
func (p *Project) BuildFacts() []Fact {
	if p.Build == nil {
		return nil
	}
	f := &finder{p: p}
	var all []Fact
	for _, flag := range p.Build.Facts() {
		all = append(all, Fact{flag.Text, f.origin(flag.Pos)})
	}
	if s := p.Build.Whole; s != nil {
		all = append(all, Fact{"-I " + strconv.Itoa(len(p.Includes)) + " directories", f.origin(model.Pos{File: s.Name})})
	}
	return all
}

// assumptions says what stands in for a build that cannot be read.
func (f *finder) assumptions(b *bsp.Build) {
	for _, s := range b.Sources {
		if !s.Assumed {
			return
		}
	}
	how := "no processor is named: that of " + target.AssumedText
	if cpu := b.Props[bsp.CPU]; cpu.Set() {
		how = cpu.Value + ", as " + cpu.Text + " in rtconfig.h says"
	}
	f.p.Assumed = append(f.p.Assumed, "no build of the BSP is found: gcc with newlib is assumed, "+how)
}

// scripted reports whether the BSP's own build says what its macros are; rtconfig_preinc.h is for projects where nothing else
// does.
func (f *finder) scripted() bool {
	return f.p.Build != nil && f.p.Build.Whole != nil && !f.p.Build.Whole.Assumed
}

// preinc reads rtconfig_preinc.h: the macros of a project of RT-Thread Studio, unless they contradict rtconfig.h.
func (f *finder) preinc(m macros) ([]model.Define, bool) {
	if f.p.BSP == f.p.Root {
		return nil, false
	}
	name := filepath.Join(f.p.BSP, preincName)
	text, err := input.Read(name)
	if err != nil {
		return nil, false
	}
	var all []model.Define
	stale := ""
	scan(string(text), func(name, value string) {
		if strings.HasPrefix(name, "RTCONFIG_PREINC_H") { // its include guard
			return
		}
		all = slices.DeleteFunc(all, func(d model.Define) bool { return d.Name == name })
		all = append(all, model.Define{Name: name, Value: value, Origin: preincName})
		if other, ok := m[name]; ok && other != value && stale == "" {
			stale = strings.TrimSpace(name+" "+value) + " there, " + strings.TrimSpace(name+" "+other) + " in rtconfig.h"
		}
	}, func(name string) { all = slices.DeleteFunc(all, func(d model.Define) bool { return d.Name == name }) }, func(string) {})
	if stale != "" {
		f.list.Add(diag.Diagnostic{Severity: diag.Warning, Pos: model.Pos{File: filepath.ToSlash(name)},
			Message: "it is stale and not obeyed: " + stale, Hint: "let RT-Thread Studio write it again, or remove it"})
		return nil, false
	}
	return all, true
}

// origin names a place for people, below the tree or the BSP.
func (f *finder) origin(at model.Pos) string {
	if at.File == "" {
		return "the BSP's build"
	}
	for _, dir := range []string{f.p.BSP, f.p.Root} {
		if rel, err := filepath.Rel(dir, filepath.FromSlash(at.File)); err == nil && filepath.IsLocal(rel) {
			at.File = filepath.ToSlash(rel)
			return at.String()
		}
	}
	at.File = path.Base(at.File)
	return at.String()
}

// buildIncludes adds the directories that the BSP's build searches, as far as they are there.
func (f *finder) buildIncludes() {
	for _, dir := range f.p.Build.Includes {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			continue
		}
		if rel, err := filepath.Rel(f.p.Root, dir); err == nil && filepath.IsLocal(rel) && !f.p.Embedded {
			dir = filepath.ToSlash(rel)
		}
		if !slices.Contains(f.p.Includes, dir) {
			f.p.Includes = append(f.p.Includes, dir)
		}
	}
}

// versionMacro warns when rtconfig.h was made for another version than the tree's.
func (f *finder) versionMacro(m macros) {
	text, ok := m["RT_VER_NUM"]
	if !ok || f.p.Embedded && f.p.BSP == f.p.Root {
		return
	}
	n, err := strconv.ParseInt(strings.TrimSpace(text), 0, 64)
	if err != nil {
		return
	}
	if v := (model.Version{Major: int(n >> 16), Minor: int(n >> 8 & 0xff), Patch: int(n & 0xff)}); v != f.p.Version {
		f.list.Add(diag.Diagnostic{Severity: diag.Warning, Pos: model.Pos{File: f.p.RTConfig},
			Message: "RT_VER_NUM says RT-Thread " + v.String() + ", the tree is " + f.p.Version.String(),
			Hint:    "let scons --menuconfig write rtconfig.h again, or name the tree that it was made for"})
	}
}
