package bsp

import (
	"encoding/xml"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/rttgen/rttgen/internal/input"
	"github.com/rttgen/rttgen/model"
)

// EclipseProject is the name of the file in which RT-Thread Studio, like every Eclipse for C, keeps its build.
const EclipseProject = ".cproject"

// eclipseOption is an option of a tool. Its kind is the end of superClass, its value often the end of another such name.
type eclipseOption struct {
	SuperClass string `xml:"superClass,attr"`
	Value      string `xml:"value,attr"`
}

// eclipseTool holds options; configurations and tool chains nest.
type eclipseTool struct {
	SuperClass string          `xml:"superClass,attr"`
	Name       string          `xml:"name,attr"`
	Options    []eclipseOption `xml:"option"`
	Nested     []eclipseTool   `xml:",any"`
}

// eclipseFlags tell which flag an option stands for. The value is appended to a flag that ends in "=".
var eclipseFlags = []struct{ option, flag string }{
	{".arm.target.family", "-mcpu="},
	{".arm.target.architecture", "-march="},
	{".arm.target.fpu.abi", "-mfloat-abi="},
	{".arm.target.fpu.unit", "-mfpu="},
	{".arm.target.endianness", "-m*-endian"},
	{".target.other", ""},
	{".c.compiler.other", ""},
}

// fpus are the values of the option for the floating point unit, which leave the hyphens of -mfpu out.
var fpus = map[string]string{"fpv4spd16": "fpv4-sp-d16", "fpv5d16": "fpv5-d16", "fpv5spd16": "fpv5-sp-d16", "vfpv3": "vfpv3", "neon": "neon",
	"vfpv3d16": "vfpv3-d16", "vfpv4": "vfpv4", "vfpv4d16": "vfpv4-d16", "crypto": "crypto-neon-fp-armv8", "fparmv8": "fp-armv8"}

// readEclipse reads the flags for the processor and the ABI from an Eclipse project: those of its first configuration. Macros
// and directories are left to rtconfig_preinc.h and the SConscripts.
func readEclipse(name string) (*Source, error) {
	text, err := input.Read(name)
	if err != nil {
		return nil, err
	}
	var top eclipseTool
	if err := xml.Unmarshal(text, &top); err != nil {
		return nil, fmt.Errorf("%s is no Eclipse project: %w", filepath.ToSlash(name), err)
	}
	chain := findToolChain(top)
	if chain == nil {
		return nil, nil
	}
	s := &Source{eclipse: true, Name: filepath.ToSlash(name), Compiler: Flag{Value: "arm-none-eabi-gcc", Pos: model.Pos{File: filepath.ToSlash(name)}}}
	lines := strings.Split(string(text), "\n")
	for _, o := range allOptions(*chain) {
		for _, f := range eclipseFlags {
			if !strings.HasSuffix(o.SuperClass, f.option) {
				continue
			}
			for _, w := range splitWords(eclipseFlag(f.flag, o)) {
				s.words = append(s.words, Flag{Value: w, Text: w, Pos: model.Pos{File: s.Name, Line: lineOf(lines, o)}})
			}
		}
	}
	return s, nil
}

// eclipseFlag writes an option as gcc has it.
func eclipseFlag(flag string, o eclipseOption) string {
	value := o.Value[strings.LastIndexByte(o.Value, '.')+1:]
	switch {
	case flag == "":
		return o.Value
	case value == "" || value == "none" || value == "default" || value == "toolchain":
		return ""
	case strings.HasSuffix(flag, "-endian"):
		return "-m" + value + "-endian"
	case flag == "-mfpu=":
		if fpu, ok := fpus[value]; ok {
			value = fpu
		}
	}
	return flag + value
}

// findToolChain returns the first tool chain for arm.
func findToolChain(t eclipseTool) *eclipseTool {
	if strings.Contains(t.SuperClass, ".toolchain.") && hasOption(t, ".arm.target.family") {
		return &t
	}
	for _, n := range t.Nested {
		if found := findToolChain(n); found != nil {
			return found
		}
	}
	return nil
}

func hasOption(t eclipseTool, suffix string) bool {
	for _, o := range t.Options {
		if strings.HasSuffix(o.SuperClass, suffix) {
			return true
		}
	}
	return false
}

func allOptions(t eclipseTool) []eclipseOption {
	all := t.Options
	for _, n := range t.Nested {
		all = append(all, allOptions(n)...)
	}
	return all
}

func lineOf(lines []string, o eclipseOption) int {
	for i, line := range lines {
		if strings.Contains(line, o.SuperClass+`"`) {
			return i + 1
		}
	}
	return 0
}
