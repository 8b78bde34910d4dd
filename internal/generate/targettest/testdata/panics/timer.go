// needs: Timer
package main

import (
	"fmt"
	"os"
	"runtime"

	"example.com/program/rtt"
)

// The soft timers go on after each of the ways in which a function can end.
var _ = add("soft timer", func() {
	n := 0
	var nothing map[string]int
	timer := must(rtt.NewTimer("soft", tick, func() {
		n++
		switch n {
		case 1:
			panic("the first")
		case 2:
			defer func() { fmt.Println("recovered:", recover()) }()
			panic("the second")
		case 3:
			defer fmt.Println("deferred")
			panic(fmt.Sprint("the third"))
		case 4:
			nothing["a"] = 1
		case 5:
			runtime.Goexit()
		case 6:
			os.Exit(6)
		case 7:
			func() {
				defer func() { recover() }()
				panic("lost")
			}()
			panic("the last")
		}
	}, rtt.TimerPeriodic|rtt.TimerSoft))
	timer.Start()
	rtt.Sleep(12 * tick)
	fmt.Println("fired again:", n > 8, timer.Close())
})

var _ = add("thread", func() {
	th := must(rtt.NewThread("mine", func() { panic("in a thread") }, rtt.ThreadConfig{Priority: 3}))
	th.Start()
	fmt.Println("closed:", th.Close())
	th = must(rtt.NewThread("second", func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		panic("in another")
	}, rtt.ThreadConfig{Priority: 3}))
	th.Start()
	rtt.Sleep(tick)
	fmt.Println("ended:", th.Close())
})
