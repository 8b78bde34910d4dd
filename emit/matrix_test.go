package emit

import (
	"context"
	"fmt"
	"go/ast"
	"go/importer"
	goparser "go/parser"
	"go/token"
	"go/types"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
	cparser "github.com/rttgen/rttgen/parser"
	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/checks"
)

// matrixHeader declares what the combinations below use besides their own functions.
const matrixHeader = `
#define RT_NAME_MAX 8
#define RT_TICK_PER_SECOND 1000
#define RT_LIMIT 32
#define RT_EFULL 3
#define RT_ERROR 1
#define RT_NULL 0
typedef unsigned char rt_uint8_t; typedef unsigned int rt_uint32_t; typedef unsigned long rt_ubase_t;
typedef long rt_err_t;
struct rt_object { char name[RT_NAME_MAX]; rt_uint8_t type; };
struct rt_thing { struct rt_object parent; int value; };
struct rt_other { int value; };
enum mode { MODE_A, MODE_B };
typedef int (*rt_call)(int cmd, void *arg);
typedef void (*rt_plain)(void);
rt_uint8_t rt_interrupt_get_nest(void);
unsigned short rt_critical_level(void);
void rt_enter_critical(void);
void rt_exit_critical(void);
struct rt_thing *rt_thing_create(void);
rt_err_t rt_thing_init(struct rt_thing *thing);
rt_err_t rt_thing_delete(struct rt_thing *thing);
rt_err_t rt_thing_detach(struct rt_thing *thing);
struct rt_other *rt_other_create(void);
`

const matrixRules = `
errors: {ErrFull: RT_EFULL, ErrError: RT_ERROR}
enums: {Mode: {type: uint8, values: {A: MODE_A, B: MODE_B}}}
classes: {Thing: {c: struct rt_thing, static: StaticThing}, Other: {c: struct rt_other}}
functions:
  rt_thing_create: {go: NewThing, result: {class: Thing, "null": ErrFull}, role: new}
  rt_thing_init: {go: StaticThing.Init, role: init}
  rt_thing_delete: {go: Thing.Close, role: delete}
  rt_thing_detach: {go: StaticThing.Close, role: detach}
  rt_other_create: {go: NewOther, result: {class: Other, "null": ErrFull}, role: new}
`

// combination is a C function and a rule for it.
type combination struct {
	c    string // declaration, with NAME for the name
	rule string // of the function, with NAME for the Go name
}

