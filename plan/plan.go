// Package plan decides what each C symbol becomes in Go, or why it does not: facts × intent → decisions. It holds no text of
// the output; package emit prints what is decided here and decides nothing.
package plan

import "github.com/rttgen/rttgen/model"

// Options are what the user chose about the generated package.
type Options struct {
	Package    string // Go package name, "rtt"
	ImportPath string // import path of that package: "example.com/app/rtt"
	Checks     Checks
	Generator  string // "rttgen v1.2.3", for the header of each file
	ConfigHash string // of everything that decides the output
}

// Checks tells how much the generated wrappers check at run time.
type Checks string

// The levels of checks.
const (
	ChecksFull  Checks = "full"  // closed objects, contexts, and everything that costs a call to find out
	ChecksCheap Checks = "cheap" // closed objects, and interrupts where a call would block
	ChecksNone  Checks = "none"  // nothing that the kernel does not check itself
)

// AllChecks lists every level.
func AllChecks() []Checks { return []Checks{ChecksFull, ChecksCheap, ChecksNone} }

// Package is everything decided about a generated package.
type Package struct {
	Options   Options
	API       *model.API
	Raw       *Raw
	Safe      *Safe
	Decisions []Decision // one for each C symbol, sorted by name then kind
}

// Status tells what became of a C symbol.
type Status string

// The statuses.
const (
	Wrapped Status = "wrapped" // has a safe Go symbol
	InRaw   Status = "raw"     // only in package raw
	Shim    Status = "shim"    // in package raw, through a C function that rttgen writes
	Skipped Status = "skipped" // not in Go, for the reason given
)

// Decision is what became of one C symbol. Its JSON form is the report's.
type Decision struct {
	Name   string `json:"name"`
	Kind   string `json:"kind"` // function, inline, struct, union, enum, typedef, variable, macro, function-macro
	File   string `json:"file"`
	Line   int    `json:"line"`
	Status Status `json:"status"`
	Go     string `json:"go"` // "Semaphore.Take", "raw.SemTake"
	Reason string `json:"reason"`
}
