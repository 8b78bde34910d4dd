package sysroot

import (
	"fmt"
	"maps"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rttgen/rttgen/model"
)

// leftOut matches the macros that no header asks about.
var leftOut = regexp.MustCompile(`^__(` +
	`U?(SA|DA|TA|HA|UDA|UHA|USA|UTA|HQ|SQ|DQ|TQ|QQ|UHQ|USQ|UDQ|UTQ|UQQ)_[FI]BIT__` + // fixed-point types
	`|[SL]?L?U?(ACCUM|FRACT)_.*|(S|L|LL|U|SU|LU|US|UL|ULL|USAT|SAT)?(FRACT|ACCUM)_.*` +
	`|FLT(16|32|64|32X|64X|128)_.*|FP_FAST_FMAF(32|64|32x)|FLT_EVAL_METHOD_.*_$` + // _FloatN
	`|GCC_(CON|DE)STRUCTIVE_SIZE|GNUC_(WIDE_)?EXECUTION_CHARSET_NAME|GCC_ASM_FLAG_OUTPUTS__|PRAGMA_REDEFINE_EXTNAME` +
	`)$`)

// flags returns the options of gcc that t describes.
func flags(t model.Target) []string {
	var list []string
	add := func(prefix, value string) {
		if value != "" {
			list = append(list, prefix+value)
		}
	}
	is := func(flag string, condition bool) {
		if condition {
			list = append(list, flag)
		}
	}
	add("-mcpu=", t.CPU)
	add("-march=", t.Arch)
	add("-mfpu=", t.FPU)
	add("-mfloat-abi=", t.FloatABI)
	is("-mthumb", t.Thumb)
	add("-std=", t.Std)
	add("-O", t.Optimize)
	is("-fno-short-enums", !t.ShortEnums)
	is("-fsigned-char", t.SignedChar)
	is("-fshort-wchar", t.ShortWchar)
	is("-ffast-math", t.FastMath)
	is("-fpic", t.PIC == 1)
	is("-fPIC", t.PIC == 2)
	is("-mcmse", t.CMSE)
	return list
}

// processorTargets returns every processor and architecture in every state: arm or thumb, each float convention, with and
// without extensions and floating point units named apart.
func processorTargets() []model.Target {
	var cores []model.Target
	for _, cpu := range slices.Sorted(maps.Keys(processors)) {
		cores = append(cores, model.Target{CPU: cpu})
		for _, e := range strings.Fields("+nofp +nodsp +nofp.dp +nosimd +nomve +nomve.fp +crypto") {
			cores = append(cores, model.Target{CPU: cpu + e})
		}
	}
	for _, arch := range slices.Sorted(maps.Keys(architectures)) {
		cores = append(cores, model.Target{Arch: arch})
		for _, e := range strings.Fields("+fp +fp.sp +fp.dp +fpv5 +simd +dsp +mve +mve.fp +mve.fp+fp.dp +crc +idiv +vfpv3 +vfpv3-d16-fp16 " +
			"+neon-vfpv4 +vfpv4 +crypto +fp16 +dotprod +fp+nofp +simd+nosimd +mp+sec+simd +fp16+nofp") {
			cores = append(cores, model.Target{Arch: arch + e})
		}
	}
	for _, unit := range slices.Sorted(maps.Keys(fpus)) {
		for _, cpu := range strings.Fields("cortex-m3 cortex-m4 cortex-m7 cortex-m33 cortex-m55 arm926ej-s cortex-a5 cortex-a7 cortex-a9 cortex-a53 cortex-a55 cortex-r4f cortex-r5 cortex-r52") {
			cores = append(cores, model.Target{CPU: cpu, FPU: unit})
		}
	}
	var all []model.Target
	for _, t := range cores {
		for _, abi := range []string{"soft", "softfp", "hard"} {
			for _, thumb := range []bool{false, true} {
				t.FloatABI, t.Thumb, t.ShortEnums = abi, thumb, true
				all = append(all, t)
			}
		}
	}
	return all
}

