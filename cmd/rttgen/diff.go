package main

import (
	"github.com/spf13/cobra"

	"github.com/rttgen/rttgen/internal/output"
)

func (a *app) diff() *cobra.Command {
	return a.diagnostics(a.output(a.project(&cobra.Command{
		Use:   "diff",
		Short: "Show what generate would change",
		Long: `Show what generate would change, as a unified diff with paths below the output directory: exit 1 if that is anything.
The output can be applied with patch -p1 in the output directory.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, r, err := a.make(cmd.Context())
			if err != nil {
				return err
			}
			text, list := output.Diff(c.Out.Text, r.Tree)
			if err := a.tell(list); err != nil {
				return err
			}
			if len(text) == 0 {
				return nil
			}
			if _, err := a.stdout.Write(text); err != nil {
				return err
			}
			return errFindings
		},
	})))
}
