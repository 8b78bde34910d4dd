package mapping_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rttgen/rttgen/mapping"
)

const docsPath = "../docs/mapping.md"

// TestDocsTables compares the tables of keys in the documentation with the vocabulary.
func TestDocsTables(t *testing.T) {
	docs := string(readFile(t, docsPath))
	region := regexp.MustCompile(`(?s)<!-- keys: (\w+) -->\n.*?<!-- end -->`)
	tables := mapping.KeyTables()
	got := region.ReplaceAllStringFunc(docs, func(s string) string {
		name := region.FindStringSubmatch(s)[1]
		table, ok := tables[name]
		if !ok {
			t.Errorf("the vocabulary has no %s", name)
		}
		delete(tables, name)
		return fmt.Sprintf("<!-- keys: %s -->\n%s<!-- end -->", name, table)
	})
	for name := range tables {
		t.Errorf("the keys of %s are not documented", name)
	}
	if *update {
		writeFile(t, docsPath, got)
		return
	}
	if diff := cmp.Diff(docs, got); diff != "" {
		t.Errorf("docs -, vocabulary +; go test ./mapping -update\n%s", diff)
	}
}

// TestDocsExamples loads the examples of the documentation: the first as a base, each of the others over it.
func TestDocsExamples(t *testing.T) {
	docs := string(readFile(t, docsPath))
	blocks := regexp.MustCompile("(?s)\n```yaml\n(.*?)```").FindAllStringSubmatchIndex(docs, -1)
	if len(blocks) < 2 {
		t.Fatal("no examples")
	}
	base := mapping.Source{Name: "base.yaml", Data: []byte(docs[blocks[0][2]:blocks[0][3]])}
	for i, b := range blocks {
		line := 1 + strings.Count(docs[:b[2]], "\n")
		sources := []mapping.Source{base, {Name: fmt.Sprintf("mapping.md+%d", line-1), Data: []byte(docs[b[2]:b[3]])}}
		if i == 0 {
			sources = sources[:1]
		}
		if _, list := mapping.Load(sources...); list.HasErrors() {
			t.Errorf("the example in line %d:\n%s", line, show(list))
		}
	}
}

// TestDocsWords checks that every word of the vocabulary is explained.
func TestDocsWords(t *testing.T) {
	docs := string(readFile(t, docsPath))
	explained := regexp.MustCompile("(?s)<!-- keys.*?<!-- end -->").ReplaceAllString(docs, "")
	for _, word := range mapping.Words() {
		if !strings.Contains(explained, "| `"+word+"` |") {
			t.Errorf("%q is not explained in %s", word, docsPath)
		}
	}
}
