package gcctest

import (
	"bytes"
	"debug/elf"
	"encoding/binary"
	"fmt"
	"math"
	mathbits "math/bits"
	"strconv"
)

// contents are the bytes of a section, and the symbol whose address they are to be if there is one.
type contents struct {
	bytes  []byte
	symbol string
}

// inObject looks at the sections of the object file and returns what is not as stated.
func (s *statements) inObject(name string) ([]string, error) {
	file, err := elf.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	symbols, err := file.Symbols()
	if err != nil {
		return nil, err
	}
	found := map[string]*contents{}
	for _, section := range file.Sections {
		if section.Type == elf.SHT_PROGBITS || section.Type == elf.SHT_NOBITS {
			c := &contents{bytes: make([]byte, section.Size)}
			if section.Type == elf.SHT_PROGBITS {
				if c.bytes, err = section.Data(); err != nil {
					return nil, err
				}
			}
			found[section.Name] = c
		}
	}
	for _, section := range file.Sections {
		if section.Type != elf.SHT_REL || section.Size != 8 || int(section.Info) >= len(file.Sections) {
			continue
		}
		data, err := section.Data()
		if err != nil {
			return nil, err
		}
		if c := found[file.Sections[section.Info].Name]; c != nil {
			if i := int(binary.LittleEndian.Uint32(data[4:])>>8) - 1; i >= 0 && i < len(symbols) {
				c.symbol = symbols[i].Name
			}
		}
	}
	var wrong []string
	for i, section := range s.sections {
		c := found[fmt.Sprintf(".rttgen.%d", i)]
		if c == nil {
			wrong = append(wrong, section.what+": gcc put nothing into the object")
		} else if err := section.check(c); err != nil {
			wrong = append(wrong, section.what+": "+err.Error())
		}
	}
	return wrong, nil
}

func word(want int64) func(*contents) error {
	return func(c *contents) error {
		if len(c.bytes) != 4 || binary.LittleEndian.Uint32(c.bytes) != uint32(want) {
			return fmt.Errorf("is %#x, gcc has % x", want, c.bytes)
		}
		return nil
	}
}

func double(text string) func(*contents) error {
	return func(c *contents) error {
		want, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return err
		}
		if got := math.Float64frombits(binary.LittleEndian.Uint64(c.bytes)); math.Float64bits(got) != math.Float64bits(want) {
			return fmt.Errorf("is %s, gcc has %v", text, got)
		}
		return nil
	}
}

func bytesOf(want string) func(*contents) error {
	return func(c *contents) error {
		if !bytes.Equal(c.bytes, []byte(want)) {
			return fmt.Errorf("is %q, gcc has %q", want, c.bytes)
		}
		return nil
	}
}

func refersTo(symbol string) func(*contents) error {
	return func(c *contents) error {
		if c.symbol != symbol {
			return fmt.Errorf("has the symbol %s, gcc has %q", symbol, c.symbol)
		}
		return nil
	}
}

// bits checks that exactly the bits of a bit-field are set.
func bits(offset, width int) func(*contents) error {
	return func(c *contents) error {
		first, count := -1, 0
		for i, b := range c.bytes {
			if b != 0 && first < 0 {
				first = 8*i + mathbits.TrailingZeros8(b)
			}
			count += mathbits.OnesCount8(b)
		}
		if first != offset || count != width {
			return fmt.Errorf("has %d bits from %d, gcc has %d from %d", width, offset, count, first)
		}
		return nil
	}
}
