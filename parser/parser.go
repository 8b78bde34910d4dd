// Package parser reads RT-Thread's C headers into facts (package model) without a C compiler: modernc.org/cc/v4 preprocesses
// and parses, and this package computes types, layout, guards and documentation from what it finds.
//
// It is the only package that imports cc, and no cc type leaves it.
package parser

import (
	"context"
	"io/fs"
	"time"

	"github.com/rttgen/rttgen/diag"
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
	DocDirs  []string      // directories below Root whose *.c files may document functions, searched with their subdirectories
	Timeout  time.Duration // how long the C front end may take; 0 for a default
}

// defaultTimeout is far above what the largest real tree needs; only a hang of the front end reaches it.
const defaultTimeout = 60 * time.Second

// Parse reads the headers of cfg. The API is nil when the list holds an error.
func Parse(ctx context.Context, cfg Config) (*model.API, *diag.List) {
	problems := &diag.List{}
	files := newFiles(cfg)
	docs := make(chan map[string]string, 1)
	go func() { docs <- readDefinitions(cfg) }() // needs nothing of the headers
	unit, list := translate(ctx, cfg, files)
	problems.AddList(list)
	if problems.HasErrors() {
		return nil, problems
	}
	b := newBuilder(cfg, files, problems)
	b.unit(unit)
	b.macros(unit)
	if problems.HasErrors() {
		return nil, problems
	}
	api := b.api()
	values := make(chan *diag.List, 1)
	go func() { values <- b.evaluate(ctx, unit) }() // annotate does not look at values
	annotate(api, files, <-docs)
	problems.AddList(<-values)
	if problems.HasErrors() {
		return nil, problems
	}
	api.Version = version(api)
	return api, problems
}
