// Package checks names how much generated code checks at run time.
package checks

// Level tells how much the generated wrappers check at run time.
type Level string

// The levels of checks.
const (
	Full  Level = "full"  // closed objects, contexts, and everything that costs a call to find out
	Cheap Level = "cheap" // closed objects, and interrupts where a call would block
	None  Level = "none"  // nothing that the kernel does not check itself
)

// All lists every level.
func All() []Level { return []Level{Full, Cheap, None} }
