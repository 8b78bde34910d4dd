package main

import (
	"github.com/spf13/cobra"

	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/internal/inspect"
)

func (a *app) inspect() *cobra.Command {
	asJSON := false
	cmd := a.diagnostics(a.project(&cobra.Command{
		Use:   "inspect",
		Short: "Show what the headers declare",
		Long:  `Show what the headers declare under this configuration: records with offsets and sizes, constants with values.`,
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := a.load()
			if err != nil {
				return err
			}
			facts, list := generate.Read(cmd.Context(), c)
			if err := a.tell(list); err != nil {
				return err
			}
			if asJSON {
				return inspect.JSON(a.stdout, facts.API, generator())
			}
			return inspect.Text(a.stdout, facts.API)
		},
	}))
	cmd.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return cmd
}
