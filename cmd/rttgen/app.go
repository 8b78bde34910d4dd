package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/checks"
)

// The exit codes.
const (
	exitDone        = 0
	exitFindings    = 1   // a command that looks for something found it
	exitInput       = 2   // bad input or usage
	exitInterrupted = 130 // as shells report a program ended by SIGINT
)

// errFindings and errInput end a command that has said what there is to say.
var (
	errFindings = errors.New("findings")
	errInput    = errors.New("bad input")
)

// app is one run of the program.
type app struct {
	stdout, stderr io.Writer
	getenv         func(string) string
	file           string // -c
	flags          config.Flags
	format         string // of the diagnostics
}

func newApp(stdout, stderr io.Writer, getenv func(string) string) *app {
	return &app{stdout: stdout, stderr: stderr, getenv: getenv, format: string(diag.Text)}
}

// run executes a command line and returns the exit code.
func (a *app) run(ctx context.Context, args []string) int {
	root := a.root()
	root.SetArgs(doubleDashes(args))
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	err := root.ExecuteContext(ctx)
	var pathErr *fs.PathError
	switch {
	case err == nil: // even if an interrupt came when all was done
		return exitDone
	case errors.Is(err, errFindings):
		return exitFindings
	case ctx.Err() != nil:
		if !errors.Is(err, errInput) {
			fmt.Fprintln(a.stderr, "error: interrupted")
		}
		return exitInterrupted
	case errors.Is(err, errInput):
	case errors.As(err, &pathErr):
		a.say(diag.Diagnostic{Message: "cannot write the result: " + diag.Cause(err)})
	default:
		a.say(usageProblem(root, args, err))
	}
	return exitInput
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "rttgen",
		Short: "Generate Go bindings for RT-Thread",
		Long: `rttgen reads the headers of an RT-Thread tree under the rtconfig.h of a BSP and writes a Go package of typed, safe
bindings for exactly that configuration. Without any setting it uses an embedded reference interface.

Settings come from rttgen.yaml, then from flags. RTT_ROOT and BSP_ROOT are honoured as in RT-Thread's own build.

Exit codes: 0 done, 1 findings, 2 bad input or usage, 130 interrupted.`,
		SilenceUsage:       true,
		SilenceErrors:      true,
		DisableSuggestions: true, // usageProblem makes its own, for flags too
		Args:               cobra.NoArgs,
		RunE:               func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.AddCommand(a.generate(), a.check(), a.diff(), a.explain(), a.report(), a.inspect(), a.schema(), a.version())
	root.AddCommand(a.initialize(), a.build(), a.probe(), a.doctor(), a.verify())
	return root
}

// project adds the flags that say what to generate from, and into.
func (a *app) project(cmd *cobra.Command) *cobra.Command {
	f := cmd.Flags()
	f.StringVarP(&a.file, "config", "c", "", "configuration `file` (default rttgen.yaml if it exists)")
	f.StringVar(&a.flags.RTThread, "rtthread", "", "RT-Thread tree: `dir`, reference or reference:VERSION (default RTT_ROOT, or where the BSP has it)")
	f.StringVar(&a.flags.RTConfig, "rtconfig", "", "rtconfig.h or the BSP `path` that holds it (default BSP_ROOT)")
	f.StringArrayVarP(&a.flags.Defines, "define", "D", nil, "add a `macro` to the compiler's: NAME or NAME=VALUE; !NAME takes one away")
	f.StringArrayVarP(&a.flags.Includes, "include", "I", nil, "search a `dir` for headers")
	f.StringArrayVar(&a.flags.Headers, "header", nil, "include a further `header`")
	return cmd
}

// output adds the flags that say what the generated package is like.
func (a *app) output(cmd *cobra.Command) *cobra.Command {
	f := cmd.Flags()
	f.StringArrayVar(&a.flags.Mappings, "mapping", nil, "add a mapping overlay `file`; the last one wins")
	f.StringVarP(&a.flags.Out, "out", "o", "", "output `dir` (default rtt)")
	f.StringVar(&a.flags.Package, "package", "", "`name` of the Go package (default rtt)")
	f.StringVar(&a.flags.Checks, "checks", "", "`level` of run-time checks: full, cheap or none (default full)")
	complete(cmd, "checks", names(checks.All()))
	return cmd
}

