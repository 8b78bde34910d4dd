package program

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rttgen/rttgen/internal/directive"
	"github.com/rttgen/rttgen/model"
)

// headers returns what a version declares.
func headers(macros map[string]int64, functionLike ...string) *model.API {
	api := &model.API{Version: model.Version{Major: 3, Minor: 1, Patch: 5}}
	for name, value := range macros {
		api.Macros = append(api.Macros, &model.Macro{Decl: model.Decl{Name: name, Pos: model.Pos{File: "x.h", Line: 1}}, Kind: model.MacroInt, Int: value})
	}
	for _, name := range functionLike {
		api.FuncMacros = append(api.FuncMacros, &model.FuncMacro{Decl: model.Decl{Name: name, Pos: model.Pos{File: "y.h", Line: 2}}})
	}
	api.Sort()
	return api
}

func command(name, help string) *directive.Program {
	return &directive.Program{Bound: true, Commands: []*directive.Command{{Place: directive.Place{Pos: model.Pos{File: "main.go", Line: 1}},
		Func: directive.Func{Package: "main", Name: "f"}, Name: name, Help: help, Options: []directive.Option{{Name: "-v", Help: "more"}}}}}
}

func TestShells(t *testing.T) {
	on := func(names ...string) map[string]int64 {
		m := map[string]int64{}
		for _, n := range names {
			n, value, _ := strings.Cut(n, "=")
			m[n] = int64(len(value)) // as many as there are
		}
		return m
	}
	long := strings.Repeat("x", 16)
	for _, test := range []struct {
		name    string
		api     *model.API
		command string
		shell   Shell
		options bool
		problem string
	}{
		{"none", headers(nil), "c", None, false, "main.go:1: the configuration has no shell: commands are left out"},
		{"no table", headers(on("RT_USING_FINSH")), "c", None, false, "main.go:1: the configuration has no shell: commands are left out"},
		{"finsh", headers(on("RT_USING_FINSH", "FINSH_USING_SYMTAB", "FINSH_NAME_MAX="+long)), long, Finsh, false, ""},
		{"finsh, too long", headers(on("RT_USING_FINSH", "FINSH_USING_SYMTAB", "FINSH_NAME_MAX="+long)), long + "x", Finsh, false,
			"main.go:1: xxxxxxxxxxxxxxxxx is too long for the name of a command: 17 bytes, and the shell of RT-Thread 3.1.5 takes 16 (FINSH_NAME_MAX)"},
		{"msh on finsh", headers(on("RT_USING_FINSH", "FINSH_USING_SYMTAB", "FINSH_NAME_MAX="+long, "FINSH_USING_MSH")), long + "x", MSH, false, ""},
		{"msh", headers(on("RT_USING_FINSH", "FINSH_USING_SYMTAB", "FINSH_CMD_SIZE="+long)), long[1:], MSH, false, ""},
		{"msh, too long", headers(on("RT_USING_FINSH", "FINSH_USING_SYMTAB", "FINSH_CMD_SIZE="+long)), long, MSH, false,
			"main.go:1: xxxxxxxxxxxxxxxx is too long for the name of a command: 16 bytes, and the shell of RT-Thread 3.1.5 takes 15 (FINSH_CMD_SIZE)"},
		{"msh, no size", headers(on("RT_USING_FINSH", "FINSH_USING_SYMTAB")), strings.Repeat("x", 80), MSH, false,
			"main.go:1: " + strings.Repeat("x", 80) + " is too long for the name of a command: 80 bytes, and the shell of RT-Thread 3.1.5 takes 79 (FINSH_CMD_SIZE)"},
		{"options", headers(on("RT_USING_FINSH", "FINSH_USING_SYMTAB", "FINSH_USING_OPTION_COMPLETION"), "CMD_OPTIONS_NODE_START"), "c", MSH, true, ""},
		{"options off", headers(on("RT_USING_FINSH", "FINSH_USING_SYMTAB"), "CMD_OPTIONS_NODE_START"), "c", MSH, false, ""},
		{"a macro", headers(on("RT_USING_FINSH", "FINSH_USING_SYMTAB"), "c"), "c", MSH, false, "main.go:1: c cannot be the name of a command: it is a macro (y.h:2)"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, list := Build(test.api, command(test.command, "help"), "example.com/app/rtt", nil)
			if list.Error() != test.problem {
				t.Errorf("problem %q, want %q", list.Error(), test.problem)
			}
			if p.Shell != test.shell || p.Options != test.options {
				t.Errorf("shell %d, options %v", p.Shell, p.Options)
			}
			if left := len(p.Left) > 0; left == test.options {
				t.Errorf("said to be left out: %q", p.Left)
			}
		})
	}
}

