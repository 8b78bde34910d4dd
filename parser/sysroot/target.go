package sysroot

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/model"
)

// reference is the processor that headers are read for when nothing tells.
var reference = model.Target{CPU: "cortex-m4", FPU: "fpv4-sp-d16", FloatABI: "hard", Std: "gnu99"}

// Predefined returns the source text of the macros that gcc defines before it reads a file, for the processor and the flags of t.
// The error names what is not known, with what it may have been meant to be.
func Predefined(t model.Target) (string, error) {
	if t.CPU == "" && t.Arch == "" {
		t.CPU, t.FPU, t.FloatABI, t.Thumb = reference.CPU, reference.FPU, reference.FloatABI, false
		if t.Std == "" {
			t.Std = reference.Std
		}
	}
	m := macros{}
	if err := m.language(t); err != nil {
		return "", err
	}
	p, err := newProcessor(t)
	if err != nil {
		return "", err
	}
	m.processor(p, t)
	m.floatingPoint(p, t)
	m.abi(t)
	return predefined + m.String(), nil
}

// macros are definitions by name.
type macros map[string]string

func (m macros) String() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(m)) {
		fmt.Fprintf(&b, "#define %s %s\n", name, m[name])
	}
	return b.String()
}

// set defines a macro to be 1 if a condition holds.
func (m macros) set(name string, condition bool) {
	if condition {
		m[name] = "1"
	}
}

// standards gives __STDC_VERSION__ for what follows c or gnu in -std.
var standards = map[string]string{
	"89": "", "90": "", "iso9899:1990": "", "iso9899:199409": "199409L",
	"99": "199901L", "9x": "199901L", "iso9899:1999": "199901L", "iso9899:199x": "199901L",
	"11": "201112L", "1x": "201112L", "iso9899:2011": "201112L",
	"17": "201710L", "18": "201710L", "iso9899:2017": "201710L", "iso9899:2018": "201710L",
	"2x": "202000L",
}

// language defines what depends on the C standard and the optimizer.
func (m macros) language(t model.Target) error {
	std := t.Std
	if std == "" {
		std = "gnu17"
	}
	year, gnu := strings.CutPrefix(std, "gnu")
	if !gnu {
		year = strings.TrimPrefix(std, "c")
	}
	version, ok := standards[year]
	if !ok || gnu && strings.HasPrefix(year, "iso") {
		return fmt.Errorf("-std=%s is no C standard that gcc 12 knows", std)
	}
	if version != "" {
		m["__STDC_VERSION__"] = version
	}
	modern := version >= "199901L"
	m.set("__STRICT_ANSI__", !gnu)
	m.set("__GNUC_STDC_INLINE__", modern)
	m.set("__GNUC_GNU_INLINE__", !modern)
	unicode := version >= "201112L" || gnu && modern
	m.set("__STDC_UTF_16__", unicode)
	m.set("__STDC_UTF_32__", unicode)
	optimizes := t.Optimize != "" && t.Optimize != "0"
	m.set("__OPTIMIZE__", optimizes)
	m.set("__NO_INLINE__", !optimizes)
	m.set("__OPTIMIZE_SIZE__", t.Optimize == "s" || t.Optimize == "z")
	m["__FINITE_MATH_ONLY__"] = "0"
	if fastMath(t) {
		m["__FINITE_MATH_ONLY__"] = "1"
		for _, name := range []string{"FAST_MATH", "ASSOCIATIVE_MATH", "NO_MATH_ERRNO", "NO_SIGNED_ZEROS", "NO_TRAPPING_MATH", "RECIPROCAL_MATH"} {
			m["__"+name+"__"] = "1"
		}
	}
	return nil
}

func fastMath(t model.Target) bool { return t.FastMath || t.Optimize == "fast" }

// abi defines what depends on options for types and for code that may lie anywhere.
func (m macros) abi(t model.Target) {
	m.set("__CHAR_UNSIGNED__", !t.SignedChar)
	m["__ARM_SIZEOF_MINIMAL_ENUM"] = "4"
	if t.ShortEnums {
		m["__ARM_SIZEOF_MINIMAL_ENUM"] = "1"
	}
	wide := wideChar
	if t.ShortWchar {
		wide = shortWideChar
	}
	maps.Copy(m, wide)
	if t.PIC > 0 {
		m["__pic__"] = fmt.Sprint(t.PIC)
		m["__PIC__"] = fmt.Sprint(t.PIC)
	}
}

var (
	wideChar = macros{
		"__ARM_SIZEOF_WCHAR_T": "4", "__SIZEOF_WCHAR_T__": "4", "__WCHAR_TYPE__": "unsigned int",
		"__WCHAR_MAX__": "0xffffffffU", "__WCHAR_MIN__": "0U", "__WCHAR_WIDTH__": "32",
	}
	shortWideChar = macros{
		"__ARM_SIZEOF_WCHAR_T": "2", "__SIZEOF_WCHAR_T__": "2", "__WCHAR_TYPE__": "short unsigned int",
		"__WCHAR_MAX__": "0xffff", "__WCHAR_MIN__": "0", "__WCHAR_WIDTH__": "16",
	}
)
