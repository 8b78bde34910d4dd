package parser

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/diag"
)

var (
	includeLine = regexp.MustCompile(`(?m)^[ \t]*#[ \t]*include[ \t]*[<"]([^>"\n]+)[>"]`)
	guardLine   = regexp.MustCompile(`(?m)^[ \t]*#[ \t]*(?:ifndef\b|if[ \t]+!|pragma[ \t]+once\b)`)
)

// cycles finds headers that include themselves, directly or through others, with nothing to stop them. cc does not survive
// such a header, so this is looked for when it has crashed.
func (f *files) cycles() *diag.List {
	var list diag.List
	for name := range f.each {
		if line, ok := f.reaches(name, name, map[string]bool{}); ok {
			list.Add(diag.Diagnostic{
				Pos:     f.pos(name, line, 1),
				Source:  f.line(name, line),
				Message: "this header includes itself without end",
				Hint:    fmt.Sprintf("give %s an include guard (#ifndef X / #define X … #endif) or #pragma once", path.Base(name)),
			})
		}
	}
	return &list
}

// reaches reports whether a header without a guard leads to another one, and the line of the include that does.
func (f *files) reaches(from, to string, seen map[string]bool) (line int, ok bool) {
	text := f.texts[from]
	if seen[from] || guardLine.Match(text) {
		return 0, false
	}
	seen[from] = true
	for _, m := range includeLine.FindAllSubmatchIndex(text, -1) {
		for _, next := range f.named(string(text[m[2]:m[3]])) {
			_, deeper := f.reaches(next, to, seen)
			if next == to && !guardLine.Match(f.texts[to]) || deeper {
				return 1 + strings.Count(string(text[:m[0]]), "\n"), true
			}
		}
	}
	return 0, false
}

// named lists the files that were read for a name in an #include.
func (f *files) named(header string) []string {
	var out []string
	for name := range f.texts {
		if strings.HasSuffix(name, "/"+path.Clean(header)) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}
