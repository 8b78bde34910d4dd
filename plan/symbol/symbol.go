// Package symbol says what became of a C symbol in Go.
package symbol

import "fmt"

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

// String returns "sem_take: wrapped as Semaphore.Take", for messages.
func (d Decision) String() string {
	s := fmt.Sprintf("%s: %s", d.Name, d.Status)
	if d.Go != "" {
		s += " as " + d.Go
	}
	if d.Reason != "" {
		s += ": " + d.Reason
	}
	return s
}
