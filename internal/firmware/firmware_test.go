package firmware

import (
	"encoding/binary"
	"strings"
	"testing"
)

func TestAttributes(t *testing.T) {
	// CPU name "m4", a text tag above 32, a compatibility tag, VFP arguments.
	data := append([]byte{5}, "m4\x00"...)
	data = binary.AppendUvarint(data, 67)
	data = append(data, "2.09\x00"...)
	data = append(data, 32, 1, 'x', 0, 28, 1)
	for n := range data {
		var cut Attributes
		cut.read(data[:n])
		if cut.VFPArgs != 0 {
			t.Errorf("%d bytes have the last attribute", n)
		}
	}
	var a Attributes
	if a.read(data); a != (Attributes{CPU: "m4", VFPArgs: 1}) {
		t.Errorf("got %+v", a)
	}
}

func TestNoFirmware(t *testing.T) {
	for text, want := range map[string]string{
		"":             "is no ELF file: ",
		"int main;":    "is no ELF file: ",
		elf64:          "is for EM_X86_64, ELFCLASS64, ELFDATA2LSB, not for 32 bit little-endian arm",
		elf64[:20]:     "is no ELF file: ",
		elf32 + "\x00": "has no debug information",
	} {
		if _, err := Read(strings.NewReader(text)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

// The headers of ELF files without sections.
const (
	elf64 = "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x3e\x00\x01\x00\x00\x00" +
		"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00" +
		"\x00\x00\x00\x00\x40\x00\x38\x00\x00\x00\x40\x00\x00\x00\x00\x00"
	elf32 = "\x7fELF\x01\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x28\x00\x01\x00\x00\x00" +
		"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x34\x00\x20\x00\x00\x00\x28\x00\x00\x00\x00\x00"
)
