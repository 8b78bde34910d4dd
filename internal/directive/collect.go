package directive

import (
	"fmt"
	"go/ast"
	"go/token"
	"regexp"
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
)

// pkg collects what a package marks.
type pkg struct {
	*finder
	name     string
	shadowed map[string]Place // predeclared names that the package declares anew
}

// line is a directive: //rtt:verb arguments.
type line struct {
	Place
	verb, rest string
}

// nearMiss matches a directive that is none because of a blank.
var nearMiss = regexp.MustCompile(`^//\s+rtt:(cmd|opt|init)\b`)

func (p *pkg) collect(files []*file) {
	p.shadowed = map[string]Place{}
	for _, x := range files {
		for _, d := range x.syntax.Decls {
			p.shadow(x, d)
		}
	}
	for _, x := range files {
		if x.broken {
			continue
		}
		above := map[*ast.CommentGroup]*ast.FuncDecl{}
		for _, d := range x.syntax.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Doc != nil {
				above[fn.Doc] = fn
			}
		}
		for _, group := range x.syntax.Comments {
			fn := above[group]
			if lines := p.lines(x, group, fn); len(lines) > 0 {
				p.function(x, fn, lines)
			}
		}
	}
}

// shadow notes what changes the meaning of a signature.
func (p *pkg) shadow(x *file, d ast.Decl) {
	gen, ok := d.(*ast.GenDecl)
	if !ok || gen.Tok != token.TYPE {
		return
	}
	for _, s := range gen.Specs {
		if t, ok := s.(*ast.TypeSpec); ok && (t.Name.Name == "error" || t.Name.Name == "string") {
			p.shadowed[t.Name.Name] = x.at(t.Name.Pos())
		}
	}
}

// lines returns the directives of a group of comments, which must stand above a function.
func (p *pkg) lines(x *file, group *ast.CommentGroup, fn *ast.FuncDecl) []line {
	var list []line
	for _, c := range group.List {
		text, found := strings.CutPrefix(c.Text, mark)
		place := x.at(c.Slash)
		switch {
		case !found && fn != nil && nearMiss.MatchString(c.Text):
			p.problem(place, "write "+mark+strings.TrimSpace(strings.TrimLeft(c.Text, "/ \t")[len("rtt:"):]), "a directive has no blank behind //")
		case !found:
		case fn == nil:
			p.problem(place, "put it directly above a function, without an empty line between them", "%s is not above a function", strings.TrimSpace(c.Text))
		default:
			verb, rest := text, ""
			if i := strings.IndexAny(text, " \t"); i >= 0 {
				verb, rest = text[:i], strings.TrimSpace(text[i:])
			}
			list = append(list, line{place, verb, rest})
		}
	}
	return list
}

// function reads the directives of a function and checks that C can call it.
func (p *pkg) function(x *file, fn *ast.FuncDecl, lines []line) {
	var commands []*Command
	var inits []*Init
	var options []Option
	var optionsAt Place
	seen := map[string]bool{}
	for _, l := range lines {
		switch l.verb {
		case "cmd":
			if name, help, ok := p.named(l, fn.Name.Name); ok {
				commands = append(commands, &Command{Place: l.Place, Name: name, Help: help})
			}
		case "opt":
			optionsAt = l.Place
			if o, ok := p.option(l); ok {
				if seen[o.Name] {
					p.problem(l.Place, "remove one", "option %s is given twice", o.Name)
				}
				seen[o.Name] = true
				options = append(options, o)
			}
		case "init":
			if level, ok := p.level(l); ok {
				inits = append(inits, &Init{Place: l.Place, Level: level})
			}
		default:
			p.problem(l.Place, diag.DidYouMeanOr(l.verb, []string{"cmd", "opt", "init"}), "%s%s is no directive", mark, l.verb)
		}
	}
	f := Func{p.name, fn.Name.Name}
	switch {
	case len(commands) > 0 && len(inits) > 0:
		p.problem(inits[0].Place, "make two functions", "%s is a command already", f.Name)
		return
	case len(inits) > 1:
		p.problem(inits[1].Place, "remove one, or make two functions", "%s is started at level %s already", f.Name, inits[0].Level)
		return
	case len(options) > 0 && len(commands) == 0 && !has(lines, "cmd"):
		p.problem(optionsAt, "write "+mark+`cmd "what it does" above it`, "an option belongs to a command, and %s is none", f.Name)
		return
	case len(commands) > 0:
		if !p.callable(x, fn, "a command", "func(args []string) error", isCommand) {
			return
		}
	case len(inits) > 0:
		if !p.callable(x, fn, "a function of the start-up", "func() error", isInit) {
			return
		}
	}
	for _, c := range commands {
		c.Func, c.Options = f, options
		p.program.Commands = append(p.program.Commands, c)
	}
	for _, i := range inits {
		i.Func = f
		p.program.Inits = append(p.program.Inits, i)
	}
}

