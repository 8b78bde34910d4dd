package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/rttgen/rttgen"
	"github.com/rttgen/rttgen/internal/bsp"
	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/project"
	"github.com/rttgen/rttgen/model"
)

func (a *app) probe() *cobra.Command {
	out, command := "", ""
	cmd := a.diagnostics(a.project(&cobra.Command{
		Use:   "probe",
		Short: "Note how the BSP's own build compiles C",
		Long: `Note how the BSP's own build compiles C: SCons runs dry, as scons -n --verbose does, and what the kernel's files have in common is
written to ` + bsp.NotesFile + `, beside rttgen.yaml or in the BSP. From then on the file says what compiler flags, macros and include
directories are, on machines without SCons too; it holds no paths of this machine and can be committed.

Without the file rttgen reads rtconfig.py and the SConscripts itself, which is the same for most BSPs.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.dryRun(cmd.Context(), out, command) },
	}))
	cmd.Flags().StringVarP(&out, "out", "o", "", "`file` to write (default "+bsp.NotesFile+" beside rttgen.yaml, or in the BSP)")
	cmd.Flags().StringVar(&command, "scons", "scons", "the scons `command`")
	return cmd
}

func (a *app) dryRun(ctx context.Context, out, command string) error {
	c, err := a.load()
	if err != nil {
		return err
	}
	o, list := project.Locate(c, rttgen.References())
	if err := a.tell(list); err != nil {
		return err
	}
	if o.Root == "" {
		a.say(diag.Diagnostic{Message: "there is no BSP to ask: the reference interface stands in",
			Hint: "name the tree and the BSP under rtthread: and rtconfig: in rttgen.yaml, or set RTT_ROOT and BSP_ROOT"})
		return errInput
	}
	notes, err := bsp.DryRun(ctx, o, command, a.getenv)
	if err != nil {
		return a.fail(err)
	}
	out = cmp.Or(out, filepath.Join(cmp.Or(o.Beside, o.Dir), bsp.NotesFile))
	if err := os.WriteFile(out, notes.JSON(), 0o666); err != nil {
		a.say(diag.Diagnostic{Pos: model.Pos{File: filepath.ToSlash(out)}, Message: "cannot write it: " + diag.Cause(err), Hint: "name another file with -o"})
		return errInput
	}
	for _, dir := range notes.Left {
		a.say(diag.Diagnostic{Severity: diag.Warning, Message: "left out, as it lies neither in the BSP nor in the tree: " + dir,
			Hint: "name it under includes: in rttgen.yaml if headers of it are bound"})
	}
	_, err = fmt.Fprintf(a.stdout, "%s: %s with %d flags, %d macros, %d include directories\n", shorten(filepath.ToSlash(out)), notes.Compiler,
		len(notes.Flags), len(notes.Defines), len(notes.Includes))
	return err
}
