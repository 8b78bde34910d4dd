package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/model"
)

// key is a key of the configuration file and what its value does.
type key struct {
	name string
	set  func(*decoder, *yaml.Node)
}

// keys is the vocabulary of the configuration file.
func keys(c *Config) []key {
	return []key{
		{"rtthread", func(d *decoder, n *yaml.Node) { d.rtthread(n, &c.RTThread) }},
		{"rtconfig", func(d *decoder, n *yaml.Node) { d.path(n, &c.RTConfig) }},
		{"defines", func(d *decoder, n *yaml.Node) { d.values(n, &c.Defines, verifyDefine) }},
		{"includes", func(d *decoder, n *yaml.Node) { d.paths(n, &c.Includes) }},
		{"headers", func(d *decoder, n *yaml.Node) { d.values(n, &c.Headers, verifyHeader) }},
		{"build", func(d *decoder, n *yaml.Node) { d.path(n, &c.Build) }},
		{"target", func(d *decoder, n *yaml.Node) { d.mapping(n, "under target", targetKeys(c)) }},
		{"mappings", func(d *decoder, n *yaml.Node) { d.paths(n, &c.Mappings) }},
		{"out", func(d *decoder, n *yaml.Node) { d.path(n, &c.Out) }},
		{"package", func(d *decoder, n *yaml.Node) { d.word(n, &c.Package, verifyPackage, nil) }},
		{"module", func(d *decoder, n *yaml.Node) { d.checked(n, &c.module, verifyModule) }},
		{"checks", func(d *decoder, n *yaml.Node) { d.word(n, (*string)(&c.Checks), oneOf(levels()), levels()) }},
		{"program", func(d *decoder, n *yaml.Node) { d.path(n, &c.Program) }},
		{"tags", func(d *decoder, n *yaml.Node) { d.values(n, &c.Tags, verifyTag) }},
		{"gc", func(d *decoder, n *yaml.Node) { d.word(n, &c.GC, oneOf(GCs()), GCs()) }},
	}
}

// targetKeys is the vocabulary under target: what differs between C compilers for arm.
func targetKeys(c *Config) []key {
	return []key{
		{"short_enums", func(d *decoder, n *yaml.Node) { d.choice(n, &c.Target.ShortEnums, "true", "false") }},
		{"time_bits", func(d *decoder, n *yaml.Node) { d.choice(n, &c.Target.TimeBits, "32", "64") }},
	}
}

// decoder reads a configuration file node by node, so that every message has its place.
type decoder struct {
	file  string
	dir   string
	lines []string
	list  *diag.List
}

// decode reads the text of a configuration file into c.
func decode(c *Config, file string, text []byte) *diag.List {
	d := &decoder{
		file:  file,
		dir:   c.Dir,
		lines: strings.Split(strings.ToValidUTF8(string(text), "?"), "\n"),
		list:  &diag.List{},
	}
	dec := yaml.NewDecoder(bytes.NewReader(text))
	var doc, second yaml.Node
	switch err := dec.Decode(&doc); {
	case errors.Is(err, io.EOF): // an empty file asks for nothing
	case err != nil:
		d.syntax(err)
	default:
		d.mapping(doc.Content[0], "in "+DefaultFile, keys(c))
		if err := dec.Decode(&second); err == nil {
			d.problem(&second, "remove what follows ---", "a configuration is one YAML document, this is a second one")
		}
	}
	return d.list
}

var yamlLine = regexp.MustCompile(`^(?:yaml: )?(?:line (\d+): )?(.*)$`)

// syntax reports text that is not YAML.
func (d *decoder) syntax(err error) {
	m := yamlLine.FindStringSubmatch(err.Error())
	line, _ := strconv.Atoi(m[1])
	n := &yaml.Node{Line: max(line, 1)}
	d.problem(n, "lines have the form key: value; quote values that hold : or #", "not valid YAML: %s", strings.TrimPrefix(m[2], "yaml: "))
}

// mapping reads a mapping whose keys are all known.
func (d *decoder) mapping(n *yaml.Node, where string, keys []key) {
	if n.Kind != yaml.MappingNode {
		if !empty(n) {
			d.problem(n, "write key: value, one a line", "%s is not a mapping", describe(n))
		}
		return
	}
	var names []string
	for _, k := range keys {
		names = append(names, k.name)
	}
	seen := map[string]int{}
	for i := 0; i < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		if first := seen[name.Value]; first > 0 {
			d.problem(name, fmt.Sprintf("remove one; the first is in line %d", first), "%s is given twice", name.Value)
			continue
		}
		seen[name.Value] = name.Line
		known := false
		for _, k := range keys {
			if k.name == name.Value {
				known = true
				k.set(d, value)
			}
		}
		if !known {
			d.problem(name, diag.DidYouMeanOr(name.Value, names), "unknown key %q %s", name.Value, where)
		}
	}
}

