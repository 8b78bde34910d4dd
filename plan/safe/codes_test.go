package safe_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rttgen/rttgen/plan/checks"
)

// TestErrorTypes is about libraries that have codes of their own.
func TestErrorTypes(t *testing.T) {
	const types = "error_types: {UintError: {c: rt_uint32_t}, OtherError: {}}\n" +
		"errors: {ErrLimit: {c: RT_LIMIT, type: OtherError}, ErrNone: {c: RT_NEW, type: OtherError}, ErrCommand: RT_CMD}\n"
	for _, test := range []struct{ yaml, fn, codes, want string }{
		{"functions: {rt_get: {go: Get}}", "Get", "UintError", "func Get() error"},
		{"functions: {rt_get: {go: Get, result: {style: value}, context: any}}", "Get", "UintError", "func Get() uint32"},
		{"functions: {rt_get: {go: Get, result: {error: OtherError}}}", "Get", "OtherError", "func Get() error"},
		{"functions: {rt_set: {go: Set}}", "Set", "", "func Set(value uint32) error"},
		{"functions: {rt_set: {go: Set, result: {style: error, error: OtherError}}}", "Set", "OtherError", "func Set(value uint32) error"},
	} {
		f := find(t, build(t, types+test.yaml, checks.Full), test.fn)
		codes := ""
		if f.Result.Codes != nil {
			codes = f.Result.Codes.Go
		}
		if got := f.Signatures("example.com/rtt")[0]; got != test.want || codes != test.codes {
			t.Errorf("%s\ngot  %s with %q\nwant %s with %q", test.yaml, got, codes, test.want, test.codes)
		}
	}
	p := build(t, types, checks.Full)
	var got []string
	for _, c := range p.Safe.Codes {
		for _, e := range c.Errors {
			got = append(got, c.Go+" "+e.Go+" "+e.C)
		}
	}
	if diff := cmp.Diff([]string{"OtherError ErrLimit RT_LIMIT", "OtherError ErrNone "}, got); diff != "" {
		t.Errorf("want -, got +\n%s", diff)
	}
	for _, e := range p.Safe.Errors {
		if e.Go == "ErrLimit" {
			t.Error("ErrLimit is of two types")
		}
	}
}

// TestOwnCallback is about callbacks to which C passes the object that they were set for, and values of enums.
func TestOwnCallback(t *testing.T) {
	const mapping = `
enums: {Command: {type: uint8, values: {Do: RT_CMD}}}
classes: {Thing: {c: struct rt_thing}}
functions:
  rt_thing_notify:
    go: Thing.Notify
    params: {notify: {callback: {func: "%", user: arg}, lifetime: retained}}
`
	for _, test := range []struct {
		fn    string
		entry string
	}{
		{"func(cmd Command)", "func(uint8)"},
		{"func(cmd int32)", "func(cmd int32)"},
		{"func(thing *raw.Thing, cmd Command)", "func(*raw.Thing, uint8)"},
	} {
		f := find(t, build(t, strings.Replace(mapping, "%", test.fn, 1), checks.Full), "Thing.Notify")
		cb := f.Args[1].Callback
		if got := typeText(cb.Entry.Func); got != test.entry {
			t.Errorf("%s is called as %s, want %s", test.fn, got, test.entry)
		}
		if got := typeText(cb.Func); got != test.fn {
			t.Errorf("%s is taken as %s", test.fn, got)
		}
	}
}
