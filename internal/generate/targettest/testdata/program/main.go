// The program uses every class of the generated package and checks what comes of it, where it can against the same calls in C.
//
// Each file is a piece of the program. A first line
//
//	// needs: Semaphore Thread.Signal
//
// names what a piece uses of the package: it is left out where the package has no such thing, and so is the file of the same
// name in c.
package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"example.com/program/rtt"
)

// A piece checks one class.
type piece struct {
	name  string
	check func(t *test)
}

var pieces []piece

// add is called before main. It returns something so that a variable can be made of it.
func add(name string, check func(t *test)) bool {
	pieces = append(pieces, piece{name, check})
	return true
}

func main() {
	slices.SortFunc(pieces, func(a, b piece) int { return strings.Compare(a.name, b.name) })
	failed := 0
	for _, p := range pieces {
		t := &test{name: p.name}
		p.check(t)
		switch {
		case t.failed > 0:
			fmt.Printf("%s: %d of %d checks fail\n", p.name, t.failed, t.checks)
			failed++
		case t.skipped != "":
			fmt.Printf("%s: skipped: %s\n", p.name, t.skipped)
		default:
			fmt.Printf("%s: ok\n", p.name)
		}
		rtt.Sleep(10 * rtt.Ticks(1).Duration()) // the idle thread frees what has ended
	}
	if failed > 0 {
		os.Exit(1)
	}
	os.Exit(0)
}
