package emit

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/checks"
)

// TestDocsExamples plans, prints and type-checks the examples of the mapping language's book: the first as a base, each of the
// others over it.
func TestDocsExamples(t *testing.T) {
	docs, err := os.ReadFile("../docs/mapping.md")
	if err != nil {
		t.Fatal(err)
	}
	var api *model.API
	for _, tr := range trees {
		if tr.name == "5.2" {
			api = tr.generate(t).API
		}
	}
	blocks := regexp.MustCompile("(?s)\n```yaml\n(.*?)```").FindAllSubmatchIndex(docs, -1)
	base := mapping.Source{Name: "base.yaml", Data: docs[blocks[0][2]:blocks[0][3]]}
	for i, b := range blocks {
		line := 1 + strings.Count(string(docs[:b[2]]), "\n")
		sources := []mapping.Source{base, {Name: "example.yaml", Data: docs[b[2]:b[3]]}}[:min(i+1, 2)]
		m, problems := mapping.Load(sources...)
		if err := problems.Err(); err != nil {
			t.Errorf("the example in line %d: %v", line, err)
			continue
		}
		p, problems := plan.Build(api, m, plan.Options{Package: "rtt", ImportPath: "example.com/app/rtt", Checks: checks.Full, Generator: "rttgen test"})
		if err := problems.Err(); err != nil {
			t.Errorf("the example in line %d: %v", line, err)
			continue
		}
		files, err := Files(p)
		if err != nil {
			t.Errorf("the example in line %d: %v", line, err)
			continue
		}
		for _, err := range typeCheck(t, files, "amd64", nil) {
			t.Errorf("the example in line %d: %v", line, err)
		}
	}
}
