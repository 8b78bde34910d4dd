package emit

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser"
	"github.com/rttgen/rttgen/plan"
)

// tree is a set of headers that tests generate from.
type tree struct {
	name     string
	root     string
	headers  []string
	includes []string
	defines  []string
	adjust   func(*model.API)
	before   string // a directory that a C compiler searches first
}

var rttIncludes = []string{
	".", "include", "components/finsh", "components/drivers/include", "components/libc/compilers/common/include",
	"components/libc/compilers/newlib",
}

var rttHeaders = []string{"rtthread.h", "rthw.h", "rtdevice.h", "finsh.h"}

var trees = []tree{
	{name: "torture", root: "testdata", headers: []string{"torture.h"}, includes: []string{"."}},
	{name: "hidden", root: "testdata", headers: []string{"hidden.h"}, includes: []string{"."}, adjust: adjust},
	{
		name: "5.2", root: "../testdata/rtthread-5.2", headers: rttHeaders, includes: rttIncludes,
		defines: []string{"RT_USING_NEWLIBC", "RT_USING_LIBC", "_POSIX_C_SOURCE", "__RTTHREAD__"},
	},
	{
		name: "4.1", root: "../testdata/rtthread-4.1", headers: rttHeaders, includes: rttIncludes,
		defines: []string{"RT_USING_NEWLIB", "RT_USING_LIBC", "_POSIX_C_SOURCE", "__RTTHREAD__"},
	},
}

// generate plans the raw half of a package from a tree.
func (tr tree) generate(t testing.TB) *plan.Package {
	t.Helper()
	root, err := filepath.Abs(tr.root)
	if err != nil {
		t.Fatal(err)
	}
	cfg := parser.Config{
		Root: root, RootFS: fs.FS(os.DirFS(root)), BSP: root, Includes: tr.includes, Headers: tr.headers,
		Target: model.Target{ShortEnums: true},
	}
	for _, d := range tr.defines {
		cfg.Defines = append(cfg.Defines, model.Define{Name: d, Value: "1"})
	}
	api, problems := parser.Parse(context.Background(), cfg)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	if tr.adjust != nil {
		tr.adjust(api)
	}
	raw, decisions, problems := plan.PlanRaw(api, nil)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return &plan.Package{
		Options: plan.Options{Package: "rtt", ImportPath: "example.com/app/rtt", Generator: "rttgen test", ConfigHash: "0"},
		API:     api, Raw: raw, Decisions: decisions,
	}
}

// eachTree runs a test for every tree.
func eachTree(t *testing.T, f func(t *testing.T, p *plan.Package, tr tree)) {
	for _, tr := range trees {
		t.Run(tr.name, func(t *testing.T) { f(t, tr.generate(t), tr) })
	}
}

func rawFilesOf(t testing.TB, p *plan.Package) map[string][]byte {
	t.Helper()
	files, err := RawFiles(p)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// adjust sets what the front end does not tell yet.
func adjust(api *model.API) {
	for _, name := range []string{"struct rt_whole", "struct rt_inside"} {
		if r := api.Record(name); r != nil {
			r.Prototype = true
		}
	}
	api.Function("rt_label").Symbol, api.Function("rt_label_long").Symbol = "rt_symbol", "rt_symbol"
	for _, v := range api.Variables {
		if v.Name == "rt_labelled" {
			v.Symbol = "rt_other_variable"
		}
	}
	set := func(name string, kind model.MacroKind, t *model.Type, address int64) {
		m := api.Macro(name)
		m.Kind, m.Int, m.Type = kind, address, t
	}
	pointer := func(t *model.Type) *model.Type { return &model.Type{Kind: model.Pointer, Elem: t, Size: 4, Align: 4} }
	watch := &model.Type{Kind: model.Named, Name: "rt_watch_t", Elem: api.Typedef("rt_watch_t").Type, Size: 8, Align: 4}
	word := api.Typedef("rt_watch_t").Type.Record.Fields[0].Type
	void := &model.Type{Kind: model.Void, Name: "void"}
	code := &model.Type{Kind: model.Func, Elem: void, Params: []model.Param{{Type: &model.Type{Kind: model.Int, Name: "int", Size: 4, Align: 4, Signed: true}}}}
	set("COMP1", model.MacroAddress, pointer(watch), 0x40010200)
	set("RT_WATCH", model.MacroAddress, pointer(watch), 0x40010200)
	set("RT_REGISTER", model.MacroObject, word, 0x40001000)
	set("RT_NOWHERE", model.MacroAddress, pointer(void), 0)
	set("RT_INVALID", model.MacroAddress, pointer(watch), -1)
	set("RT_END", model.MacroAddress, pointer(void), 0xe0001000)
	set("RT_IGNORE", model.MacroAddress, pointer(code), 1)
	for _, name := range []string{"RT_INFINITE", "RT_NO_NUMBER", "RT_MINUS_ZERO"} {
		api.Macro(name).Kind = model.MacroOther
	}
}