// optionTargets returns one processor with every option that is not about the processor.
func optionTargets() []model.Target {
	base := model.Target{CPU: "cortex-m7", FloatABI: "hard", ShortEnums: true}
	var all []model.Target
	for _, std := range slices.Sorted(maps.Keys(standards)) {
		for _, prefix := range []string{"c", "gnu", ""} {
			base := base
			if base.Std = prefix + std; (prefix == "") == strings.HasPrefix(std, "iso") {
				all = append(all, base)
			}
		}
	}
	for _, o := range strings.Fields("0 1 2 3 s g fast z") {
		base := base
		base.Optimize = o
		all = append(all, base)
	}
	for _, change := range []func(*model.Target){
		func(t *model.Target) { t.ShortEnums = false }, func(t *model.Target) { t.SignedChar = true },
		func(t *model.Target) { t.ShortWchar = true }, func(t *model.Target) { t.FastMath = true },
		func(t *model.Target) { t.PIC = 1 }, func(t *model.Target) { t.PIC = 2 },
		func(t *model.Target) { t.CPU, t.CMSE = "cortex-m33", true },
		func(t *model.Target) { t.CPU, t.CMSE, t.FloatABI = "cortex-m23", true, "" },
		func(t *model.Target) { t.CPU, t.Arch = "cortex-m4", "armv7e-m+fp" },
	} {
		base := base
		change(&base)
		all = append(all, base)
	}
	return all
}

// exhaustive is an environment variable: if it is set, all combinations are compared, some 6,000, instead of a few of them.
const exhaustive = "RTTGEN_EXHAUSTIVE"

// TestTargets compares the predefined macros of processors with gcc's, in both directions. What gcc refuses we may read.
func TestTargets(t *testing.T) {
	needCompiler(t)
	every := 43
	if os.Getenv(exhaustive) != "" {
		every = 1
	}
	targets := optionTargets()
	for i, target := range processorTargets() {
		if i%every == 0 {
			targets = append(targets, target)
		}
	}
	var compared, refused, notOurs int
	var lock sync.Mutex
	var wait sync.WaitGroup
	next := make(chan model.Target)
	for range runtime.NumCPU() {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for target := range next {
				real, err := gcc(nil, "", append([]string{"-dM", "-E"}, flags(target)...)...)
				ours, ourErr := Predefined(target)
				lock.Lock()
				switch {
				case err != nil:
					refused++
				case ourErr != nil:
					notOurs++
					t.Errorf("%q: %v", flags(target), ourErr)
				default:
					compared++
					for _, d := range macroDifferences(ours, real) {
						t.Errorf("%q: %s", flags(target), d)
					}
				}
				lock.Unlock()
			}
		}()
	}
	for _, target := range targets {
		next <- target
	}
	close(next)
	wait.Wait()
	t.Logf("%d compared, %d refused by gcc", compared, refused)
	if compared < 80 {
		t.Error("hardly anything was compared")
	}
}

func macroDifferences(ours, real string) []string {
	index := func(text string) map[string]string {
		all := map[string]string{}
		for _, m := range scanMacros(text) {
			all[m.name+m.params] = m.body
		}
		return all
	}
	want, got := index(real), index(ours)
	var list []string
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if body, ok := got[name]; ok && body != want[name] {
			list = append(list, fmt.Sprintf("%s is %q, gcc says %q", name, body, want[name]))
		} else if !ok && !leftOut.MatchString(name) {
			list = append(list, name+" is missing: "+want[name])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if _, ok := want[name]; !ok {
			list = append(list, name+" is not defined by gcc: "+got[name])
		}
	}
	return list
}

// TestReference: with no word about the processor it is a Cortex-M4F, as in the reference interfaces.
func TestReference(t *testing.T) {
	got, err := Predefined(model.Target{ShortEnums: true})
	if err != nil {
		t.Fatal(err)
	}
	want, err := Predefined(model.Target{CPU: "cortex-m4", FPU: "fpv4-sp-d16", FloatABI: "hard", Thumb: true, Std: "gnu99", ShortEnums: true})
	if err != nil || got != want {
		t.Errorf("%v, differs: %v", err, got != want)
	}
}

