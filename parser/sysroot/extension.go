package sysroot

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/model"
)

// processor is an architecture with its extensions, in the state that it runs in.
type processor struct {
	architecture
	fpu
	computes bool // in the floating point unit
	passes   bool // numbers in its registers
	inThumb  bool
}

// thumb1 tells whether only the 16 bit instructions are there.
func (p *processor) thumb1() bool { return p.inThumb && p.thumb < 2 }

// micro tells whether the processor is one for microcontrollers.
func (p *processor) micro() bool { return p.profile == 'M' }

func (p *processor) has(f feature) bool { return p.features&f != 0 }

func newProcessor(t model.Target) (*processor, error) {
	p := &processor{}
	if err := p.architectureOf(t); err != nil {
		return nil, err
	}
	if t.FPU != "" && t.FPU != "auto" {
		unit, ok := fpus[t.FPU]
		if !ok {
			return nil, unknown("-mfpu="+t.FPU, t.FPU, fpus)
		}
		p.fpu = unit
	}
	p.inThumb = t.Thumb || !p.arm
	switch t.FloatABI {
	case "", "soft":
		p.features &^= mve | mveFP | half
	case "hard", "softfp":
		p.passes = t.FloatABI == "hard"
		p.computes = p.fpu.version > 0 && !p.thumb1()
		if p.passes && p.fpu.version == 0 && !p.has(mve) {
			return nil, fmt.Errorf("-mfloat-abi=hard: %s has no floating point unit", cmp.Or(t.Arch, t.CPU))
		}
	default:
		return nil, fmt.Errorf("-mfloat-abi=%s is none of soft, softfp and hard", t.FloatABI)
	}
	return p, nil
}

// architectureOf reads -march, or else -mcpu.
func (p *processor) architectureOf(t model.Target) error {
	flag, what := "-march="+t.Arch, t.Arch
	name, extensions, _ := strings.Cut(what, "+")
	if t.Arch == "" {
		flag = "-mcpu=" + t.CPU
		name, extensions, _ = strings.Cut(t.CPU, "+")
		known, ok := processors[name]
		if !ok {
			return unknown(flag, name, processors)
		}
		var own string
		name, own, _ = strings.Cut(known, "+")
		extensions = own + "+" + extensions
	}
	var ok bool
	if p.architecture, ok = architectures[name]; !ok {
		return unknown(flag, name, architectures)
	}
	for _, e := range strings.FieldsFunc(extensions, func(r rune) bool { return r == '+' }) {
		if !p.extend(e) {
			return fmt.Errorf("%s: %q is no extension that gcc 12 knows", flag, e)
		}
	}
	return nil
}

// unknown is the error for a flag whose value no table has.
func unknown[V any](flag, value string, table map[string]V) error {
	return fmt.Errorf("%s is not known; %s", flag, diag.DidYouMeanOr(value, slices.Sorted(maps.Keys(table))))
}

// extend adds an extension, or takes one away, and reports whether it is known.
func (p *processor) extend(name string) bool {
	if meaning, ok := p.extensions[name]; ok {
		for _, e := range strings.Fields(meaning) {
			p.extend(e)
		}
		return true
	}
	if unit, ok := fpus[name]; ok {
		p.fpu = unit
		return true
	}
	if strings.HasPrefix(name, "cdecp") { // custom instructions of a coprocessor
		return true
	}
	change, ok := extensions[name]
	if !ok {
		return false
	}
	change(p)
	return true
}

// atLeast adds a floating point unit unless there is one of its version that can do as much. Those of microcontrollers have none
// for vectors.
func (p *processor) atLeast(unit string) {
	if p.micro() {
		unit = "fpv5-sp-d16"
	}
	if u := fpus[unit]; p.fpu.version < u.version || u.neon && !p.neon {
		p.fpu = u
	}
}

// extensions are those that mean the same for every architecture. Some change no macro.
var extensions = map[string]func(*processor){
	"dsp":      func(p *processor) { p.features |= dsp },
	"nodsp":    func(p *processor) { p.features &^= dsp | mve | mveFP },
	"crc":      func(p *processor) { p.features |= crc },
	"mve":      func(p *processor) { p.features |= dsp | mve },
	"mve.fp":   func(p *processor) { p.features |= dsp | mve | mveFP | half; p.atLeast("neon-fp-armv8") },
	"nomve":    func(p *processor) { p.features &^= mve | mveFP },
	"nomve.fp": func(p *processor) { p.features &^= mveFP },
	"fp16":     func(p *processor) { p.features |= half; p.atLeast("neon-fp-armv8") },
	"fp16fml":  func(p *processor) { p.features |= half; p.atLeast("neon-fp-armv8") },
	"dotprod":  func(p *processor) { p.features |= dotprod; p.atLeast("neon-fp-armv8") },
	"pacbti":   func(p *processor) { p.features |= pacbti },
	"idiv":     func(p *processor) { p.divides |= dividesARM },
	"noidiv":   func(p *processor) { p.divides &^= dividesARM },
	"nofp":     func(p *processor) { p.fpu = fpu{}; p.features &^= half | mveFP | dotprod },
	"nofp.dp":  func(p *processor) { p.double, p.neon, p.crypto = false, false, false },
	"nosimd":   func(p *processor) { p.fpu.neon, p.fpu.crypto = false, false },
	"nocrypto": func(p *processor) { p.fpu.crypto = false },
	"mp":       func(*processor) {},
	"sec":      func(*processor) {},
	"sb":       func(*processor) {},
	"predres":  func(*processor) {},
}
