package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/firmware"
	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/internal/input"
	"github.com/rttgen/rttgen/internal/project"
	"github.com/rttgen/rttgen/internal/verify"
	"github.com/rttgen/rttgen/model"
)

func (a *app) verify() *cobra.Command {
	image := ""
	cmd := a.diagnostics(a.project(&cobra.Command{
		Use:   "verify --elf rtthread.elf",
		Short: "Hold the bindings to a linked firmware",
		Long: `Hold what the bindings assume to a linked firmware: processor, float ABI and enums by its attributes; records, members, enums,
constants, types and functions by its debug information; functions by its symbols. Exit 1 if something differs, each with
the member, what was expected, what was found and the option that is the likely cause.

The firmware must be linked with debug information (-g), which RT-Thread's BSPs do.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if image == "" {
				a.say(diag.Diagnostic{Message: "no firmware is named", Hint: "name it with --elf: rttgen verify --elf rtthread.elf"})
				return errInput
			}
			c, err := a.load()
			if err != nil {
				return err
			}
			facts, list := generate.Read(cmd.Context(), c)
			if err := a.tell(list); err != nil {
				return err
			}
			linked, err := openFirmware(image)
			if err != nil {
				a.say(diag.Diagnostic{Pos: model.Pos{File: filepath.ToSlash(image)}, Message: err.Error(), Hint: firmwareHint(err)})
				return errInput
			}
			return a.writeVerified(verify.Compare(facts.API, linked, headersOf(facts.Project)))
		},
	}))
	cmd.Flags().StringVar(&image, "elf", "", "the linked firmware, an ELF `file`")
	return cmd
}

func openFirmware(name string) (*firmware.Image, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, fmt.Errorf("cannot read the firmware: %s", diag.Cause(err))
	case !info.Mode().IsRegular():
		return nil, errors.New("cannot read the firmware: not a regular file")
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("cannot read the firmware: %s", diag.Cause(err))
	}
	defer file.Close()
	linked, err := firmware.Read(file)
	if err != nil {
		return nil, fmt.Errorf("the firmware %w", err)
	}
	return linked, nil
}

func firmwareHint(err error) string {
	if errors.Is(err, firmware.ErrNoDebug) {
		return "link it with -g, and do not strip it"
	}
	return "name the ELF file that the BSP's build links: rtthread.elf, rt-thread.elf or rtthread.axf"
}

// headersOf reads headers by the names that places in them have.
func headersOf(p *project.Project) func(file string) []byte {
	return func(file string) []byte {
		for _, dir := range []string{"", p.BSP, p.Root} {
			if text, err := input.Read(filepath.Join(dir, filepath.FromSlash(file))); err == nil {
				return text
			}
		}
		return nil
	}
}

// writeVerified writes the findings, which are the result, and what could be compared.
func (a *app) writeVerified(r verify.Result) error {
	if err := r.Findings.Write(a.stdout, diag.Format(a.format), useColor(a.stdout, a.getenv)); err != nil {
		return err
	}
	fmt.Fprintln(a.stderr, "compared:", r.Compared)
	if r.Findings.HasErrors() {
		return errFindings
	}
	return nil
}
