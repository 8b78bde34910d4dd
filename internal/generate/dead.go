package generate

import (
	"context"
	"strings"

	"github.com/rttgen/rttgen"
	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
)

// deadRules reports rules of the overlays that match nothing in any supported version. The embedded mapping is not looked at
// here: a test does, once and for all. The reference versions are read only when a rule does not match the headers at hand,
// which few do not.
func deadRules(ctx context.Context, intent *mapping.Rules, facts *Facts, sources []mapping.Source) *diag.List {
	if len(sources) == 1 {
		return &diag.List{}
	}
	known := &mapping.Known{}
	known.Add(facts.API)
	known.Add(otherNames())
	dead := overlaysOnly(mapping.Dead(intent, known, sources...))
	if !dead.HasErrors() {
		return dead
	}
	for version := range rttgen.References() {
		reference, list := read(ctx, &config.Config{RTThread: config.Value{Text: config.Reference + ":" + version}})
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

// otherNames returns what the reference interfaces do not declare: what other versions have or call differently, and what is there
// in configurations other than theirs.
func otherNames() *model.API {
	api := &model.API{}
	for _, f := range otherFunctions {
		name, list, _ := strings.Cut(f, " ")
		fn := &model.Function{Decl: model.Decl{Name: name}}
		for p := range strings.FieldsSeq(list) {
			fn.Params = append(fn.Params, model.Param{Name: p})
		}
		api.Functions = append(api.Functions, fn)
	}
	return api
}

// otherFunctions lists functions, or only other names of their parameters.
var otherFunctions = []string{
	// 3.1 and 4.0
	"rt_mutex_take time",
	"rt_sem_take time",
	"rt_page_alloc npages",
	"rt_page_free addr npages",
	"rt_sscanf",
	"rt_thread_idle_excute",
	"rt_thread_timeout",
	"rt_data_queue_peak",
	"rt_delayed_work_init",
	"rt_device_init_all",
	"rt_work_submit work time",
	"rt_work_sys_workqueue_init",
	"rt_workqueue_submit_work queue work time",
	// RT_USING_SLAB
	"rt_slab_alloc m size",
	"rt_slab_detach m",
	"rt_slab_free m ptr",
	"rt_slab_init name begin_addr size",
	"rt_slab_page_alloc m npages",
	"rt_slab_page_free m addr npages",
	"rt_slab_realloc m ptr size",
	// after 5.2.0
	"__rt_fls val",
	"rt_console_output_get_enabled",
	"rt_console_output_set_enabled enabled",
	"rt_scheduler_stack_overflow_sethook hook",
	"rt_thread_get_usage thread",
	"rt_thread_is_idle_thread thread",
	"rt_tick_get_delta base",
}
