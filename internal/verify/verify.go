// Package verify holds the facts that bindings rest on to a linked firmware: what its debug information and its symbols say. Each
// difference is a finding with its place in the headers, what was expected, what was found, and the option that is the likely cause.
package verify

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/firmware"
	"github.com/rttgen/rttgen/model"
)

// Result is what was found.
type Result struct {
	Findings *diag.List // errors: the firmware is another one than the bindings are for; warnings: look at this
	Compared Counts
}

// Counts tell how much could be compared. What the firmware has no word of counts nowhere.
type Counts struct {
	Records, Members, Enums, Constants, Scalars, Functions, Symbols int
}

func (c Counts) String() string {
	return fmt.Sprintf("%d records with %d members, %d enums, %d constants, %d scalar types, %d functions, %d symbols",
		c.Records, c.Members, c.Enums, c.Constants, c.Scalars, c.Functions, c.Symbols)
}

// Compare holds an interface to a firmware. Open returns the text of a header by the name that places have, nil if it cannot be
// read: it tells under which condition a member stands that only the firmware has.
func Compare(api *model.API, image *firmware.Image, open func(file string) []byte) Result {
	v := &verifier{api: api, image: image, open: open, result: Result{Findings: &diag.List{}}, drifted: map[string]bool{}}
	v.target()
	v.scalars()
	v.enums()
	v.records()
	v.lengths()
	v.functions()
	v.symbols()
	return v.result
}

type verifier struct {
	api     *model.API
	image   *firmware.Image
	open    func(file string) []byte
	result  Result
	drifted map[string]bool // records that differ by themselves
	follow  []string        // records that differ because one of these is in them
}

