//go:build tinygo

package command

// frame is where the runtime notes from where C called. A panic ends there, with leave, and not the thread.
type frame [30]uint32

// enter returns 0, and once more, with 1, when a panic has ended the function.
//
//export rttgo_callback_enter
func enter(f *frame) int32

//export rttgo_callback_leave
func leave(f *frame)

// initialize has the packages of the program initialized, once. It returns 0 if that has failed.
//
//export rttgo_ready
func initialize() int32

// ready reports whether functions of the program can be called.
func ready() bool {
	if initialize() != 0 {
		return true
	}
	println("the initialization of the Go program has failed")
	flush()
	return false
}

// say prints what went wrong.
func say(name, text string) { print(name, ": ", text, "\n") }

// flush shows what the thread has printed: C may print next.
//
//export rttgo_flush
func flush()
