// Package program decides how the marked functions of a Go program become commands of a certain RT-Thread's shell and functions of its
// start-up: which macros there are, what they take, and what is not on this version.
package program

import (
	"github.com/rttgen/rttgen/internal/directive"
	"github.com/rttgen/rttgen/model"
)

// Program is everything decided about a program.
type Program struct {
	Record   []string // what it was made of, one a line
	Shell    Shell
	Commands []*Command // by name
	Levels   []*Level   // in the order in which they run
	Options  bool       // the shell completes options
	Left     []string   // what this version does not have, in sentences
}

// Shell is what calls commands.
type Shell int

// The shells.
const (
	None  Shell = iota
	MSH         // takes lines of words
	Finsh       // takes C expressions
)

// Command is a command of the shell.
type Command struct {
	Name    string
	Func    directive.Func
	Export  string             // what C calls
	Help    string             // as the macro takes it
	Options []directive.Option // with help as the macro takes it
}

// Level is a level of the start-up.
type Level struct {
	Name   string
	Macro  string // that exports a function at the level
	Export string // what C calls
	Funcs  []directive.Func
}

// macros are RT-Thread's for the levels of the start-up.
var macros = map[string]string{
	"board":     "INIT_BOARD_EXPORT",
	"prev":      "INIT_PREV_EXPORT",
	"device":    "INIT_DEVICE_EXPORT",
	"component": "INIT_COMPONENT_EXPORT",
	"env":       "INIT_ENV_EXPORT",
	"app":       "INIT_APP_EXPORT",
}

// shell finds out which shell the headers declare. Until 4.0.3 it is finsh, on top of which msh can be chosen.
func shell(api *model.API) Shell {
	_, expressions := api.Constant("FINSH_NAME_MAX")
	switch {
	case !api.Defined("RT_USING_FINSH") || !api.Defined("FINSH_USING_SYMTAB"):
		return None
	case expressions && !api.Defined("FINSH_USING_MSH"):
		return Finsh
	}
	return MSH
}

// defaultLine is how many bytes a line of the shell has where the configuration does not say.
const defaultLine = 80

// nameMax returns how long the name of a command may be, and the macro that says so.
func nameMax(api *model.API, s Shell) (int, string) {
	if s == Finsh {
		n, _ := api.Constant("FINSH_NAME_MAX")
		return int(n), "FINSH_NAME_MAX"
	}
	n, found := api.Constant("FINSH_CMD_SIZE")
	if !found {
		n = defaultLine
	}
	return int(n) - 1, "FINSH_CMD_SIZE" // a line that is full is dropped
}
