// Package target holds what rttgen knows of processors, as tables: how a BSP names one, which ones bindings are for, and which ones
// programs are built for. A further processor is a line here, a target of TinyGo in templates/target, and what its runtime needs.
package target

import (
	"slices"
	"strings"
)

// Assumed is the processor of a BSP that names none, with its floating point unit in use. Predefined macros follow it too
// (parser/sysroot).
const (
	Assumed     = "cortex-m4"
	AssumedText = "a Cortex-M4F"
)

// CPU is a processor as RT-Thread names it.
type CPU struct {
	Macro string // what rtconfig.h defines for it
	Name  string // gcc's, for -mcpu
	Dir   string // below libcpu/arm
}

// CPUs lists them in the order in which they are looked for.
func CPUs() []CPU {
	return []CPU{
		{"ARCH_ARM_CORTEX_M0", "cortex-m0", "cortex-m0"},
		{"ARCH_ARM_CORTEX_M3", "cortex-m3", "cortex-m3"},
		{"ARCH_ARM_CORTEX_M4", "cortex-m4", "cortex-m4"},
		{"ARCH_ARM_CORTEX_M7", "cortex-m7", "cortex-m7"},
		{"ARCH_ARM_CORTEX_M23", "cortex-m23", "cortex-m23"},
		{"ARCH_ARM_CORTEX_M33", "cortex-m33", "cortex-m33"},
		{"ARCH_ARM_CORTEX_M55", "cortex-m55", "cortex-m55"},
		{"ARCH_ARM_CORTEX_M85", "cortex-m85", "cortex-m85"},
		{"ARCH_ARM_CORTEX_R4", "cortex-r4", "cortex-r4"},
		{"ARCH_ARM_CORTEX_R52", "cortex-r52", "cortex-r52"},
		{"ARCH_ARM_CORTEX_A5", "cortex-a5", ""},
		{"ARCH_ARM_CORTEX_A7", "cortex-a7", ""},
		{"ARCH_ARM_CORTEX_A8", "cortex-a8", ""},
		{"ARCH_ARM_CORTEX_A9", "cortex-a9", ""},
		{"ARCH_ARM_ARM9", "arm926ej-s", ""},
	}
}

// Foreign returns the architecture that a macro of rtconfig.h names, for those that are not 32 bit arm's.
func Foreign(macro string) (arch string, ok bool) {
	for _, a := range []struct{ prefix, arch string }{{"ARCH_ARMV8", "aarch64"}, {"ARCH_RISCV", "risc-v"}, {"ARCH_MIPS", "mips"},
		{"ARCH_IA32", "ia32"}, {"ARCH_HOST_SIMULATOR", "sim"}, {"ARCH_CSKY", "c-sky"}, {"ARCH_PPC", "ppc"}} {
		if strings.HasPrefix(macro, a.prefix) {
			return a.arch, true
		}
	}
	return "", false
}

// Bindings and programs are for two sets of processors. Bindings are generated for every 32 bit little-endian arm whose compiler is gcc
// and that follows the base AAPCS; programs are built for fewer.
const (
	BindsText = "32 bit little-endian arm with gcc and the base AAPCS"
	RunsText  = "Cortex-M4 or Cortex-M7"
)

// Runs reports whether programs are built for a processor or an instruction set, as -mcpu or -march name it, extensions included.
func Runs(name string) bool {
	base, _, _ := strings.Cut(name, "+") // +nofp, +fp.dp
	return slices.Contains([]string{"cortex-m4", "cortex-m7", "armv7e-m"}, base)
}

// The targets of rttgen build, by how functions take floating point numbers. Both run on every processor that Runs names.
const (
	HardFloat = "cortex-m4f"
	SoftFloat = "cortex-m4"
)

// Names lists the targets of rttgen build, the default first.
func Names() []string { return []string{HardFloat, SoftFloat} }

// For returns the target for a float ABI, as -mfloat-abi names it: softfp calls as soft does.
func For(floatABI string) string {
	if floatABI == "hard" {
		return HardFloat
	}
	return SoftFloat
}
