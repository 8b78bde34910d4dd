package bsp

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/target"
	"github.com/rttgen/rttgen/parser/sysroot"
)

// The float calling conventions of gcc.
const (
	Hard   = "hard"
	Soft   = "soft"
	SoftFP = "softfp" // calls as soft does, but computes in floating point registers
)

// Everything that refuses a BSP asks here; package target has the processors.

// bound lists what bindings need, as the values that each property may have. A property that no flag sets has the first.
var bound = []struct {
	property Property
	values   []string
	reason   string
}{
	{Endian, []string{"little"}, "bindings are for little-endian processors"},
	{Width, []string{"32"}, "bindings are for 32 bit processors"},
	{ABI, []string{"aapcs", "aapcs-linux", "atpcs"}, "bindings follow the procedure call standard AAPCS"},
	{Packing, []string{"none"}, "it changes the layout of every record, those of the C library too"},
	{DoubleWidth, []string{""}, "bindings are for doubles of 64 bits"},
}

// Unbound tells why no bindings can be generated for the BSP, or returns nil.
func (b *Build) Unbound() *diag.Diagnostic {
	refuse := func(f Flag, format string, args ...any) *diag.Diagnostic {
		return &diag.Diagnostic{Pos: f.Pos, Source: f.Source, Message: fmt.Sprintf(format, args...), Hint: "choose a BSP for " + target.BindsText}
	}
	if arch, f := b.architecture(); arch != "" && arch != "arm" {
		return refuse(f, "the BSP is for %s, bindings are for %s", arch, target.BindsText)
	}
	if b.Platform.Set() && b.Platform.Value != "gcc" {
		return refuse(b.Platform, "the BSP has no build with gcc, only with %s: bindings are for %s", b.Platform.Value, target.BindsText)
	}
	for _, p := range bound {
		if f := b.Props[p.property]; f.Set() && !slices.Contains(p.values, f.Value) {
			return refuse(f, "the BSP is compiled with %s: %s", f.Text, p.reason)
		}
	}
	return b.unknownFlag()
}

// unknownFlag tells which flag has a value that gcc does not know, or returns nil.
func (b *Build) unknownFlag() *diag.Diagnostic {
	_, err := sysroot.Predefined(b.Target())
	if err == nil {
		return nil
	}
	d := &diag.Diagnostic{Message: "the BSP's compiler flags are none that gcc has: " + err.Error(),
		Hint: "correct the flag: the BSP's own compiler refuses it too"}
	for _, p := range []Property{CPU, March, FPU, Float, Std} {
		if f := b.Props[p]; f.Set() && strings.HasPrefix(err.Error(), f.Text+" ") {
			d.Pos, d.Source = f.Pos, f.Source
		}
	}
	return d
}

// architecture returns what the BSP is for: "arm" for 32 bit arm, "" if nothing tells.
func (b *Build) architecture() (string, Flag) {
	if arch := compilerArch(b.Compiler.Value); arch != "" {
		return arch, b.Compiler
	}
	for _, p := range []Property{March, CPU} {
		f := b.Props[p]
		for _, prefix := range []string{"rv32", "rv64", "mips", "i386", "i686", "x86-64"} {
			if strings.HasPrefix(f.Value, prefix) {
				return map[bool]string{true: "risc-v"}[strings.HasPrefix(prefix, "rv")] + map[bool]string{true: prefix}[!strings.HasPrefix(prefix, "rv")], f
			}
		}
	}
	if b.Arch.Set() && !strings.HasPrefix(b.Arch.Value, "arm") {
		return b.Arch.Value, b.Arch
	}
	if b.Arch.Set() {
		return "arm", b.Arch
	}
	return "", Flag{}
}

// compilerArch returns the architecture that the name of a compiler begins with; "" for a plain gcc.
func compilerArch(name string) string {
	triple, _, ok := strings.Cut(name, "-")
	switch {
	case !ok:
		return ""
	case strings.HasPrefix(triple, "armeb"):
		return "big-endian arm"
	case strings.HasPrefix(triple, "arm"):
		return "arm"
	case strings.HasPrefix(triple, "riscv"):
		return "risc-v"
	}
	return triple
}

// Unbuilt tells why no program can be built for the BSP, or returns nil. What is not bound is not built either.
func (b *Build) Unbuilt() *diag.Diagnostic {
	if d := b.Unbound(); d != nil {
		return d
	}
	f := b.Props[CPU]
	if !f.Set() {
		f = b.Props[March]
	}
	if !f.Set() || target.Runs(f.Value) {
		return nil
	}
	name, _, _ := strings.Cut(f.Value, "+")
	return &diag.Diagnostic{Pos: f.Pos, Source: f.Source,
		Message: fmt.Sprintf("the BSP is for %s, programs are built for %s", name, target.RunsText),
		Hint:    "choose a BSP for " + target.RunsText + "; bindings alone are generated for this one too"}
}

// BuildTarget returns the target of rttgen build whose objects the BSP can link, "" if the flags do not tell.
func (b *Build) BuildTarget() string {
	if b.Unbuilt() != nil || len(b.Sources) == 0 || !b.Props[CPU].Set() && !b.Props[March].Set() {
		return ""
	}
	return target.For(b.Props[Float].Value)
}

// ChooseTarget returns the target that the BSP is compiled for, or refuses the one asked for because its objects could not be
// linked. Where the BSP does not tell it returns what was asked for, which may be nothing.
func (b *Build) ChooseTarget(asked string) (string, *diag.List) {
	list := &diag.List{}
	list.AddList(b.problems)
	if d := b.Unbuilt(); d != nil {
		list.Add(*d)
	}
	if list.HasErrors() {
		return "", list
	}
	fits := b.BuildTarget()
	switch {
	case fits != "" && asked != fits && slices.Contains(target.Names(), asked):
		f := b.Props[Float]
		if !f.Set() {
			f = b.Props[CPU]
			f.Value = Soft
		}
		list.Add(diag.Diagnostic{Pos: f.Pos, Source: f.Source,
			Message: fmt.Sprintf("the BSP is compiled with -mfloat-abi=%s, an object for %s cannot be linked with it", f.Value, asked),
			Hint:    "build with --target " + fits + ", or change the flag there and in the BSP's linker flags"})
	case asked == "":
		asked = fits
	}
	return asked, list
}
