package parser_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser"
	"github.com/rttgen/rttgen/parser/layout/layouttest"
)

// TestParsedLayout holds the whole way from C text to layout to arm-none-eabi-gcc, on records that use every attribute.
func TestParsedLayout(t *testing.T) {
	text, records := layouttest.Random(20260, 2500)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "records.h"), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	for name, target := range map[string]struct {
		model.Target
		flags []string
	}{
		"short enums": {model.Target{ShortEnums: true}, nil},
		"int enums":   {model.Target{}, []string{"-fno-short-enums"}},
	} {
		t.Run(name, func(t *testing.T) {
			api, problems := parser.Parse(context.Background(), parser.Config{
				Root: dir, BSP: dir, Includes: []string{dir}, Headers: []string{"records.h"}, Target: target.Target,
			})
			if problems.HasErrors() {
				t.Fatal(problems.Err())
			}
			want := layouttest.GCC(t, text, target.flags...)
			checks, wrong := 0, 0
			for _, r := range records {
				got := api.Record(r.Name)
				if got == nil {
					t.Fatalf("%s is not among the parsed records", r.Name)
				}
				n, diffs := layouttest.Compare(got, want[r.Name])
				checks += n
				for _, d := range diffs {
					if wrong++; wrong <= 10 {
						t.Errorf("%s\n%s", d, layouttest.Source([]*model.Record{r}))
					}
				}
			}
			t.Logf("%d records, %d checks, %d differ", len(records), checks, wrong)
		})
	}
}