func (v *verifier) find(pos model.Pos, hint, format string, args ...any) {
	v.result.Findings.Add(diag.Diagnostic{Pos: pos, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// regenerate is the way out of most differences.
const regenerate = "run rttgen generate with the rtconfig.h and the flags that this firmware was built with"

// target compares what the compiler was told with what the bindings assume.
func (v *verifier) target() {
	a, t := v.image.Attributes, v.api.Target
	if hard := t.FloatABI == "hard"; t.FloatABI != "" && a.CPU != "" && hard != (a.VFPArgs == 1) {
		name := map[bool]string{true: "hard", false: "soft"}
		v.find(model.Pos{}, "compile the BSP and the Go program for the same -mfloat-abi",
			"float ABI: the bindings are for the %s convention, the firmware has the %s one", name[hard], name[a.VFPArgs == 1])
	}
	if short := t.ShortEnums; a.EnumSize != 0 && short != (a.EnumSize == 1) {
		name := map[bool]string{true: "as short as their values allow (-fshort-enums)", false: "of 32 bits (-fno-short-enums)"}
		v.find(model.Pos{}, fmt.Sprintf("write target: {short_enums: %t} in rttgen.yaml, then run rttgen generate", !short),
			"enums: the bindings have them %s, the firmware %s", name[short], name[!short])
	}
	if short := t.ShortWchar; a.Wchar != 0 && short != (a.Wchar == 2) {
		v.find(model.Pos{}, regenerate, "wchar_t: %d bytes in the bindings, %d in the firmware", map[bool]int{true: 2, false: 4}[short], a.Wchar)
	}
	wanted, _, _ := strings.Cut(strings.ToLower(t.CPU), "+")
	if found, _, _ := strings.Cut(v.image.CPU(), "+"); found != "" && wanted != "" {
		if found != wanted {
			v.find(model.Pos{}, regenerate, "processor: the bindings are for %s, the firmware is for %s", wanted, found)
		}
		return
	}
	for _, arch := range architectures {
		if slices.Contains(arch.cpus, wanted) && a.Arch != 0 && !slices.Contains(arch.numbers, a.Arch) {
			v.find(model.Pos{}, regenerate, "processor: the bindings are for %s, the firmware is for architecture %s", wanted, a.CPU)
		}
	}
}

// architectures are the numbers that a linked firmware has for processors, where the compiler did not note its flags.
var architectures = []struct {
	cpus    []string
	numbers []uint64
}{
	{[]string{"cortex-m0", "cortex-m0plus", "cortex-m1"}, []uint64{11, 12}},
	{[]string{"cortex-m3"}, []uint64{10}},
	{[]string{"cortex-m4", "cortex-m7"}, []uint64{13}},
	{[]string{"cortex-m23"}, []uint64{16}},
	{[]string{"cortex-m33", "cortex-m35p"}, []uint64{17}},
	{[]string{"cortex-m55", "cortex-m85"}, []uint64{21}},
}

// scalars compares the sizes of types that are no records.
func (v *verifier) scalars() {
	for _, t := range v.api.Typedefs {
		u := t.Type.Underlying()
		if u.Kind == model.Struct || u.Kind == model.EnumT || u.Kind == model.Func || u.Size == 0 || system(t.Pos) && t.Name != "time_t" {
			continue
		}
		found := v.image.Scalars[t.Name]
		if !system(t.Pos) {
			found = ofHeader(found, t.Pos, func(s *firmware.Scalar) firmware.Place { return s.Place })
		}
		if len(found) == 0 {
			continue
		}
		v.result.Compared.Scalars++
		if s := found[0]; s.Size != u.Size {
			hint := regenerate
			if t.Name == "time_t" {
				hint = fmt.Sprintf("write target: {time_bits: %d} in rttgen.yaml, then run rttgen generate", s.Size*8)
			}
			v.find(t.Pos, hint, "%s: %d bytes expected, %d in the firmware", t.Name, u.Size, s.Size)
		}
	}
}

// system reports whether something is declared by the toolchain's headers, of which firmware and rttgen have each their own.
func system(p model.Pos) bool { return strings.HasPrefix(p.File, "<") }

// ofHeader keeps the definitions that stand in a header of the same name: C files may have types of their own of any name.
func ofHeader[T any](list []T, at model.Pos, place func(T) firmware.Place) []T {
	return slices.DeleteFunc(slices.Clone(list), func(x T) bool { return path.Base(place(x).File) != path.Base(at.File) })
}

func (v *verifier) enums() {
	for _, e := range v.api.Enums {
		if !e.Complete || e.Prototype || system(e.Pos) {
			continue
		}
		found := v.named(e.Tag, "enum ", e.TypedefNames, func(name string) int { return len(v.image.Enums[name]) })
		list := ofHeader(v.image.Enums[found], e.Pos, func(x *firmware.Enum) firmware.Place { return x.Place })
		if len(list) == 0 {
			continue
		}
		v.result.Compared.Enums++
		x := list[0]
		if x.Size != e.Size {
			v.find(e.Pos, "the firmware may be compiled with other flags for enums: see target: {short_enums: …} in rttgen.yaml",
				"%s: %d bytes expected, %d in the firmware", e.Name, e.Size, x.Size)
		}
		for _, c := range e.Constants {
			value, ok := x.Values[c.Name]
			v.result.Compared.Constants++
			switch {
			case !ok:
				v.find(c.Pos, option(c.Guards, e.Guards), "%s: the firmware's %s has no such constant", c.Name, e.Name)
			case value != c.Value && int32(value) != int32(c.Value):
				v.find(c.Pos, option(c.Guards, e.Guards), "%s: %d expected, %d in the firmware", c.Name, c.Value, value)
			}
		}
	}
}

// named returns the first name under which something is known: by its tag, else by a typedef of it.
func (v *verifier) named(tag, keyword string, typedefs []string, known func(string) int) string {
	names := typedefs
	if tag != "" {
		names = []string{keyword + tag}
	}
	for _, n := range names {
		if known(n) > 0 {
			return n
		}
	}
	return ""
}

// option names the settings of rtconfig.h that conditions depend on, but those that hold anyway.
func option(guards, anyway []string) string {
	var names []string
	for _, g := range guards {
		if slices.Contains(anyway, g) {
			continue
		}
		for _, word := range strings.FieldsFunc(g, func(r rune) bool {
			return r != '_' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
		}) {
			if strings.ContainsRune(word, '_') && !strings.HasPrefix(word, "__") && !slices.Contains(names, word) {
				names = append(names, word)
			}
		}
	}
	if len(names) == 0 {
		return regenerate
	}
	return "look at " + strings.Join(names, ", ") + ": " + regenerate
}
