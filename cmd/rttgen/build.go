package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/rttgen/rttgen"
	"github.com/rttgen/rttgen/bsp"
	"github.com/rttgen/rttgen/config"
	"github.com/rttgen/rttgen/diag"
	"github.com/rttgen/rttgen/generate"
	"github.com/rttgen/rttgen/output"
	"github.com/rttgen/rttgen/project"
	"github.com/rttgen/rttgen/tinygo"
)

func (a *app) build() *cobra.Command {
	var o tinygo.Options
	command := ""
	cmd := a.diagnostics(&cobra.Command{
		Use:   "build [package]",
		Short: "Compile a Go program to an archive that the BSP links",
		Long: `Compile a Go program with TinyGo (` + tinygo.Supported() + `) to an archive that the BSP links. The package is the one in the working
directory unless another is named. TinyGo itself is not changed: what RT-Thread needs in its runtime lies over it in the user's
cache directory.

Flags that are TinyGo's may be written with one dash, as there.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				o.Package = args[0]
			}
			o.Stdout, o.Stderr = a.stdout, a.stderr
			return a.compile(cmd.Context(), command, o)
		},
	})
	f := cmd.Flags()
	f.StringVarP(&a.file, "config", "c", "", "configuration `file` (default rttgen.yaml if it exists)")
	f.StringVarP(&o.Output, "out", "o", "libgoapp.a", "the archive to write")
	f.StringVar(&o.Target, "target", "", "`processor`: "+strings.Join(tinygo.Targets(), " or ")+" (default what the BSP's rtconfig.py is for, else "+tinygo.Targets()[0]+")")
	f.StringVar(&o.GC, "gc", "", "`allocator`: "+strings.Join(tinygo.GCs(), ", ")+" (default gc: of rttgen.yaml)")
	f.StringVar(&o.Opt, "opt", "", "`level` of optimization: 0, 1, 2, s or z (default z)")
	f.StringVar(&o.Panic, "panic", "", "what the compiler makes of a panic: print or trap (default print)")
	f.StringVar(&o.PrintAllocs, "print-allocs", "", "show where functions that match a `pattern` allocate")
	f.StringVar(&o.Size, "size", "", "show sizes by package: short, full or html")
	f.StringSliceVar(&o.Tags, "tags", nil, "build `tags`")
	f.StringVar(&command, "tinygo", "", "the tinygo `command` (default tinygo in PATH)")
	complete(cmd, "target", tinygo.Targets())
	complete(cmd, "gc", tinygo.GCs())
	complete(cmd, "opt", tinygo.Opts())
	complete(cmd, "panic", tinygo.Panics())
	complete(cmd, "size", tinygo.Sizes())
	return cmd
}

// singleDash matches the flags of build that TinyGo writes with one dash. pflag would take -opt=2 for -o pt=2.
var singleDash = regexp.MustCompile(`^-(target|gc|opt|panic|print-allocs|size|tags)(=.*)?$`)

// doubleDashes rewrites the flags of TinyGo's in a command line of build.
func doubleDashes(args []string) []string {
	if len(args) == 0 || args[0] != "build" {
		return args
	}
	args = slices.Clone(args)
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if singleDash.MatchString(arg) {
			args[i] = "-" + arg
		}
	}
	return args
}

// compile builds the program.
func (a *app) compile(ctx context.Context, command string, o tinygo.Options) error {
	c, err := a.load()
	if err != nil {
		return err
	}
	o.GC = cmp.Or(o.GC, c.GC)
	if err := a.chooseTarget(c, &o); err != nil {
		return err
	}
	tc, err := tinygo.Find(ctx, command)
	if err != nil {
		return a.fail(err)
	}
	if err := a.comparePort(c); err != nil {
		return err
	}
	object, err := tc.Build(ctx, o)
	if err != nil {
		return a.fail(err)
	}
	return summarizeObject(a.stdout, tc, o, object)
}

// fail tells an error that may be a list of diagnostics.
func (a *app) fail(err error) error {
	list := &diag.List{}
	if !errors.As(err, &list) {
		list.Add(diag.Diagnostic{Message: err.Error()})
	}
	return a.tell(list)
}

// chooseTarget takes the target that the BSP is compiled for, or finds out that the one asked for does not fit it. Without a
// BSP, or one that does not tell, the choice is the user's.
func (a *app) chooseTarget(c *config.Config, o *tinygo.Options) error {
	p, _ := project.Find(c, rttgen.References()) // generate tells what is wrong with it
	flags, err := bsp.Read(p.BSP)
	if err == nil && o.Target == "" {
		o.Target = flags.Target()
		if o.Target == "" {
			a.say(diag.Diagnostic{Pos: flags.CPU.Pos, Source: flags.CPU.Source, Message: "the BSP is for " + cmp.Or(flags.CPU.Value, "an unnamed processor") +
				", which cannot run code for a Cortex-M4", Hint: "choose a BSP for " + strings.Join(bsp.Processors(), " or ") + ", or name a --target"})
			return errInput
		}
	}
	o.Target = cmp.Or(o.Target, tinygo.Targets()[0])
	if err == nil && flags.Target() != "" && o.Target != flags.Target() && slices.Contains(tinygo.Targets(), o.Target) {
		a.say(diag.Diagnostic{Pos: flags.Float.Pos, Source: flags.Float.Source,
			Message: fmt.Sprintf("the BSP is compiled with -mfloat-abi=%s, an object for %s cannot be linked with it", flags.Float.Value, o.Target),
			Hint:    "build with --target " + flags.Target() + ", or change the flag there and in the BSP's linker flags"})
		return errInput
	}
	return nil
}

// comparePort warns when the C side that the BSP compiles is not the one that the object is made for.
func (a *app) comparePort(c *config.Config) error {
	port, err := generate.Port(generator())
	if err != nil {
		return err
	}
	changes, _ := output.Check(c.Out.Text, port) // the files of the bindings count as stale: they are no part of this
	list := &diag.List{}
	for _, group := range []struct {
		what  string
		paths []string
	}{{"of another version of rttgen than the object", changes.Changed}, {"missing, and the BSP must compile them along", changes.Missing}} {
		if len(group.paths) > 0 {
			list.Add(diag.Diagnostic{Severity: diag.Warning, Hint: "run rttgen generate", Message: fmt.Sprintf("below %s, these files are %s: %s",
				filepath.ToSlash(c.Out.Text), group.what, strings.Join(group.paths, ", "))})
		}
	}
	return a.tell(list)
}

// summarizeObject says what was built.
func summarizeObject(w io.Writer, tc *tinygo.Toolchain, o tinygo.Options, object *tinygo.Object) error {
	var out strings.Builder
	fmt.Fprintf(&out, "%s for %s with TinyGo %s, gc %s\n", filepath.ToSlash(o.Output), o.Target, tc.Version, o.GC)
	table := tabwriter.NewWriter(&out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(table, "text\tdata\tbss\t\n%d\t%d\t%d\t\n", object.Text, object.Data, object.BSS)
	if err := table.Flush(); err != nil {
		return err
	}
	if len(object.External) > 0 {
		fmt.Fprintf(&out, "to be defined in C: %s\n", strings.Join(object.External, ", "))
	}
	_, err := io.WriteString(w, out.String())
	return err
}
