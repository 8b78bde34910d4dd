package directive

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/rttgen/rttgen/internal/diag"
)

var update = flag.Bool("update", false, "write anew what the archives expect")

// TestFind reads the programs of testdata. The file want of an archive has the record, whether the generated package is imported, and
// the messages; its comment may name the directory of the program and build tags: dir=cmd/app tags=a,b
func TestFind(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || archives == nil {
		t.Fatal(archives, err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			path, err := filepath.Abs(name)
			if err != nil {
				t.Fatal(err)
			}
			t.Chdir(t.TempDir())
			var want *txtar.File
			for i, f := range archive.Files {
				if f.Name == "want" {
					want = &archive.Files[i]
					continue
				}
				write(t, f.Name, f.Data)
			}
			s := Source{Dir: ".", Root: ".", Module: "example.com/app", Bindings: "example.com/app/rtt", Tags: []string{"tinygo", "rtthread"}}
			for _, field := range strings.Fields(string(archive.Comment)) {
				switch key, value, _ := strings.Cut(field, "="); key {
				case "dir":
					s.Dir = value
				case "tags":
					s.Tags = append(s.Tags, strings.Split(value, ",")...)
				}
			}
			got := text(Find(s))
			if *update {
				want.Data = []byte(got)
				write(t, path, txtar.Format(archive))
				return
			}
			if d := cmp.Diff(string(want.Data), got); d != "" {
				t.Error(d)
			}
		})
	}
}

// text is a program as the archives show it.
func text(p *Program, list *diag.List) string {
	var out strings.Builder
	for _, e := range p.Record() {
		fmt.Fprintf(&out, "%s: %s\n", e.Pos, e.Text)
	}
	fmt.Fprintf(&out, "bound: %v\n", p.Bound)
	for _, d := range list.Sorted() {
		fmt.Fprintf(&out, "%s\n\t%s\n\t%s\n", d, d.Hint, d.Source)
	}
	return out.String()
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}
