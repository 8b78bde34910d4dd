// Command rttgen generates Go bindings for RT-Thread from the C headers of an RT-Thread tree and the rtconfig.h of a BSP.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

// memory is when collecting begins. A run is short and stays far below it as a rule, so that nothing is collected at all.
const memory = 128 << 20

func main() {
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(memory)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	os.Exit(newApp(os.Stdout, os.Stderr, os.Getenv).run(ctx, os.Args[1:]))
}
