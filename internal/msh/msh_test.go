package msh

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/rttgen/rttgen/model"
)

func TestCommands(t *testing.T) {
	api := &model.API{}
	for name, value := range map[string]int64{"RT_USING_HEAP": 1, "CPUS": 1} {
		api.Macros = append(api.Macros, &model.Macro{Decl: model.Decl{Name: name}, Kind: model.MacroInt, Int: value})
	}
	api.Sort()
	tree := fstest.MapFS{
		"components/finsh/cmd.c": {Data: []byte(`#include <rtthread.h>
#ifdef RT_USING_FINSH_NOT
MSH_CMD_EXPORT(off, is off);
#else
MSH_CMD_EXPORT(hello, say hello world);
#endif
#if defined(RT_USING_HEAP) && !defined (RT_USING_SLAB)
MSH_CMD_EXPORT_ALIAS(cmd_free, free, Show the memory usage in the system.);
#endif
#if CPUS > 1
MSH_CMD_EXPORT_ALIAS(cmd_bind, bind, binds);
#elif CPUS == 1
FINSH_FUNCTION_EXPORT_ALIAS(msh_help, __cmd_help, RT-Thread shell help.);
FINSH_FUNCTION_EXPORT(version, of finsh);
#endif
#if CPUS + OTHER
MSH_CMD_EXPORT(who, knows);
#endif
/* MSH_CMD_EXPORT(old, is a comment); */
`)},
		"src/thread.c":         {Data: []byte("MSH_CMD_EXPORT(list_thread, list thread);\n")},
		"components/dfs/dfs.c": {Data: []byte("MSH_CMD_EXPORT(mount, mounts);\n")},
	}
	want := map[string]model.Pos{
		"hello":       {File: "components/finsh/cmd.c", Line: 5},
		"free":        {File: "components/finsh/cmd.c", Line: 8},
		"help":        {File: "components/finsh/cmd.c", Line: 13},
		"list_thread": {File: "src/thread.c", Line: 1},
	}
	if d := cmp.Diff(want, Commands(tree, api)); d != "" {
		t.Error(d)
	}
}
