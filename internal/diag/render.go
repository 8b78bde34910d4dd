package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Format is how diagnostics are written.
type Format string

// The formats.
const (
	Text   Format = "text"   // for people: message, source line, caret, hint
	JSON   Format = "json"   // for programs: one object
	GitHub Format = "github" // workflow commands, which GitHub shows at the line
)

// Formats lists every Format.
func Formats() []Format { return []Format{Text, JSON, GitHub} }

// Write writes the whole list in a format. Colour is for the text format only. An empty list is silent except in JSON, where
// a reader expects its object.
func (l *List) Write(w io.Writer, format Format, color bool) error {
	ds := l.Sorted()
	var out strings.Builder
	switch format {
	case JSON:
		writeJSON(&out, ds)
	case GitHub:
		for _, d := range ds {
			writeGitHub(&out, d)
		}
	default:
		p := palette{on: color}
		for _, d := range ds {
			writeText(&out, d, p)
		}
		if len(ds) > 0 {
			fmt.Fprintln(&out, Summary(ds))
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// Summary returns "2 errors, 1 warning".
func Summary(ds []Diagnostic) string {
	errors, warnings := count(ds)
	var parts []string
	for _, c := range []struct {
		n    int
		word string
	}{{errors, "error"}, {warnings, "warning"}} {
		switch {
		case c.n == 1:
			parts = append(parts, "1 "+c.word)
		case c.n > 1:
			parts = append(parts, fmt.Sprintf("%d %ss", c.n, c.word))
		}
	}
	return strings.Join(parts, ", ")
}

func count(ds []Diagnostic) (errors, warnings int) {
	for _, d := range ds {
		if d.Severity == Warning {
			warnings++
		} else {
			errors++
		}
	}
	return errors, warnings
}

// palette colours text for a terminal, or leaves it alone.
type palette struct{ on bool }

func (p palette) paint(code, s string) string {
	if !p.on || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (p palette) bold(s string) string { return p.paint("1", s) }
func (p palette) hint(s string) string { return p.paint("36", s) }
func (p palette) severity(s Severity) string {
	if s == Warning {
		return p.paint("1;33", string(s))
	}
	return p.paint("1;31", string(s))
}

func writeText(out *strings.Builder, d Diagnostic, p palette) {
	if d.Pos.IsValid() {
		out.WriteString(p.bold(d.Pos.String()+":") + " ")
	}
	fmt.Fprintf(out, "%s: %s\n", p.severity(d.Severity), printable(d.Message))
	if line, caret := excerpt(d.Source, d.Pos.Col); line != "" {
		fmt.Fprintf(out, "    %s\n", line)
		if caret != "" {
			fmt.Fprintf(out, "    %s\n", p.bold(caret))
		}
	}
	for line := range strings.Lines(d.Hint) {
		fmt.Fprintf(out, "  %s %s\n", p.hint("hint:"), printable(strings.TrimRight(line, "\n")))
	}
}

// excerptWidth is how much of a source line is shown: a line of binary garbage or of a generated header can be megabytes.
const excerptWidth = 120

// excerpt returns the part of a source line around a column (1 for the first byte, 0 for none) and the line that marks it.
func excerpt(source string, col int) (line, caret string) {
	source = strings.TrimRight(source, "\r\n")
	if strings.TrimSpace(source) == "" {
		return "", ""
	}
	at := col - 1
	if at > len(source) {
		at = -1
	}
	before, after := source, ""
	if at >= 0 {
		before, after = source[:at], source[at:]
	}
	cutBefore, cutAfter := "", ""
	if at >= 0 && len(before) > excerptWidth*2/3 {
		before, cutBefore = tail(before, excerptWidth/2), "…"
	}
	if room := excerptWidth - min(len(before), excerptWidth); len(after) > room {
		after, cutAfter = head(after, room), "…"
	}
	if at < 0 && len(before) > excerptWidth {
		before, cutAfter = head(before, excerptWidth), "…"
	}
	before = cutBefore + printable(before)
	line = before + printable(after) + cutAfter
	if at < 0 {
		return line, ""
	}
	// Tabs are kept, so that the caret stands where the terminal put the character.
	pad := strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, before)
	return line, pad + "^"
}

// head returns at most n bytes from the start of s, tail from its end, without cutting a character.
func head(s string, n int) string {
	for n > 0 && n < len(s) && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:min(n, len(s))]
}

func tail(s string, n int) string {
	i := max(len(s)-n, 0)
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return s[i:]
}

// printable replaces what would upset a terminal: control characters, and bytes that are not UTF-8.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' || r != utf8.RuneError && unicode.IsPrint(r) {
			return r
		}
		return '?'
	}, s)
}

// jsonDiagnostic is the JSON form of a Diagnostic.
type jsonDiagnostic struct {
	Severity Severity `json:"severity"`
	File     string   `json:"file,omitempty"`
	Line     int      `json:"line,omitempty"`
	Column   int      `json:"column,omitempty"`
	Message  string   `json:"message"`
	Source   string   `json:"source,omitempty"`
	Hint     string   `json:"hint,omitempty"`
}

func writeJSON(out *strings.Builder, ds []Diagnostic) {
	errors, warnings := count(ds)
	doc := struct {
		Diagnostics []jsonDiagnostic `json:"diagnostics"`
		Errors      int              `json:"errors"`
		Warnings    int              `json:"warnings"`
	}{Diagnostics: []jsonDiagnostic{}, Errors: errors, Warnings: warnings}
	for _, d := range ds {
		doc.Diagnostics = append(doc.Diagnostics, jsonDiagnostic{
			Severity: d.Severity, File: d.Pos.File, Line: d.Pos.Line, Column: d.Pos.Col,
			Message: d.Message, Source: head(d.Source, 4*excerptWidth), Hint: d.Hint,
		})
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	// Strings and integers into a strings.Builder: neither can fail.
	_ = enc.Encode(doc)
}

// writeGitHub writes a workflow command. Its properties and its text are escaped as the runner expects.
func writeGitHub(out *strings.Builder, d Diagnostic) {
	text := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	var props []string
	if d.Pos.Line > 0 { // without a line, Pos names a flag or a variable rather than a file
		props = append(props, "file="+property.Replace(d.Pos.File), fmt.Sprintf("line=%d", d.Pos.Line))
		if d.Pos.Col > 0 {
			props = append(props, fmt.Sprintf("col=%d", d.Pos.Col))
		}
	}
	message := d.Message
	if d.Pos.Line == 0 {
		message = d.String()
	}
	if d.Hint != "" {
		message += "\nhint: " + d.Hint
	}
	command := string(d.Severity)
	if len(props) > 0 {
		command += " " + strings.Join(props, ",")
	}
	fmt.Fprintf(out, "::%s::%s\n", command, text.Replace(message))
}
