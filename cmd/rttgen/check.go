package main

import (
	"fmt"
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/output"
	"github.com/rttgen/rttgen/model"
)

func (a *app) check() *cobra.Command {
	return a.diagnostics(a.output(a.project(&cobra.Command{
		Use:   "check",
		Short: "Tell whether the Go package on disk is what generate would write",
		Long:  `Tell whether the Go package on disk is what generate would write: exit 1 if a file differs, is missing or is stale.`,
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, r, err := a.make(cmd.Context())
			if err != nil {
				return err
			}
			changes, list := output.Check(c.Out.Text, r.Tree)
			if err := a.tell(list); err != nil {
				return err
			}
			if changes.None() {
				return nil
			}
			if err := a.findings(filepath.ToSlash(c.Out.Text), changes); err != nil {
				return err
			}
			return errFindings
		},
	})))
}

// findings writes the files that differ: they are the result of check, in whatever format.
func (a *app) findings(dir string, changes output.Changes) error {
	list := &diag.List{}
	n := 0
	for _, group := range []struct {
		what  string
		paths []string
	}{
		{"is not what would be generated", changes.Changed},
		{"is missing", changes.Missing},
		{"is not generated any more", changes.Stale},
	} {
		for _, p := range group.paths {
			n++
			name := path.Join(dir, p)
			if diag.Format(a.format) == diag.Text {
				fmt.Fprintf(a.stdout, "%s %s\n", name, group.what)
				continue
			}
			list.Add(diag.Diagnostic{Pos: model.Pos{File: name, Line: 1}, Message: name + " " + group.what, Hint: "run rttgen generate"})
		}
	}
	if diag.Format(a.format) != diag.Text {
		return list.Write(a.stdout, diag.Format(a.format), false)
	}
	what := fmt.Sprintf("%d files differ", n)
	if n == 1 {
		what = "1 file differs"
	}
	_, err := fmt.Fprintf(a.stderr, "%s: rttgen diff shows how, rttgen generate mends it\n", what)
	return err
}
