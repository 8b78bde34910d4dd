// Package diag carries everything rttgen has to say about its input: errors and warnings with a place, the source line, and
// a way out. Stages collect diagnostics instead of stopping at the first, so that a user sees all of them at once.
package diag

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/model"
)

// Severity tells whether a diagnostic stops the work.
type Severity string

// The severities.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Diagnostic is one message about the input.
type Diagnostic struct {
	Severity Severity
	Pos      model.Pos // may be invalid: about no place in particular
	Message  string
	Source   string // the source line at Pos, if known
	Hint     string // how to mend it, if known
}

// List collects diagnostics. It is an error when it holds one of severity Error.
type List struct {
	items []Diagnostic
}

// Errorf-style helpers would hide the hint, which every message should have: diagnostics are added whole.

// Add appends diagnostics; one without a severity is an error.
func (l *List) Add(ds ...Diagnostic) {
	for _, d := range ds {
		if d.Severity == "" {
			d.Severity = Error
		}
		l.items = append(l.items, d)
	}
}

// AddList appends all of other.
func (l *List) AddList(other *List) {
	if other != nil {
		l.items = append(l.items, other.items...)
	}
}

// HasErrors reports whether the list holds an error.
func (l *List) HasErrors() bool {
	return slices.ContainsFunc(l.items, func(d Diagnostic) bool { return d.Severity == Error })
}

// Err returns the list as an error if it holds one, else nil.
func (l *List) Err() error {
	if l.HasErrors() {
		return l
	}
	return nil
}

// Sorted returns the diagnostics without repetitions, ordered by place; those of no place come last.
func (l *List) Sorted() []Diagnostic {
	out := slices.Clone(l.items)
	slices.SortStableFunc(out, func(a, b Diagnostic) int {
		if a.Pos.IsValid() != b.Pos.IsValid() {
			if a.Pos.IsValid() {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Col, b.Pos.Col))
	})
	return slices.Compact(out)
}

// Error returns all messages, one a line.
func (l *List) Error() string {
	var lines []string
	for _, d := range l.Sorted() {
		lines = append(lines, d.String())
	}
	return strings.Join(lines, "\n")
}

// String returns "file:line:col: message".
func (d Diagnostic) String() string {
	if !d.Pos.IsValid() {
		return d.Message
	}
	return d.Pos.String() + ": " + d.Message
}
