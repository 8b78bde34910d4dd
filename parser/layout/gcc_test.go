package layout_test

import (
	"os"
	"strconv"
	"testing"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/layout/layouttest"
)

// targets are the two kinds of compilers for bare-metal ARM that people use.
var targets = []struct {
	name   string
	target model.Target
	flags  []string
}{
	{"short enums", model.Target{ShortEnums: true}, nil},
	{"int enums", model.Target{}, []string{"-fno-short-enums"}},
}

func TestCasesAgainstGCC(t *testing.T) {
	records := caseRecords()
	for _, tt := range targets {
		want := layouttest.GCC(t, layouttest.Source(records), tt.flags...)
		if err := layouttest.LayOut(records, tt.target); err != nil {
			t.Fatal(err)
		}
		for i, r := range records {
			if _, diffs := layouttest.Compare(r, want[r.Name]); len(diffs) > 0 {
				t.Errorf("%s, %s: %q", tt.name, cases[i].name, diffs)
			}
		}
	}
}

// TestRandomAgainstGCC lays out random records and compares every size, alignment and offset with gcc's.
// RTTGEN_LAYOUT_RECORDS and RTTGEN_LAYOUT_SEED set how many, and which.
func TestRandomAgainstGCC(t *testing.T) {
	const chunk = 500
	total, seed := environment(t, "RTTGEN_LAYOUT_RECORDS", 4000), environment(t, "RTTGEN_LAYOUT_SEED", 1)
	checks, mismatches := 0, 0
	for first := 0; first < total; first += chunk {
		c, records := layouttest.Random(int64(seed)<<32+int64(first), min(chunk, total-first))
		for _, tt := range targets {
			want := layouttest.GCC(t, c, tt.flags...)
			if err := layouttest.LayOut(records, tt.target); err != nil {
				t.Fatal(err)
			}
			for _, r := range records {
				n, diffs := layouttest.Compare(r, want[r.Name])
				checks += n
				if len(diffs) == 0 {
					continue
				}
				if mismatches++; mismatches <= 3 {
					report(t, r, tt.target, tt.flags)
				}
			}
		}
	}
	t.Logf("%d records (seed %d), %d checks, %d records differ", total, seed, checks, mismatches)
	if mismatches > 0 {
		t.Errorf("%d of %d records differ", mismatches, total)
	}
}

func environment(t *testing.T, name string, standard int) int {
	t.Helper()
	s := os.Getenv(name)
	if s == "" {
		return standard
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return n
}

// report shows what is wrong with a record, made as small as it gets.
func report(t *testing.T, r *model.Record, target model.Target, flags []string) {
	t.Helper()
	var last []string
	small := layouttest.Shrink(r, func(r *model.Record) bool {
		records := []*model.Record{r}
		want, err := layouttest.Compile(t, layouttest.Source(records), flags...)
		if err != nil || layouttest.LayOut(records, target) != nil {
			return false
		}
		_, diffs := layouttest.Compare(r, want[r.Name])
		if len(diffs) > 0 {
			last = diffs
		}
		return len(diffs) > 0
	})
	t.Errorf("%q %q\n%s", flags, last, layouttest.Source([]*model.Record{small}))
}
