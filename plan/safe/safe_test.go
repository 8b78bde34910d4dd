package safe_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser"
	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/checks"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/safe"
	"github.com/rttgen/rttgen/plan/symbol"
)

const kernel = `
#define RT_NAME_MAX 8
#define RT_TICK_PER_SECOND 1000
#define RT_LIMIT 32
#define RT_CMD 1
#define rt_macro(x) 0
typedef unsigned char rt_uint8_t; typedef unsigned short rt_uint16_t; typedef unsigned int rt_uint32_t; typedef int rt_int32_t;
typedef long rt_err_t;
struct rt_object { char name[RT_NAME_MAX]; };
struct rt_thing { struct rt_object parent; int value; void (*cleanup)(struct rt_thing *); };
struct rt_other { int value; };
rt_uint8_t rt_interrupt_get_nest(void);
rt_uint16_t rt_critical_level(void);
struct rt_thing *rt_thing_create(const char *name);
rt_err_t rt_thing_init(struct rt_thing *thing, const char *name);
rt_err_t rt_thing_call(struct rt_thing *thing, int cmd, void *arg);
rt_err_t rt_other_call(struct rt_other *other);
struct rt_other *rt_other_of(struct rt_thing *thing);
rt_err_t rt_thing_use(struct rt_thing *thing);
rt_err_t rt_set(rt_uint32_t value);
rt_uint32_t rt_get(void);
void rt_hook(void (*hook)(float x));
const char *rt_text(void);
void rt_say(const char *text);
void rt_call_later(void (*fn)(void));
rt_err_t rt_thing_notify(struct rt_thing *thing, void (*notify)(struct rt_thing *thing, int cmd, void *arg), void *arg);
`

// build plans a package of the kernel above.
func build(t *testing.T, yaml string, checks checks.Level) *plan.Package {
	t.Helper()
	m, problems := mapping.Load(mapping.Source{Name: "t.yaml", Data: []byte(yaml)})
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	api, problems := parser.Parse(context.Background(), parser.Config{
		Root: "/rtt", BSP: "/rtt", RootFS: fstest.MapFS{"t.h": {Data: []byte(kernel)}, "rtconfig.h": {}},
		Includes: []string{"."}, Headers: []string{"t.h"}, Target: model.Target{ShortEnums: true},
	})
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	p, problems := plan.Build(api, m, plan.Options{Package: "rtt", ImportPath: "example.com/rtt", Checks: checks})
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return p
}

// find returns a wrapper by its Go name.
func find(t *testing.T, p *plan.Package, name string) *safe.Func {
	t.Helper()
	var found *safe.Func
	p.Safe.Each(func(f *safe.Func) {
		if f.QualifiedName() == name {
			found = f
		}
	})
	if found == nil {
		t.Fatalf("there is no %s", name)
	}
	return found
}

// typeText is a type as the package writes it.
func typeText(t *gotype.Type) string {
	if t == nil {
		return ""
	}
	return t.In("example.com/rtt")
}

func TestContextChecks(t *testing.T) {
	for _, test := range []struct {
		rule              string
		full, cheap, none safe.ContextCheck
	}{
		{"context: any", safe.CheckNone, safe.CheckNone, safe.CheckNone},
		{"context: isr", safe.CheckNone, safe.CheckNone, safe.CheckNone},
		{"context: thread", safe.CheckThread, safe.CheckNone, safe.CheckNone},
		{"context: thread, blocks: true", safe.CheckThread, safe.CheckThread, safe.CheckNone},
		{"context: scheduler", safe.CheckScheduler, safe.CheckNone, safe.CheckNone},
		{"context: scheduler, blocks: true", safe.CheckScheduler, safe.CheckThread, safe.CheckNone},
		{"blocks: true", safe.CheckScheduler, safe.CheckThread, safe.CheckNone},
	} {
		want := map[checks.Level]safe.ContextCheck{checks.Full: test.full, checks.Cheap: test.cheap, checks.None: test.none}
		for _, level := range checks.All() {
			p := build(t, "functions: {rt_set: {go: Set, "+test.rule+"}}", level)
			if got := find(t, p, "Set").Check; got != want[level] {
				t.Errorf("%s with checks: %s is check %d, want %d", test.rule, level, got, want[level])
			}
		}
	}
}

