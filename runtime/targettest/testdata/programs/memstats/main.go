// test: D=HEAP_SIZE=65536
package main

import (
	"fmt"
	"runtime"

	"programs/target"
)

type node struct {
	next *node
	data [2]uint32
}

var (
	list  *node
	table []*node
	kept  [][]byte
)

func objects() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if m.HeapSys != m.HeapInuse+m.HeapIdle || m.Mallocs-m.Frees != m.HeapObjects {
		fmt.Println("the figures do not add up", m)
	}
	return m.HeapObjects
}

func build() {
	for i := range 1000 {
		list = &node{next: list, data: [2]uint32{uint32(i), 7}}
	}
	table = make([]*node, 1000)
	for i := range table {
		table[i] = &node{data: [2]uint32{uint32(i), 8}}
	}
}

func sum() (s uint32) {
	for n := list; n != nil; n = n.next {
		s += n.data[0] + n.data[1]
	}
	for _, n := range table {
		s += n.data[0] + n.data[1]
	}
	return
}

//go:noinline
func comb() {
	table = make([]*node, 200)
	for i := range table {
		for j := range 12 {
			table[i] = &node{next: table[i], data: [2]uint32{uint32(i), uint32(j)}}
		}
	}
}

//go:noinline
func sum2() (s uint32) {
	for _, n := range table {
		for ; n != nil; n = n.next {
			s += n.data[0] + n.data[1]
		}
	}
	return
}

// near reports whether n is m or a few more: a stale word on a stack may hold some.
func near(n, m uint64) bool { return n >= m && n < m+40 }

func main() {
	base := objects()
	build()
	fmt.Println("list and table", near(objects()-base, 2001), sum())
	list = list.next.next
	table[500] = nil
	fmt.Println("three less", near(objects()-base, 1998))
	list = nil
	fmt.Println("table", near(objects()-base, 1000))
	table = nil
	clean()
	fmt.Println("nothing", near(objects()-base, 0))

	// More than the mark stack holds, at every depth.
	comb()
	fmt.Println("comb", near(objects()-base, 200*12+1), sum2())
	table = nil
	clean()
	fmt.Println("nothing", near(objects()-base, 0))

	// Memory comes back whole: blocks of every size, for many times the heap.
	for round := range 200 {
		kept = kept[:0]
		for size := 1; size < 4000; size = size*3/2 + 1 + round%5 {
			b := make([]byte, size)
			for i := range b {
				if b[i] != 0 {
					fmt.Println("memory is not zero")
				}
				b[i] = byte(size)
			}
			kept = append(kept, b)
		}
		for _, b := range kept {
			if b[0] != b[len(b)-1] {
				fmt.Println("memory is shared")
			}
		}
	}
	kept = nil
	big := make([]byte, 40000)
	fmt.Println("big", len(big), runtime.NumGoroutine())
	target.Exit(0)
}

// clean overwrites the part of the stack that build used.
//
//go:noinline
func clean() (s byte) {
	var b [768]byte
	for i := range b {
		b[i] = byte(i)
		s += b[i]
	}
	return
}
