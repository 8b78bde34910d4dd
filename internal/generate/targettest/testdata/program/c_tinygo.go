//go:build tinygo

package main

import "unsafe"

//export ref_call
func refCall(name *byte, results *int32) int32

//export ref_version
func version() int32

func callC(name []byte, results []int32) int {
	return int(refCall(unsafe.SliceData(name), unsafe.SliceData(results)))
}
