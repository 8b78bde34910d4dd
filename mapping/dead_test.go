package mapping_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
)

// versions returns the interfaces of two versions that differ in the name of a parameter.
func versions() []*model.API {
	semaphore := &model.Record{Decl: model.Decl{Name: "struct rt_semaphore"}, TypedefNames: []string{"rt_sem"}, Fields: []*model.Field{
		{Decl: model.Decl{Name: "value"}, Type: &model.Type{Kind: model.Int}},
	}}
	api := func(timeout string) *model.API {
		return &model.API{
			Functions: []*model.Function{
				function("rt_sem_release", "sem"),
				function("rt_sem_take", "sem", timeout),
				function("rt_unnamed", ""),
			},
			Records: []*model.Record{semaphore},
			Typedefs: []*model.Typedef{
				{Decl: model.Decl{Name: "rt_sem_alias"}, Type: &model.Type{Kind: model.Struct, Record: semaphore}},
				{Decl: model.Decl{Name: "rt_err_t"}, Type: &model.Type{Kind: model.Int}},
			},
			Enums: []*model.Enum{{Decl: model.Decl{Name: "enum rt_order"}, Constants: []model.Constant{{Decl: model.Decl{Name: "RT_PRIO"}}}}},
			Macros: []*model.Macro{
				{Decl: model.Decl{Name: "RT_EFULL"}, Kind: model.MacroInt},
				{Decl: model.Decl{Name: "rt_current"}, Kind: model.MacroOther},
			},
			FuncMacros: []*model.FuncMacro{{Decl: model.Decl{Name: "rt_lock"}, Params: []string{"lock"}}},
			Variables:  []*model.Variable{{Decl: model.Decl{Name: "rt_tick"}}},
		}
	}
	return []*model.API{api("time"), api("timeout")}
}

func function(name string, params ...string) *model.Function {
	f := &model.Function{Decl: model.Decl{Name: name}, Result: &model.Type{Kind: model.Named, Name: "rt_err_t"}}
	for _, p := range params {
		f.Params = append(f.Params, model.Param{Name: p})
	}
	return f
}

func TestDead(t *testing.T) {
	var known mapping.Known
	for _, api := range versions() {
		known.Add(api)
	}
	checkArchives(t, "dead", func(t *testing.T, sources []mapping.Source) string {
		m, list := mapping.Load(sources...)
		if list.HasErrors() {
			t.Fatalf("the mapping itself is wrong:\n%s", show(list))
		}
		return show(mapping.Dead(m, &known, sources...))
	})
}

// TestDeadKnowsNothing checks that nothing is alive without headers.
func TestDeadKnowsNothing(t *testing.T) {
	m, _ := mapping.Load(mapping.Source{Name: "a.yaml", Data: []byte("functions: {rt_a: {go: A}}\nskip: {\"*\": all}")})
	want := "a.yaml:1:13: no supported RT-Thread version declares rt_a\n\tremove it, or generate against headers that declare it\n" +
		"a.yaml:2:8: no symbol of a supported RT-Thread version matches *\n\tremove it, or mend the pattern\n"
	if diff := cmp.Diff(want, show(mapping.Dead(m, &mapping.Known{}))); diff != "" {
		t.Errorf("want -, got +:\n%s", diff)
	}
}