// combinations pairs what C has with what a rule may say about it.
func combinations() []combination {
	var list []combination
	add := func(c, rule string) { list = append(list, combination{c, rule}) }
	params := []string{"int %s", "rt_uint8_t %s", "long long %s", "float %s", "_Bool %s", "enum mode %s", "char *%s", "void *%s", "rt_uint8_t *%s",
		"rt_uint32_t *%s", "struct rt_thing *%s", "struct rt_other *%s", "struct rt_other %s", "rt_call %s", "rt_plain %s", "rt_ubase_t %s", "void **%s"}
	for _, p := range params {
		for _, rule := range paramRules() {
			add("rt_err_t NAME("+fmt.Sprintf(p, "x")+");", "{go: NAME, params: {x: "+rule+"}}")
		}
		for _, rule := range []string{"{lifetime: retained, until: Close}", "{lifetime: static, type: \"[]byte\"}", "{class: Other, nullable: true}", "{string: text, lifetime: retained, until: Close}"} {
			add("int NAME(struct rt_thing *thing, "+fmt.Sprintf(p, "x")+");", "{go: Thing.NAME, params: {x: "+rule+"}, result: value}")
		}
		add("void NAME("+fmt.Sprintf(p, "buf")+", rt_uint8_t n);", `{go: NAME, params: {n: {len_of: buf}}}`)
	}
	// Names that generated code uses itself, as parameters, results and in a callback.
	for _, name := range hostileNames {
		add("rt_err_t NAME(struct rt_thing *thing, const char *s, int "+name+", rt_uint32_t *out);",
			"{go: Thing.NAME, params: {s: {string: name}, "+name+": {time: ticks}, out: {direction: out}}, blocks: true}")
		add("int NAME(struct rt_thing *thing, rt_uint32_t *"+name+", void *buf, int size);",
			"{go: Thing.NAME, params: {"+name+": {direction: out}, buf: {direction: in}, size: {len_of: buf}}, result: count}")
		add("struct rt_thing *NAME(const char *"+name+", void *memory, int size);",
			"{go: NAME, params: {"+name+": {string: text}, memory: {lifetime: retained, until: Close}, size: {len_of: memory}}, result: {class: Thing}, role: new}")
		add("int NAME(struct rt_thing *thing, int (*"+name+")(int "+name+", void *arg), void *arg);",
			"{go: Thing.NAME, params: {"+name+": {callback: {func: \"func("+name+" int) bool\", user: arg}, lifetime: retained}}, result: value}")
	}
	// Results, alone, of a method, and with a callback, an out variable and memory that must be kept.
	for _, c := range []string{"void", "int", "rt_err_t", "rt_uint8_t", "_Bool", "float", "enum mode", "char *", "void *", "struct rt_thing *", "struct rt_other *", "struct rt_other", "rt_uint32_t *"} {
		for _, rule := range resultRules() {
			add(c+" NAME(int n);", "{go: NAME, result: "+rule+"}")
			add(c+" NAME(struct rt_thing *thing, rt_call fn, void *arg, rt_uint32_t *out, void *memory, int n);",
				"{go: Thing.NAME, params: {fn: {callback: {func: \"func(int) int\", user: arg}, lifetime: retained}, out: {direction: out}, memory: {lifetime: retained, until: Close}, n: {len_of: memory}}, result: "+rule+"}")
			add(c+" NAME(struct rt_thing *thing, rt_plain fn);", "{go: Thing.NAME, params: {fn: {callback: {func: \"func()\"}, lifetime: static}}, result: "+rule+"}")
		}
	}
	add("rt_err_t NAME(int a, int b);", "{go: NAME, params: {a: {time: ticks}, b: {time: period}}}")
	add("rt_err_t NAME(int a, int b);", "{go: NAME, params: {a: {time: ticks}, b: {time: ms}}}")
	for _, role := range []string{"new", "init", "delete", "detach"} {
		for _, goName := range []string{"NAME", "Thing.NAME", "StaticThing.NAME"} {
			for _, c := range []string{"struct rt_thing *NAME(struct rt_thing *thing);", "rt_err_t NAME(struct rt_thing *thing, int flags);", "void NAME(int x);"} {
				add(c, "{go: "+goName+", role: "+role+", result: {class: Thing}}")
				add(c, "{go: "+goName+", role: "+role+"}")
			}
		}
	}
	return list
}

// hostileNames are the names of parameters in C that generated code uses for something else.
var hostileNames = []string{"p", "o", "n", "r", "v", "obj", "code", "slot", "old", "block", "text", "raw", "callback", "roots", "handle", "ticks", "time",
	"unsafe", "len", "nil", "string", "error", "type", "func", "config", "run", "ok", "result", "cS", "out2", "failure", "errnoOf", "inThread", "a0", "true"}

