package program

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/directive"
	"github.com/rttgen/rttgen/model"
)

// Build decides about the functions of a program; nil if there are none. The generated package is at an import path, and the kernel has
// commands of its own.
func Build(api *model.API, marked *directive.Program, importPath string, builtin map[string]model.Pos) (*Program, *diag.List) {
	list := &diag.List{}
	if marked == nil || marked.Empty() {
		return nil, list
	}
	p := &Program{Shell: shell(api)}
	for _, e := range marked.Record() {
		p.Record = append(p.Record, e.Text)
	}
	if !marked.Bound {
		report(list, marked.Record()[0].Place, fmt.Sprintf("add to the imports of its package main: _ %q", importPath),
			"nothing calls this: the program does not import %s, which does", importPath)
	}
	p.commands(api, marked, builtin, list)
	p.levels(api, marked, list)
	return p, list
}

func report(list *diag.List, at directive.Place, hint, format string, args ...any) {
	list.Add(diag.Diagnostic{Pos: at.Pos, Source: at.Source, Hint: hint, Message: fmt.Sprintf(format, args...)})
}

func (p *Program) commands(api *model.API, marked *directive.Program, builtin map[string]model.Pos, list *diag.List) {
	if len(marked.Commands) == 0 {
		return
	}
	if p.Shell == None {
		at := marked.Commands[0].Place
		list.Add(diag.Diagnostic{Severity: diag.Warning, Pos: at.Pos, Source: at.Source, Message: "the configuration has no shell: commands are left out",
			Hint: "turn on RT_USING_FINSH and FINSH_USING_SYMTAB in menuconfig"})
		p.Left = append(p.Left, "This configuration has no shell: commands are left out.")
		return
	}
	p.Options = p.Shell == MSH && api.Defined("FINSH_USING_OPTION_COMPLETION") && api.FuncMacro("CMD_OPTIONS_NODE_START") != nil
	limit, macro := nameMax(api, p.Shell)
	for _, c := range marked.Commands {
		if len(c.Name) > limit {
			report(list, c.Place, "give it a shorter name: //rtt:cmd name \"help\"", "%s is too long for the name of a command: %d bytes, and the shell of RT-Thread %s takes %d (%s)",
				c.Name, len(c.Name), api.Version, limit, macro)
		}
		if at, taken := builtin[c.Name]; taken && p.Shell == MSH {
			report(list, c.Place, "give it another name: //rtt:cmd name \"help\"", "RT-Thread has a command %s already (%s), and two do not link", c.Name, at.Place())
		}
		if at := macroAt(api, c.Name); at.IsValid() {
			report(list, c.Place, "give it another name: //rtt:cmd name \"help\"", "%s cannot be the name of a command: it is a macro (%s)", c.Name, at.Place())
		}
		if len(c.Options) > 0 && !p.Options {
			p.Left = append(p.Left, "The shell of this configuration completes no options: those of "+c.Name+" are left out.")
		}
		d := &Command{Name: c.Name, Func: c.Func, Export: "rttgo_cmd_" + c.Name, Help: help(api, c.Help)}
		for _, o := range c.Options {
			d.Options = append(d.Options, directive.Option{Name: o.Name, Help: help(api, o.Help)})
		}
		p.Commands = append(p.Commands, d)
	}
	slices.SortFunc(p.Commands, func(a, b *Command) int { return cmp.Compare(a.Name, b.Name) })
}

// plain matches text that reads the same after a C compiler has made tokens of it: no quotes, no comma, single blanks.
var plain = regexp.MustCompile(`^[A-Za-z0-9_.:;/<>=+*|&!?%()\[\]-]+( [A-Za-z0-9_.:;/<>=+*|&!?%()\[\]-]+)*$`)

var word = regexp.MustCompile(`[A-Za-z_][A-Za-z0-9_]*`)

// help returns what the shell's macro is to make a string of. It makes one of any tokens, and expands macros among them; what it would
// change is given as a string of C's, and shown in quotes.
func help(api *model.API, text string) string {
	safe := plain.MatchString(text) && balanced(text) && !strings.Contains(text, "//") && !strings.Contains(text, "/*") && !strings.Contains(text, "??")
	for _, w := range word.FindAllString(text, -1) {
		safe = safe && !macroAt(api, w).IsValid() && !strings.HasPrefix(w, "__")
	}
	if safe {
		return text
	}
	return Quote(text)
}

// macroAt returns where a macro is defined, nowhere for what is none.
func macroAt(api *model.API, name string) model.Pos {
	if m := api.Macro(name); m != nil {
		return m.Pos
	}
	if m := api.FuncMacro(name); m != nil {
		return m.Pos
	}
	return model.Pos{}
}

// balanced reports whether a macro would take the text for one argument.
func balanced(text string) bool {
	depth := 0
	for _, r := range text {
		switch r {
		case '(':
			depth++
		case ')':
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0
}

// Quote returns a string literal of C's.
func Quote(text string) string {
	var out strings.Builder
	out.WriteByte('"')
	for _, b := range []byte(text) {
		switch {
		case b == '"' || b == '\\' || b == '?': // ?? begins a trigraph
			out.WriteString("\\" + string(b))
		case b < ' ' || b >= 0x7f:
			fmt.Fprintf(&out, "\\%03s", strconv.FormatUint(uint64(b), 8))
		default:
			out.WriteByte(b)
		}
	}
	out.WriteByte('"')
	return out.String()
}

func (p *Program) levels(api *model.API, marked *directive.Program, list *diag.List) {
	for _, name := range directive.Levels() {
		level := &Level{Name: name, Macro: macros[name], Export: "rttgo_init_" + name}
		for _, i := range marked.Inits {
			if i.Level != name {
				continue
			}
			level.Funcs = append(level.Funcs, i.Func)
			switch {
			case !api.Defined("RT_USING_COMPONENTS_INIT"):
				report(list, i.Place, "turn on RT_USING_COMPONENTS_INIT in rtconfig.h, or call the function in main", "nothing calls this: the configuration starts no components")
			case api.FuncMacro(level.Macro) == nil:
				report(list, i.Place, "choose another level", "RT-Thread %s does not have level %s: its headers lack %s", api.Version, name, level.Macro)
			}
		}
		if len(level.Funcs) > 0 {
			p.Levels = append(p.Levels, level)
		}
	}
}
