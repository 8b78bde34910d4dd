// Package firmware reads a linked firmware: what its ELF file, its symbols and its debug information say about the C that it was made
// of. It knows nothing of bindings.
package firmware

import (
	"debug/dwarf"
	"debug/elf"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Image is what a firmware says about itself. Types and functions are listed by their name in C; there may be several of a name, from
// different files.
type Image struct {
	Attributes Attributes
	Records    map[string][]*Record // by tag with its keyword, "struct rt_thread", or the typedef of one without a tag
	Enums      map[string][]*Enum
	Scalars    map[string][]*Scalar // typedefs of anything but a record
	Functions  map[string][]*Function
	Variables  map[string][]*Variable
	Symbols    map[string]bool // functions and variables that were linked
	CPUs       map[string]int  // what -mcpu said, with how many C files were compiled so
}

// Place is where C code declares something.
type Place struct {
	File string // as the compiler was told: its last element is what can be compared
	Line int
}

// Record is a struct or union.
type Record struct {
	Place
	Size   int
	Fields []Field
}

// Field is a member. Those of an anonymous member are members of the record that it is in.
type Field struct {
	Place
	Name   string
	Offset int // in bytes; of a bit-field: in bits
	Bits   int // of a bit-field, else 0
	Size   int
	Len    int    // of an array, else -1
	Record string // the record that it is, or is an array of
}

// Enum is an enumeration type.
type Enum struct {
	Place
	Size   int
	Values map[string]int64
}

// Scalar is a typedef.
type Scalar struct {
	Place
	Size int
}

// Function is a function that is defined or declared.
type Function struct {
	Place
	Params   []int // sizes in bytes
	Result   int   // 0 for none
	Variadic bool
	Defined  bool // compiled, though the linker may have dropped it
}

// Variable is a global variable.
type Variable struct {
	Place
	Len int // of an array, else -1
}

// ErrNoDebug is what Read returns for a firmware that was linked or stripped without debug information.
var ErrNoDebug = errors.New("has no debug information")

// Read reads a firmware. The file must be ELF for 32 bit little-endian arm.
func Read(r io.ReaderAt) (*Image, error) {
	file, err := elf.NewFile(r)
	if err != nil {
		return nil, fmt.Errorf("is no ELF file: %w", err)
	}
	if file.Machine != elf.EM_ARM || file.Class != elf.ELFCLASS32 || file.Data != elf.ELFDATA2LSB {
		return nil, fmt.Errorf("is for %s, %s, %s, not for 32 bit little-endian arm", file.Machine, file.Class, file.Data)
	}
	image := &Image{Records: map[string][]*Record{}, Enums: map[string][]*Enum{}, Scalars: map[string][]*Scalar{},
		Functions: map[string][]*Function{}, Variables: map[string][]*Variable{}, Symbols: map[string]bool{}, CPUs: map[string]int{}}
	if image.Attributes, err = ReadAttributes(file); err != nil {
		return nil, err
	}
	symbols, err := file.Symbols()
	if err != nil && !errors.Is(err, elf.ErrNoSymbols) {
		return nil, fmt.Errorf("reading its symbols: %w", err)
	}
	for _, s := range symbols {
		if s.Section != elf.SHN_UNDEF && s.Name != "" {
			image.Symbols[s.Name] = true
		}
	}
	if file.Section(".debug_info") == nil && file.Section(".zdebug_info") == nil {
		return image, ErrNoDebug
	}
	data, err := file.DWARF()
	if err != nil {
		return nil, fmt.Errorf("reading its debug information: %w", err)
	}
	if err := readTypes(image, data); err != nil {
		return nil, fmt.Errorf("reading its debug information: %w", err)
	}
	return image, nil
}

// CPU returns the processor that most C files were compiled for: a library may have been for a more general one. Empty if the
// compiler did not note its flags.
func (i *Image) CPU() string {
	best := ""
	for _, cpu := range slices.Sorted(maps.Keys(i.CPUs)) {
		if best == "" || i.CPUs[cpu] > i.CPUs[best] {
			best = cpu
		}
	}
	return best
}

// units calls f for each thing that a compilation unit of C has at its top.
func units(image *Image, data *dwarf.Data, f func(files []*dwarf.LineFile, e *dwarf.Entry, r *dwarf.Reader) error) error {
	r := data.Reader()
	var files []*dwarf.LineFile
	for {
		e, err := r.Next()
		if err != nil || e == nil {
			return err
		}
		switch {
		case e.Tag == dwarf.TagCompileUnit:
			if !fromC(e) {
				r.SkipChildren()
				continue
			}
			if producer, _ := e.Val(dwarf.AttrProducer).(string); strings.Contains(producer, "-mcpu=") {
				_, flag, _ := strings.Cut(producer, "-mcpu=")
				cpu, _, _ := strings.Cut(flag, " ")
				image.CPUs[cpu]++
			}
			files = nil
			if lines, err := data.LineReader(e); err == nil && lines != nil {
				files = lines.Files()
			}
		case e.Tag == 0:
		default:
			if err := f(files, e, r); err != nil {
				return err
			}
			r.SkipChildren()
		}
	}
}

// fromC leaves out what the Go program, C++ and the assembler say.
func fromC(unit *dwarf.Entry) bool {
	language, _ := unit.Val(dwarf.AttrLanguage).(int64)
	switch language {
	case 0x01, 0x02, 0x0c, 0x1d, 0x3e: // C89, C, C99, C11, C17
		producer, _ := unit.Val(dwarf.AttrProducer).(string)
		return producer != "TinyGo"
	}
	return false
}
