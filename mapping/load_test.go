package mapping_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rttgen/rttgen/mapping"
)

func TestErrors(t *testing.T) {
	checkArchives(t, "errors", func(t *testing.T, sources []mapping.Source) string {
		_, list := mapping.Load(sources...)
		return show(list)
	})
}

func TestOverlays(t *testing.T) {
	checkArchives(t, "overlays", func(t *testing.T, sources []mapping.Source) string {
		m, list := mapping.Load(sources...)
		return dump(t, m) + show(list)
	})
}

// TestFull loads a file with every key of the vocabulary.
func TestFull(t *testing.T) {
	m, list := mapping.Load(mapping.Source{Name: "full.yaml", Data: readFile(t, "testdata/full.yaml")})
	if err := list.Err(); err != nil {
		t.Fatalf("unexpected:\n%s", show(list))
	}
	got := dump(t, m)
	if *update {
		writeFile(t, "testdata/full.want", got)
	}
	if diff := cmp.Diff(string(readFile(t, "testdata/full.want")), got); diff != "" {
		t.Errorf("want -, got +:\n%s", diff)
	}
}

func TestLoadNothing(t *testing.T) {
	for _, sources := range [][]mapping.Source{nil, {{Name: "a.yaml"}}, {{Name: "a.yaml", Data: []byte("# nothing\n")}}} {
		m, list := mapping.Load(sources...)
		if m == nil || list.Err() != nil {
			t.Errorf("Load(%q) = %v, %v, want an empty mapping", sources, m, list.Err())
		}
	}
}

// TestSourcesThatAreNotText holds what cannot be written in an archive.
func TestSourcesThatAreNotText(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"latin 1", "errors:\n  ErrFull: {c: A, doc: \xe4}\n",
			"a.yaml:2:24: the file is not UTF-8 text: byte 0xe4\n\t| ErrFull: {c: A, doc: \ufffd}\n\tsave the file as UTF-8\n"},
		{"utf 16", "\xff\xfee\x00", "a.yaml:1:1: the file is not UTF-8 text: byte 0xff\n\t| \ufffde\x00\n\tsave the file as UTF-8\n"},
		{"control character", "\ufefferrors:\n\x00", "a.yaml:2:1: control character U+0000\n\t| \x00\n\ta mapping file is plain text\n"},
		{"too large", strings.Repeat("# comment\n", 1<<19), "a.yaml: the file is larger than 4 MB\n\tsplit the mapping into overlays\n"},
		{"byte order mark", "\ufefferrors: {ErrFull: RT_EFULL}\r\n", ""},
		{"deep", strings.Repeat("[", 9000) + strings.Repeat("]", 9000),
			"a.yaml:1:1: the file must be a mapping, not a list\n\tkeys: errors, error_types, enums, records, classes, defaults, functions, code, skip, raw_names\n" +
				"a.yaml:1:18: nested deeper than any mapping needs\n\tclose the brackets before this one\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, list := mapping.Load(mapping.Source{Name: "a.yaml", Data: []byte(test.data)})
			got := show(list)
			if test.name == "deep" {
				got = withoutSource(got)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("want -, got +:\n%s", diff)
			}
		})
	}
}

// withoutSource drops source lines from what show returns.
func withoutSource(s string) string {
	var out strings.Builder
	for line := range strings.Lines(s) {
		if !strings.HasPrefix(line, "\t| ") {
			out.WriteString(line)
		}
	}
	return out.String()
}
