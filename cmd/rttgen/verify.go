package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/firmware"
	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/internal/input"
	"github.com/rttgen/rttgen/internal/project"
	"github.com/rttgen/rttgen/internal/verify"
	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
)

func (a *app) verify() *cobra.Command {
	image := ""
	var stacks []string
	interrupts := false
	cmd := a.diagnostics(a.project(&cobra.Command{
		Use:   "verify --elf rtthread.elf",
		Short: "Hold the bindings to a linked firmware",
		Long: `Hold what the bindings assume to a linked firmware: processor, float ABI and enums by its attributes; records, members, enums,
constants, types and functions by its debug information; functions by its symbols. Exit 1 if something differs, each with
the member, what was expected, what was found and the option that is the likely cause.

With --stack the depth of the stack is shown instead, of the functions that are named (--stack=main,tshell_entry) or of all that nothing
calls by name: entries of threads, callbacks, handlers. It is what the machine code and the frames of the debug information tell; what
stops it, such as a call through a pointer, is listed. With --isr, which functions that allocate or wait interrupt handlers reach.

The firmware must be linked with debug information (-g), which RT-Thread's BSPs do.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if image == "" {
				a.say(diag.Diagnostic{Message: "no firmware is named", Hint: "name it with --elf: rttgen verify --elf rtthread.elf"})
				return errInput
			}
			if len(stacks) > 0 {
				return a.writeStacks(image, slices.DeleteFunc(stacks, func(s string) bool { return s == everyStack }))
			}
			c, err := a.load()
			if err != nil {
				return err
			}
			if interrupts {
				return a.writeReached(cmd.Context(), c, image)
			}
			facts, list := generate.Read(cmd.Context(), c)
			if err := a.tell(list); err != nil {
				return err
			}
			linked, err := openFirmware(image, firmware.Read)
			if err != nil {
				return a.noFirmware(image, err)
			}
			return a.writeVerified(verify.Compare(facts.API, linked, headersOf(facts.Project)))
		},
	}))
	cmd.Flags().StringVar(&image, "elf", "", "the linked firmware, an ELF `file`")
	cmd.Flags().StringSliceVar(&stacks, "stack", nil, "show how deep the stack gets in `functions`, or in all that nothing calls by name")
	cmd.Flags().Lookup("stack").NoOptDefVal = everyStack
	cmd.Flags().BoolVar(&interrupts, "isr", false, "show what allocates or waits in functions that interrupt handlers reach")
	return cmd
}

// everyStack is --stack without a function.
const everyStack = "*"

func openFirmware[T any](name string, read func(io.ReaderAt) (*T, error)) (*T, error) {
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
	linked, err := read(file)
	if err != nil {
		return nil, fmt.Errorf("the firmware %w", err)
	}
	return linked, nil
}

func (a *app) noFirmware(name string, err error) error {
	a.say(diag.Diagnostic{Pos: model.Pos{File: filepath.ToSlash(name)}, Message: err.Error(), Hint: firmwareHint(err)})
	return errInput
}

// writeStacks writes how deep the stack gets, the deepest first.
func (a *app) writeStacks(image string, names []string) error {
	code, err := openFirmware(image, firmware.ReadCode)
	if err != nil {
		return a.noFirmware(image, err)
	}
	list, err := verify.Stacks(code, names)
	if err != nil {
		a.say(diag.Diagnostic{Message: err.Error(), Hint: "--stack alone shows the functions that nothing calls by name"})
		return errInput
	}
	for _, d := range list {
		fmt.Fprintf(a.stdout, "%6d bytes  %s\n", d.Bytes, strings.Join(d.Path, " > "))
		for _, s := range d.Stops {
			fmt.Fprintf(a.stdout, "              more may be used: %s\n", s)
		}
	}
	return nil
}

// writeReached writes which functions that allocate or wait, by the mapping, interrupt handlers reach. Exit 1 if there are any.
func (a *app) writeReached(ctx context.Context, c *config.Config, image string) error {
	r, list := generate.Decide(ctx, c, generator())
	if err := a.tell(list); err != nil {
		return err
	}
	code, err := openFirmware(image, firmware.ReadCode)
	if err != nil {
		return a.noFirmware(image, err)
	}
	forbidden := map[string]bool{}
	for _, f := range r.Mapping.Functions {
		forbidden[f.C] = forbidden[f.C] || f.Context == mapping.ContextScheduler
	}
	found := verify.FromInterrupts(code, func(name string) bool { return forbidden[name] })
	for _, x := range found {
		fmt.Fprintf(a.stdout, "%s reaches %s: %s\n", x.Handler, x.Function, strings.Join(x.Path, " > "))
	}
	if len(found) > 0 {
		return errFindings
	}
	return nil
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
