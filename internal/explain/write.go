package explain

import (
	"fmt"
	"io"
	"strings"

	"github.com/rttgen/rttgen/plan/symbol"
)

// Text writes an answer for people.
func Text(w io.Writer, a *Answer) error {
	var out strings.Builder
	title := a.C
	if a.Kind != "" {
		title += ", " + a.Kind
	}
	fmt.Fprintln(&out, title)
	line := func(key, text string) {
		for i, s := range strings.Split(text, "\n") {
			if i > 0 {
				key = ""
			}
			out.WriteString(strings.TrimRight(fmt.Sprintf("  %-10s %s", key, s), " ") + "\n")
		}
	}
	declared(line, a)
	for _, b := range a.Bindings {
		binding(line, b)
	}
	if len(a.Bindings) == 0 && (a.Decl != nil || a.Reason != "") {
		line("Go", inGo(a))
	}
	if a.Raw != "" {
		line("raw", "raw."+a.Raw)
	}
	for _, v := range a.Versions {
		line("RT-Thread "+v.Version, difference(a, v))
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func declared(line func(string, string), a *Answer) {
	if a.Decl == nil {
		line("C", "not declared by the headers at hand")
		for _, v := range a.Versions {
			if v.Decl != nil && len(v.Decl.Guards) > 0 {
				line("", "RT-Thread "+v.Version+" declares it under #if "+strings.Join(v.Decl.Guards, " && "))
			}
		}
		return
	}
	line("C", a.Decl.Text)
	line("", a.Decl.Place)
	if len(a.Decl.Guards) > 0 {
		line("", "#if "+strings.Join(a.Decl.Guards, " && "))
	}
}

func binding(line func(string, string), b Binding) {
	line("Go", strings.Join(b.Go, "\n"))
	if b.Doc != "" {
		line("", strings.TrimSpace(b.Doc))
	}
	if len(b.Arguments) > 0 {
		line("C gets", strings.Join(b.Arguments, "\n"))
	}
	if len(b.Errors) > 0 {
		line("errors", strings.Join(b.Errors, "\n"))
	}
	if b.Context != "" {
		context := b.Context
		if b.Blocks {
			context += ", may block"
		}
		line("context", context)
	}
	if len(b.Ownership) > 0 {
		line("ownership", strings.Join(b.Ownership, "\n"))
	}
	if b.Rule != "" {
		line("rule", strings.Join(append([]string{b.Rule}, b.Inherited...), "\n"))
	}
}

// inGo says why a symbol is not in the safe package.
func inGo(a *Answer) string {
	text := "not in the safe package"
	if a.Status == symbol.Skipped {
		text = "not in Go"
	}
	if a.Reason != "" {
		text += ": " + a.Reason
	}
	return text
}

func difference(a *Answer, v Version) string {
	switch {
	case v.Decl == nil:
		return "does not declare it, as the reference interface is configured"
	case a.Decl == nil, !v.Same:
		return v.Decl.Text
	}
	return "the same"
}
