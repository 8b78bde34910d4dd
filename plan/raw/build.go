package raw

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/model"
)

// CBuild is what a whole build of the BSP may have different from what the headers were read with. The C compiler confirms it
// before anything else, so that the cause is told and not its consequences.
type CBuild struct {
	Compiler []CFact // told by predefined macros, before any header
	Macros   []CFact // told by macros, behind the headers
	Types    []CFact // told by types only
}

// CFact is one such thing.
type CFact struct {
	Is      string // of Types: the constant expression that holds
	Differs string // of the others: the condition of an #if that holds in another build
	Message string // what is different, and what to write or to run
}

// How a message ends: what the user does about it.
const (
	thenGenerate = "then run rttgen generate"
	rtconfigOr   = "run rttgen generate; if it is not in rtconfig.h but on the compiler's command line, first write "
)

func (p *planner) planBuild() {
	b := &p.raw.Build
	b.Compiler = append(b.Compiler, processor, enumFact(p.api.Target))
	b.Compiler = append(b.Compiler, p.charFact()...)
	b.Compiler = append(b.Compiler, p.wcharFact()...)
	b.Macros = append(b.Macros, p.versionFact()...)
	b.Macros = append(b.Macros, p.libraryFacts()...)
	b.Macros = append(b.Macros, p.valueFacts()...)
	b.Macros = append(b.Macros, p.guardFacts()...)
	b.Types = append(b.Types, packing)
	b.Types = append(b.Types, p.timeFact()...)
}

// processor is the only kind that is bound.
var processor = CFact{
	Differs: "!defined(__arm__) || defined(__ARMEB__) || defined(__ARM_BIG_ENDIAN)",
	Message: "the Go bindings are for 32 bit little-endian arm, and this compiler is not",
}

// PackingProbe is the struct, declared before any header, by which packing is told.
const PackingProbe = "struct rttgo_packing { char first; double second; };"

var packing = CFact{
	Is:      "sizeof(struct rttgo_packing) == 16",
	Message: "this build packs every struct, which the Go bindings do not: take -fpack-struct away, or #pragma pack before the headers",
}

func enumFact(t model.Target) CFact {
	if t.ShortEnums {
		return CFact{
			Differs: "defined(__ARM_SIZEOF_MINIMAL_ENUM) && __ARM_SIZEOF_MINIMAL_ENUM != 1",
			Message: "enums are ints in this build (-fno-short-enums), and short in the Go bindings: " +
				"write target: {short_enums: false} in rttgen.yaml, " + thenGenerate,
		}
	}
	return CFact{
		Differs: "defined(__ARM_SIZEOF_MINIMAL_ENUM) && __ARM_SIZEOF_MINIMAL_ENUM != 4",
		Message: "enums are short in this build (-fshort-enums), and ints in the Go bindings: " +
			"write target: {short_enums: true} in rttgen.yaml, " + thenGenerate,
	}
}

// charFact is about a plain char: Go has it as a byte, but the values of constants and the meaning of bit-fields depend on it.
func (p *planner) charFact() []CFact {
	name := p.dependsOnChar()
	if name == "" {
		return nil
	}
	if p.api.Target.SignedChar {
		return []CFact{{Differs: "defined(__CHAR_UNSIGNED__)", Message: "char is unsigned in this build, and signed in the Go bindings (-fsigned-char), for which " +
			name + " differs: build with -fsigned-char, or generate without it"}}
	}
	return []CFact{{Differs: "!defined(__CHAR_UNSIGNED__)", Message: "char is signed in this build (-fsigned-char), and unsigned in the Go bindings, for which " +
		name + " differs: build with -funsigned-char, or generate with the flags of this build"}}
}

// highChar matches a character constant that may be negative.
var highChar = regexp.MustCompile(`'(\\x[89a-fA-F][0-9a-fA-F]|\\[23][0-7][0-7]|[^\x00-\x7f])'`)

