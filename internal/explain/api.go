package explain

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/plan/safe"
	"github.com/rttgen/rttgen/plan/symbol"
)

// row is one Go symbol in the table of an API.
type row struct {
	section, c, goName, ownership, context string
	versions                               []string
}

// API lists, in Markdown, what C functions become in Go in several versions of RT-Thread, and what is left out, with the reason.
// The results must be in the order of the versions.
func API(results []*generate.Result) string {
	rows, left := map[string]*row{}, map[string]*row{}
	for _, r := range results {
		version := fmt.Sprintf("%d.%d", r.API.Version.Major, r.API.Version.Minor)
		collect(r, version, rows)
		leftOut(r, version, left)
	}
	var out strings.Builder
	out.WriteString(apiHead)
	section := ""
	for _, w := range sorted(rows) {
		if w.section != section {
			section = w.section
			fmt.Fprintf(&out, "\n## %s\n\n| Go | C | Context | Ownership | RT-Thread |\n|---|---|---|---|---|\n", section)
		}
		fmt.Fprintf(&out, "| `%s` | `%s` | %s | %s | %s |\n", w.goName, w.c, w.context, cell(w.ownership), strings.Join(w.versions, ", "))
	}
	out.WriteString("\n## Left out\n\nThese functions are in package `raw` only, if Go can express them.\n\n| C | Why | RT-Thread |\n|---|---|---|\n")
	for _, w := range sorted(left) {
		fmt.Fprintf(&out, "| `%s` | %s | %s |\n", w.c, cell(w.ownership), strings.Join(w.versions, ", "))
	}
	return out.String()
}

const apiHead = `# C functions and Go

What becomes of RT-Thread's C functions in the generated package, for the reference interfaces of RT-Thread; a project's own
headers decide what is there. ` + "`rttgen explain`" + ` tells more about one of them. The contexts are those of
[mapping.md](mapping.md#contexts); written by hand means that more than one C function is behind it.

This file is written by ` + "`go test ./internal/explain -update`" + `.
`

func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

// functions is the section for what belongs to no class.
const functions = "Functions"

// sectionOf is the class of a symbol.
func sectionOf(goName string) string {
	if class, _, ok := strings.Cut(goName, "."); ok {
		return class
	}
	return functions
}

// sorted orders rows by section, functions last, then by name.
func sorted(rows map[string]*row) []*row {
	last := func(w *row) bool { return w.section == functions }
	return slices.SortedFunc(maps.Values(rows), func(a, b *row) int {
		if last(a) != last(b) {
			if last(a) {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(a.section, b.section), cmp.Compare(a.goName, b.goName), cmp.Compare(a.c, b.c), cmp.Compare(a.context, b.context))
	})
}

func collect(r *generate.Result, version string, rows map[string]*row) {
	add := func(w row) {
		key := w.goName + " " + w.c + " " + w.context + " " + w.ownership
		if rows[key] == nil {
			rows[key] = &w
		}
		rows[key].versions = append(rows[key].versions, version)
	}
	r.Plan.Safe.Each(func(f *safe.Func) {
		context := string(f.Context)
		if f.Rule.Blocks {
			context += ", blocks"
		}
		section := functions
		if f.Class != nil {
			section = f.Class.Go
		}
		add(row{section: section, c: f.C.C, goName: f.QualifiedName(), context: context, ownership: strings.Join(Ownership(f), "; ")})
	})
	for _, code := range r.Plan.Safe.Code {
		for _, w := range code.Wraps {
			add(row{section: sectionOf(w.Go), c: w.C, goName: w.Go, ownership: "written by hand"})
		}
	}
}

// isRTThread reports whether a header is one of the kernel or of the ipc of the device layer.
func isRTThread(file string) bool {
	return strings.HasPrefix(file, "include/") || strings.HasPrefix(file, "components/drivers/include/ipc/")
}

// leftOut collects the functions of RT-Thread that the mapping leaves out on purpose.
func leftOut(r *generate.Result, version string, rows map[string]*row) {
	for _, d := range r.Plan.Decisions {
		if d.Status == symbol.Wrapped || d.Reason == "" || d.Kind != "function" && d.Kind != "inline" || !isRTThread(d.File) {
			continue
		}
		key := d.Name + " " + d.Reason
		if rows[key] == nil {
			rows[key] = &row{c: d.Name, goName: "", ownership: d.Reason}
		}
		rows[key].versions = append(rows[key].versions, version)
	}
}
