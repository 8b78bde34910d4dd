package emit

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/checks"
	"github.com/rttgen/rttgen/plan/symbol"
)

// runMatrix runs the combinations that have a wrapper against a fake C side: the tests of testdata/matrix, which get the
// declaration and the rule of each. It counts the others by the reason that the report gives.
func runMatrix(t *testing.T, files map[string][]byte, p *plan.Package, all []combination, kept []bool) {
	t.Helper()
	made := wrappersIn(files)
	table := matrixTable(t, all, kept, made, p.Options.Checks)
	countUnwrapped(t, p, kept, made)

	dir := t.TempDir()
	if keep := os.Getenv("RTTGEN_KEEP"); keep != "" {
		dir = filepath.Join(keep, "matrix", string(p.Options.Checks))
	}
	put := func(name string, text []byte) {
		t.Helper()
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, text, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	put("go.mod", []byte("module example.com/app\n\ngo 1.24\n"))
	for name, text := range files {
		put("rtt/"+name, text)
	}
	tests, err := filepath.Glob("testdata/matrix/*_test.go")
	if err != nil || len(tests) == 0 {
		t.Fatalf("no tests for the matrix: %v", err)
	}
	for _, file := range tests {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		put("rtt/matrix/"+filepath.Base(file), text)
	}
	put("rtt/matrix/table_test.go", table)
	cmd := exec.Command("go", "test", "-vet=off", "-count=1", "-v", "-run", "^TestMatrix$", "./rtt/matrix")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("checks %s: combinations fail (%v):\n%s", p.Options.Checks, err, failures(string(out)))
		return
	}
	counts := regexp.MustCompile(`(?m)^\d+ combinations, \d+ calls$`).FindString(string(out))
	if want := fmt.Sprintf("%d combinations,", len(made)); !strings.HasPrefix(counts, want) {
		t.Errorf("checks %s: ran %q, want %s", p.Options.Checks, counts, want)
	}
	t.Logf("checks %s: ran %s", p.Options.Checks, counts)
}

// failures leaves out what a verbose test says of those that pass.
func failures(out string) string {
	var b strings.Builder
	for line := range strings.Lines(out) {
		if !strings.HasPrefix(line, "=== RUN") && !strings.HasPrefix(strings.TrimSpace(line), "--- PASS") {
			b.WriteString(line)
		}
	}
	if b.Len() > 20000 {
		return b.String()[:20000] + "\n…"
	}
	return b.String()
}

// wrapper is what was generated for a combination.
type wrapper struct {
	owner   string // the Go type of a method
	counted string // its variant in ticks or milliseconds
	run     bool   // rtttest has its entry point
	hook    bool   // whose function is kept in a variable
}

var (
	wrapperDecl = regexp.MustCompile(`(?m)^func (?:\(\w+ \*(\w+)\) )?M(\d{4})(Ticks|Millis)?\(`)
	runDecl     = regexp.MustCompile(`(?m)^func RunM(\d{4})\(`)
	hookDecl    = regexp.MustCompile(`(?m)^var HookM(\d{4}) `)
)

// wrappersIn finds the wrappers in the text of a generated package.
func wrappersIn(files map[string][]byte) map[string]*wrapper {
	made := map[string]*wrapper{}
	of := func(number []byte) *wrapper {
		n := "m" + string(number)
		if made[n] == nil {
			made[n] = &wrapper{}
		}
		return made[n]
	}
	for _, file := range slices.Sorted(maps.Keys(files)) {
		text := files[file]
		switch dir := filepath.Dir(file); {
		case filepath.Ext(file) != ".go" || strings.HasSuffix(file, "_tinygo.go"):
		case dir == ".":
			for _, m := range wrapperDecl.FindAllSubmatch(text, -1) {
				w := of(m[2])
				w.owner, w.counted = string(m[1]), w.counted+string(m[3])
			}
		case dir == "rtttest":
			for _, m := range runDecl.FindAllSubmatch(text, -1) {
				of(m[1]).run = true
			}
		case dir == "internal/callback":
			for _, m := range hookDecl.FindAllSubmatch(text, -1) {
				of(m[1]).hook = true
			}
		}
	}
	return made
}

// matrixTable prints the table that the tests of testdata/matrix go through.
func matrixTable(t *testing.T, all []combination, kept []bool, made map[string]*wrapper, level checks.Level) []byte {
	t.Helper()
	var b strings.Builder
	b.WriteString("package matrix\n\nimport (\n\t\"example.com/app/rtt\"\n\t\"example.com/app/rtt/internal/callback\"\n\t\"example.com/app/rtt/rtttest\"\n)\n\n")
	fmt.Fprintf(&b, "const checked = %t\n\nvar rows = []row{\n", level != checks.None)
	for i, c := range all {
		w := made[name(i)]
		if !kept[i] || w == nil {
			continue
		}
		var rule yaml.Node
		if err := yaml.Unmarshal([]byte(strings.ReplaceAll(c.rule, "NAME", "M"+name(i)[1:])), &rule); err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(plain(t, rule.Content[0]))
		if err != nil {
			t.Fatal(err)
		}
		owner := "rtt."
		if w.owner != "" {
			owner = "(*rtt." + w.owner + ")."
		}
		fmt.Fprintf(&b, "\t{Name: %q, C: %q, Rule: %q, Func: %sM%s", name(i), c.c, text, owner, name(i)[1:])
		if w.counted != "" {
			fmt.Fprintf(&b, ", Counted: %sM%s%s", owner, name(i)[1:], w.counted)
		}
		if w.run {
			fmt.Fprintf(&b, ", Run: rtttest.RunM%s", name(i)[1:])
		}
		if w.hook {
			fmt.Fprintf(&b, ", Hook: &callback.HookM%s", name(i)[1:])
		}
		b.WriteString("},\n")
	}
	b.WriteString("}\n")
	return []byte(b.String())
}

// plain is a rule as JSON has it. Keys are text, whatever YAML takes them for: a parameter may be called true.
func plain(t *testing.T, n *yaml.Node) any {
	t.Helper()
	if n.Kind == yaml.MappingNode {
		m := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			m[n.Content[i].Value] = plain(t, n.Content[i+1])
		}
		return m
	}
	var v any
	if err := n.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

// countUnwrapped counts the combinations that have no wrapper, which the report must give a reason for.
func countUnwrapped(t *testing.T, p *plan.Package, kept []bool, made map[string]*wrapper) {
	t.Helper()
	reasons := map[string]int{}
	own := regexp.MustCompile(`\bm\d{4}\b`)
	for _, d := range p.Decisions {
		if !own.MatchString(d.Name) || made[d.Name] != nil {
			continue
		}
		var i int
		fmt.Sscanf(d.Name, "m%04d", &i)
		if !kept[i] {
			continue
		}
		if d.Status == symbol.Wrapped || d.Reason == "" {
			t.Errorf("no wrapper, and no reason: %v", d)
		}
		reasons[own.ReplaceAllString(d.Reason, "it")]++
	}
	for _, reason := range slices.Sorted(maps.Keys(reasons)) {
		t.Logf("checks %s: %d not run: %s", p.Options.Checks, reasons[reason], reason)
	}
}
