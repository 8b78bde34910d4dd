package main

import (
	"cmp"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rttgen/rttgen"
	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/project"
	"github.com/rttgen/rttgen/internal/scaffold"
	"github.com/rttgen/rttgen/model"
)

func (a *app) initialize() *cobra.Command {
	module := ""
	cmd := a.diagnostics(&cobra.Command{
		Use:   "init dir",
		Short: "Make a new project",
		Long: `Make a new project: a Go program with a thread, a semaphore and an event that builds as it stands, and what a BSP needs to
take it in. Below a BSP, or below its applications/, it is bound to that BSP, elsewhere to the reference interface until
rttgen.yaml names another. Nothing is ever overwritten.`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.newProject(args[0], module) },
	})
	cmd.Flags().StringVar(&module, "module", "", "`path` of the Go module (default example.com/ and the name of the directory)")
	return cmd
}

func (a *app) newProject(dir, module string) error {
	if err := a.checkFormat(names(diag.Formats())); err != nil {
		return err
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	if module == "" {
		module = scaffold.ModuleName(abs)
	} else if err := config.VerifyModule(module); err != nil {
		a.say(diag.Diagnostic{Pos: model.Pos{File: "--module"}, Message: err.Error(), Hint: "write it as in an import, example.com/app"})
		return errInput
	}
	s := scaffold.Settings{Name: path.Base(module), Dir: filepath.Base(abs), Module: module, Version: cmp.Or(released(), "latest")}
	if bsp := a.bspAbove(abs); bsp != "" {
		s.RTConfig, s.Dir = relative(abs, bsp), relative(bsp, abs)
	}
	files, err := scaffold.Files(s)
	if err != nil {
		return err
	}
	if err := a.tell(scaffold.Write(dir, files)); err != nil {
		return err
	}
	return summarizeProject(a.stdout, dir, s, files)
}

// bspAbove returns the BSP that holds a directory, if its RT-Thread is found too: a new project must build as it stands.
func (a *app) bspAbove(dir string) string {
	const levels = 3 // the BSP, its applications/, and one below
	for range levels {
		dir = filepath.Dir(dir)
		c := &config.Config{Dir: dir}
		c.RTTRoot = config.Value{Text: a.getenv("RTT_ROOT")}
		if p, list := project.Find(c, rttgen.References()); !list.HasErrors() && !p.Embedded && p.BSP == dir {
			return dir
		}
	}
	return ""
}

func relative(from, to string) string {
	rel, err := filepath.Rel(from, to)
	if err != nil {
		return filepath.ToSlash(to)
	}
	return filepath.ToSlash(rel)
}

// summarizeProject says what was made and what to do with it.
func summarizeProject(w io.Writer, dir string, s scaffold.Settings, files []scaffold.File) error {
	var out strings.Builder
	for _, f := range files {
		fmt.Fprintln(&out, path.Join(filepath.ToSlash(dir), f.Path))
	}
	bound := "the reference interface; rttgen.yaml says how to name a BSP"
	if s.RTConfig != "" {
		bound = "the BSP in " + filepath.ToSlash(filepath.Clean(filepath.Join(dir, s.RTConfig)))
	}
	fmt.Fprintf(&out, "\nmodule %s, bound to %s\n", s.Module, bound)
	cd := ""
	if filepath.Clean(dir) != "." {
		cd = "cd " + filepath.ToSlash(dir) + " && "
	}
	fmt.Fprintf(&out, "next: %srttgen generate && go vet ./... && rttgen build\n", cd)
	fmt.Fprintln(&out, "rttgen doctor tells what is missing, README.md how the BSP takes the program in")
	_, err := io.WriteString(w, out.String())
	return err
}
