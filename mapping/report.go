package mapping

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/model"
)

// reporter collects diagnostics about a list of sources.
type reporter struct {
	list  *diag.List
	lines map[string][]string
	order map[string]int // which source comes first
}

func newReporter(sources []Source) *reporter {
	r := &reporter{list: &diag.List{}, lines: map[string][]string{}, order: map[string]int{}}
	for i, s := range sources {
		r.order[s.Name] = i
		r.lines[s.Name] = splitLines(s.Data)
	}
	return r
}

// splitLines returns the lines of a file without their ends.
func splitLines(data []byte) []string {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	lines := strings.Split(strings.ToValidUTF8(string(data), "\ufffd"), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimSuffix(l, "\r")
	}
	return lines
}

// add reports an error at a place, with a way out that may be empty.
func (r *reporter) add(pos model.Pos, hint, format string, args ...any) {
	r.list.Add(diag.Diagnostic{
		Severity: diag.Error,
		Pos:      pos,
		Message:  fmt.Sprintf(format, args...),
		Source:   r.line(pos),
		Hint:     hint,
	})
}

// line returns the source line at a place.
func (r *reporter) line(pos model.Pos) string {
	lines := r.lines[pos.File]
	if pos.Line < 1 || pos.Line > len(lines) {
		return ""
	}
	return lines[pos.Line-1]
}

// compare orders places as the user wrote them: the base first, then the overlays.
func (r *reporter) compare(a, b model.Pos) int {
	return cmp.Or(cmp.Compare(r.order[a.File], r.order[b.File]), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
}
