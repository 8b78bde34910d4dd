package generate

import (
	"context"

	"github.com/rttgen/rttgen"
	"github.com/rttgen/rttgen/config"
	"github.com/rttgen/rttgen/diag"
	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
)

// deadRules reports rules of the overlays that match nothing in any supported version. The embedded mapping is not looked at
// here: a test does, once and for all. The reference versions are read only when a rule does not match the headers at hand,
// which few do not.
func deadRules(ctx context.Context, intent *model.Mapping, facts *Facts, sources []mapping.Source) *diag.List {
	if len(sources) == 1 {
		return &diag.List{}
	}
	known := &mapping.Known{}
	known.Add(facts.API)
	known.Add(olderNames())
	dead := overlaysOnly(mapping.Dead(intent, known, sources...))
	if !dead.HasErrors() {
		return dead
	}
	for version := range rttgen.References() {
		reference, list := read(ctx, &config.Config{
			RTThread: config.Value{Text: config.Reference + ":" + version},
			Target:   facts.API.Target,
		})
		if list.HasErrors() {
			return list
		}
		known.Add(reference.API)
	}
	return overlaysOnly(mapping.Dead(intent, known, sources...))
}

func overlaysOnly(list *diag.List) *diag.List {
	kept := &diag.List{}
	for _, d := range list.Sorted() {
		if d.Pos.File != builtin {
			kept.Add(d)
		}
	}
	return kept
}

// olderNames returns what supported versions without a reference interface, those before 4.1, call differently.
func olderNames() *model.API {
	timed := func(function string) *model.Function {
		return &model.Function{Decl: model.Decl{Name: function}, Params: []model.Param{{Name: "time"}}}
	}
	return &model.API{Functions: []*model.Function{
		timed("rt_mutex_take"), timed("rt_sem_take"), timed("rt_work_submit"), timed("rt_workqueue_submit_work"),
		timed("rt_delayed_work_init"), timed("rt_work_sys_workqueue_init"), timed("rt_data_queue_peak"), timed("rt_device_init_all"),
	}}
}
