package diag

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rttgen/rttgen/model"
)

func TestWriteText(t *testing.T) {
	at := func(line, col int) model.Pos { return model.Pos{File: "a.h", Line: line, Col: col} }
	for _, test := range []struct {
		name string
		ds   []Diagnostic
		want string
	}{
		{"empty", nil, ""},
		{"no place", []Diagnostic{{Message: "no rtconfig.h", Hint: "set BSP_ROOT"}},
			"error: no rtconfig.h\n  hint: set BSP_ROOT\n1 error\n"},
		{"a flag", []Diagnostic{{Pos: model.Pos{File: "--rtthread"}, Message: "no such directory"}},
			"--rtthread: error: no such directory\n1 error\n"},
		{"caret", []Diagnostic{{Pos: at(3, 5), Message: "unknown type", Source: "int foo_t x;\r\n"}},
			"a.h:3:5: error: unknown type\n    int foo_t x;\n        ^\n1 error\n"},
		{"caret after a tab", []Diagnostic{{Pos: at(3, 2), Message: "m", Source: "\tx"}},
			"a.h:3:2: error: m\n    \tx\n    \t^\n1 error\n"},
		{"caret after other scripts", []Diagnostic{{Pos: at(1, 7), Message: "m", Source: "é é x"}},
			"a.h:1:7: error: m\n    é é x\n        ^\n1 error\n"},
		{"caret past the end", []Diagnostic{{Pos: at(1, 3), Message: "m", Source: "ab"}},
			"a.h:1:3: error: m\n    ab\n      ^\n1 error\n"},
		{"column beyond the line", []Diagnostic{{Pos: at(1, 30), Message: "m", Source: "ab"}},
			"a.h:1:30: error: m\n    ab\n1 error\n"},
		{"binary", []Diagnostic{{Pos: at(1, 3), Message: "m\x1b[31m", Source: "\x7fE\x00\xff\x1b[2J"}},
			"a.h:1:3: error: m?[31m\n    ?E???[2J\n      ^\n1 error\n"},
		{"sorted, counted, without repetition", []Diagnostic{
			{Pos: at(9, 1), Message: "second", Severity: Warning},
			{Message: "last"},
			{Pos: at(2, 1), Message: "first"},
			{Pos: at(2, 1), Message: "first"},
		}, "a.h:2:1: error: first\na.h:9:1: warning: second\nerror: last\n2 errors, 1 warning\n"},
		{"hint of two lines", []Diagnostic{{Message: "m", Hint: "a\nb"}}, "error: m\n  hint: a\n  hint: b\n1 error\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := write(t, test.ds, Text, false); got != test.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, test.want)
			}
		})
	}
}

func TestWriteTextCutsLongLines(t *testing.T) {
	long := strings.Repeat("a", 5000) + "X" + strings.Repeat("b", 5000)
	got := write(t, []Diagnostic{{Pos: model.Pos{File: "a.h", Line: 1, Col: 5001}, Message: "m", Source: long}}, Text, false)
	lines := strings.Split(got, "\n")
	source, caret := []rune(lines[1]), []rune(lines[2])
	if len(source) > 140 {
		t.Errorf("source line has %d characters", len(source))
	}
	if at := len(caret) - 1; caret[at] != '^' || source[at] != 'X' {
		t.Errorf("caret is not below the X:\n%s", got)
	}
}

func TestWriteTextColor(t *testing.T) {
	ds := []Diagnostic{{Pos: model.Pos{File: "a.h", Line: 1}, Message: "m", Hint: "h"}}
	got := write(t, ds, Text, true)
	for _, want := range []string{"\x1b[1;31merror\x1b[0m", "\x1b[36mhint:\x1b[0m"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q lacks %q", got, want)
		}
	}
	if got := write(t, ds, JSON, true); strings.Contains(got, "\x1b") {
		t.Errorf("colour in JSON: %q", got)
	}
}

func TestWriteJSON(t *testing.T) {
	got := write(t, []Diagnostic{
		{Pos: model.Pos{File: "a.h", Line: 3, Col: 5}, Message: `a "b" <c>`, Source: "x", Hint: "h"},
		{Severity: Warning, Message: "w"},
	}, JSON, false)
	var doc map[string]any
	if err := json.Unmarshal([]byte(got), &doc); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{
		"errors": 1.0, "warnings": 1.0,
		"diagnostics": []any{
			map[string]any{"severity": "error", "file": "a.h", "line": 3.0, "column": 5.0, "message": `a "b" <c>`, "source": "x", "hint": "h"},
			map[string]any{"severity": "warning", "message": "w"},
		},
	}
	if diff := cmp.Diff(want, doc); diff != "" {
		t.Error(diff)
	}
	if got := write(t, nil, JSON, false); !strings.Contains(got, `"diagnostics": []`) {
		t.Errorf("empty list: %s", got)
	}
}

func TestWriteGitHub(t *testing.T) {
	got := write(t, []Diagnostic{
		{Pos: model.Pos{File: "a,b:c.h", Line: 3, Col: 5}, Message: "100% wrong", Hint: "mend\nit"},
		{Severity: Warning, Pos: model.Pos{File: "RTT_ROOT"}, Message: "w"},
	}, GitHub, false)
	want := "::warning::RTT_ROOT: w\n" +
		"::error file=a%2Cb%3Ac.h,line=3,col=5::100%25 wrong%0Ahint: mend%0Ait\n"
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func write(t *testing.T, ds []Diagnostic, format Format, color bool) string {
	t.Helper()
	var l List
	l.Add(ds...)
	var out strings.Builder
	if err := l.Write(&out, format, color); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
