// Package directive finds the functions of a Go program that RT-Thread is to call: commands of its shell, and functions of its
// start-up. Comments mark them:
//
//	//rtt:cmd [name] "help"
//	//rtt:opt name "help"
//	func(args []string) error
//
//	//rtt:init board|prev|device|component|env|app
//	func() error
//
// It reads the source of the program's packages, as the compiler would choose it, and checks what needs no knowledge of a version of
// RT-Thread.
package directive

import (
	"fmt"
	"strings"

	"github.com/rttgen/rttgen/model"
)

// Program is what the source of a program marks.
type Program struct {
	Commands []*Command // in the order of the source: packages behind those that they import, files by name
	Inits    []*Init    // in that order
	Bound    bool       // the program imports the generated package
}

// Empty reports whether nothing is marked.
func (p *Program) Empty() bool { return len(p.Commands)+len(p.Inits) == 0 }

// Func is a function of the program.
type Func struct {
	Package string // as the linker knows it: the import path, or "main"
	Name    string
}

// Symbol returns what the linker knows the function by.
func (f Func) Symbol() string { return f.Package + "." + f.Name }

// Place is where a directive stands.
type Place struct {
	Pos    model.Pos
	Source string // the line
}

// Command is a command of the shell. A function that has two names has two.
type Command struct {
	Place
	Func    Func
	Name    string
	Help    string
	Options []Option
}

// Option is a first argument that the shell completes and describes.
type Option struct{ Name, Help string }

// Init is a function of the start-up.
type Init struct {
	Place
	Func  Func
	Level string // one of Levels
}

// Levels returns the levels of the start-up in the order in which they run.
func Levels() []string { return []string{"board", "prev", "device", "component", "env", "app"} }

// Entry is a line of a program's record, and the directive that it is of.
type Entry struct {
	Text string
	Place
}

// uncomment takes apart what would begin or end a comment.
var uncomment = strings.NewReplacer("*/", `*\/`, "/*", `/\*`)

// Record says in lines all that counts for what is generated, so that it can be told later whether that still fits the source. A
// comment of C's can hold the lines.
func (p *Program) Record() []Entry {
	var list []Entry
	for _, c := range p.Commands {
		var text strings.Builder
		fmt.Fprintf(&text, "cmd %s %q %s", c.Name, c.Help, c.Func.Symbol())
		for _, o := range c.Options {
			fmt.Fprintf(&text, " opt %s %q", o.Name, o.Help)
		}
		list = append(list, Entry{uncomment.Replace(text.String()), c.Place})
	}
	for _, i := range p.Inits {
		list = append(list, Entry{fmt.Sprintf("init %s %s", i.Level, i.Func.Symbol()), i.Place})
	}
	return list
}
