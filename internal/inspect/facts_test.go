package inspect_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/facts anew from the measured facts in RTT_FACTS")

// digest is what testdata/facts keeps of measured facts: a line of text for each symbol, by kind and name. See the README there.
type digest map[string]map[string]string

// measured is the part of the JSON of rttgen inspect, and of the facts measured with a C compiler, that a digest is made of.
type measured struct {
	Structs map[string]struct {
		Size, Align int
		Fields      []struct {
			Name      string
			Offset    int
			Size      int
			Bitfield  bool
			BitWidth  int `json:"bit_width"`
			BitOffset int `json:"bit_offset"`
		}
	}
	Enums map[string]struct {
		Size      int
		Constants map[string]int64
	}
	Typedefs  map[string]struct{ Size, Align int }
	Functions map[string]prototype
	Inlines   map[string]prototype `json:"static_inline_functions"`
	Variables map[string]struct{ Type string }
	Macros    map[string]struct{ Value json.RawMessage }
}

type prototype struct {
	Result   string `json:"ret"`
	Params   []struct{ Name, Type string }
	Variadic bool
}

// digestOf makes a digest of facts in JSON.
func digestOf(t *testing.T, text []byte) digest {
	t.Helper()
	var m measured
	if err := json.Unmarshal(text, &m); err != nil {
		t.Fatal(err)
	}
	d := digest{"structs": {}, "enums": {}, "typedefs": {}, "functions": {}, "variables": {}, "macros": {}}
	for name, s := range m.Structs {
		line := fmt.Sprintf("%d/%d", s.Size, s.Align)
		for _, f := range s.Fields {
			switch {
			case f.Name == "":
			case f.Bitfield:
				line += fmt.Sprintf(" %s@%d:%db", f.Name, f.BitOffset, f.BitWidth)
			default:
				line += fmt.Sprintf(" %s@%d:%d", f.Name, f.Offset, f.Size)
			}
		}
		d.set("structs", name, line)
	}
	for name, e := range m.Enums {
		line := fmt.Sprint(e.Size)
		for _, c := range slices.Sorted(maps.Keys(e.Constants)) {
			line += fmt.Sprintf(" %s=%d", c, e.Constants[c])
		}
		d.set("enums", name, line)
	}
	for name, x := range m.Typedefs {
		d.set("typedefs", name, fmt.Sprintf("%d/%d", x.Size, x.Align))
	}
	for name, f := range m.Functions {
		d.set("functions", name, f.String())
	}
	for name, f := range m.Inlines {
		d.set("functions", name, "inline "+f.String())
	}
	for name, v := range m.Variables {
		d.set("variables", name, spelling(v.Type))
	}
	delete(m.Macros, "__LINE__") // its value is a place in a header, which says nothing about RT-Thread
	for name, x := range m.Macros {
		d.set("macros", name, string(x.Value))
	}
	return d
}

// set notes a symbol. Anonymous ones have no name that both sides would agree on.
func (d digest) set(kind, name, line string) {
	if !strings.Contains(name, "<anon") {
		d[kind][name] = line
	}
}

func (f prototype) String() string {
	var params []string
	for _, p := range f.Params {
		params = append(params, strings.TrimSpace(spelling(p.Type)+" "+p.Name))
	}
	if f.Variadic {
		params = append(params, "...")
	}
	return fmt.Sprintf("%s (%s)", spelling(f.Result), strings.Join(params, ", "))
}

var (
	spaces = regexp.MustCompile(`\s+`)
	star   = regexp.MustCompile(`\s*([*(),])\s*`)
)

// spelling writes a type without any choice about blanks.
func spelling(s string) string {
	return star.ReplaceAllString(spaces.ReplaceAllString(strings.TrimSpace(s), " "), "$1")
}

// compare lists what a digest says otherwise than another, or does not have.
func (d digest) compare(got digest) (compared int, wrong []string) {
	for _, kind := range slices.Sorted(maps.Keys(d)) {
		for _, name := range slices.Sorted(maps.Keys(d[kind])) {
			compared++
			want := d[kind][name]
			if have, ok := got[kind][name]; !ok {
				wrong = append(wrong, fmt.Sprintf("%s: %s is missing: %s", kind, name, want))
			} else if have != want {
				wrong = append(wrong, fmt.Sprintf("%s: %s\n\tis       %s\n\tmeasured %s", kind, name, have, want))
			}
		}
	}
	return compared, wrong
}
