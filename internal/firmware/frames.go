package firmware

import (
	"bytes"
	"debug/elf"
	"encoding/binary"
	"errors"
)

// frames reads .debug_frame: how much of the stack each function uses, by its address. That of a function is the largest distance
// that the canonical frame address ever has from the stack pointer or from the frame pointer; what alloca takes is not in it.
func frames(file *elf.File) (map[uint32]int, error) {
	s := file.Section(".debug_frame")
	if s == nil {
		return nil, nil
	}
	data, err := s.Data()
	if err != nil {
		return nil, err
	}
	found := map[uint32]int{}
	common := map[uint32]cie{}
	for at := 0; at+8 <= len(data); {
		size := int(binary.LittleEndian.Uint32(data[at:]))
		if size < 4 || at+4+size > len(data) {
			return found, errors.New("unreadable .debug_frame section")
		}
		id := binary.LittleEndian.Uint32(data[at+4:])
		body := data[at+8 : at+4+size]
		if id == 0xffffffff {
			common[uint32(at)] = newCIE(body)
		} else if c, ok := common[id]; ok && len(body) >= 8 {
			function := binary.LittleEndian.Uint32(body) &^ 1
			found[function] = max(found[function], c.largest(body[8:]))
		}
		at += 4 + size
	}
	return found, nil
}

// cie is what the frames of many functions have in common.
type cie struct {
	instructions []byte
	dataAlign    int64
}

func newCIE(body []byte) cie {
	if len(body) < 2 {
		return cie{}
	}
	version := body[0]
	_, rest, _ := bytes.Cut(body[1:], []byte{0}) // the augmentation
	if version >= 4 && len(rest) >= 2 {
		rest = rest[2:] // sizes of addresses and segments
	}
	r := leb{rest}
	r.unsigned() // code alignment
	align := r.signed()
	if version == 1 {
		r.byte()
	} else {
		r.unsigned() // the register of the return address
	}
	return cie{r.data, align}
}

// largest returns the largest offset of the canonical frame address.
func (c cie) largest(instructions []byte) int {
	offset, best := 0, 0
	for _, part := range [][]byte{c.instructions, instructions} {
		r := leb{part}
		for len(r.data) > 0 {
			switch op := r.byte(); op >> 6 {
			case 1: // advance
			case 2: // offset
				r.unsigned()
			case 3: // restore
			default:
				if n, ok := c.simple(&r, op); ok {
					offset = n
				}
			}
			best = max(best, offset)
		}
	}
	return best
}

// simple executes an instruction without an operand in its first byte. It returns the new offset, if that changes.
func (c cie) simple(r *leb, op byte) (offset int, changed bool) {
	switch op {
	case 0x00, 0x0a, 0x0b: // nop, remember and restore the state: the largest one stays
	case 0x01: // set the location
		r.skip(4)
	case 0x02:
		r.skip(1)
	case 0x03:
		r.skip(2)
	case 0x04:
		r.skip(4)
	case 0x05, 0x09, 0x14: // offset, register, value offset
		r.unsigned()
		r.unsigned()
	case 0x06, 0x07, 0x08, 0x0d, 0x2e: // restore, undefined, same value, the register of the frame, size of arguments
		r.unsigned()
	case 0x0c: // register and offset of the frame
		r.unsigned()
		return int(r.unsigned()), true
	case 0x0e:
		return int(r.unsigned()), true
	case 0x12: // as 0x0c, in units of the alignment
		r.unsigned()
		return int(r.signed() * c.dataAlign), true
	case 0x13:
		return int(r.signed() * c.dataAlign), true
	case 0x11, 0x15:
		r.unsigned()
		r.signed()
	case 0x0f:
		r.skip(int(r.unsigned()))
	case 0x10, 0x16:
		r.unsigned()
		r.skip(int(r.unsigned()))
	default:
		r.data = nil // one that is not known: what follows cannot be read
	}
	return 0, false
}

// leb reads the numbers of DWARF. Behind the end there are zeros.
type leb struct{ data []byte }

func (r *leb) byte() byte {
	if len(r.data) == 0 {
		return 0
	}
	b := r.data[0]
	r.data = r.data[1:]
	return b
}

func (r *leb) skip(n int) { r.data = r.data[min(max(n, 0), len(r.data)):] }

func (r *leb) unsigned() uint64 {
	n, size := binary.Uvarint(r.data)
	r.skip(max(size, 1))
	return n
}

func (r *leb) signed() int64 {
	var n int64
	for shift := 0; shift < 64; {
		b := r.byte()
		n |= int64(b&0x7f) << shift
		shift += 7
		if b&0x80 == 0 {
			if b&0x40 != 0 && shift < 64 {
				n |= -1 << shift
			}
			break
		}
	}
	return n
}
