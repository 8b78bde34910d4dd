// Package command runs functions of the program for RT-Thread: commands of its shell and functions of its start-up. They run in the
// thread that calls them, after the program's packages were initialized. A panic ends the function, and not the thread.
package command

import "unsafe"

// failed is the result of a function that has panicked, or returned an error without a code.
const failed = -1

// Code returns the result for an error, below zero. The package that knows the codes sets it.
var Code = func(err error) int32 { return failed }

// Run calls the function of a command with the words that the shell passes, the command's name first. An error that it returns is
// printed; the result is what its code is in C, 0 without an error.
func Run(fn func(args []string) error, argc int32, argv unsafe.Pointer) int32 {
	var f frame
	result := int32(failed)
	if enter(&f) == 0 {
		result = run(fn, argc, argv)
	}
	leave(&f)
	return result
}

//go:noinline
func run(fn func(args []string) error, argc int32, argv unsafe.Pointer) int32 {
	if !ready() {
		return failed
	}
	args := arguments(argc, argv)
	name := ""
	if len(args) > 0 {
		name = args[0]
	}
	return end(name, fn(args))
}

// Init calls a function of the start-up and returns the result so far, or that of this function if it is the first that fails.
func Init(name string, fn func() error, so int32) int32 {
	var f frame
	result := int32(failed)
	if enter(&f) == 0 {
		result = start(name, fn)
	}
	leave(&f)
	if so != 0 {
		return so
	}
	return result
}

//go:noinline
func start(name string, fn func() error) int32 {
	if !ready() {
		return failed
	}
	return end(name, fn())
}

// end tells the error of a function and returns its result.
func end(name string, err error) int32 {
	result := int32(0)
	if err != nil {
		say(name, err.Error())
		result = Code(err)
	}
	flush()
	return result
}

// arguments copies C's strings.
func arguments(argc int32, argv unsafe.Pointer) []string {
	args := make([]string, 0, argc)
	for i := range int(argc) {
		p := *(*unsafe.Pointer)(unsafe.Add(argv, i*int(unsafe.Sizeof(uintptr(0)))))
		n := 0
		for p != nil && *(*byte)(unsafe.Add(p, n)) != 0 {
			n++
		}
		args = append(args, string(unsafe.Slice((*byte)(p), n)))
	}
	return args
}
