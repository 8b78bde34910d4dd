package mapping_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
)

// FuzzLoad checks that Load copes with anything, that what it reports has a place, and that laying a good mapping over
// itself changes nothing.
func FuzzLoad(f *testing.F) {
	paths, _ := filepath.Glob("testdata/*/*.txtar")
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for i := 0; i+1 < len(archive.Files); i++ {
			f.Add(archive.Files[i].Data, archive.Files[i+1].Data)
		}
	}
	var known mapping.Known
	for _, api := range versions() {
		known.Add(api)
	}
	f.Fuzz(func(t *testing.T, base, overlay []byte) {
		sources := []mapping.Source{{Name: "base.yaml", Data: base}, {Name: "overlay.yaml", Data: overlay}}
		m, list := mapping.Load(sources...)
		for _, d := range list.Sorted() {
			if !d.Pos.IsValid() || d.Message == "" {
				t.Errorf("no place or message: %+v", d)
			}
		}
		mapping.Dead(m, &known, sources...)
		once, list := mapping.Load(sources[0])
		if list.HasErrors() {
			return
		}
		twice, list := mapping.Load(sources[0], mapping.Source{Name: "again.yaml", Data: base})
		if list.HasErrors() {
			return // it adds to itself
		}
		if diff := cmp.Diff(once, twice, cmpopts.IgnoreTypes(model.Pos{})); diff != "" {
			t.Errorf("laid over itself:\n%s", diff)
		}
	})
}
