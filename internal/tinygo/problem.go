// Package tinygo builds Go programs for RT-Thread with the TinyGo that the user has: it checks the version, lays the runtime
// port over TinyGo's source tree in the user's cache, runs the compiler and checks the object that comes out.
package tinygo

import (
	"fmt"

	"github.com/rttgen/rttgen/internal/diag"
)

// problem returns an error with the way out.
func problem(hint, format string, args ...any) error {
	list := &diag.List{}
	list.Add(diag.Diagnostic{Message: fmt.Sprintf(format, args...), Hint: hint})
	return list.Err()
}