// TestHeap is about wrappers that allocate: no interrupt may call them, whatever C allows.
func TestHeap(t *testing.T) {
	for _, test := range []struct {
		yaml, fn string
		want     mapping.Context
	}{
		{"functions: {rt_get: {go: Get, context: any}}", "Get", mapping.ContextAny},
		{"classes: {Other: {c: struct rt_other}, Thing: {c: struct rt_thing}}\nfunctions: {rt_thing_create: {go: NewThing, role: new, " +
			"result: {class: Thing}}, rt_other_call: {go: Other.Call}, rt_other_of: {go: Thing.Other, context: any, result: {style: handle, class: Other, ownership: borrowed}}}", "Thing.Other", mapping.ContextThread},
		{"functions: {rt_text: {go: Text, context: any, result: text}}", "Text", mapping.ContextThread},
		{"functions: {rt_say: {go: Say, context: any, params: {text: {string: text}}}}", "Say", mapping.ContextThread},
		{"functions: {rt_say: {go: Say, context: any, params: {text: {string: name}}}}", "Say", mapping.ContextAny},
		{`functions: {rt_call_later: {go: CallLater, context: any, params: {fn: {callback: {func: "func()", lifetime: forever}}}}}`, "CallLater",
			mapping.ContextThread},
	} {
		if got := find(t, build(t, test.yaml, checks.Full), test.fn).Context; got != test.want {
			t.Errorf("%s\nis for %s, want %s", test.yaml, got, test.want)
		}
	}
}

func TestArguments(t *testing.T) {
	const class = "classes: {Thing: {c: struct rt_thing}}\nfunctions: {rt_thing_call: {go: Thing.Call, params: {cmd: {const: RT_CMD}, arg: %}}}"
	for _, test := range []struct {
		rule   string
		kind   safe.ArgKind
		goType string
		bounds []safe.Bound
	}{
		{"{type: uint16}", safe.ArgWord, "uint16", nil},
		{"{type: uint16, min: 1, below: RT_LIMIT}", safe.ArgWord, "uint16", []safe.Bound{{Op: "<", Value: safe.Const{C: "1", Text: "1"}}, {Op: ">=", Value: safe.Const{C: "RT_LIMIT", Raw: true, Text: "RT_LIMIT"}}}},
		{"{type: uint8, min: 0, max: 255}", safe.ArgWord, "uint8", nil}, // what the type says anyway
		{"{type: uint16, max: 65535}", safe.ArgWord, "uint16", nil},
		{"{type: int, min: 0}", safe.ArgWord, "int", []safe.Bound{{Op: "<", Value: safe.Const{C: "0", Text: "0"}}}},
		{"{direction: in, type: uint8}", safe.ArgAddress, "uint8", nil},
		{"{direction: inout, type: uint32}", safe.ArgShared, "*uint32", nil},
		{"{direction: out, type: bool}", safe.ArgOut, "bool", nil},
		{"{direction: out, time: ticks}", safe.ArgOut, "time.Duration", nil},
		{"{direction: in, time: period}", safe.ArgTickAddress, "time.Duration", nil},
		{`{type: "[]byte"}`, safe.ArgSlice, "[]byte", []safe.Bound{{Op: "<", Value: safe.Const{C: "1", Text: "1"}}}},
		{`{type: "[]byte", nullable: true}`, safe.ArgSlice, "[]byte", nil},
		{`{type: "[]byte", min: 16}`, safe.ArgSlice, "[]byte", []safe.Bound{{Op: "<", Value: safe.Const{C: "16", Text: "16"}}}},
		{"{type: unsafe.Pointer}", safe.ArgPointer, "unsafe.Pointer", nil},
		{"{type: \"*uint32\"}", safe.ArgPointer, "*uint32", nil},
		{"{const: 7}", safe.ArgConst, "", nil},
	} {
		f := find(t, build(t, strings.Replace(class, "%", test.rule, 1), checks.Full), "Thing.Call")
		arg := f.Args[2]
		if got := typeText(arg.GoType); arg.Kind != test.kind || got != test.goType {
			t.Errorf("%s is of kind %d and type %q, want %d and %q", test.rule, arg.Kind, got, test.kind, test.goType)
		}
		if diff := cmp.Diff(test.bounds, arg.Bounds); diff != "" {
			t.Errorf("%s refuses, want -, got +\n%s", test.rule, diff)
		}
	}
}

