package mapping

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/rttgen/rttgen/model"
)

const (
	maxSize  = 4 << 20 // of a mapping file; the largest we know of is a few hundred KB
	maxDepth = 16      // the vocabulary needs 8
)

// parse reads a YAML file. It returns nil if the file is not YAML, which it reports, and an empty mapping for an empty file.
func parse(r *reporter, src Source) *node {
	if len(src.Data) > maxSize {
		r.add(model.Pos{File: src.Name}, "split the mapping into overlays", "the file is larger than %d MB", maxSize>>20)
		return nil
	}
	if !readable(r, src) {
		return nil
	}
	doc, second, err := readYAML(src.Data)
	if err != nil {
		reportSyntax(r, src, err)
		return nil
	}
	if doc == nil || len(doc.Content) == 0 {
		return &node{kind: mappingNode, pos: model.Pos{File: src.Name, Line: 1, Col: 1}}
	}
	c := converter{reporter: r, file: src.Name}
	if second != nil {
		r.add(c.pos(second), `put it into a file of its own`, "a mapping file holds one YAML document, this is a second one")
	}
	return c.convert(doc.Content[0], 0)
}

// readable reports whether a file is text at all; yaml.v3 does not say where it is not.
func readable(r *reporter, src Source) bool {
	pos := model.Pos{File: src.Name, Line: 1, Col: 1}
	for rest := bytes.TrimPrefix(src.Data, []byte("\ufeff")); len(rest) > 0; {
		c, size := utf8.DecodeRune(rest)
		switch {
		case c == utf8.RuneError && size == 1:
			r.add(pos, "save the file as UTF-8", "the file is not UTF-8 text: byte 0x%02x", rest[0])
			return false
		case c == '\n':
			pos.Line, pos.Col = pos.Line+1, 0
		case unicode.IsControl(c) && c != '\t' && c != '\r' && c != '\u0085':
			r.add(pos, "a mapping file is plain text", "control character %U", c)
			return false
		}
		pos.Col++
		rest = rest[size:]
	}
	return true
}

// readYAML reads the first document of a file and, if there is one, the start of a second.
func readYAML(data []byte) (first, second *yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("yaml: cannot be read: %v", p)
		}
	}()
	dec := yaml.NewDecoder(bytes.NewReader(data))
	first, err = decodeOne(dec)
	if err != nil || first == nil {
		return nil, nil, err
	}
	second, err = decodeOne(dec)
	return first, second, err
}

func decodeOne(dec *yaml.Decoder) (*yaml.Node, error) {
	var n yaml.Node
	switch err := dec.Decode(&n); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, err
	}
	return &n, nil
}

// converter makes nodes of yaml.v3's. It reports what YAML allows and a mapping file does not.
type converter struct {
	*reporter
	file string
	deep bool // nesting that is too deep has been reported
}

func (c *converter) pos(n *yaml.Node) model.Pos {
	return model.Pos{File: c.file, Line: n.Line, Col: n.Column}
}

func (c *converter) convert(n *yaml.Node, depth int) *node {
	out := &node{kind: brokenNode, pos: c.pos(n)}
	switch {
	case depth > maxDepth && c.deep:
	case depth > maxDepth:
		c.deep = true
		c.add(out.pos, "close the brackets before this one", "nested deeper than any mapping needs")
	case n.Kind == yaml.AliasNode:
		c.add(out.pos, "write the value out; to change a rule elsewhere use an overlay", "aliases (*%s) are not part of the mapping language", n.Value)
	case n.Anchor != "":
		c.add(out.pos, fmt.Sprintf("remove &%s", n.Anchor), "anchors (&%s) are not part of the mapping language", n.Anchor)
	case n.Style&yaml.TaggedStyle != 0:
		c.add(out.pos, "remove "+n.Tag, "tags (%s) are not part of the mapping language", shorten(n.Tag))
	case n.Kind == yaml.MappingNode:
		out.kind = mappingNode
		c.pairs(n, out, depth)
	case n.Kind == yaml.SequenceNode:
		out.kind = sequenceNode
		for _, item := range n.Content {
			out.items = append(out.items, c.convert(item, depth+1))
		}
	default:
		out.kind, out.tag, out.text = scalarNode, n.ShortTag(), n.Value
		if out.tag == "!!timestamp" || out.tag == "!!merge" {
			out.tag = "!!str" // nothing in a mapping is a date
		}
	}
	return out
}

// pairs converts the keys and values of a mapping.
func (c *converter) pairs(n *yaml.Node, out *node, depth int) {
	first := map[string]model.Pos{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, pos := n.Content[i], c.pos(n.Content[i])
		value := c.convert(n.Content[i+1], depth+1)
		where, twice := first[key.Value]
		switch {
		case key.Kind != yaml.ScalarNode || key.Anchor != "" || key.Style&yaml.TaggedStyle != 0:
			c.add(pos, "write a plain word before the colon", "a key must be a plain word")
			out.flawed = true
		case key.ShortTag() == "!!merge":
			c.add(pos, "write the keys out", "merge keys (<<) are not part of the mapping language")
			out.flawed = true
		case twice:
			c.add(pos, fmt.Sprintf("the first is at %s; join the two", where), "key %q appears twice", shorten(key.Value))
		default:
			first[key.Value] = pos
			out.pairs = append(out.pairs, &pair{key: key.Value, pos: pos, value: value})
		}
	}
}

// reportSyntax reports an error of the YAML parser.
func reportSyntax(r *reporter, src Source, err error) {
	line := locate(src.Data, err)
	text := r.line(model.Pos{File: src.Name, Line: line})
	indent := text[:len(text)-len(strings.TrimLeft(text, " \t"))]
	msg := strings.TrimPrefix(err.Error(), "yaml: ")
	if rest, ok := strings.CutPrefix(msg, "line "); ok {
		if _, after, ok := strings.Cut(rest, ": "); ok {
			msg = after
		}
	}
	hint := syntaxHint(msg, indent)
	r.add(model.Pos{File: src.Name, Line: line, Col: len(indent) + 1}, hint, "not valid YAML: %s", msg)
}

// syntaxHint explains an error of the YAML parser.
func syntaxHint(msg, indent string) string {
	switch {
	case strings.Contains(indent, "\t"):
		return "indent with spaces; YAML does not allow tabs"
	case strings.Contains(msg, "unknown anchor"):
		return `quote a text that starts with "*"`
	case strings.Contains(msg, "mapping values are not allowed"):
		return `check the indentation, and quote a text that contains ": "`
	case strings.Contains(msg, "cannot start any token"):
		return "quote a text that starts with a special character"
	case strings.Contains(msg, "unexpected end of stream"):
		return "a quote is not closed"
	case strings.Contains(msg, "flow "), strings.Contains(msg, "',' or"):
		return "a bracket is not closed, or a comma is missing"
	}
	return "check the indentation, quotes and brackets from this line on"
}

// locate returns the line of an error of the YAML parser, which itself names another one or none. The error of a file is the
// error of its first n lines too, for every n from the line that is wrong.
func locate(data []byte, err error) int {
	ends := []int{}
	for i, b := range data {
		if b == '\n' {
			ends = append(ends, i+1)
		}
	}
	if n := len(data); n > 0 && data[n-1] != '\n' {
		ends = append(ends, n)
	}
	low, high := 0, max(len(ends)-1, 0) // the line is in ends[low..high]
	for low < high {
		mid := (low + high) / 2
		if _, _, e := readYAML(data[:ends[mid]]); e != nil && e.Error() == err.Error() {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low + 1
}
