// test: D=HEAP_SIZE=9000000
package main

func main() {
	println("never")
}
