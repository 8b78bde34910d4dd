package tinygo

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// Archive returns an ar archive of one object, with an index of the symbols it defines, as linkers want it.
func Archive(name string, object []byte, symbols []string) []byte {
	const head = 60
	indexSize := 4 + 4*len(symbols)
	for _, s := range symbols {
		indexSize += len(s) + 1
	}
	indexSize += indexSize & 1
	member := uint32(len("!<arch>\n") + head + indexSize)

	var index bytes.Buffer
	binary.Write(&index, binary.BigEndian, uint32(len(symbols)))
	for range symbols {
		binary.Write(&index, binary.BigEndian, member)
	}
	for _, s := range symbols {
		index.WriteString(s + "\x00")
	}
	for index.Len() < indexSize {
		index.WriteByte(0)
	}

	var out bytes.Buffer
	out.WriteString("!<arch>\n")
	entry := func(name string, text []byte) {
		fmt.Fprintf(&out, "%-16s%-12d%-6d%-6d%-8s%-10d`\n", name+"/", 0, 0, 0, "644", len(text))
		out.Write(text)
		if len(text)&1 != 0 {
			out.WriteByte('\n')
		}
	}
	entry("", index.Bytes())
	entry(name, object)
	return out.Bytes()
}
