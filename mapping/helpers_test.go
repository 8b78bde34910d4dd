package mapping_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/mapping"
)

var update = flag.Bool("update", false, "rewrite what the tests expect")

// checkArchives runs every case of the txtar files in a directory of testdata. The files of a case are in a directory of
// their own: the sources, in the order in which they are loaded, then "want", which is compared with what got returns.
func checkArchives(t *testing.T, dir string, got func(t *testing.T, sources []mapping.Source) string) {
	paths, err := filepath.Glob(filepath.Join("testdata", dir, "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives in testdata/%s: %v", dir, err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			checkArchive(t, path, got)
		})
	}
}

func checkArchive(t *testing.T, path string, got func(t *testing.T, sources []mapping.Source) string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var sources []mapping.Source
	for i, f := range archive.Files {
		name, file, _ := strings.Cut(f.Name, "/")
		if file != "want" {
			sources = append(sources, mapping.Source{Name: file, Data: f.Data})
			continue
		}
		t.Run(name, func(t *testing.T) {
			have := got(t, sources)
			if *update {
				archive.Files[i].Data = []byte(have)
				return
			}
			if diff := cmp.Diff(string(f.Data), have); diff != "" {
				t.Errorf("want -, got +:\n%s", diff)
			}
		})
		sources = nil
	}
	if *update {
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// show prints diagnostics with their source lines and hints.
func show(list *diag.List) string {
	var b strings.Builder
	for _, d := range list.Sorted() {
		fmt.Fprintln(&b, d)
		if d.Source != "" {
			fmt.Fprintf(&b, "\t| %s\n", strings.TrimSpace(d.Source))
		}
		if d.Hint != "" {
			fmt.Fprintf(&b, "\t%s\n", d.Hint)
		}
	}
	return b.String()
}

// dump prints a mapping, one rule a line, without what is not set.
func dump(t *testing.T, m *mapping.Rules) string {
	t.Helper()
	var b strings.Builder
	line := func(v any) {
		var buf bytes.Buffer
		enc := json.NewEncoder(&buf)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(prune(t, v)); err != nil {
			t.Fatal(err)
		}
		b.WriteString(buf.String())
	}
	for _, r := range m.Errors {
		line(r)
	}
	for _, r := range m.ErrorTypes {
		line(r)
	}
	for _, r := range m.Enums {
		line(r)
	}
	for _, r := range m.Classes {
		line(r)
	}
	for _, r := range m.Functions {
		line(r)
	}
	for _, r := range m.Skips {
		line(r)
	}
	for _, r := range m.RawNames {
		line(r)
	}
	return b.String()
}

// prune turns a value into JSON's types, without zero values; places become texts.
func prune(t *testing.T, v any) any {
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var out any
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return pruned(out)
}

func pruned(v any) any {
	switch v := v.(type) {
	case map[string]any:
		if file, ok := v["File"]; ok && v["Line"] != nil {
			if file == "" {
				return nil
			}
			return fmt.Sprintf("%s:%v:%v", file, v["Line"], v["Col"])
		}
		for key, x := range v {
			if x = pruned(x); x == nil {
				delete(v, key)
			} else {
				v[key] = x
			}
		}
		if _, place := v["Pos"]; len(v) == 0 || len(v) == 1 && place { // a rule that says nothing
			return nil
		}
		return v
	case []any:
		for i := range v {
			v[i] = pruned(v[i])
		}
		if len(v) == 0 {
			return nil
		}
		return v
	case string:
		if v == "" {
			return nil
		}
	case bool:
		if !v {
			return nil
		}
	}
	return v
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func writeFile(t *testing.T, path, data string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}
