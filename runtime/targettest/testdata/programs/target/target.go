// Package target ends the emulator.
package target

//export rtt_exit
func exit(code int32)

// Exit ends the emulator with a status.
func Exit(code int) { exit(int32(code)) }
