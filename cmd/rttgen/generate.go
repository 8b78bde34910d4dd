package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/internal/output"
	"github.com/rttgen/rttgen/internal/scaffold"
	"github.com/rttgen/rttgen/plan/symbol"
)

func (a *app) generate() *cobra.Command {
	return a.diagnostics(a.output(a.project(&cobra.Command{
		Use:   "generate",
		Short: "Write the Go package",
		Long: `Write the Go package for an RT-Thread configuration. Only files that differ are written, all of them or none; files that
rttgen did not generate are never touched.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			start := time.Now()
			c, r, err := a.make(cmd.Context())
			if err != nil {
				return err
			}
			changes, list := output.Write(cmd.Context(), c.Out.Text, r.Tree)
			if err := a.tell(list); err != nil {
				return err
			}
			made, err := newModule(c)
			if err != nil {
				return a.fail(err)
			}
			return summarize(a.stdout, c, r, changes, made, time.Since(start))
		},
	})))
}

// newModule makes the go.mod of a project that has none, and returns what to call it. From then on it is the user's.
func newModule(c *config.Config) (string, error) {
	if c.NewMod == "" {
		return "", nil
	}
	name := filepath.Join(c.Dir, "go.mod")
	if err := output.Create(name, scaffold.GoMod(c.NewMod)); err != nil {
		return "", err
	}
	return filepath.ToSlash(name), nil
}

// make reads the configuration and makes the files.
func (a *app) make(ctx context.Context) (*config.Config, *generate.Result, error) {
	c, err := a.load()
	if err != nil {
		return nil, nil, err
	}
	r, list := generate.Run(ctx, c, generator())
	return c, r, a.tell(list)
}

// summarize says what was generated, from what.
func summarize(w io.Writer, c *config.Config, r *generate.Result, changes output.Changes, newMod string, took time.Duration) error {
	var out strings.Builder
	fmt.Fprintf(&out, "RT-Thread %s from %s with %s\n", r.API.Version, r.Project.Shown, r.Project.RTConfig)
	table := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	for _, f := range r.Project.BuildFacts() {
		fmt.Fprintf(table, "  %s\t%s\n", f.Text, f.Origin)
	}
	for _, d := range r.API.Defines {
		fmt.Fprintf(table, "  -D %s\t%s\n", d, d.Origin)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	for _, text := range r.Project.Assumed {
		fmt.Fprintln(&out, text)
	}
	if newMod != "" {
		fmt.Fprintf(&out, "module %s in %s, which was missing\n", c.NewMod, newMod)
	}
	n := r.Plan.Count()
	fmt.Fprintf(&out, "%d C symbols: %d wrapped, %d raw, %d shim, %d skipped\n", len(r.Plan.Decisions),
		n[symbol.Wrapped], n[symbol.InRaw], n[symbol.Shim], n[symbol.Skipped])
	fmt.Fprintf(&out, "package %s in %s, files: %d written, %d unchanged, %d removed\n", c.Module, filepath.ToSlash(c.Out.Text),
		len(changes.Changed)+len(changes.Missing), len(changes.Unchanged), len(changes.Stale))
	fmt.Fprintf(&out, "done in %.2f s\n", took.Seconds())
	_, err := io.WriteString(w, out.String())
	return err
}