// dependsOnChar names something whose meaning depends on whether char is signed; empty if nothing does.
func (p *planner) dependsOnChar() string {
	for _, m := range p.api.Macros {
		if m.Kind == model.MacroInt && p.macroNote(m) == "" && highChar.MatchString(m.Text) {
			return m.Name
		}
	}
	for _, r := range p.api.Records {
		for _, f := range r.Fields {
			if u := f.Type.Underlying(); f.IsBits && u.Kind == model.Int && u.Name == "char" && p.used.held[r] {
				return "member " + f.Name + " of " + r.Name
			}
		}
	}
	return ""
}

func (p *planner) wcharFact() []CFact {
	if !p.used.names["wchar_t"] {
		return nil
	}
	bytes, flag, other := 4, "-fshort-wchar", "-fno-short-wchar"
	if p.api.Target.ShortWchar {
		bytes, flag, other = 2, "-fno-short-wchar", "-fshort-wchar"
	}
	return []CFact{{
		Differs: fmt.Sprintf("defined(__SIZEOF_WCHAR_T__) && __SIZEOF_WCHAR_T__ != %d", bytes),
		Message: fmt.Sprintf("wchar_t has not %d bytes in this build (%s): build with %s, or generate with the flags of this build", bytes, flag, other),
	}}
}

// versionFact compares the version of the headers that are compiled with that of the headers that were read.
func (p *planner) versionFact() []CFact {
	var differs []string
	for _, names := range [][]string{
		{"RT_VERSION_MAJOR", "RT_VERSION"}, {"RT_VERSION_MINOR", "RT_SUBVERSION"}, {"RT_VERSION_PATCH", "RT_REVISION"},
	} {
		for _, name := range names {
			if m := p.api.Macro(name); m != nil && m.Kind == model.MacroInt && plainInteger.MatchString(m.Text) {
				differs = append(differs, valueDiffers(name, m.Int))
				break
			}
		}
	}
	if differs == nil {
		return nil
	}
	return []CFact{{
		Differs: strings.Join(differs, " || "),
		Message: "the Go bindings are of RT-Thread " + p.api.Version.String() + ", and this build's headers are not: " +
			"name its tree under rtthread: in rttgen.yaml, " + thenGenerate,
	}}
}

// plainInteger matches a macro that a preprocessor can compare: without casts and names.
var plainInteger = regexp.MustCompile(`^[( ]*[0-9][0-9a-fA-FxX]*[uUlL]*[) ]*$`)

func valueDiffers(name string, v int64) string {
	return fmt.Sprintf("!defined(%s) || %s != %s", name, name, cInteger(v, false))
}

// valuesUsed are numbers of the configuration that the Go code was made with, beyond what they do to types.
var valuesUsed = []string{"RT_NAME_MAX", "RT_TICK_PER_SECOND", "RT_THREAD_PRIORITY_MAX", "RT_ALIGN_SIZE", "RT_CPUS_NR"}

func (p *planner) valueFacts() []CFact {
	var list []CFact
	for _, name := range valuesUsed {
		if m := p.api.Macro(name); m != nil && m.Kind == model.MacroInt && plainInteger.MatchString(m.Text) && configured(p.api, &m.Decl) {
			list = append(list, p.valueFact(m))
		}
	}
	return list
}

func (p *planner) valueFact(m *model.Macro) CFact {
	return CFact{
		Differs: valueDiffers(m.Name, m.Int),
		Message: fmt.Sprintf("%s is not %d in this build, as it is in the Go bindings: %s%s=N under defines: in rttgen.yaml", m.Name, m.Int, rtconfigOr, m.Name),
	}
}

