// test: D=HEAP_SIZE=16384
package main

// regexp brings the Unicode tables, which TinyGo keeps in 60 KB of RAM. A pattern that
// is not anchored at the start needs 32 KB of heap more, which this chip has not.

import (
	"regexp"

	"programs/target"
)

func main() {
	re := regexp.MustCompile(`^(\w+)@(\w+)\.com$`)
	m := re.FindStringSubmatch("bob@example.com")
	println(len(m), m[0], m[1], m[2], re.ReplaceAllString("a@b.com", "$2 at $1"))
	target.Exit(0)
}
