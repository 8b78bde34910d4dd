package parser_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/internal/diag"
)

// broken are declarations that cannot be read or expressed, each with a part of its reason, and what it would declare.
var broken = []struct{ text, name, reason string }{
	{"int broken_syntax(int a, ;", "broken_syntax", "unexpected ';'"},
	{"foo_t broken_unknown(int a);", "broken_unknown", "unknown type foo_t"},
	{"struct broken_member { int a; bar_t b; };", "struct broken_member", "unknown type bar_t"},
	{"int broken_semicolon(int a)", "broken_semicolon", "unexpected"},
	{"struct broken_brace { int a;", "struct broken_brace", "unexpected"},
	{"enum broken_value { BROKEN_A = 1 / 0 };", "enum broken_value", "BROKEN_A is not an integer constant"},
	{"int broken_attribute(int) __attribute__((regparm(3)));", "broken_attribute", "has attribute regparm"},
	{"typedef int broken_vector __attribute__((vector_size(7)));", "broken_vector", "has attribute vector_size"},
	{"struct broken_order { int a; } __attribute__((scalar_storage_order(\"big-endian\")));", "struct broken_order", "has attribute scalar_storage_order"},
	{"extern int broken_quote[sizeof(\"abc)];", "broken_quote", "string literal not terminated"},
}

// TestOneDeclarationCostsNoOther reads 200 declarations of which ten are broken, each in another way.
func TestOneDeclarationCostsNoOther(t *testing.T) {
	var text strings.Builder
	lines := map[string]int{}
	line := 1
	for i := range 190 {
		if i%19 == 9 {
			b := broken[i/19]
			lines[b.name] = line
			fmt.Fprintln(&text, b.text)
			line++
		}
		switch i % 4 {
		case 0:
			fmt.Fprintf(&text, "int good_%d(int a, struct good_%d *b);\n", i, i+1)
		case 1:
			fmt.Fprintf(&text, "extern struct good_%d { int a; } *good_%d;\n", i, i)
		case 2:
			fmt.Fprintf(&text, "typedef int good_%d[%d];\n", i, i)
		case 3:
			fmt.Fprintf(&text, "static inline void good_%d(good_%d x) { if (x[0]) { x[1]++; } }\n", i, i-1)
		}
		line++
	}
	api, problems := parse(text.String())
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	bound := 0
	for i := range 190 {
		name := fmt.Sprintf("good_%d", i)
		if api.Function(name) != nil || api.Typedef(name) != nil || variable(api, name).Name == name {
			bound++
		} else {
			t.Errorf("%s is lost", name)
		}
	}
	warnings := 0
	for _, d := range problems.Sorted() {
		if d.Severity == diag.Warning {
			warnings++
		}
	}
	if bound != 190 || len(api.Skipped) != 10 || warnings != 10 {
		t.Errorf("%d of 190 bound, %d skipped, %d warnings", bound, len(api.Skipped), warnings)
	}
	for _, b := range broken {
		found := false
		for _, s := range api.Skipped {
			if s.Name == b.name {
				found = true
				if !strings.Contains(s.Reason, b.reason) || s.Pos.Line != lines[b.name] {
					t.Errorf("%s, line %d: %s:%d: %s; want %s", b.name, lines[b.name], s.Pos.File, s.Pos.Line, s.Reason, b.reason)
				}
			}
		}
		if !found {
			t.Errorf("%s is not among what is skipped", b.name)
		}
	}
	if t.Failed() {
		for _, s := range api.Skipped {
			t.Logf("%s:%d: %s %s: %s", s.Pos.File, s.Pos.Line, s.Kind, s.Name, s.Reason)
		}
	}
}

// TestWhatUsesIt: what needs a declaration that is skipped goes with it, and what only points to a record does not.
func TestWhatUsesIt(t *testing.T) {
	api, problems := parse(`
typedef struct { int a; foo_t b; } lost_t;
struct holds { lost_t one; };
enum bad { BAD = 1 / 0 };
typedef enum bad bad_t;
int by_value(lost_t x);
int by_enum(bad_t *x);
int by_pointer(lost_t *x, struct holds *y);
extern struct holds variable;
`)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	if api.Function("by_pointer") == nil || api.Record("struct holds") == nil || api.Record("struct holds").Complete {
		t.Error("a pointer to a record that is skipped is lost")
	}
	if api.Enum("enum bad") != nil || api.Function("by_enum") != nil || api.Function("by_value") != nil || len(api.Variables) > 0 {
		t.Error("what uses a declaration that is skipped is bound")
	}
	for _, name := range []string{"struct holds", "enum bad", "bad_t", "by_value", "by_enum", "variable"} {
		found := false
		for _, s := range api.Skipped {
			found = found || s.Name == name
		}
		if !found {
			t.Errorf("%s is not among what is skipped", name)
		}
	}
	if all := problems.Sorted(); len(all) != 2 || !strings.HasSuffix(all[0].Message, ", and 3 that use it") || !strings.HasSuffix(all[1].Message, ", and 2 that use it") {
		t.Errorf("%v", problems)
	}
}
