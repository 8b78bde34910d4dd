// Package parser reads RT-Thread's C headers into facts (package model) without a C compiler. Its parts each take one step:
// cpp preprocesses, csyntax finds declarations, csema makes types and values of them, layout places members. This package puts
// them together, adds guards and documentation, and explains what went wrong.
package parser

import (
	"context"
	"io/fs"
	"time"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/model"
)

// Config says what to parse and how.
type Config struct {
	Root     string         // directory of the RT-Thread tree, absolute
	RootFS   fs.FS          // the tree, when it is not on disk; Root then only names it
	BSP      string         // directory that holds rtconfig.h, absolute; may be below Root
	Includes []string       // search path for headers: absolute, or relative to Root
	Headers  []string       // what to include, in this order
	Defines  []model.Define // macros of the compiler's command line
	Target   model.Target
	Docs     *Docs         // what C files say about functions; may be nil
	Timeout  time.Duration // how long the C front end may take; 0 for a default
}

// Parse reads the headers of cfg. The API is nil when the list holds an error. A declaration that cannot be read or expressed is
// no error unless it is RT-Thread's own: it is among API.Skipped, and a warning tells of it.
func Parse(ctx context.Context, cfg Config) (*model.API, *diag.List) {
	files := newFiles(cfg)
	api, problems := translate(ctx, cfg, files)
	if problems.HasErrors() {
		return nil, problems
	}
	annotate(api, files, cfg.Docs.wait())
	api.Version = version(api)
	return api, problems
}

// version reads RT-Thread's version from its macros; they were renamed in 5.0.
func version(api *model.API) model.Version {
	pick := func(names ...string) int {
		for _, n := range names {
			if m := api.Macro(n); m != nil && m.Kind == model.MacroInt {
				return int(m.Int)
			}
		}
		return 0
	}
	return model.Version{
		Major: pick("RT_VERSION_MAJOR", "RT_VERSION"),
		Minor: pick("RT_VERSION_MINOR", "RT_SUBVERSION"),
		Patch: pick("RT_VERSION_PATCH", "RT_REVISION"),
	}
}
