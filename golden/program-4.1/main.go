// Command program is called by the shell and the start-up.
package main

import (
	"example.com/app/board"
	"example.com/app/rtt"
)

func main() {}

//rtt:cmd "is not plain: a comma, and /* more */"
//rtt:opt -v "says more"
//rtt:opt --all "says all, and RT_NAME_MAX"
func hello(args []string) error { return nil }

//rtt:cmd ls "lists the files"
//rtt:cmd list_files "lists (all) the files: RT_TRUE"
func list(names []string) error { return rtt.ErrBusy }

//rtt:init prev
func early() error { return board.Probe() }
