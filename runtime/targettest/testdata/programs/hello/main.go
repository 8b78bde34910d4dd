package main

import (
	"fmt"
	"os"

	"programs/target"
)

func main() {
	println("hello", 42, -7, true, 1.5)
	print("in ", "pieces", "\n")
	fmt.Println("fmt", []int{1, 2}, map[string]int{"a": 1}, struct{ X, Y int }{3, 4})
	fmt.Printf("%08x|%-6s|%6.2f|%v|%q\n", 0xbeef, "go", 3.14159, nil, "q")
	os.Stdout.WriteString("stdout\n")
	fmt.Fprintln(os.Stderr, "stderr")
	fmt.Println("a line that is longer than the line buffer of eighty bytes, so that it takes more than one write to print it all, and ends here")
	os.Stdout.Write([]byte("zero\x00byte\n")) // a console without a device leaves the zero out, and only that
	print("no newline at the end")
	target.Exit(flush())
}

func flush() int {
	println()
	return 0
}
