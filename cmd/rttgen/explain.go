package main

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"github.com/rttgen/rttgen"
	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/explain"
	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/model"
)

func (a *app) explain() *cobra.Command {
	asJSON := false
	cmd := a.output(a.project(&cobra.Command{
		Use:   "explain SYMBOL...",
		Short: "Tell all that is known about a symbol",
		Long: `Tell all that is known about a symbol of C, such as rt_sem_take, or of Go, such as Semaphore.Take: its declaration and
the #if around it, what it becomes in Go and why, from where it may be called, who owns what, and what is different in the
versions of RT-Thread that rttgen has a reference interface of.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return a.writeExplanation(cmd.Context(), args, asJSON) },
	}))
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return cmd
}

func (a *app) writeExplanation(ctx context.Context, names []string, asJSON bool) error {
	c, err := a.load()
	if err != nil {
		return err
	}
	r, list := generate.Decide(ctx, c, generator())
	if err := a.tell(list); err != nil {
		return err
	}
	references, err := a.references(ctx, c)
	if err != nil {
		return err
	}
	answers, err := a.answers(r, references, names)
	if err != nil {
		return err
	}
	if asJSON {
		enc := json.NewEncoder(a.stdout)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(answers)
	}
	for i, answer := range answers {
		if i > 0 {
			fmt.Fprintln(a.stdout)
		}
		if err := explain.Text(a.stdout, answer); err != nil {
			return err
		}
	}
	return nil
}

// answers explains every name, or says which ones nobody knows.
func (a *app) answers(r *generate.Result, references []*model.API, names []string) ([]*explain.Answer, error) {
	var answers []*explain.Answer
	unknown := &diag.List{}
	for _, name := range names {
		found := explain.Symbol(r, references, name)
		if len(found) == 0 {
			unknown.Add(diag.Diagnostic{Message: fmt.Sprintf("no header declares %s, and nothing in Go has that name", name),
				Hint: diag.DidYouMean(name, symbolNames(r))})
		}
		answers = append(answers, found...)
	}
	return answers, a.tell(unknown)
}

func symbolNames(r *generate.Result) []string {
	var list []string
	for _, d := range r.Plan.Decisions {
		list = append(list, d.Name)
	}
	return list
}

// references reads the reference interfaces, for comparison.
func (a *app) references(ctx context.Context, c *config.Config) ([]*model.API, error) {
	var apis []*model.API
	for _, version := range slices.Sorted(maps.Keys(rttgen.References())) {
		facts, list := generate.Read(ctx, &config.Config{
			RTThread: config.Value{Text: config.Reference + ":" + version}, Target: c.Target,
		})
		if err := a.tell(list); err != nil {
			return nil, err
		}
		apis = append(apis, facts.API)
	}
	return apis, nil
}
