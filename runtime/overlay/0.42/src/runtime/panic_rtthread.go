//go:build rtthread && !gc.none

package runtime

// panicValue is what recover returns after a run-time error.
func panicValue(msg string) interface{} { return plainError(msg) }
