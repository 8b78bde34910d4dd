package main

import (
	"github.com/spf13/cobra"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/doctor"
)

func (a *app) doctor() *cobra.Command {
	command := ""
	formats := []string{string(diag.Text), string(diag.JSON)}
	cmd := a.project(&cobra.Command{
		Use:   "doctor",
		Short: "Tell what is missing to build a firmware",
		Long: `Tell what is there and what is missing to build a firmware: the tools, RT-Thread, the BSP with its settings and compiler
flags, and the generated package; and how to get what is missing. Exit 1 if anything is.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := a.checkFormat(formats); err != nil {
				return err
			}
			c, err := a.load()
			if err != nil {
				return err
			}
			checks := doctor.Run(cmd.Context(), doctor.Options{Config: c, Getenv: a.getenv, Generator: generator(), TinyGo: command,
				Shorten: shorten})
			write := doctor.Text
			if diag.Format(a.format) == diag.JSON {
				write = doctor.JSON
			}
			if err := write(a.stdout, checks); err != nil {
				return err
			}
			if !doctor.Healthy(checks) {
				return errFindings
			}
			return nil
		},
	})
	cmd.Flags().StringVar(&a.format, "format", a.format, "`format` of the result: text or json")
	cmd.Flags().StringVar(&command, "tinygo", "", "the tinygo `command` (default tinygo in PATH)")
	complete(cmd, "format", formats)
	return cmd
}
