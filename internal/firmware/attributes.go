package firmware

import (
	"bytes"
	"debug/elf"
	"encoding/binary"
	"errors"
)

// Attributes are what the objects of a firmware were compiled for, as the ARM attributes section tells (Addenda to the ABI for the Arm
// Architecture, 3.3). A number that is not there is 0.
type Attributes struct {
	CPU      string // "Cortex-M4", or only an architecture: "7E-M"
	Arch     uint64 // number of the architecture; 13 is v7E-M
	EnumSize uint64 // 1: the smallest type that fits, 2: always 32 bits
	Wchar    uint64 // size of wchar_t in bytes
	VFPArgs  uint64 // 1: floating point arguments in floating point registers
}

// The tags of the attributes that are read, and those that have a text where their number does not say so.
const (
	tagFile     = 1
	tagRawName  = 4
	tagCPUName  = 5
	tagCPUArch  = 6
	tagWchar    = 18
	tagEnumSize = 26
	tagVFPArgs  = 28
	tagCompat   = 32
)

// ReadAttributes reads the attributes of an ELF file, which may have none.
func ReadAttributes(file *elf.File) (Attributes, error) {
	var a Attributes
	s := file.Section(".ARM.attributes")
	if s == nil {
		return a, nil
	}
	data, err := s.Data()
	if err != nil || len(data) < 1 || data[0] != 'A' {
		return a, errors.New("unreadable .ARM.attributes section")
	}
	for data = data[1:]; len(data) >= 4; {
		n := int(binary.LittleEndian.Uint32(data))
		if n < 4 || n > len(data) {
			break
		}
		vendor, rest, found := bytes.Cut(data[4:n], []byte{0})
		if found && string(vendor) == "aeabi" && len(rest) >= 5 && rest[0] == tagFile {
			a.read(rest[5:])
			return a, nil
		}
		data = data[n:]
	}
	return a, nil
}

// read goes through a file's attributes; what is cut off is left out.
func (a *Attributes) read(data []byte) {
	for len(data) > 0 {
		tag, n := binary.Uvarint(data)
		if n <= 0 {
			return
		}
		data = data[n:]
		var value uint64
		var text []byte
		isText := tag == tagRawName || tag == tagCPUName || tag > tagCompat && tag%2 == 1
		if !isText {
			if value, n = binary.Uvarint(data); n <= 0 {
				return
			}
			data = data[n:]
		}
		if isText || tag == tagCompat {
			text, data, _ = bytes.Cut(data, []byte{0})
		}
		switch tag {
		case tagCPUName:
			a.CPU = string(text)
		case tagCPUArch:
			a.Arch = value
		case tagWchar:
			a.Wchar = value
		case tagEnumSize:
			a.EnumSize = value
		case tagVFPArgs:
			a.VFPArgs = value
		}
	}
}
