package main

import "programs/target"

// A select takes each of the cases that can proceed equally often, wherever they stand, in an interrupt too.

//export start_timer
func startTimer()

var (
	a, b, c, never = full(), full(), full(), make(chan int)
	out            = make(chan int, 1)
	ticked         [3]int
	ticks          = 300
	done           = make(chan bool, 1)
)

func full() chan int {
	ch := make(chan int, 1)
	ch <- 1
	return ch
}

func check(what string, counts ...int) {
	sum := 0
	for _, n := range counts {
		sum += n
	}
	even := sum / len(counts)
	for _, n := range counts {
		if n < even*85/100 || n > even*115/100 {
			println(what, "is unfair:", n, "of", sum)
			return
		}
	}
	println(what, "is fair")
}

//export rttgo_test_tick
func tick() {
	if ticks == 0 {
		return
	}
	select {
	case v := <-a:
		a <- v
		ticked[0]++
	case v := <-b:
		b <- v
		ticked[1]++
	case v := <-c:
		c <- v
		ticked[2]++
	default:
	}
	if ticks--; ticks == 0 {
		done <- true
	}
}

func main() {
	var n [5]int
	for range 3000 {
		select {
		case v := <-a:
			a <- v
			n[0]++
		case v := <-b:
			b <- v
			n[1]++
		case v := <-c:
			c <- v
			n[2]++
		}
	}
	check("three of three", n[:3]...)
	n = [5]int{}
	for range 3000 {
		select {
		case <-never:
		case v := <-a:
			a <- v
			n[0]++
		case <-never:
		case <-never:
		case out <- 1:
			<-out
			n[1]++
		}
	}
	check("two of five", n[:2]...)
	closed := make(chan int)
	close(closed)
	n = [5]int{}
	for range 3000 {
		select {
		case <-closed:
			n[0]++
		case v := <-a:
			a <- v
			n[1]++
		default:
			n[2]++
		}
	}
	check("two and a default", n[:2]...)
	println("default:", n[2])
	startTimer()
	<-done
	check("an interrupt", ticked[:]...)
	target.Exit(0)
}
