package tinygo

import (
	"bytes"
	"debug/elf"
	"path"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/firmware"
	"github.com/rttgen/rttgen/internal/target"
)

// Object is a compiled program, checked.
type Object struct {
	Image    []byte   // the ELF file
	Defined  []string // symbols that others can use
	External []string // symbols that the BSP must supply beside the kernel and the C library

	Text, Data, BSS uint64 // sizes in bytes
}

// Check checks that an object fits the target, and makes the helper functions that TinyGo exports weak, so that those of the
// BSP's C library win.
func Check(image []byte, target, gc string) (*Object, error) {
	file, err := elf.NewFile(bytes.NewReader(image))
	if err != nil {
		return nil, problem("", "tinygo's result is no object: %v", err)
	}
	if file.Machine != elf.EM_ARM || file.Class != elf.ELFCLASS32 || file.Type != elf.ET_REL {
		return nil, problem("", "tinygo's result is a %v for %v, not an object for arm", file.Type, file.Machine)
	}
	if err := checkFloat(file, target); err != nil {
		return nil, err
	}
	o := &Object{Image: slices.Clone(image)}
	o.measure(file)
	symbols, err := file.Symbols()
	if err != nil {
		return nil, problem("", "tinygo's result has no symbols: %v", err)
	}
	section := file.SectionByType(elf.SHT_SYMTAB)
	var bad []string
	for i, s := range symbols {
		bind := elf.ST_BIND(s.Info)
		if bind == elf.STB_LOCAL || s.Name == "" {
			continue
		}
		if s.Section == elf.SHN_UNDEF {
			switch {
			case s.Name == "runtime.alloc" && gc == "none":
				return nil, problem("see where with --print-allocs=., or choose another --gc",
					"the program allocates, but is built with gc: none")
			case strings.ContainsAny(s.Name, ".$"):
				bad = append(bad, "it lacks "+s.Name)
			case !supplied(s.Name):
				o.External = append(o.External, s.Name)
			}
			continue
		}
		if forbidden[s.Name] {
			bad = append(bad, "it defines "+s.Name+", which belongs to C")
		}
		if helper(s.Name) || strings.Contains(s.Name, ".") {
			o.setWeak(section, i+1)
			continue
		}
		o.Defined = append(o.Defined, s.Name)
	}
	if bad != nil {
		return nil, problem("do not export such a function", "the object cannot be linked into a BSP: %s", strings.Join(bad, "; "))
	}
	slices.Sort(o.Defined)
	slices.Sort(o.External)
	return o, nil
}

// measure adds up the sections by kind.
func (o *Object) measure(file *elf.File) {
	for _, s := range file.Sections {
		if s.Flags&elf.SHF_ALLOC == 0 {
			continue
		}
		switch {
		case s.Type == elf.SHT_NOBITS:
			o.BSS += s.Size
		case s.Flags&elf.SHF_WRITE != 0:
			o.Data += s.Size
		default:
			o.Text += s.Size
		}
	}
}

// setWeak changes the binding of a symbol in the image.
func (o *Object) setWeak(symtab *elf.Section, index int) {
	const size, info = 16, 12
	at := symtab.Offset + uint64(index*size+info)
	o.Image[at] = byte(elf.STB_WEAK)<<4 | o.Image[at]&15
}

// forbidden are definitions that would take the place of C's.
var forbidden = map[string]bool{"main": true, "_start": true, "malloc": true, "free": true, "calloc": true, "realloc": true,
	"Reset_Handler": true, "__errno_location": true}

// helper reports whether TinyGo's runtime exports a symbol for the compiler.
func helper(name string) bool {
	return match(name, "__atomic_*", "__sync_*", "fminimum*", "fmaximum*", "tinygo_*", "runtime_*")
}

// supplied reports whether the kernel, its C library, the compiler's library or the port defines a symbol.
func supplied(name string) bool {
	return match(name, "rt_*", "rttgo_*", "__aeabi_*", "__*[sdt][if][23]", "__fix*", "__float*", "__gnu_*", "_GLOBAL_OFFSET_TABLE_",
		"mem*", "str*", "llvm*") || libm[strings.TrimSuffix(name, "f")]
}

func match(name string, patterns ...string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		ok, _ := path.Match(p, name)
		return ok
	})
}

var libm = set("acos acosh asin asinh atan atan2 atanh cbrt ceil copysign cos cosh erf erfc exp exp2 exp10 expm1 fabs fdim floor " +
	"fma fmax fmin fmod frexp hypot ldexp lgamma log log10 log1p log2 modf nearbyint nextafter pow remainder rint round " +
	"roundeven scalbn sin sincos sinh sqrt tan tanh tgamma trunc")

func set(names string) map[string]bool {
	s := map[string]bool{}
	for _, n := range strings.Fields(names) {
		s[n] = true
	}
	return s
}

// checkFloat checks how the object passes floating point arguments, which its linker would only complain about later.
func checkFloat(file *elf.File, name string) error {
	attributes, err := firmware.ReadAttributes(file)
	if err != nil {
		return err
	}
	hard := attributes.VFPArgs == 1
	if want := name == target.HardFloat; hard != want {
		convention := map[bool]string{true: "hard", false: "soft"}
		return problem("", "the object uses the %s float calling convention, %s needs the %s one", convention[hard], name, convention[want])
	}
	return nil
}
