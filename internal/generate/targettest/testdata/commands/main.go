// The program marks functions for the shell and the start-up. What is typed is in input.txt, what appears in want.txt.
package main

import (
	"errors"
	"fmt"
	"os"
	"time"

	_ "example.com/program/bus"
	"example.com/program/rtt"
)

var made = make(map[string]int)

func init() { println("packages are initialized") }

func main() {
	println("main")
	made["main"]++
}

//rtt:init board
func clocks() error {
	println("board: clocks")
	made["clocks"]++
	return nil
}

// churn needs the collector, and keeps what only the stack refers to.
//
//rtt:init board
func churn() error {
	kept := fill(make([]int, 64), 0)
	for i := range 200 {
		fill(make([]int, 256), i)
	}
	for i, v := range kept {
		if v != i {
			return fmt.Errorf("kept[%d] is %d", i, v)
		}
	}
	println("board: churned")
	return nil
}

//go:noinline
func fill(s []int, from int) []int {
	for i := range s {
		s[i] = from + i
	}
	return s
}

// There are no threads yet.

//rtt:init board
func starts() error {
	go func() { println("never") }()
	return nil
}

//rtt:init board
func sleeps() error {
	time.Sleep(time.Millisecond)
	return nil
}

//rtt:init board
func waits() error {
	<-make(chan int)
	return nil
}

//rtt:init prev
func prev() error {
	println("prev")
	made["prev"]++
	return nil
}

//rtt:init component
func component() error { panic("a component") }

//rtt:init env
func env() error {
	var none map[string]int
	println("env")
	none["a"] = 1
	return nil
}

//rtt:init app
func app() error {
	done := make(chan int)
	go func() {
		time.Sleep(10 * time.Millisecond)
		done <- len(made)
	}()
	println("app:", <-done)
	return nil
}

//rtt:cmd "says hello, world"
//rtt:opt -v "says more"
//rtt:opt --all "says all"
func greet(args []string) error {
	fmt.Printf("%q\n", args)
	made[args[0]]++
	return nil
}

//rtt:cmd boom "panics"
func boom(args []string) error {
	defer println("deferred")
	panic(errors.New("boom"))
}

//rtt:cmd fail "returns an error of RT-Thread's"
//rtt:cmd fails "is the same"
func fail(args []string) error { return fmt.Errorf("not today: %w", rtt.ErrNoMemory) }

//rtt:cmd index "has a run-time error"
func index(args []string) error {
	println(args[len(args)])
	return nil
}

//rtt:cmd "waits for a goroutine"
func wait(args []string) error {
	done := make(chan string)
	go func() {
		time.Sleep(20 * time.Millisecond)
		done <- "went on"
	}()
	println(<-done)
	return nil
}

//rtt:cmd part "prints a part of a line"
func part(args []string) error {
	print("part of a line")
	return nil
}

//rtt:cmd "ends the emulator"
func quit(args []string) error {
	println("made:", made["main"], made["clocks"], made["prev"], made["greet"])
	os.Exit(0)
	return nil
}
