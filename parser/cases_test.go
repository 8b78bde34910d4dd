package parser_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser"
	"github.com/rttgen/rttgen/parser/gcctest"
)

var update = flag.Bool("update", false, "write the facts of testdata/cases anew")

// TestCases reads small headers that are easy to misread. Beside each are the facts that gcc has of it; where there is a compiler
// it is asked again, for every fact, and for declarations that are neither among the facts nor skipped with a reason.
func TestCases(t *testing.T) {
	headers, err := filepath.Glob("testdata/cases/*.h")
	if err != nil || len(headers) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, header := range headers {
		name := filepath.Base(header)
		t.Run(strings.TrimSuffix(name, ".h"), func(t *testing.T) {
			api := parseCase(t, filepath.Dir(header), name)
			facts := strings.TrimSuffix(header, ".h") + ".facts"
			got := gcctest.Dump(api, name)
			if *update {
				if err := os.WriteFile(facts, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(facts)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range lineDifferences(got, string(want)) {
				t.Error(d)
			}
			if !gcctest.Available() {
				t.Logf("no %s on PATH: the facts are not compared with gcc's", gcctest.Compiler)
				return
			}
			result := gcctest.Check(t, filepath.Dir(header), name, api)
			for _, w := range result.Wrong {
				t.Errorf("gcc denies: %s", w)
			}
			for _, m := range result.Missing {
				t.Errorf("neither bound nor skipped: %s", m)
			}
			t.Logf("%d facts", result.Checks)
		})
	}
}

func parseCase(t *testing.T, dir, header string) *model.API {
	t.Helper()
	dir, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	api, problems := parser.Parse(context.Background(), parser.Config{
		Root: dir, BSP: dir, Includes: []string{dir}, Headers: []string{header}, Target: gcctest.Target,
	})
	if problems.HasErrors() {
		t.Fatal(problems.Err())
	}
	return api
}

// lineDifferences returns the lines that only one of two texts has.
func lineDifferences(got, want string) []string {
	count := map[string]int{}
	for _, line := range strings.Split(want, "\n") {
		count[line]++
	}
	var list []string
	for _, line := range strings.Split(got, "\n") {
		if count[line]--; count[line] < 0 {
			list = append(list, "not expected: "+line)
		}
	}
	for _, line := range strings.Split(want, "\n") {
		if count[line] > 0 {
			list = append(list, "missing: "+line)
			count[line] = 0
		}
	}
	return list
}