// TestSignatures is about results: which there are, and when there is an error among them.
func TestSignatures(t *testing.T) {
	for _, test := range []struct{ yaml, fn, want string }{
		{"functions: {rt_set: {go: Set}}", "Set", "func Set(value uint32) error"},
		{"functions: {rt_set: {go: Set, result: ignore, context: any}}", "Set", "func Set(value uint32)"},
		{"functions: {rt_set: {go: Set, result: ignore}}", "Set", "func Set(value uint32) error"},
		{"functions: {rt_set: {go: Set, params: {value: {max: 7}}, result: ignore, context: any}}", "Set", "func Set(value uint32) error"},
		{"functions: {rt_set: {go: Set, result: must}}", "Set", "func Set(value uint32)"},
		{"functions: {rt_set: {go: Set, result: ok}}", "Set", "func Set(value uint32) bool"},
		{"functions: {rt_set: {go: Set, result: count}}", "Set", "func Set(value uint32) (int, error)"},
		{"functions: {rt_get: {go: Get, context: any}}", "Get", "func Get() uint32"},
		{"functions: {rt_get: {go: Get, context: isr}}", "Get", "func Get() uint32"},
		{"functions: {rt_get: {go: Get, context: thread}}", "Get", "func Get() (uint32, error)"}, // elsewhere it has no answer
		{"functions: {rt_get: {go: Get, result: bool, context: any}}", "Get", "func Get() bool"},
		{"functions: {rt_get: {go: Get, result: bool}}", "Get", "func Get() (bool, error)"},
		{"functions: {rt_get: {go: Get, result: {style: value, time: ticks}, context: any}}", "Get", "func Get() time.Duration"},
		{"functions: {rt_get: {go: Get, result: {style: value, type: Ticks}, context: any}}", "Get", "func Get() Ticks"},
		{"functions: {rt_set: {go: Set, params: {value: {time: ticks}}}}", "Set", "func Set(value time.Duration) error\nfunc SetTicks(value Ticks) error"},
		{"functions: {rt_set: {go: Set, params: {value: {time: ms}}}}", "Set", "func Set(value time.Duration) error\nfunc SetMillis(value int32) error"},
		{"classes: {Other: {c: struct rt_other}}\nfunctions: {rt_other_call: {go: Other.Call, result: ignore}}", "Other.Call", "func (*Other) Call() error"},
		{"classes: {Thing: {c: struct rt_thing}}\nfunctions: {rt_thing_create: {go: NewThing, role: new, result: {class: Thing}}}", "NewThing",
			"func NewThing(name *byte) (*Thing, error)"},
	} {
		got := strings.Join(find(t, build(t, test.yaml, checks.Full), test.fn).Signatures("example.com/rtt"), "\n")
		if got != test.want {
			t.Errorf("%s\ngot  %s\nwant %s", test.yaml, got, test.want)
		}
	}
}

func TestClasses(t *testing.T) {
	p := build(t, `
classes:
  Thing: {c: struct rt_thing, static: Thing, cleanup: cleanup}
  Other: {c: struct rt_other, static: StaticOther}
functions:
  rt_thing_init: {go: Thing.Init, role: init}
  rt_other_call: {go: Other.Call}
`, checks.Full)
	var other, thing *safe.Class
	for _, c := range p.Safe.Classes {
		switch c.Go {
		case "Thing":
			thing = c
		case "Other":
			other = c
		}
	}
	if thing == nil || !thing.Sole || !thing.Named || thing.Cleanup == nil || thing.Cleanup.Field != "Cleanup" {
		t.Errorf("Thing is %+v", thing)
	}
	if other == nil || other.Named || other.Static != "" || other.Cleanup != nil {
		t.Errorf("Other is %+v: no object of the kernel, and nothing makes a static one", other)
	}
}

// TestReasons tells why something that a rule names is not there.
func TestReasons(t *testing.T) {
	for _, test := range []struct{ yaml, c, want string }{
		{"functions: {rt_set: {go: Set, params: {value: {const: RT_NEW}}}}", "rt_set", "RT_NEW is not defined"},
		{"classes: {New: {c: struct rt_new}}\nfunctions: {rt_other_call: {go: New.Call}}", "rt_other_call", "class New is not configured"},
		{"enums: {E: {type: uint8, values: {A: RT_NEW}}}\nfunctions: {rt_set: {go: Set, params: {value: {enum: E}}}}", "rt_set", "none of the values of E is defined"},
		{`functions: {rt_hook: {go: SetHook, params: {hook: {callback: {func: "func(float32)"}, lifetime: static}}}}`, "rt_hook", "cannot be a Go value"},
		{`functions: {rt_set: {go: Set, params: {value: {callback: {func: "func()"}, lifetime: static}}}}`, "rt_set", "value is not a pointer to a function"},
		{"skip: {rt_set: for a reason}", "rt_set", "for a reason"},
		{"skip: {\"rt_s*\": for a reason}", "rt_set", "for a reason"},
		{"functions: {rt_set: {go: Set}}\nskip: {rt_set: {reason: for a reason, when: {config: [\"!RT_NEW\"]}}}", "rt_set", "for a reason"},
		{"functions: {rt_set: {go: Set}}\nskip: {\"rt_s*\": {reason: for a reason, when: {config: [\"!RT_NEW\"]}}}", "rt_set", "for a reason"},
	} {
		p := build(t, test.yaml, checks.Full)
		i := slices.IndexFunc(p.Decisions, func(d symbol.Decision) bool { return d.Name == test.c })
		if d := p.Decisions[i]; d.Status == symbol.Wrapped || !strings.Contains(d.Reason, test.want) {
			t.Errorf("%s\n%s is %s: %q, want %q", test.yaml, test.c, d.Status, d.Reason, test.want)
		}
	}
}

