package emit

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	rawfiles "github.com/rttgen/rttgen/emit/raw"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser"
	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/raw"
)

// tree is a set of headers that tests generate from.
type tree struct {
	name     string
	root     string
	headers  []string
	includes []string
	defines  []string
	before   string // a directory that a C compiler searches first
}

var rttIncludes = []string{
	".", "include", "components/finsh", "components/drivers/include", "components/libc/compilers/common/include",
	"components/libc/compilers/newlib",
}

var rttHeaders = []string{"rtthread.h", "rthw.h", "rtdevice.h", "finsh.h"}

var trees = []tree{
	{name: "torture", root: "testdata", headers: []string{"torture.h"}, includes: []string{"."}},
	{name: "hidden", root: "testdata", headers: []string{"hidden.h"}, includes: []string{"."}},
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
	declared, decisions, problems := raw.Build(api, nil)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return &plan.Package{
		Options: plan.Options{Package: "rtt", ImportPath: "example.com/app/rtt", Generator: "rttgen test", ConfigHash: "0"},
		API:     api, Raw: declared, Decisions: decisions,
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
	files, err := rawfiles.Files(p)
	if err != nil {
		t.Fatal(err)
	}
	return files
}
