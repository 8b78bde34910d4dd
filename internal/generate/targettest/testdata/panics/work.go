// needs: WorkQueue Work
package main

import (
	"fmt"

	"example.com/program/rtt"
)

// A work queue goes on after a panic: what is queued runs.
var _ = add("work queue", func() {
	q := must(rtt.NewWorkQueue("wq", rtt.WorkQueueConfig{Stack: 2048, Priority: 5}))
	ran := 0
	var bad, good rtt.Work
	bad.Init(func() { panic("in a work item") })
	good.Init(func() { ran++ })
	fmt.Println(q.Do(&bad))
	rtt.Sleep(2 * tick)
	fmt.Println(q.Do(&good))
	rtt.Sleep(2 * tick)
	fmt.Println(bad.Do())
	rtt.Sleep(2 * tick)
	fmt.Println(good.Do())
	rtt.Sleep(2 * tick)
	fmt.Println("ran:", ran)
})
