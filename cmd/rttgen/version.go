package main

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rttgen/rttgen"
)

// release is the form of a released version. What go makes up for builds between releases changes with every commit, and
// would make every generated file change with it.
var release = regexp.MustCompile(`^v\d+\.\d+\.\d+$`)

// released returns the version if this is a release, else "".
func released() string {
	if info, ok := debug.ReadBuildInfo(); ok && release.MatchString(info.Main.Version) {
		return info.Main.Version
	}
	return ""
}

// generator names this program in generated files.
func generator() string { return "rttgen " + cmp.Or(released(), "devel") }

func (a *app) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of rttgen",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			build := generator()
			if info, ok := debug.ReadBuildInfo(); ok {
				for _, s := range info.Settings {
					if s.Key == "vcs.revision" {
						build += " " + s.Value
					}
				}
			}
			versions := slices.Sorted(maps.Keys(rttgen.References()))
			_, err := fmt.Fprintf(a.stdout, "%s (%s, %s/%s)\nreference interfaces: RT-Thread %s\n", build,
				runtime.Version(), runtime.GOOS, runtime.GOARCH, strings.Join(versions, ", "))
			return err
		},
	}
}
