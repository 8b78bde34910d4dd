// test: D=HEAP_SIZE=24576
package main

import (
	"sync"

	"programs/target"
)

// Five goroutines allocate and check what they keep, while a C thread of higher
// priority forces collections at any moment.

type node struct {
	left, right *node
	key         uint32
	text        []byte
}

func fill(text []byte, key uint32) {
	for i := range text {
		text[i] = byte(key) + byte(i)
	}
}

func insert(n *node, key uint32) *node {
	if n == nil {
		n = &node{key: key, text: make([]byte, key%29)}
		fill(n.text, key)
		return n
	}
	if key < n.key {
		n.left = insert(n.left, key)
	} else {
		n.right = insert(n.right, key)
	}
	return n
}

func (n *node) check() (count int) {
	if n == nil {
		return 0
	}
	if len(n.text) != int(n.key%29) {
		bad++
	}
	for i, b := range n.text {
		if b != byte(n.key)+byte(i) {
			bad++
		}
	}
	return 1 + n.left.check() + n.right.check()
}

var bad int

//export collections
func collections() uint32

func work(seed uint32, out chan<- []uint32) {
	const size = 20
	for collections() < 10000 {
		var tree *node
		m := map[uint32]*node{}
		keys := make([]uint32, 0, 1)
		for range size {
			seed = seed*1664525 + 1013904223
			key := seed>>8 | seed<<24 // all different
			tree = insert(tree, key)
			m[key] = &node{key: key}
			keys = append(keys, key)
		}
		if tree.check() != size || len(m) != size {
			bad++
		}
		for _, k := range keys {
			if m[k].key != k {
				bad++
			}
		}
		out <- keys
	}
}

func main() {
	out := make(chan []uint32)
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Add(1)
		go func() { defer wg.Done(); work(uint32(i)*77+1, out) }()
	}
	go func() { wg.Wait(); close(out) }()
	rounds := 0
	for keys := range out {
		rounds++
		if len(keys) != 20 {
			bad++
		}
	}
	println("collections at least 10000:", collections() >= 10000, "rounds at least 100:", rounds >= 100, "corruptions:", bad)
	target.Exit(0)
}
