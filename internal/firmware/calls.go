package firmware

import (
	"cmp"
	"debug/elf"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Code is the functions of a firmware with who calls whom, as the machine code says.
type Code struct {
	Functions []*Routine // by address
	byAddress map[uint32]*Routine
}

// Routine is a function in the machine code.
type Routine struct {
	Name     string
	Address  uint32
	Size     int
	Frame    int  // bytes of the stack that it uses itself
	Framed   bool // whether Frame is known; the assembler's functions tell nothing
	Calls    []*Routine
	Indirect bool // calls or jumps through a pointer, too
	Called   bool // somebody calls it
}

// ReadCode reads the functions of a firmware. Instructions are Thumb's.
func ReadCode(r io.ReaderAt) (*Code, error) {
	file, err := elf.NewFile(r)
	if err != nil {
		return nil, fmt.Errorf("is no ELF file: %w", err)
	}
	symbols, err := file.Symbols()
	if err != nil {
		return nil, fmt.Errorf("reading its symbols: %w", err)
	}
	sizes, err := frames(file)
	if err != nil {
		return nil, fmt.Errorf("reading its frames: %w", err)
	}
	code := &Code{byAddress: map[uint32]*Routine{}}
	marks := map[elf.SectionIndex][]mark{}
	for _, s := range symbols {
		at := uint32(s.Value) &^ 1
		switch {
		case strings.HasPrefix(s.Name, "$t"), strings.HasPrefix(s.Name, "$d"):
			marks[s.Section] = append(marks[s.Section], mark{at, s.Name[1] == 'd'})
		case elf.ST_TYPE(s.Info) == elf.STT_FUNC && s.Section != elf.SHN_UNDEF && int(s.Section) < len(file.Sections) && code.byAddress[at] == nil:
			frame, framed := sizes[at]
			f := &Routine{Name: s.Name, Address: at, Size: int(s.Size), Frame: frame, Framed: framed}
			code.byAddress[at] = f
			code.Functions = append(code.Functions, f)
		}
	}
	slices.SortFunc(code.Functions, func(a, b *Routine) int { return cmp.Compare(a.Address, b.Address) })
	for index, section := range file.Sections {
		if section.Flags&elf.SHF_EXECINSTR == 0 || section.Type != elf.SHT_PROGBITS {
			continue
		}
		text, err := section.Data()
		if err != nil {
			return nil, fmt.Errorf("reading its code: %w", err)
		}
		list := marks[elf.SectionIndex(index)]
		slices.SortFunc(list, func(a, b mark) int { return cmp.Compare(a.address, b.address) })
		code.scan(uint32(section.Addr), text, list)
	}
	return code, nil
}

// mark tells where code, or data among code, begins.
type mark struct {
	address uint32
	data    bool
}

// scan finds the calls of the functions in a section.
func (c *Code) scan(base uint32, text []byte, marks []mark) {
	for i, f := range c.Functions {
		if f.Address < base || f.Address >= base+uint32(len(text)) {
			continue
		}
		end := f.Address + uint32(f.Size)
		if f.Size == 0 && i+1 < len(c.Functions) { // the assembler often does not say
			end = c.Functions[i+1].Address
		}
		end = min(end, base+uint32(len(text)))
		for at := f.Address; at+2 <= end; {
			if next, data := inData(marks, at, end); data {
				at = next
				continue
			}
			at += c.instruction(f, at, end, text[at-base:])
		}
	}
}

// inData reports whether an address is in data, and where code begins again.
func inData(marks []mark, at, end uint32) (next uint32, data bool) {
	i, found := slices.BinarySearchFunc(marks, at, func(m mark, at uint32) int { return cmp.Compare(m.address, at) })
	if !found {
		i--
	}
	if i < 0 || !marks[i].data {
		return at, false
	}
	for _, m := range marks[i+1:] {
		if !m.data {
			return max(m.address, at+2), true
		}
	}
	return end, true
}

// instruction notes what an instruction calls, and returns its length. A branch out of the function is a call in its last place.
func (c *Code) instruction(f *Routine, at, end uint32, text []byte) uint32 {
	first := binary.LittleEndian.Uint16(text)
	if first>>11 < 0x1d { // 16 bits
		switch {
		case first&0xff87 == 0x4780, first&0xff87 == 0x4700 && first != 0x4770: // blx, bx but lr
			f.Indirect = true
		case first&0xf800 == 0xe000: // b
			c.call(f, at+4+uint32(int32(first<<5)<<16>>20), end, false)
		}
		return 2
	}
	if len(text) < 4 {
		return 4
	}
	second := binary.LittleEndian.Uint16(text[2:])
	switch {
	case first&0xf800 == 0xf000 && second&0xd000 == 0xd000: // bl
		c.call(f, at+4+wide(first, second), end, true)
	case first&0xf800 == 0xf000 && second&0xd000 == 0x9000: // b.w
		c.call(f, at+4+wide(first, second), end, false)
	case first&0xff7f == 0xf85f && second>>12 == 15, first == 0xf8d0|first&15 && second>>12 == 15: // ldr pc
		f.Indirect = true
	}
	return 4
}

// wide is the distance of a branch of 32 bits.
func wide(first, second uint16) uint32 {
	s := uint32(first>>10) & 1
	i1 := 1 ^ uint32(second>>13)&1 ^ s
	i2 := 1 ^ uint32(second>>11)&1 ^ s
	n := s<<24 | i1<<23 | i2<<22 | uint32(first&0x3ff)<<12 | uint32(second&0x7ff)<<1
	return uint32(int32(n<<7) >> 7)
}

func (c *Code) call(f *Routine, to, end uint32, link bool) {
	if !link && to >= f.Address && to < end {
		return
	}
	callee := c.byAddress[to&^1]
	if callee == nil {
		return // into the middle of another function: what compilers do not do
	}
	callee.Called = true
	if !slices.Contains(f.Calls, callee) {
		f.Calls = append(f.Calls, callee)
	}
}
