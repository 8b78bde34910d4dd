// test: tinygo=0.42
package main

import (
	"errors"
	"fmt"
	"runtime"

	"programs/target"
)

func try(name string, f func()) {
	defer func() {
		r := recover()
		err, isErr := r.(error)
		var re runtime.Error
		fmt.Println(name, "->", r, isErr && errors.As(err, &re))
	}()
	f()
}

type shape interface{ area() int }

func main() {
	var (
		s []int
		m map[string]int
		p *struct{ x int }
		i shape
		a any = "text"
		z     = len(s)
	)
	try("index", func() { s[z] = 1 })
	try("nil map", func() { m["x"] = 1 })
	try("divide", func() { println(7 / z) })
	try("assert", func() { println(a.(int)) })
	try("nil pointer", func() { println(p.x) })
	try("nil interface", func() { println(i.area()) })
	try("slice", func() { println(len(s[:z+5])) })
	try("closed", func() { c := make(chan int); close(c); close(c) })
	try("send", func() { c := make(chan int, 1); close(c); c <- 1 })
	try("select", func() {
		c := make(chan int, 1)
		close(c)
		select {
		case c <- 1:
		default:
		}
	})
	try("value", func() { panic(42) })
	try("nested", func() {
		defer func() { panic(fmt.Sprint("second after ", recover())) }()
		panic("first")
	})
	// The interrupts are still on: time goes by.
	done := make(chan bool)
	go func() {
		try("goroutine", func() { panic(errors.New("inside")) })
		close(done)
	}()
	<-done
	target.Exit(0)
}