func paramRules() []string {
	rules := []string{"{}", "{string: name}", "{string: text}", "{class: Thing}", "{class: Other, nullable: true}", "{time: ticks}", "{time: period}", "{time: ms}",
		"{time: period, direction: in}", "{time: ticks, direction: out}", "{enum: Mode}", "{enum: Mode, direction: out}", "{const: 0}", "{const: 5}", "{const: -1}",
		"{const: RT_LIMIT}", "{const: 300}", "{type: int, min: 1}", "{type: uint8, max: 300}", "{type: uint8, min: 300}", "{min: 1, below: RT_LIMIT}", "{type: float64, min: 1}",
		"{group: Config, go: X, type: int, default: 7}", "{group: Config2, go: Y, type: string}", "{group: Config3, go: Z, type: uint8, default: 300}",
		`{callback: {func: "func()"}, lifetime: static}`, `{callback: {func: "func(int) int"}, lifetime: static}`, `{callback: {func: "func(cmd Mode) bool"}, lifetime: static}`,
		`{callback: {func: "func(f func(int))"}, lifetime: static}`, `{callback: {func: "func(x string)"}, lifetime: static}`, `{callback: {func: "func() string"}, lifetime: static}`,
		`{callback: {func: "func(cmd int, arg unsafe.Pointer) Mode"}, lifetime: owned}`}
	for _, t := range []string{"bool", "int", "uint8", "uint32", "int64", "float32", "string", "[]byte", "[]uint32", "[]int", "[]string", "*uint32", "*int", "unsafe.Pointer", "Ticks",
		"Mode", "*Thing", "Thing", "raw.Other", "*raw.Other", "raw.Missing", "Missing", "error", "any", "func()", "time.Duration", "[4]byte", "map[string]int", "chan int", "os.File"} {
		for _, own := range []string{"", "direction: in", "direction: out", "direction: inout", "lifetime: owned"} {
			rule := fmt.Sprintf("{type: %q}", t)
			if own != "" {
				rule = fmt.Sprintf("{type: %q, %s}", t, own)
			}
			rules = append(rules, rule)
		}
	}
	return rules
}

func resultRules() []string {
	rules := []string{"{}", "{time: ticks}", "{time: ms}", "{enum: Mode}", "{class: Thing, lifetime: borrowed, style: handle}", "{class: Other, lifetime: owned, style: handle}",
		"{class: Thing, style: handle, lifetime: static}", "{class: Thing, style: handle}", "{style: bytes, len: n}", "{style: bytes}", `{style: value, "null": ErrFull}`, `{style: text, "null": ErrFull}`}
	for _, s := range []string{"value", "error", "count", "bool", "ok", "text", "ignore", "must", "handle"} {
		rules = append(rules, "{style: "+s+"}")
	}
	for _, t := range []string{"int", "uint8", "float64", "string", "[]byte", "*uint32", "unsafe.Pointer", "bool", "Ticks", "Mode", "error", "raw.Other", "*Thing", "func()"} {
		rules = append(rules, fmt.Sprintf("{type: %q}", t), fmt.Sprintf("{type: %q, style: value}", t), fmt.Sprintf("{type: %q, style: count}", t))
	}
	return rules
}

