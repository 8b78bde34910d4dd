//go:build rtthread && gc.none

package runtime

// panicValue is what recover returns after a run-time error. Without a heap it
// cannot say which.
func panicValue(msg string) interface{} { return anyRuntimeError }

var anyRuntimeError interface{} = plainError("run-time error")
