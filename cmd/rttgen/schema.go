package main

import (
	"github.com/spf13/cobra"

	"github.com/rttgen/rttgen/mapping"
)

func (a *app) schema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON schema of mapping files, for editors",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := a.stdout.Write(mapping.Schema())
			return err
		},
	}
}
