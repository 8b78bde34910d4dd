// test: exit=98
package main

// Waiting with the scheduler locked cannot work; the kernels differ in what they
// do about it, 3.1 even pretends that it worked.

//export rt_enter_critical
func enterCritical()

func main() {
	c := make(chan int)
	enterCritical()
	<-c
}
