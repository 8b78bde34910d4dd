package sysroot

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestHas(t *testing.T) {
	for _, test := range []struct {
		question, name string
		want           int
	}{
		{"__has_attribute", "packed", 1}, {"__has_attribute", "__packed__", 1}, {"__has_attribute", "no_such", 0},
		{"__has_attribute", "overloadable", 0}, {"__has_attribute", "gnu::aligned", 1}, {"__has_attribute", "nodiscard", 202003},
		{"__has_c_attribute", "nodiscard", 202003}, {"__has_c_attribute", "__maybe_unused__", 201904}, {"__has_c_attribute", "packed", 0},
		{"__has_c_attribute", "gnu::packed", 1}, {"__has_c_attribute", "__gnu__::__packed__", 1}, {"__has_c_attribute", "clang::packed", 0},
		{"__has_builtin", "__builtin_expect", 1}, {"__has_builtin", "__builtin_debugtrap", 0}, {"__has_builtin", "printf", 1},
		{"__has_builtin", "__sync_synchronize", 1}, {"__has_builtin", "__atomic_load_4", 1}, {"__has_builtin", "__builtin_offsetof", 1},
		{"__has_feature", "packed", 0},
	} {
		if got := Has(test.question, test.name); got != test.want {
			t.Errorf("%s(%s) is %d, want %d", test.question, test.name, got, test.want)
		}
	}
}

// TestHasAsGCC asks gcc about every name of the table, and about each with a letter more.
func TestHasAsGCC(t *testing.T) {
	needCompiler(t)
	var source strings.Builder
	var want []string
	for _, key := range slices.Sorted(maps.Keys(hasTable())) {
		question, name, _ := strings.Cut(key, " ")
		for _, n := range []string{name, name + "q"} {
			fmt.Fprintf(&source, "#if %s(%s) == %d\nyes\n#else\nno %s %s\n#endif\n", question, n, Has(question, n), strings.ToUpper(question), n)
			want = append(want, "yes")
		}
	}
	out, err := gcc(nil, source.String(), append([]string{"-E", "-P"}, targetFlags...)...)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Fields(out)
	if !slices.Equal(got, want) {
		t.Errorf("%d answers instead of %d: %.300s", len(got), len(want), strings.ReplaceAll(out, "yes\n", ""))
	}
}