// timeFact is about the width of time_t, where something that is bound has one.
func (p *planner) timeFact() []CFact {
	t := p.api.Typedef("time_t")
	if t == nil || !p.used.names["time_t"] {
		return nil
	}
	size := t.Type.Underlying().Size
	fix := "the C library is another one"
	switch {
	case !system(&t.Decl): // what the headers of the tree say, the target does not change
	case size == 8:
		fix = "write target: {time_bits: 32}"
	case size == 4:
		fix = "write target: {time_bits: 64}"
	}
	if !system(&t.Decl) {
		return []CFact{{Is: fmt.Sprintf("sizeof(time_t) == %d", size), Message: fmt.Sprintf(
			"time_t has not %d bits in this build, as it has in the Go bindings by %s: %s", size*8, t.Pos.File, libraryFix)}}
	}
	return []CFact{{Is: fmt.Sprintf("sizeof(time_t) == %d", size), Message: fmt.Sprintf(
		"time_t has not %d bits in this build, as it has in the Go bindings: %s in rttgen.yaml, %s", size*8, fix, thenGenerate)}}
}

const libraryFix = "the C library is another one: write its macros under defines: and its directory under includes: in rttgen.yaml, " + thenGenerate

// libraries are macros that choose the C library, by the directory of the tree that holds it.
var libraries = []struct{ macro, name, dir string }{
	{"RT_USING_MINILIBC", "RT-Thread's minilibc", "components/libc/compilers/minilibc"},
	{"RT_USING_NEWLIB", "newlib", "components/libc/compilers/newlib"},
	{"RT_USING_NEWLIBC", "newlib", "components/libc/compilers/newlib"},
	{"RT_USING_PICOLIBC", "picolibc", "components/libc/compilers/picolibc"},
}

// libraryFacts tell another C library, where something that is bound has a type of one.
func (p *planner) libraryFacts() []CFact {
	if !p.usesLibrary() {
		return nil
	}
	var list []CFact
	for _, l := range libraries {
		if p.isDefined(l.macro) {
			list = append(list, p.stillDefined(l.macro))
			continue
		}
		list = append(list, CFact{
			Differs: "defined(" + l.macro + ")",
			Message: fmt.Sprintf("this build has %s (%s), and the Go bindings have not: write %s under defines: and the tree's %s under includes: in rttgen.yaml, %s",
				l.name, l.macro, l.macro, l.dir, thenGenerate),
		})
	}
	if p.api.Macro("__NEWLIB__") != nil {
		list = append(list, CFact{
			Differs: "!defined(__NEWLIB__)",
			Message: "this build's C library is not newlib, with which the Go bindings were made: " +
				"write its macros under defines: and its directory under includes: in rttgen.yaml, " + thenGenerate,
		})
	}
	return list
}

// compilerTypes are of the compiler, whatever the library.
var compilerTypes = regexp.MustCompile(`^(_|u?int(_least|_fast|max|ptr)?(8|16|32|64)?_t$|size_t$|ptrdiff_t$|wchar_t$|va_list$)`)

// usesLibrary reports whether something that is bound has a type of the C library.
func (p *planner) usesLibrary() bool {
	for r := range p.used.held {
		if system(&r.Decl) {
			return true
		}
	}
	for name := range p.used.names {
		if t := p.api.Typedef(name); t != nil && system(&t.Decl) && !compilerTypes.MatchString(name) {
			return true
		}
	}
	return false
}

func (p *planner) isDefined(name string) bool {
	return p.api.Macro(name) != nil || p.api.FuncMacro(name) != nil
}

// stillDefined is about a macro that the headers were read with.
func (p *planner) stillDefined(name string) CFact {
	f := CFact{Differs: "!defined(" + name + ")"}
	for _, d := range p.api.Defines {
		if d.Name == name {
			f.Message = fmt.Sprintf("this build does not define %s, and the Go bindings were made with it (%s): write '!%s' under defines: in rttgen.yaml, %s",
				name, d.Origin, name, thenGenerate)
			return f
		}
	}
	where := "rtconfig.h"
	if m := p.api.Macro(name); m != nil && m.Pos.IsValid() {
		where = path.Base(m.Pos.File)
	}
	f.Message = fmt.Sprintf("this build does not define %s, and the Go bindings were made with it: %s has changed, run rttgen generate", name, where)
	return f
}

func sortedKeys(m map[string]bool) []string {
	var list []string
	for k := range m {
		list = append(list, k)
	}
	slices.Sort(list)
	return list
}