// diagnostics adds the flag for the format of messages.
func (a *app) diagnostics(cmd *cobra.Command) *cobra.Command {
	cmd.Flags().StringVar(&a.format, "format", a.format, "`format` of messages: "+strings.Join(names(diag.Formats()), ", "))
	complete(cmd, "format", names(diag.Formats()))
	return cmd
}

func complete(cmd *cobra.Command, flag string, words []string) {
	err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(err) // the flag was just defined
	}
}

func names[T ~string](list []T) []string {
	var out []string
	for _, s := range list {
		out = append(out, string(s))
	}
	return out
}

// load reads the configuration, or says what is wrong with it.
func (a *app) load() (*config.Config, error) {
	if err := a.checkFormat(names(diag.Formats())); err != nil {
		return nil, err
	}
	c, list := config.Load(a.file, a.flags, a.getenv)
	return c, a.tell(list)
}

// checkFormat refuses a --format that is none of a command's, as text.
func (a *app) checkFormat(known []string) error {
	if slices.Contains(known, a.format) {
		return nil
	}
	d := unknownFormat(a.format, known)
	a.format = string(diag.Text)
	a.say(d)
	return errInput
}

// unknownFormat reports a --format that is none of a command's, as package config reports other flags.
func unknownFormat(format string, known []string) diag.Diagnostic {
	return diag.Diagnostic{
		Pos:     model.Pos{File: "--format"},
		Message: fmt.Sprintf("%q is none of %s", format, strings.Join(known, ", ")),
		Hint:    diag.DidYouMean(format, known),
	}
}

// say writes one diagnostic.
func (a *app) say(d diag.Diagnostic) {
	list := &diag.List{}
	list.Add(d)
	_ = a.tell(list) // the caller knows
}

// tell writes diagnostics to stderr and returns errInput if one is an error.
func (a *app) tell(list *diag.List) error {
	shown := &diag.List{}
	for _, d := range list.Sorted() {
		d.Pos.File = shorten(d.Pos.File)
		shown.Add(d)
	}
	format := diag.Format(a.format)
	if len(shown.Sorted()) > 0 {
		if err := shown.Write(a.stderr, format, useColor(a.stderr, a.getenv)); err != nil {
			return err
		}
	}
	if shown.HasErrors() {
		return errInput
	}
	return nil
}

// shorten makes a path relative to the working directory if that is shorter to read.
func shorten(name string) string {
	if rest, ok := strings.CutPrefix(name, "/<"); ok { // a tree that is not on disk
		return "<" + rest
	}
	wd, err := os.Getwd()
	if err != nil || !filepath.IsAbs(filepath.FromSlash(name)) {
		return name
	}
	rel, err := filepath.Rel(wd, filepath.FromSlash(name))
	if err != nil || strings.HasPrefix(rel, ".."+string(filepath.Separator)+"..") {
		return name
	}
	return filepath.ToSlash(rel)
}

// useColor reports whether w is a terminal whose user has nothing against colour.
func useColor(w io.Writer, getenv func(string) string) bool {
	f, ok := w.(*os.File)
	if !ok || getenv("NO_COLOR") != "" || getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// usageProblem explains a command line that cobra does not accept.
func usageProblem(root *cobra.Command, args []string, err error) diag.Diagnostic {
	cmd, _, findErr := root.Find(args)
	if findErr != nil || cmd == nil {
		cmd = root
	}
	d := diag.Diagnostic{Message: err.Error(), Hint: "see " + cmd.CommandPath() + " --help"}
	if word, ok := strings.CutPrefix(d.Message, "unknown flag: --"); ok {
		var flags []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { flags = append(flags, f.Name) })
		if s := diag.Suggest(word, flags); s != "" {
			d.Hint = "did you mean --" + s + "?"
		}
	}
	if cmd == root && len(args) > 0 {
		var commands []string
		for _, c := range root.Commands() {
			commands = append(commands, c.Name())
		}
		if hint := diag.DidYouMean(args[0], commands); hint != "" {
			d.Hint = hint
		}
	}
	return d
}