// TestCode is about hand-written source: when it is there, and what it accounts for.
func TestCode(t *testing.T) {
	for _, test := range []struct {
		rule string
		want bool
	}{
		{"{wraps: {rt_set: Set}}", true},
		{"{needs: [rt_set, rt_get], wraps: {rt_set: Set}}", true},
		{"{needs: [rt_set, rt_new], wraps: {rt_set: Set}}", false},
		{"{needs: [rt_macro], wraps: {rt_set: Set}}", false}, // Go cannot call it
		{"{wraps: {rt_set: Set}, when: {config: [RT_NEW]}}", false},
		{"{needs: [struct rt_thing.parent.name], wraps: {rt_set: Set}}", true},
		{"{needs: [struct rt_thing.parent.type], wraps: {rt_set: Set}}", false},
		{"{needs: [struct rt_thing.type|struct rt_thing.value], wraps: {rt_set: Set}}", true},
		{"{wraps: {rt_set: Set}, when: {declares: [rt_err_t, struct rt_thing]}}", true},
		{"{wraps: {rt_set: Set}, when: {declares: [\"!struct rt_thing.value\"]}}", false},
		{"{wraps: {rt_set: Set}, when: {declares: [\"!struct rt_thing.type|struct rt_new.type\"]}}", true},
		{"{wraps: {rt_set: Set}, when: {declares: [rt_err_t rt_set()]}}", true},
		{"{wraps: {rt_set: Set}, when: {declares: [rt_uint32_t rt_set()]}}", false},
		{"{wraps: {rt_set: Set}, when: {declares: [struct rt_thing * rt_thing_create()]}}", true},
	} {
		p := build(t, "code: {critical.go: "+test.rule+"}", checks.Full)
		i := slices.IndexFunc(p.Decisions, func(d symbol.Decision) bool { return d.Name == "rt_set" })
		if got := p.Decisions[i].Status == symbol.Wrapped; got != test.want || len(p.Safe.Code) > 0 != test.want {
			t.Errorf("%s: wrapped is %v, want %v", test.rule, got, test.want)
		}
	}
}

// TestUnmadeClasses leaves out what takes or returns objects that this configuration has no way to make.
func TestUnmadeClasses(t *testing.T) {
	p := build(t, `
classes:
  Thing: {c: struct rt_thing}
  Other: {c: struct rt_other}
functions:
  rt_thing_create: {go: NewThing, params: {name: {string: name}}, result: {class: Thing, "null": ErrNoMemory}, role: new, needs: [rt_thing_gone]}
  rt_other_call: {go: Other.Use, needs: [rt_other_gone]}
  rt_other_of: {go: Thing.Other, result: {style: handle, class: Other, lifetime: borrowed, "null": ErrNoMemory}}
  rt_thing_use: {go: UseThing, params: {thing: {class: Thing}}}
errors: {ErrNoMemory: {c: RT_CMD, text: out of memory}}
`, checks.Full)
	if len(p.Safe.Classes)+len(p.Safe.Funcs) > 0 {
		t.Errorf("left: %d classes, %d functions", len(p.Safe.Classes), len(p.Safe.Funcs))
	}
	want := map[string]string{
		"rt_other_of":  "there is no Other in this configuration",
		"rt_thing_use": "there is no Thing in this configuration",
	}
	for _, d := range p.Decisions {
		if w, ok := want[d.Name]; ok && d.Reason != w {
			t.Errorf("%s: %q, want %q", d.Name, d.Reason, w)
		}
	}
}