func has(lines []line, verb string) bool {
	for _, l := range lines {
		if l.verb == verb {
			return true
		}
	}
	return false
}

// unique reports commands of the same name.
func (f *finder) unique() {
	first := map[string]*Command{}
	for _, c := range f.program.Commands {
		if other := first[c.Name]; other != nil {
			f.problem(c.Place, "give one of them another name: "+mark+`cmd name "help"`, "command %s is that of %s already (%s)", c.Name, other.Func.Symbol(), other.Pos.Place())
			continue
		}
		first[c.Name] = c
	}
}

// problem adds an error.
func (f *finder) problem(at Place, hint, format string, args ...any) {
	f.list.Add(diag.Diagnostic{Pos: at.Pos, Source: at.Source, Hint: hint, Message: fmt.Sprintf(format, args...)})
}

// word is what a directive can have for a name that is not quoted.
var (
	identifier = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)
	optionName = regexp.MustCompile(`^[-+]*[A-Za-z0-9_][A-Za-z0-9_.+-]*$`)
)

// named reads [name] "help".
func (p *pkg) named(l line, function string) (name, help string, ok bool) {
	name, help, ok = p.split(l)
	if !ok {
		return
	}
	said := name != ""
	if !said {
		name = function
	}
	if !identifier.MatchString(name) {
		hint := "use letters, digits and _"
		if !said {
			hint = "name it: " + mark + `cmd name "help"`
		}
		p.problem(l.Place, hint, "%q cannot be the name of a command: RT-Thread makes an identifier of C's of it", name)
		return name, help, false
	}
	return name, help, true
}

// option reads name "help".
func (p *pkg) option(l line) (Option, bool) {
	name, help, ok := p.split(l)
	if ok && !optionName.MatchString(name) {
		p.problem(l.Place, "write "+mark+`opt name "help"; a name has letters, digits, and any of -_.+`, "%q cannot be the name of an option", name)
		ok = false
	}
	return Option{name, help}, ok
}

// split reads a word, which may be missing, and a string.
func (p *pkg) split(l line) (name, help string, ok bool) {
	name, rest := "", l.rest
	if i := strings.IndexAny(rest, " \t\"`"); i > 0 {
		name, rest = rest[:i], strings.TrimSpace(rest[i:])
	} else if i < 0 {
		name, rest = rest, ""
	}
	form := mark + l.verb + ` name "help"`
	quoted, err := strconv.QuotedPrefix(rest)
	switch {
	case rest == "":
		p.problem(l.Place, "write "+form, "%s%s lacks the help text", mark, l.verb)
		return
	case err != nil || quoted[0] == '\'':
		p.problem(l.Place, "write "+form, "the help text of %s%s is not a string in quotes: %s", mark, l.verb, rest)
		return
	case quoted != rest:
		p.problem(l.Place, "write "+form, "what is %s behind the help text?", strings.TrimSpace(rest[len(quoted):]))
		return
	}
	help, _ = strconv.Unquote(quoted) // it is valid
	if strings.TrimSpace(help) == "" || strings.ContainsFunc(help, func(r rune) bool { return r < ' ' || r == 0x7f || r == 0xfffd }) {
		p.problem(l.Place, "say in a line what it does", "%s cannot be a help text", quoted)
		return
	}
	return name, help, true
}

// level reads the level of a function of the start-up.
func (p *pkg) level(l line) (string, bool) {
	for _, level := range Levels() {
		if l.rest == level {
			return level, true
		}
	}
	if l.rest == "" {
		p.problem(l.Place, "one of: "+strings.Join(Levels(), ", "), "%sinit lacks the level", mark)
		return "", false
	}
	p.problem(l.Place, diag.DidYouMeanOr(l.rest, Levels()), "%s is no level of RT-Thread's start-up", l.rest)
	return "", false
}
