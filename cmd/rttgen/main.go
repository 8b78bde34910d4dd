// Command rttgen generates Go bindings for RT-Thread from the C headers of an RT-Thread tree and the rtconfig.h of a BSP.
package main

import (
	"context"
	"math"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"
)

func main() {
	collectLate()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	os.Exit(newApp(os.Stdout, os.Stderr, os.Getenv).run(ctx, os.Args[1:]))
}

// memory is when collecting begins. A run is short and stays far below it as a rule, so that nothing is collected at all.
const memory = 128 << 20

// collectLate puts collecting off until there is much to collect, and has it work as usual from then on: a limit alone would collect
// without end once more than that is in use.
func collectLate() {
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(memory)
	runtime.AddCleanup(new([64]byte), func(struct{}) { // nothing holds it: the first collection finds that out
		debug.SetMemoryLimit(math.MaxInt64)
		debug.SetGCPercent(60)
	}, struct{}{})
}
