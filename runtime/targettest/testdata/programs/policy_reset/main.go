// test: D=PANIC_POLICY=1
package main

import "programs/target"

//export boot_count
func bootCount() uint32

func main() {
	if bootCount() > 1 {
		println("started again")
		target.Exit(0)
	}
	panic("reset the chip")
}
