package parser

import (
	"bytes"
	"regexp"
)

// rewrite changes what cc cannot read as it stands. No line moves, so that places in messages stay right.
func rewrite(text []byte) []byte {
	if bytes.Contains(text, []byte("pragma")) && bytes.Contains(text, []byte("pack")) {
		text = packLine.ReplaceAll(text, []byte(`_Static_assert(1, "`+packMark+`$1");`))
	}
	if bytes.Contains(text, []byte("enum")) {
		text = enumBits.ReplaceAll(text, []byte(`__typeof__(enum $1) :$2`))
	}
	if bytes.HasSuffix(bytes.TrimSpace(text), []byte(`\`)) {
		text = append(text[:len(text):len(text)], "\n\n"...) // cc waits for ever for what a \ at the very end continues with
	}
	return text
}

// packLine finds #pragma pack. cc hands pragmas to a callback that cannot tell where between two tokens they stand, so each
// becomes a declaration that keeps its place in the syntax tree.
var packLine = regexp.MustCompile(`(?m)^[ \t]*#[ \t]*pragma[ \t]+pack[ \t]*\(([^)\n]*)\)[^\n]*$`)

// packMark starts the message of the declaration that stands for a #pragma pack.
const packMark = "#pragma pack "

// enumBits finds unnamed bit-fields of an enum type, "enum e : 3;", which cc takes for an enum with a fixed type, as C23 has it.
var enumBits = regexp.MustCompile(`enum[ \t]+([A-Za-z_]\w*)[ \t]*:([^:;{}\n]*[,;])`)
