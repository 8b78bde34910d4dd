package raw

import (
	"context"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser"
	"github.com/rttgen/rttgen/plan/names"
	"github.com/rttgen/rttgen/plan/symbol"
)

// parse reads C declarations as a header of the user's own.
func parse(t testing.TB, c string) *model.API {
	t.Helper()
	api, problems := parser.Parse(context.Background(), parser.Config{
		Root: "/rtt", BSP: "/rtt", RootFS: fstest.MapFS{"t.h": {Data: []byte(c)}, "rtconfig.h": {Data: []byte(rtconfig)}},
		Includes: []string{"."}, Headers: []string{"t.h"}, Target: model.Target{ShortEnums: true},
	})
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return api
}

const rtconfig = "#define RT_USING_HEAP\n#define RT_TICK_PER_SECOND 1000\n"

func planC(t testing.TB, c string, rules ...*mapping.RawNameRule) (*Package, []symbol.Decision, *diag.List) {
	t.Helper()
	return Build(parse(t, c), &mapping.Rules{RawNames: rules})
}

func TestNames(t *testing.T) {
	for c, want := range map[string]string{
		"rt_sem_take": "SemTake", "finsh_getchar": "FinshGetchar", "rt_hw_interrupt_disable": "HwInterruptDisable",
		"_rt_errno": "Errno", "__rt_ffs": "Ffs", "RT_HW_CACHE_OPS": "HwCacheOps", "HAL_GPIO_Init": "HALGPIOInit",
		"rt_2d_draw": "Rt2dDraw", "a_1_2": "A1_2", "a_12": "A12", "rt_": "Rt", "_": "X_", "rt_i2c_bus": "I2cBus",
		"entry": "Entry", "a$b": "AB",
	} {
		if got := names.Exported(c); got != want {
			t.Errorf("exportedName(%q) = %q, want %q", c, got, want)
		}
	}
	for c, want := range map[string]string{
		"rt_err_t": "Err", "sigset_t": "Sigset", "rt_t": "T", "poll_queue_proc": "PollQueueProc", "_t": "T",
	} {
		if got := names.Type(c); got != want {
			t.Errorf("typeName(%q) = %q, want %q", c, got, want)
		}
	}
	for c, want := range map[string]string{
		"type": "typ", "stack_start": "stackStart", "": "arg2", "len": "length", "IDCode": "idCode", "_x": "x", "PIN": "pin",
		"unsafe": "raw", "__0": "arg2",
	} {
		if got := names.Param(c, 2); got != want {
			t.Errorf("paramName(%q) = %q, want %q", c, got, want)
		}
	}
}

