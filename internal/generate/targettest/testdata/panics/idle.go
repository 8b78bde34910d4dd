// needs: SetIdleHook
package main

import (
	"fmt"

	"example.com/program/rtt"
)

// The idle thread cannot be parked: nothing would run.
var _ = add("idle hook", func() {
	called := 0
	rtt.SetIdleHook(func() {
		called++
		if called == 2 {
			panic("in the idle thread")
		}
	})
	rtt.Sleep(3 * tick)
	rtt.SetIdleHook(nil)
	fmt.Println("called again:", called > 2)
})