// TestProcessors tells processors apart without a compiler.
func TestProcessors(t *testing.T) {
	for _, test := range []struct {
		target    model.Target
		with, not []string
	}{
		{model.Target{CPU: "cortex-m0plus"}, []string{"__ARM_ARCH_6M__ 1", "__SOFTFP__ 1", "__thumb__ 1", "__GCC_ATOMIC_INT_LOCK_FREE 1", "__STDC_VERSION__ 201710L"},
			[]string{"__thumb2__", "__ARM_FP ", "__ARM_FEATURE_UNALIGNED"}},
		{model.Target{CPU: "cortex-m4"}, []string{"__ARM_ARCH_7EM__ 1", "__SOFTFP__ 1", "__ARM_PCS 1"}, []string{"__ARM_FP ", "__ARM_PCS_VFP"}},
		{model.Target{CPU: "cortex-m7", FloatABI: "hard"}, []string{"__ARM_FP 14", "__ARM_PCS_VFP 1"}, []string{"__SOFTFP__"}},
		{model.Target{CPU: "cortex-m7", FPU: "fpv5-sp-d16", FloatABI: "softfp"}, []string{"__ARM_FP 4", "__ARM_PCS 1"}, []string{"__SOFTFP__"}},
		{model.Target{CPU: "cortex-m33+nodsp", CMSE: true}, []string{"__ARM_ARCH_8M_MAIN__ 1", "__ARM_FEATURE_CMSE 3"}, []string{"__ARM_FEATURE_DSP"}},
		{model.Target{CPU: "cortex-m85", FloatABI: "hard"}, []string{"__ARM_FEATURE_MVE 3", "__ARM_FEATURE_PAUTH 1"}, nil},
		{model.Target{CPU: "arm926ej-s"}, []string{"__ARM_ARCH_5TEJ__ 1", "__ARM_ARCH_ISA_ARM 1"}, []string{"__thumb__", "__ARM_ARCH_PROFILE"}},
		{model.Target{Arch: "armv7-a", Thumb: true}, []string{"__ARM_ARCH_7A__ 1", "__thumb2__ 1", "__ARM_ARCH_PROFILE 65"}, nil},
		{model.Target{CPU: "cortex-m4", Std: "c99", Optimize: "s"}, []string{"__STRICT_ANSI__ 1", "__STDC_VERSION__ 199901L", "__OPTIMIZE_SIZE__ 1"}, []string{"__NO_INLINE__"}},
	} {
		text, err := Predefined(test.target)
		if err != nil {
			t.Errorf("%+v: %v", test.target, err)
		}
		for _, m := range test.with {
			if !strings.Contains(text, "#define "+m+"\n") {
				t.Errorf("%+v: no %s", test.target, m)
			}
		}
		for _, m := range test.not {
			if strings.Contains(text, "#define "+m) {
				t.Errorf("%+v: %s", test.target, m)
			}
		}
	}
}

func TestUnknownTarget(t *testing.T) {
	for want, target := range map[string]model.Target{
		`-mcpu=cortex-m44 is not known; did you mean "cortex-m4"?`:         {CPU: "cortex-m44"},
		`-march=armv7e_m is not known; did you mean "armv7e-m"?`:           {Arch: "armv7e_m"},
		`-mcpu=cortex-m4+nofpu: "nofpu" is no extension that gcc 12 knows`: {CPU: "cortex-m4+nofpu"},
		`-mfpu=fpv4-sp-d1 is not known; did you mean "fpv4-sp-d16"?`:       {CPU: "cortex-m4", FPU: "fpv4-sp-d1"},
		`-mfloat-abi=hart is none of soft, softfp and hard`:                {CPU: "cortex-m4", FloatABI: "hart"},
		`-mfloat-abi=hard: cortex-m3 has no floating point unit`:           {CPU: "cortex-m3", FloatABI: "hard"},
		`-std=c2y is no C standard that gcc 12 knows`:                      {CPU: "cortex-m3", Std: "c2y"},
	} {
		if _, err := Predefined(target); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