func TestHelp(t *testing.T) {
	api := headers(map[string]int64{"ON": 1}, "MAX")
	for text, want := range map[string]string{
		"says hello":             "says hello",
		"reads (or writes) 0x1F": "reads (or writes) 0x1F",
		"now/then; a-b <c> [d]":  "now/then; a-b <c> [d]",
		"a, b":                   `"a, b"`,
		"don't":                  `"don't"`,
		`a "b" \`:                `"a \"b\" \\"`,
		"two  blanks":            `"two  blanks"`,
		" before":                `" before"`,
		"turns it ON":            `"turns it ON"`,
		"the MAX":                `"the MAX"`,
		"__FILE__":               `"__FILE__"`,
		"a // b":                 `"a // b"`,
		"a) b (c":                `"a) b (c"`,
		"(a":                     `"(a"`,
		"what??/":                `"what\?\?/"`,
		"größe":                  `"gr\303\266\303\237e"`,
		"100% of 5 %d":           "100% of 5 %d",
	} {
		if got := help(api, text); got != want {
			t.Errorf("%q is passed as %s, want %s", text, got, want)
		}
	}
}

func TestLevels(t *testing.T) {
	marked := &directive.Program{Bound: true}
	for _, level := range []string{"app", "board", "app", "env"} {
		marked.Inits = append(marked.Inits, &directive.Init{Place: directive.Place{Pos: model.Pos{File: "main.go", Line: 1 + len(marked.Inits)}},
			Func: directive.Func{Package: "main", Name: level + string(rune('0'+len(marked.Inits)))}, Level: level})
	}
	p, list := Build(headers(map[string]int64{"RT_USING_COMPONENTS_INIT": 1}, "INIT_APP_EXPORT", "INIT_BOARD_EXPORT"), marked, "x", nil)
	var got []string
	for _, l := range p.Levels {
		for _, f := range l.Funcs {
			got = append(got, l.Macro+" "+f.Symbol())
		}
	}
	want := []string{"INIT_BOARD_EXPORT main.board1", "INIT_ENV_EXPORT main.env3", "INIT_APP_EXPORT main.app0", "INIT_APP_EXPORT main.app2"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if want := "main.go:4: RT-Thread 3.1.5 does not have level env: its headers lack INIT_ENV_EXPORT"; list.Error() != want {
		t.Errorf("got %q, want %q", list, want)
	}
	_, list = Build(headers(nil), marked, "x", nil)
	if want := 4; len(list.Sorted()) != want {
		t.Errorf("without start-up: %v", list)
	}
}

func TestUnbound(t *testing.T) {
	marked := command("c", "help")
	marked.Bound = false
	_, list := Build(headers(map[string]int64{"RT_USING_FINSH": 1, "FINSH_USING_SYMTAB": 1}), marked, "example.com/app/rtt", nil)
	if want := "main.go:1: nothing calls this: the program does not import example.com/app/rtt, which does"; list.Error() != want {
		t.Errorf("got %q", list)
	}
}

func TestBuiltin(t *testing.T) {
	api := headers(map[string]int64{"RT_USING_FINSH": 1, "FINSH_USING_SYMTAB": 1})
	_, list := Build(api, command("hello", "help"), "example.com/app/rtt", map[string]model.Pos{"hello": {File: "components/finsh/cmd.c", Line: 49}})
	if want := "main.go:1: RT-Thread has a command hello already (components/finsh/cmd.c:49), and two do not link"; list.Error() != want {
		t.Errorf("got %q, want %q", list, want)
	}
}