// scalar returns a single value. Numbers and booleans are taken as they are written; nothing at all is the default.
func (d *decoder) scalar(n *yaml.Node) (Value, bool) {
	if n.Kind != yaml.ScalarNode {
		d.problem(n, "", "%s where a single value belongs", describe(n))
		return Value{}, false
	}
	if n.Style&yaml.TaggedStyle != 0 {
		d.problem(n, "quote a value that starts with !", "%s is a YAML tag, which means nothing here", n.Tag)
		return Value{}, false
	}
	return Value{Text: n.Value, Pos: d.pos(n), Source: d.line(n)}, !empty(n)
}

// word reads a single value that verify accepts.
func (d *decoder) word(n *yaml.Node, to *string, verify func(Value) error, words []string) {
	v, ok := d.scalar(n)
	if !ok {
		return
	}
	if err := check(verify, v); err != nil {
		d.problem(n, diag.DidYouMean(v.Text, words), "%v", err)
		return
	}
	*to = v.Text
}

// checked reads a value that a function must accept, and remembers its place.
func (d *decoder) checked(n *yaml.Node, to *Value, verify func(Value) error) {
	v, ok := d.scalar(n)
	if !ok {
		return
	}
	if err := verify(v); err != nil {
		d.problem(n, "", "%v", err)
		return
	}
	*to = v
}

// choice reads one of two values and remembers its place.
func (d *decoder) choice(n *yaml.Node, to *Value, one, other string) {
	v, ok := d.scalar(n)
	switch {
	case !ok:
	case v.Text == one || v.Text == other:
		*to = v
	default:
		d.problem(n, "write "+one+" or "+other, "%q is neither %s nor %s", v.Text, one, other)
	}
}

// path reads a path, which is relative to the file it stands in.
func (d *decoder) path(n *yaml.Node, to *Value) {
	if v, ok := d.scalar(n); ok {
		v.Text = d.resolve(v.Text)
		*to = v
	}
}

func (d *decoder) rtthread(n *yaml.Node, to *Value) {
	v, ok := d.scalar(n)
	if !ok {
		return
	}
	if !IsReference(v.Text) {
		v.Text = d.resolve(v.Text)
	}
	*to = v
}

// IsReference reports whether a value of rtthread names the embedded reference interface rather than a directory.
func IsReference(rtthread string) bool {
	return rtthread == Reference || strings.HasPrefix(rtthread, Reference+":")
}

func (d *decoder) resolve(p string) string {
	p = filepath.FromSlash(p)
	if filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(d.dir, p)
}

// values reads a list of values that verify accepts; a single value is a list of one.
func (d *decoder) values(n *yaml.Node, to *[]Value, verify func(Value) error) {
	items := n.Content
	switch {
	case empty(n):
		return
	case n.Kind == yaml.ScalarNode:
		items = []*yaml.Node{n}
	case n.Kind != yaml.SequenceNode:
		d.problem(n, "write - before each value", "%s where a list belongs", describe(n))
		return
	}
	for _, item := range items {
		if isRemoval(item) { // an unquoted !NAME is a tag to YAML
			item = &yaml.Node{Kind: item.Kind, Value: item.Tag, Tag: "!!str", Line: item.Line, Column: item.Column}
		}
		v, ok := d.scalar(item)
		if !ok {
			continue
		}
		if err := check(verify, v); err != nil {
			d.problem(item, "", "%v", err)
			continue
		}
		*to = append(*to, v)
	}
}

func (d *decoder) paths(n *yaml.Node, to *[]Value) {
	var values []Value
	d.values(n, &values, nil)
	for _, v := range values {
		v.Text = d.resolve(v.Text)
		*to = append(*to, v)
	}
}

func isRemoval(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Value == "" && n.Style == yaml.TaggedStyle && define.MatchString(n.Tag)
}

func empty(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Tag == "!!null"
}

func describe(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a mapping"
	case yaml.SequenceNode:
		return "a list"
	case yaml.AliasNode:
		return "an alias"
	}
	return strconv.Quote(n.Value)
}

func (d *decoder) pos(n *yaml.Node) model.Pos {
	return model.Pos{File: d.file, Line: n.Line, Col: n.Column}
}

func (d *decoder) line(n *yaml.Node) string {
	if n.Line < 1 || n.Line > len(d.lines) {
		return ""
	}
	return d.lines[n.Line-1]
}

func (d *decoder) problem(n *yaml.Node, hint, format string, args ...any) {
	d.list.Add(diag.Diagnostic{Pos: d.pos(n), Source: d.line(n), Hint: hint, Message: fmt.Sprintf(format, args...)})
}
