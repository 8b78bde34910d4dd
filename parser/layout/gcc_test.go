package layout_test

import (
	"testing"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/layout/layouttest"
)

func TestDifferential(t *testing.T) {
	for seed := range int64(40) {
		c, records := layouttest.Random(seed, 1000)
		want := layouttest.GCC(t, c)
		if err := layouttest.LayOut(records, model.Target{ShortEnums: true}); err != nil {
			t.Fatal(err)
		}
		n, bad := 0, 0
		for _, r := range records {
			checks, diffs := layouttest.Compare(r, want[r.Name])
			n += checks
			if len(diffs) > 0 {
				bad++
				if bad < 5 {
					t.Errorf("%v\n%s", diffs, layouttest.Source([]*model.Record{r}))
				}
			}
		}
		t.Log(n, bad)
	}
}
