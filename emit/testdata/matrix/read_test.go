package matrix

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"time"
)

// ctype is what C has: a table of the types that the matrix uses.
type ctype struct {
	bits   int // of an integer
	signed bool
	kind   string // "int", "float", "bool", "pointer", "func", "struct", "void"
	elem   int    // size of what a pointer points to; 0 for nothing in particular
}

var ctypes = map[string]ctype{
	"int": {32, true, "int", 0}, "rt_err_t": {32, true, "int", 0}, "long long": {64, true, "int", 0}, "rt_uint8_t": {8, false, "int", 0},
	"enum mode": {8, false, "int", 0}, "rt_ubase_t": {32, false, "int", 0}, "float": {kind: "float"}, "_Bool": {kind: "bool"},
	"char *": {kind: "pointer", elem: 1}, "const char *": {kind: "pointer", elem: 1}, "void *": {kind: "pointer"}, "rt_uint8_t *": {kind: "pointer", elem: 1},
	"rt_uint32_t *": {kind: "pointer", elem: 4}, "void **": {kind: "pointer", elem: 4}, "struct rt_thing *": {kind: "pointer", elem: 16},
	"struct rt_other *": {kind: "pointer", elem: 4}, "struct rt_other": {kind: "struct"}, "void": {kind: "void"},
	"rt_call": {32, false, "func", 0}, "rt_plain": {32, false, "func", 0}, "function": {32, false, "func", 0},
}

// param is a parameter of C with its rule.
type param struct {
	Name, C string
	ctype
	rule  paramRule
	index int    // in C
	kind  string // what it is in Go, see kindOf
	in    int    // Go parameter it comes from; -1 for none
}

var (
	declaration = regexp.MustCompile(`^(.*?) ?NAME\((.*)\);$`)
	function    = regexp.MustCompile(`^\w+ \(\*(\w+)\)\(`)
	lastWord    = regexp.MustCompile(`^(.*?) ?(\w+)$`)
)

// read reads a declaration and a rule.
func read(r *row) (*combo, error) {
	c := &combo{row: r}
	if err := json.Unmarshal([]byte(r.Rule), &c.rule); err != nil {
		return nil, err
	}
	m := declaration.FindStringSubmatch(r.C)
	if m == nil {
		return nil, fmt.Errorf("no declaration: %s", r.C)
	}
	c.result = m[1]
	for i, text := range split(m[2]) {
		p := &param{index: i, in: -1}
		if f := function.FindStringSubmatch(text); f != nil {
			p.Name, p.C = f[1], "function"
		} else {
			f := lastWord.FindStringSubmatch(text)
			p.C, p.Name = f[1], f[2]
		}
		p.rule = c.rule.Params[p.Name]
		t, known := ctypes[p.C]
		if !known {
			return nil, fmt.Errorf("unknown type %q", p.C)
		}
		p.ctype = t
		c.params = append(c.params, p)
	}
	c.class, _, c.recv = strings.Cut(c.rule.Go, ".")
	if !c.recv {
		c.class = ""
	}
	c.style = c.styleOf()
	first := 0
	if c.recv {
		c.params[0].kind, c.params[0].in = "receiver", 0
		first = 1
	}
	next := first
	for _, p := range c.params[first:] {
		p.kind = c.kindOf(p)
		switch p.kind {
		case "const", "user", "len", "out":
		default:
			p.in = next
			next++
		}
	}
	return c, nil
}

// split splits parameters at the commas between them.
func split(s string) []string {
	var list []string
	depth, start := 0, 0
	for i, r := range s {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth--
		case r == ',' && depth == 0:
			list, start = append(list, strings.TrimSpace(s[start:i])), i+1
		}
	}
	return append(list, strings.TrimSpace(s[start:]))
}

// styleOf is the style of the result: what the rule says, what its other keys imply, else by the type in C.
func (c *combo) styleOf() string {
	if s, ok := c.rule.Result.(string); ok {
		return s
	}
	if s := c.resultRule("style"); s != "" {
		return s
	}
	switch {
	case c.resultRule("class") != "" && c.rule.Role != "init":
		return "handle"
	case c.result == "void":
		return "ignore"
	case c.result == "rt_err_t":
		return "error"
	}
	return "value"
}

