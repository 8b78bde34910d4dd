// test: exit=98 D=PANIC_POLICY=2
package main

// C calls Go before Go's main thread ran.

var sink []int

//export rttgo_test_early
func early(n int32) int32 {
	sink = append(sink, int(n))
	return int32(len(sink))
}

func main() { println(len(sink)) }
