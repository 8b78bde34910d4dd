// The program panics in callbacks that the kernel makes, under the policy that parks threads. What it prints is in want.txt;
// pieces that a kernel lacks say nothing.
package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
)

type piece struct {
	name string
	run  func()
}

var pieces []piece

func add(name string, run func()) bool {
	pieces = append(pieces, piece{name, run})
	return true
}

const tick = 10e6

func must[V any](v V, err error) V {
	if err != nil {
		panic(err)
	}
	return v
}

func main() {
	slices.SortFunc(pieces, func(a, b piece) int { return strings.Compare(a.name, b.name) })
	for _, p := range pieces {
		fmt.Printf("%s:\n", p.name)
		p.run()
	}
	os.Exit(0)
}
