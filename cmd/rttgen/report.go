package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/plan/symbol"
)

// The formats of a report.
const (
	reportAsText     = "text"
	reportAsJSON     = "json"
	reportAsMarkdown = "markdown"
)

func reportFormats() []string { return []string{reportAsText, reportAsJSON, reportAsMarkdown} }

func (a *app) report() *cobra.Command {
	format := reportAsText
	cmd := a.output(a.project(&cobra.Command{
		Use:   "report",
		Short: "Tell what became of every C symbol",
		Long: `Tell what became of every C symbol that the headers declare: wrapped in the safe package, in package raw directly or
through a C shim, or skipped, with the reason.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.writeReport(cmd.Context(), format) },
	}))
	cmd.Flags().StringVar(&format, "format", format, "`format` of the report: "+strings.Join(reportFormats(), ", "))
	complete(cmd, "format", reportFormats())
	return cmd
}

func (a *app) writeReport(ctx context.Context, format string) error {
	write := reportText
	switch format {
	case reportAsText:
	case reportAsMarkdown:
		write = reportMarkdown
	case reportAsJSON:
		write = reportJSON
		a.format = string(diag.JSON) // then messages are for a program too
	default:
		a.say(unknownFormat(format, reportFormats()))
		return errInput
	}
	c, err := a.load()
	if err != nil {
		return err
	}
	r, list := generate.Decide(ctx, c, generator())
	if err := a.tell(list); err != nil {
		return err
	}
	return write(a.stdout, r.Plan.Decisions)
}

func reportJSON(w io.Writer, decisions []symbol.Decision) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(struct {
		Symbols []symbol.Decision `json:"symbols"`
	}{decisions})
}

func reportText(w io.Writer, decisions []symbol.Decision) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, d := range decisions {
		what := d.Go
		if d.Reason != "" {
			what = strings.TrimPrefix(what+": "+d.Reason, ": ")
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", d.Status, d.Kind, d.Name, what)
	}
	fmt.Fprintln(table, strings.Join(counts(decisions), ", "))
	return table.Flush()
}

func reportMarkdown(w io.Writer, decisions []symbol.Decision) error {
	var out strings.Builder
	fmt.Fprintf(&out, "%s.\n\n| C | Kind | Status | Go | Reason | Place |\n|---|---|---|---|---|---|\n", strings.Join(counts(decisions), ", "))
	cell := strings.NewReplacer("|", `\|`, "<", `\<`, "\n", " ")
	for _, d := range decisions {
		fmt.Fprintf(&out, "| `%s` | %s | %s | %s | %s | %s:%d |\n", d.Name, d.Kind, d.Status, code(d.Go), cell.Replace(d.Reason),
			cell.Replace(d.File), d.Line)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func code(s string) string {
	if s == "" {
		return ""
	}
	return "`" + s + "`"
}

// counts returns "1342 symbols", "83 wrapped" and so on.
func counts(decisions []symbol.Decision) []string {
	out := []string{fmt.Sprintf("%d symbols", len(decisions))}
	for _, status := range []symbol.Status{symbol.Wrapped, symbol.InRaw, symbol.Shim, symbol.Skipped} {
		n := 0
		for _, d := range decisions {
			if d.Status == status {
				n++
			}
		}
		out = append(out, fmt.Sprintf("%d %s", n, status))
	}
	return out
}
