package generate

import (
	"context"

	"github.com/rttgen/rttgen"
	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/project"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser"
)

// Facts are what the headers of a project say.
type Facts struct {
	Project *project.Project
	API     *model.API
}

// Read finds the project of a configuration and reads its headers. The facts are nil when the list holds an error.
func Read(ctx context.Context, c *config.Config) (*Facts, *diag.List) {
	return await(ctx, func() (*Facts, *diag.List) { return read(ctx, c) })
}

func read(ctx context.Context, c *config.Config) (*Facts, *diag.List) {
	tree := project.FindTree(c, rttgen.References())
	docs := parser.ReadDocs(tree.Docs()) // needs nothing of what follows
	p, list := tree.Project()
	if list.HasErrors() {
		return nil, list
	}
	api, problems := parse(ctx, p, docs)
	list.AddList(problems)
	if list.HasErrors() {
		return nil, list
	}
	return &Facts{Project: p, API: api}, list
}

func parse(ctx context.Context, p *project.Project, docs *parser.Docs) (*model.API, *diag.List) {
	cfg := parser.Config{
		Root: p.Root, BSP: p.BSP, Includes: p.Includes, Headers: p.Headers, Defines: p.Defines, Target: p.Target, Docs: docs,
	}
	if p.Embedded {
		cfg.RootFS = p.FS
	}
	return parser.Parse(ctx, cfg)
}

// await runs a stage that may read files for as long as it likes, and returns early when the user interrupts.
func await[T any](ctx context.Context, stage func() (*T, *diag.List)) (*T, *diag.List) {
	type outcome struct {
		result *T
		list   *diag.List
	}
	done := make(chan outcome, 1)
	go func() {
		result, list := stage()
		done <- outcome{result, list}
	}()
	select {
	case o := <-done:
		return o.result, o.list
	case <-ctx.Done():
		list := &diag.List{}
		list.Add(diag.Diagnostic{Message: "interrupted: nothing was written"})
		return nil, list
	}
}
