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
	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/internal/project"
	"github.com/rttgen/rttgen/internal/target"
	"github.com/rttgen/rttgen/internal/tinygo"
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
	f.StringVar(&o.Target, "target", "", "`processor`: "+strings.Join(target.Names(), " or ")+" (default what the BSP's rtconfig.py is for, else "+target.Names()[0]+")")
	f.StringVar(&o.GC, "gc", "", "`allocator`: "+strings.Join(tinygo.GCs(), ", ")+" (default gc: of rttgen.yaml)")
	f.StringVar(&o.Opt, "opt", "", "`level` of optimization: 0, 1, 2, s or z (default z)")
	f.StringVar(&o.Panic, "panic", "", "what the compiler makes of a panic: print or trap (default print)")
	f.StringVar(&o.PrintAllocs, "print-allocs", "", "show where functions that match a `pattern` allocate")
	f.StringVar(&o.Size, "size", "", "show sizes by package: short, full or html")
	f.StringSliceVar(&o.Tags, "tags", nil, "build `tags`, beside those of rttgen.yaml")
	f.StringVar(&command, "tinygo", "", "the tinygo `command` (default tinygo in PATH)")
	complete(cmd, "target", target.Names())
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
	p, _ := project.Find(c, rttgen.References()) // what is wrong with the rest is for generate to tell
	if p.Build != nil {
		target, list := p.Build.ChooseTarget(o.Target)
		if list.HasErrors() {
			return a.tell(list)
		}
		o.Target = target
	}
	o.Target = cmp.Or(o.Target, target.Names()[0])
	o.Tags = append(c.TagNames(), o.Tags...)
	tc, err := tinygo.Find(ctx, command)
	if err != nil {
		return a.fail(err)
	}
	if err := a.tell(generate.CheckProgram(c, o)); err != nil {
		return err
	}
	if err := a.tell(generate.ComparePort(c.Out.Text, generator())); err != nil {
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