// kindOf is what a parameter is in Go.
func (c *combo) kindOf(p *param) string {
	r := p.rule
	lenOf, user := false, false
	for _, other := range c.rule.Params {
		lenOf = lenOf || other.LenOf == p.Name
		user = user || other.Callback != nil && other.Callback.User == p.Name
	}
	typed := r.Type != "" || r.Enum != ""
	pointerType := r.Type == "unsafe.Pointer" || strings.HasPrefix(r.Type, "*")
	switch {
	case user:
		return "user"
	case r.Const != nil:
		return "const"
	case r.Callback != nil:
		return "callback"
	case r.LenOf != "":
		return "len"
	case r.String != "":
		return r.String
	case r.Class != "":
		return "object"
	case lenOf || strings.HasPrefix(r.Type, "[]"):
		return "slice"
	case r.Direction == "out":
		return "out"
	case r.Time != "" && p.ctype.kind == "pointer":
		return "time at"
	case r.Time != "":
		return "time"
	case p.ctype.kind != "pointer":
		return "value"
	case r.Direction == "inout" && typed:
		return "shared"
	case !typed || pointerType:
		return "pointer"
	case r.Direction == "in":
		return "address"
	}
	return "word"
}

// goTypes are the types of rules as reflection prints them; others are spelt the same.
var goTypes = map[string]string{"[]byte": "[]uint8", "[4]byte": "[4]uint8", "Mode": "rtt.Mode", "Ticks": "rtt.Ticks", "*Thing": "*rtt.Thing"}

func goType(t string) string {
	if s, ok := goTypes[t]; ok {
		return s
	}
	return t
}

// typeName is the Go type that a rule asks for; empty where it is C's.
func (p *param) typeName() string {
	switch r := p.rule; {
	case r.Group != "":
		return "rtt." + r.Group
	case r.Callback != nil, p.kind == "receiver":
		return ""
	case r.String != "":
		return "string"
	case r.Class != "":
		return "*rtt." + r.Class
	case r.Time != "":
		return "time.Duration"
	case r.Enum != "":
		return "rtt." + r.Enum
	case r.Type == "":
		return ""
	default:
		return goType(r.Type)
	}
}

// signature checks the Go parameters and results.
func (c *combo) signature() {
	t := reflect.TypeOf(c.Func)
	n := 0
	for _, p := range c.params {
		if p.in < 0 {
			continue
		}
		n++
		want := p.typeName()
		if p.kind == "shared" {
			want = "*" + want
		}
		if p.kind == "slice" && want == "" {
			want = map[bool]string{true: "[]uint8", false: "[]"}[p.elem <= 1]
			if got := t.In(p.in).String(); p.elem > 1 && strings.HasPrefix(got, "[]") {
				continue
			}
		}
		if p.in >= t.NumIn() {
			c.t.Fatalf("%d parameters, and %s is number %d", t.NumIn(), p.Name, p.in)
		}
		if got := t.In(p.in).String(); want != "" && got != want {
			c.t.Errorf("parameter %s is a %s, want %s", p.Name, got, want)
		}
	}
	if n != t.NumIn() {
		c.t.Fatalf("%d parameters, want %d", t.NumIn(), n)
	}
	var want []string
	switch c.style {
	case "ignore", "error", "must":
	default:
		want = append(want, c.resultType())
	}
	if c.rule.Role == "init" {
		want = nil
	}
	for _, p := range c.params {
		if p.kind == "out" {
			want = append(want, p.typeName())
		}
	}
	if c.hasError() {
		want = append(want, "error")
	}
	if len(want) != t.NumOut() {
		c.t.Fatalf("%d results, want %v", t.NumOut(), want)
	}
	for i, w := range want {
		if got := t.Out(i).String(); w != "" && got != w {
			c.t.Errorf("result %d is a %s, want %s", i, got, w)
		}
	}
}

// resultType is the Go type of the first result; empty where it is C's.
func (c *combo) resultType() string {
	switch c.style {
	case "bool", "ok":
		return "bool"
	case "text":
		return "string"
	case "bytes":
		return "[]uint8"
	case "handle":
		return "*rtt." + c.resultRule("class")
	}
	switch {
	case c.resultRule("time") != "":
		return "time.Duration"
	case c.resultRule("enum") != "":
		return "rtt." + c.resultRule("enum")
	case c.resultRule("type") != "":
		return goType(c.resultRule("type"))
	case c.style == "count":
		return "int"
	}
	return ""
}

const day = 24 * time.Hour
