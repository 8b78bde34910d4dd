package main

import (
	"fmt"

	"programs/target"
)

//go:noinline
func fail(x float64) {
	// Uses the callee-saved floating point registers before it fails.
	a, b, c, d := float32(x)+1, float32(x)+2, float32(x)+3, float32(x)+4
	for i := range 10 {
		a, b, c, d = b*1.5, c+a, d-b, a+float32(i)
		use(a)
	}
	use(a + b + c + d)
	panic("lost")
}

var sink float32

//go:noinline
func use(f float32) { sink += f }

//go:noinline
func guarded(x float64) (ok bool) {
	defer func() { ok = recover() != nil }()
	fail(x)
	return false
}

//go:noinline
func sums(n int) (float32, float32, float64, bool) {
	a, b, c := float32(1), float32(2), 3.0
	all := true
	for i := range n {
		a += float32(i) * 0.5
		b += a
		c += float64(b)
		all = guarded(c) && all
	}
	return a, b, c, all
}

func main() {
	fmt.Println(sums(10))
	done := make(chan string)
	go func() { done <- fmt.Sprint(sums(20)) }()
	fmt.Println(sums(5))
	fmt.Println(<-done)
	target.Exit(0)
}
