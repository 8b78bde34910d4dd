// Command rttgen generates Go bindings for RT-Thread from the C headers of an RT-Thread tree and the rtconfig.h of a BSP.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

// collectAt lets the heap grow to five times what is in use before it is collected: a run is short and needs little memory,
// so collecting costs more than it gives.
const collectAt = 400

func main() {
	debug.SetGCPercent(collectAt)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	os.Exit(newApp(os.Stdout, os.Stderr, os.Getenv).run(ctx, os.Args[1:]))
}