func TestClashesSettleThemselves(t *testing.T) {
	raw, _, problems := planC(t, `
struct stat { int size; };
int stat(const char *path, struct stat *out);
struct rt_pipe { int a; };
struct rt_pipe_device { int b; };
typedef struct rt_pipe_device rt_pipe_t;
int rt_timer_create(void);
int timer_create(void);
enum rt_mode { RT_MODE_A };
extern int rt_mode;
void use(struct rt_pipe *p);
`)
	if len(problems.Sorted()) > 0 {
		t.Fatal(problems)
	}
	got := []string{
		raw.Func("stat").Go, raw.Record("struct stat").Go, raw.Record("struct rt_pipe").Go, raw.Alias("rt_pipe_t").Go,
		raw.Func("rt_timer_create").Go, raw.Func("timer_create").Go, raw.Enum("enum rt_mode").Go, raw.Var("rt_mode").Go,
	}
	want := []string{"Stat", "Stat_t", "Pipe", "Pipe_t", "TimerCreate", "Timer_create", "Mode", "ModeVar"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

const clashing = `
int rt_stop(void);
int rt__stop(void);
#define Rt_stop 1
#define C_rt_stop 1
`

func TestClashIsAnError(t *testing.T) {
	_, _, problems := planC(t, clashing)
	list := problems.Sorted()
	if len(list) != 1 {
		t.Fatalf("%d diagnostics: %v", len(list), problems)
	}
	if got, want := list[0].String(), "t.h:2:5: function rt_stop and function rt__stop (t.h:3:5) are both raw.Stop in Go"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got, want := list[0].Hint, "name one of them in a mapping: raw_names: {rt_stop: RtStopFunc}"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	raw, _, problems := planC(t, clashing, &mapping.RawNameRule{C: "rt_stop", Go: "StopNow"})
	if len(problems.Sorted()) > 0 {
		t.Fatal(problems)
	}
	if a, b := raw.Func("rt_stop").Go, raw.Func("rt__stop").Go; a != "StopNow" || b != "Stop" {
		t.Errorf("%s, %s", a, b)
	}
}

func TestRuleMustNameAGoSymbol(t *testing.T) {
	at := model.Pos{File: "m.yaml", Line: 3, Col: 5}
	_, _, problems := planC(t, "int rt_stop(void);", &mapping.RawNameRule{Pos: at, C: "rt_stop", Go: "stop now"})
	if list := problems.Sorted(); len(list) != 1 || list[0].Pos != at || !strings.Contains(list[0].Message, `"stop now"`) {
		t.Errorf("%v", problems)
	}
}

// TestEverySymbolIsDecided holds Build to its word: nothing is dropped silently.
func TestEverySymbolIsDecided(t *testing.T) {
	api := parse(t, `
#include "rtconfig.h"
#include <stdint.h>
#include <stdarg.h>
#define A 1
#define B(x) x
#define _C 1
#define D struct
typedef struct { int a; } e_t;
typedef union u *u_p;
struct only_named;
enum { F };
enum g { G };
static inline int h(void) { return 1; }
int i(va_list);
int j(int, ...);
int k(struct incomplete v);
extern int l;
struct m { struct { int n; } o; };
typedef void p_t;
typedef void q_t(void);
`)
	_, decisions, problems := Build(api, nil)
	if len(problems.Sorted()) > 0 {
		t.Fatal(problems)
	}
	decided := map[string]int{}
	for _, d := range decisions {
		decided[d.Kind+" "+d.Name]++
		if d.Status == symbol.Skipped && d.Reason == "" {
			t.Errorf("%s is skipped without a reason", d.Name)
		}
		if d.Status != symbol.Skipped && d.Go == "" && d.Reason == "" {
			t.Errorf("%s has no Go symbol and no reason", d.Name)
		}
	}
	want := map[string]int{}
	for _, name := range symbols(api) {
		want[name]++
	}
	if diff := cmp.Diff(want, decided); diff != "" {
		t.Error(diff)
	}
	if !slices.IsSortedFunc(decisions, func(a, b symbol.Decision) int { return strings.Compare(a.Name+"\x00"+a.Kind, b.Name+"\x00"+b.Kind) }) {
		t.Error("decisions are not sorted")
	}
}

func symbols(api *model.API) (list []string) {
	for _, r := range api.Records {
		list = append(list, map[bool]string{false: "struct ", true: "union "}[r.Union]+r.Name)
	}
	for _, e := range api.Enums {
		list = append(list, "enum "+e.Name)
	}
	for _, x := range api.Typedefs {
		list = append(list, "typedef "+x.Name)
	}
	for _, f := range api.Functions {
		list = append(list, map[bool]string{false: "function ", true: "inline "}[f.Inline]+f.Name)
	}
	for _, v := range api.Variables {
		list = append(list, "variable "+v.Name)
	}
	for _, m := range api.Macros {
		list = append(list, "macro "+m.Name)
	}
	for _, m := range api.FuncMacros {
		list = append(list, "function-macro "+m.Name)
	}
	return list
}

func TestParametersAsTinyGoPassesThem(t *testing.T) {
	api := parse(t, `
#include <stdint.h>
struct s { int a; };
void f(int8_t a, uint16_t b, _Bool c, struct s *d, void *e, struct s g, float h, const char *name, void *buffer, uint8_t m[6]);
typedef uint8_t mac_t[6];
typedef int fn_t(int);
void g(mac_t mac, fn_t fn);
`)
	m := &mapping.Rules{Functions: []*mapping.FunctionRule{{C: "f", Params: []*mapping.ParamRule{
		{C: "other|name", String: mapping.StringName}, {C: "buffer", Direction: mapping.DirOut}, {C: "d", Lifetime: mapping.LifeRetained},
	}}}}
	raw, _, _ := Build(api, m)
	var got []string
	for _, p := range slices.Concat(raw.Func("f").Params, raw.Func("g").Params) {
		got = append(got, p.Go+" "+p.Type.In("raw")+" as "+p.Wire.In("raw"))
	}
	want := []string{
		"a int8 as int32", "b uint16 as uint32", "c bool as uint32", "d *raw.S as uintptr", "e unsafe.Pointer as uintptr",
		"g raw.S as *raw.S", "h float32 as float32", "name *byte as *byte", "buffer unsafe.Pointer as unsafe.Pointer",
		"m *uint8 as uintptr", "mac *uint8 as uintptr", "fn uintptr as uintptr",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if s := raw.Func("f").Shim; s == nil || s.Proto.Signature() != "void rttgo_f(int8_t a, uint16_t b, _Bool c, struct s *d, void *e, const struct s *g, float h, const char *name, void *buffer, uint8_t *m)" {
		t.Errorf("shim: %v", s.Proto.Signature())
	}
}

// TestVariadic: a text is printed as it is by what prints, and nothing else is called.
func TestVariadic(t *testing.T) {
	api := parse(t, `
int log_it(int level, const char *fmt, ...);
int sscanf(const char *text, const char *fmt, ...);
int rt_vscan(const char *format, ...);
int execl(const char *path, const char *arg, ...);
int open(const char *file, int flags, ...);
`)
	raw, _, _ := Build(api, &mapping.Rules{})
	for name, want := range map[string]bool{"log_it": true, "sscanf": false, "rt_vscan": false, "execl": false, "open": false} {
		if got := raw.Func(name) != nil; got != want {
			t.Errorf("%s is called: %v, want %v", name, got, want)
		}
	}
}

// TestNamesAreKept: without room for a name in the object, the kernel keeps the pointer to it.
func TestNamesAreKept(t *testing.T) {
	m := &mapping.Rules{Functions: []*mapping.FunctionRule{{C: "f", Params: []*mapping.ParamRule{{C: "name", String: mapping.StringName}}}}}
	for define, want := range map[string]Pass{"#define RT_NAME_MAX 8\n": PassAsIs, "#define RT_NAME_MAX 0\n": PassAddress} {
		raw, _, _ := Build(parse(t, define+"void f(const char *name);"), m)
		if got := raw.Func("f").Params[0].Pass; got != want {
			t.Errorf("%s: %v, want %v", define, got, want)
		}
	}
}

func TestConstants(t *testing.T) {
	raw, _, _ := planC(t, `
#include "rtconfig.h"
#define RT_MASK 0xf0UL
#define RT_NEG (-1)
#define RT_ALL 0xffffffffffffffffULL
#define RT_TEXT "tick\n"
#define RT_HALF .5
#define RT_ATTR
#define lower 2
`)
	got := map[string]string{}
	for _, g := range raw.Consts {
		for _, c := range g.Consts {
			got[c.Go] = c.Value + " " + c.Check
		}
	}
	want := map[string]string{
		"RT_MASK": "0xf0 240", "RT_NEG": "-1 -1", "RT_ALL": "0xffffffffffffffff 18446744073709551615ULL",
		"RT_TEXT": `"tick\n" `, "RT_HALF": "0.5 ", "Lower": "2 2", "RT_USING_HEAP": "true ", "RT_TICK_PER_SECOND": "1000 ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