// TestMatrix plans every combination. What is refused has a place and a reason; what is accepted compiles, on the host and for
// the chip, with all checks and without, and does on the host what its rule says.
func TestMatrix(t *testing.T) {
	all := combinations()
	kept, refused := acceptedByMapping(t, all)
	api := matrixFacts(t, all)
	_, problems := matrixPlan(t, api, all, kept, checks.Full)
	for _, d := range problems.Sorted() {
		i := d.Pos.Line - firstRule
		if d.Pos.File != "m.yaml" || i < 0 || i >= len(all) || d.Message == "" {
			t.Fatalf("no place or no reason: %v", d)
		}
		kept[i], refused[i] = false, d.Message
	}
	for _, target := range []struct {
		checks checks.Level
		arch   string
		tags   []string
	}{{checks.Full, "amd64", nil}, {checks.Full, "arm", []string{"tinygo"}}, {checks.None, "amd64", nil}} {
		p, problems := matrixPlan(t, api, all, kept, target.checks)
		if err := problems.Err(); err != nil {
			t.Fatal(err)
		}
		files, err := Files(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, err := range typeCheck(t, files, target.arch, target.tags) {
			t.Errorf("checks %s, %s: %v", target.checks, target.arch, err)
		}
		if target.tags == nil && !t.Failed() {
			runMatrix(t, files, p, all, kept)
		}
	}
	t.Logf("%d combinations, %d refused", len(all), len(refused))
	if len(refused) < 1000 || len(all)-len(refused) < 500 {
		t.Errorf("of %d combinations %d are refused: is the matrix still one of both?", len(all), len(refused))
	}
}

// firstRule is the line of the first combination in the mapping.
const firstRule = 2

func name(i int) string { return fmt.Sprintf("m%04d", i) }

// matrixMapping writes the mapping, a line for each combination.
func matrixMapping(all []combination, kept []bool) []byte {
	var b strings.Builder
	b.WriteString("functions:\n")
	for i, c := range all {
		if kept[i] {
			fmt.Fprintf(&b, "  %s: %s", name(i), strings.ReplaceAll(c.rule, "NAME", "M"+name(i)[1:]))
		}
		b.WriteString("\n")
	}
	return []byte(b.String())
}

// acceptedByMapping finds out which rules the mapping language itself refuses.
func acceptedByMapping(t *testing.T, all []combination) ([]bool, map[int]string) {
	t.Helper()
	kept, refused := make([]bool, len(all)), map[int]string{}
	for i := range kept {
		kept[i] = true
	}
	for clean := false; !clean; { // what is wrong in form hides what is wrong in meaning
		_, problems := mapping.Load(mapping.Source{Name: "base.yaml", Data: []byte(matrixRules)}, mapping.Source{Name: "m.yaml", Data: matrixMapping(all, kept)})
		clean = true
		for _, d := range problems.Sorted() {
			i := d.Pos.Line - firstRule
			if d.Pos.File != "m.yaml" || i < 0 || i >= len(all) {
				t.Fatal(d)
			}
			kept[i], refused[i], clean = false, d.Message, false
		}
	}
	return kept, refused
}

func matrixFacts(t *testing.T, all []combination) *model.API {
	t.Helper()
	header := matrixHeader
	for i, c := range all {
		header += strings.ReplaceAll(c.c, "NAME", name(i)) + "\n"
	}
	api, problems := cparser.Parse(context.Background(), cparser.Config{
		Root: "/rtt", BSP: "/rtt", RootFS: fstest.MapFS{"t.h": {Data: []byte(header)}, "rtconfig.h": {}},
		Includes: []string{"."}, Headers: []string{"t.h"}, Target: model.Target{ShortEnums: true},
	})
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return api
}

func matrixPlan(t *testing.T, api *model.API, all []combination, kept []bool, checks checks.Level) (*plan.Package, *diag.List) {
	t.Helper()
	m, problems := mapping.Load(mapping.Source{Name: "base.yaml", Data: []byte(matrixRules)}, mapping.Source{Name: "m.yaml", Data: matrixMapping(all, kept)})
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return plan.Build(api, m, plan.Options{Package: "rtt", ImportPath: "example.com/app/rtt", Checks: checks, Generator: "rttgen test"})
}

// typeCheck returns what Go's compiler would say about a generated package.
func typeCheck(t *testing.T, files map[string][]byte, arch string, tags []string) []error {
	t.Helper()
	c := &checker{t: t, fset: token.NewFileSet(), files: files, tags: tags, done: map[string]*types.Package{}, std: importer.Default(), sizes: types.SizesFor("gc", arch)}
	if _, err := c.Import("example.com/app/rtt"); err != nil {
		c.errs = append(c.errs, err)
	}
	return c.errs
}

// checker type-checks packages of generated files as they are imported.
type checker struct {
	t     *testing.T
	fset  *token.FileSet
	files map[string][]byte
	tags  []string
	done  map[string]*types.Package
	std   types.Importer
	sizes types.Sizes
	errs  []error
}

func (c *checker) Import(importPath string) (*types.Package, error) {
	dir, own := strings.CutPrefix(importPath, "example.com/app/rtt")
	if !own {
		return c.std.Import(importPath)
	}
	if p := c.done[importPath]; p != nil {
		return p, nil
	}
	var parsed []*ast.File
	for _, name := range slices.Sorted(maps.Keys(c.files)) {
		if path.Ext(name) != ".go" || path.Dir("/"+name) != path.Clean("/"+dir) || !selected(c.t, c.files[name], c.tags) {
			continue
		}
		f, err := goparser.ParseFile(c.fset, name, c.files[name], goparser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		parsed = append(parsed, f)
	}
	conf := types.Config{Importer: c, Sizes: c.sizes, Error: func(err error) { c.errs = append(c.errs, err) }}
	p, _ := conf.Check(importPath, c.fset, parsed, nil)
	c.done[importPath] = p
	return p, nil
}
