package sysroot

import (
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/model"
)

// processor defines what tells about the instruction set.
func (m macros) processor(p *processor, t model.Target) {
	for _, name := range strings.Fields(p.names) {
		m["__ARM_ARCH_"+name+"__"] = "1"
	}
	m["__ARM_ARCH"] = strconv.Itoa(p.architecture.version)
	if p.profile != 0 {
		m["__ARM_ARCH_PROFILE"] = strconv.Itoa(int(p.profile))
	}
	m.set("__ARM_ARCH_ISA_ARM", p.arm)
	m["__ARM_ARCH_ISA_THUMB"] = strconv.Itoa(p.thumb)
	m.set("__thumb__", p.inThumb)
	m.set("__THUMBEL__", p.inThumb)
	m.set("__thumb2__", p.inThumb && !p.thumb1())
	m.set("__ARM_ASM_SYNTAX_UNIFIED__", p.inThumb && !p.thumb1())
	m.set("__GCC_ASM_FLAG_OUTPUTS__", !p.thumb1())
	m.set("__ARM_32BIT_STATE", !p.thumb1())
	m.arithmetic(p)
	m.exclusive(p, t)
	m.set("__ARM_FEATURE_CRC32", p.has(crc))
	if p.micro() && p.architecture.version >= 8 {
		m["__ARM_FEATURE_CMSE"] = "1"
		if t.CMSE {
			m["__ARM_FEATURE_CMSE"] = "3"
		}
	}
	m.set("__ARM_FEATURE_PAUTH", p.has(pacbti))
	m.set("__ARM_FEATURE_BTI", p.has(pacbti))
}

// arithmetic defines what tells about instructions on integers.
func (m macros) arithmetic(p *processor) {
	v, wide := p.architecture.version, !p.thumb1()
	divides := p.inThumb && p.divides&dividesThumb != 0 || !p.inThumb && p.divides&dividesARM != 0
	m.set("__ARM_FEATURE_IDIV", divides)
	m.set("__ARM_ARCH_EXT_IDIV__", divides)
	m.set("__ARM_FEATURE_CLZ", wide && v >= 5)
	m.set("__ARM_FEATURE_DSP", wide && p.has(dsp))
	m.set("__ARM_FEATURE_QBIT", wide && (p.has(dsp) || v >= 7))
	m.set("__ARM_FEATURE_SAT", wide && v >= 6)
	m.set("__ARM_FEATURE_SIMD32", wide && v >= 6 && p.has(dsp))
	m.set("__ARM_FEATURE_UNALIGNED", wide && v >= 6)
	if level := coprocessors(p); level > 0 {
		m["__ARM_FEATURE_COPROC"] = strconv.Itoa(level)
	}
}

// coprocessors returns a bit for each generation of coprocessor instructions.
func coprocessors(p *processor) int {
	switch v := p.architecture.version; {
	case p.thumb1(), v >= 8 && !p.micro():
		return 0
	case v == 4:
		return 1
	case v == 5 && !p.has(dsp):
		return 3
	case v == 5:
		return 7
	}
	return 15
}

// exclusive defines what follows from the load and store exclusive instructions.
func (m macros) exclusive(p *processor, t model.Target) {
	sizes := p.architecture.exclusive
	if p.thumb1() && !p.micro() {
		sizes = 0
	}
	if sizes > 0 {
		m["__ARM_FEATURE_LDREX"] = strconv.Itoa(sizes)
	}
	wchar := 4
	if t.ShortWchar {
		wchar = 2
	}
	for size := 1; size <= 8; size *= 2 {
		m.set("__GCC_HAVE_SYNC_COMPARE_AND_SWAP_"+strconv.Itoa(size), sizes&size != 0)
	}
	for name, size := range map[string]int{"BOOL": 1, "CHAR16_T": 2, "CHAR32_T": 4, "CHAR": 1, "INT": 4, "LLONG": 8, "LONG": 4,
		"POINTER": 4, "SHORT": 2, "WCHAR_T": wchar} {
		m["__GCC_ATOMIC_"+name+"_LOCK_FREE"] = "1"
		if sizes&size != 0 {
			m["__GCC_ATOMIC_"+name+"_LOCK_FREE"] = "2"
		}
	}
}

// floatingPoint defines what tells about numbers with a fraction.
func (m macros) floatingPoint(p *processor, t model.Target) {
	m.set("__ARM_PCS_VFP", p.passes)
	m.set("__ARM_PCS", !p.passes)
	m.set("__SOFTFP__", !p.computes)
	v := 0
	if p.computes {
		v = p.fpu.version
		m["__ARM_FP"] = strconv.Itoa(precisions(p))
	}
	iec := "0"
	if v > 0 && p.double && !fastMath(t) {
		iec = "2"
	}
	m["__GCC_IEC_559"], m["__GCC_IEC_559_COMPLEX"] = iec, iec
	fused := v >= 4
	m.set("__ARM_FEATURE_FMA", fused || p.thumb1() && p.fpu.version >= 4 && !isSoft(t)) // gcc looks at the unit only
	m.set("__FP_FAST_FMAF", fused)
	m.set("__FP_FAST_FMA", fused && p.double)
	m.set("__FP_FAST_FMAL", fused && p.double)
	m.vectors(p, v)
	m["__FLT_EVAL_METHOD__"] = "0"
	m.set("__ARM_FP16_ARGS", p.has(half))
	m.set("__ARM_FP16_FORMAT_IEEE", p.has(half))
	if v >= 5 && p.has(half) {
		m["__ARM_FEATURE_FP16_SCALAR_ARITHMETIC"] = "1"
		m["__FLT_EVAL_METHOD__"] = "16"
	}
	m["__FLT_EVAL_METHOD_TS_18661_3__"] = m["__FLT_EVAL_METHOD__"]
}

func isSoft(t model.Target) bool { return t.FloatABI == "" || t.FloatABI == "soft" }

// precisions returns the sum of the sizes of numbers that the floating point unit knows.
func precisions(p *processor) int {
	switch {
	case !p.double:
		return 4
	case p.convert:
		return 14
	}
	return 12
}

// vectors defines what tells about instructions on several numbers.
func (m macros) vectors(p *processor, version int) {
	if p.has(mve) {
		m["__ARM_FEATURE_MVE"] = "1"
		if p.has(mveFP) {
			m["__ARM_FEATURE_MVE"] = "3"
		}
	}
	if version == 0 || !p.neon {
		return
	}
	m["__ARM_NEON__"], m["__ARM_NEON"] = "1", "1"
	m["__ARM_NEON_FP"] = strconv.Itoa(precisions(p) &^ 8)
	m.set("__ARM_FEATURE_CRYPTO", p.crypto)
	m.set("__ARM_FEATURE_NUMERIC_MAXMIN", p.architecture.version >= 8 && version >= 5)
	m.set("__ARM_FEATURE_DOTPROD", p.has(dotprod) && version >= 5)
	m.set("__ARM_FEATURE_QRDMX", p.has(rdma))
	m.set("__ARM_FEATURE_FP16_VECTOR_ARITHMETIC", p.has(half) && version >= 5 && !p.micro())
}
