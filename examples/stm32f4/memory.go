package main

import (
	"fmt"
	"runtime"
	"sync"
)

// node is an element of a list that is garbage soon.
type node struct {
	next  *node
	value uint32
}

// load lets goroutines allocate far more than the heap holds, so that the collector runs again and again beside them, and checks
// that it took nothing that was still in use.
func load() error {
	const goroutines, lists, length = 4, 200, 100
	var damaged [goroutines]int
	var wg sync.WaitGroup
	for i := range goroutines {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range lists {
				if sum(list(length)) != length*(length-1)/2 {
					damaged[i]++
				}
			}
		}()
	}
	wg.Wait()
	total := 0
	for _, n := range damaged {
		total += n
	}
	fmt.Printf("%d lists built, %d damaged\n", goroutines*lists, total)

	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Printf("allocated %d KB in a heap of %d KB, in use %d bytes\n", m.TotalAlloc>>10, m.HeapSys>>10, m.HeapInuse)
	return nil
}

func list(length uint32) *node {
	var head *node
	for i := range length {
		head = &node{next: head, value: i}
	}
	return head
}

func sum(n *node) (total uint32) {
	for ; n != nil; n = n.next {
		total += n.value
	}
	return total
}
