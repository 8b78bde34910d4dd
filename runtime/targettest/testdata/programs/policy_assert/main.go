// test: D=PANIC_POLICY=2 exit=98
package main

func main() {
	panic("stop the system")
}
