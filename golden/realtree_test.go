package golden

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/rttgen/rttgen/config"
)

// TestRealTrees generates from a real RT-Thread tree, for every BSP at hand, and has the result confirmed by everything that
// will ever compile it:
//
//	RTT_ROOT=~/rt-thread go test ./golden -run TestRealTrees -v
//	RTT_ROOT=~/rt-thread RTT_BSPS=~/board1:~/projects go test ./golden -run TestRealTrees -v
//
// RTT_BSPS lists directories that hold an rtconfig.h, or that hold such directories. Without it, those below RTT_ROOT/bsp count.
// RTT_DEFINES gives macros that a BSP's build has on its command line, as -D does: "NAME NAME=VALUE".
func TestRealTrees(t *testing.T) {
	root := os.Getenv("RTT_ROOT")
	if root == "" {
		t.Skip("skipped: RTT_ROOT does not name an RT-Thread tree, so only the reference interface is tested")
	}
	bsps := bspsOf(t, root)
	var total figures
	t.Run("bsps", func(t *testing.T) {
		for _, bsp := range bsps {
			t.Run(bsp.name, func(t *testing.T) {
				t.Parallel()
				total.add(t, checkBSP(t, bsp))
			})
		}
	})
	t.Logf("%d BSPs: %d structs with %d members and %d other types have C's layout, %d do not; %d C files compiled",
		len(bsps), total.structs, total.offsets, total.scalars, total.wrong, total.cFiles)
}

// figures count what was compared.
type figures struct {
	sync.Mutex
	structs, offsets, scalars, wrong, cFiles int
}

func (f *figures) add(t *testing.T, g *figures) {
	t.Helper()
	t.Logf("%d structs, %d members, %d other types, %d C files", g.structs, g.offsets, g.scalars, g.cFiles)
	f.Lock()
	defer f.Unlock()
	f.structs += g.structs
	f.offsets += g.offsets
	f.scalars += g.scalars
	f.wrong += g.wrong
	f.cFiles += g.cFiles
}

// bsp is a configuration of a tree.
type bsp struct{ name, dir, root string }

// bspsOf lists the BSPs to test.
func bspsOf(t *testing.T, root string) []bsp {
	t.Helper()
	places := filepath.SplitList(os.Getenv("RTT_BSPS"))
	named := len(places) > 0
	if !named {
		places = []string{filepath.Join(root, "bsp")}
	}
	var list []bsp
	for _, place := range places {
		err := filepath.WalkDir(place, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.Name() != "rtconfig.h" {
				return err
			}
			dir := filepath.Dir(name)
			rel, err := filepath.Rel(place, dir)
			b := bsp{name: filepath.ToSlash(filepath.Join(filepath.Base(place), rel)), dir: dir}
			if named {
				b.root = root // what is found in a tree has its own above it
			}
			list = append(list, b)
			return err
		})
		if err != nil {
			t.Fatalf("looking for rtconfig.h: %v", err)
		}
	}
	if len(list) == 0 {
		t.Fatalf("no rtconfig.h below %s; set RTT_BSPS", strings.Join(places, ", "))
	}
	return list
}

// checkBSP generates for one BSP and checks the result.
func checkBSP(t *testing.T, b bsp) *figures {
	t.Helper()
	c := load(t, "", config.Flags{
		RTThread: b.root, RTConfig: b.dir, Defines: strings.Fields(os.Getenv("RTT_DEFINES")),
	})
	c.Module, c.GoMod = module, false
	r := run(t, c)
	pkgs, sizes := checkForTarget(t, module, r.Tree)
	layout := compareLayout(t, pkgs[module+"/raw"], sizes, r.Plan)
	vet(t, r.Tree)
	return &figures{
		structs: layout.structs, offsets: layout.offsets, scalars: layout.scalars, wrong: len(layout.wrong),
		cFiles: compileC(t, armGCC(t), r.Project.Root, r),
	}
}
