package raw

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/symbol"
)

// TestConfirmable tells constants that gcc takes in an assertion from those that it does not.
func TestConfirmable(t *testing.T) {
	api := parse(t, `
#define PLAIN (1 + 2)
#define COMMA (1, 2)
#define NESTED (COMMA + 1)
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define CALL MAX(1, 2)
#define CALL_AGAIN (MAX (MAX(1, 2), 3))
#define LAST(a, b) (a, b)
#define INNER LAST(1, 2)
#define LETTER "abc"[1]
#define FIRST (*"abc" + 1)
#define TEXT_SIZE (sizeof("a, b"))
#define QUOTE ','
#define ESCAPED '\''
#define AFTER (ESCAPED + (1, 2))
`)
	p := &planner{api: api}
	for name, want := range map[string]bool{
		"PLAIN": true, "COMMA": false, "NESTED": false, "CALL": true, "CALL_AGAIN": true, "INNER": false, "LETTER": false, "FIRST": false,
		"TEXT_SIZE": true, "QUOTE": true, "ESCAPED": true, "AFTER": false,
	} {
		if got := p.confirmable(api.Macro(name)); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestFloats(t *testing.T) {
	for text, want := range map[string]string{"1": "1.0", "-2": "-2.0", "1.5": "1.5", "1e+300": "1e+300"} {
		if got := goFloat(text); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
	for text, want := range map[string]bool{"1": true, "0": true, "-0": false, "+Inf": false, "NaN": false} {
		if got := finite(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// TestRenamedEnumerators gives a name the value that C code gets by it.
func TestRenamedEnumerators(t *testing.T) {
	raw, decisions, _ := planC(t, `
enum e { SAME, LATER, GONE, PLAIN };
#define SAME SAME
#define LATER (7)
#define GONE gone()
`)
	got := map[string]string{}
	for _, g := range raw.Consts {
		for _, c := range g.Consts {
			got[c.C] = c.Value + " " + c.Check
		}
	}
	if diff := cmp.Diff(map[string]string{"SAME": "0 0", "LATER": "7 7", "PLAIN": "3 3"}, got); diff != "" {
		t.Error(diff)
	}
	i := slices.IndexFunc(decisions, func(d symbol.Decision) bool { return d.Name == "GONE" })
	if i < 0 || decisions[i].Status != symbol.Skipped {
		t.Errorf("GONE is not skipped: %v", decisions)
	}
}

// TestLibraryRecords looks into a record of the C library where Go code may have one, and no deeper.
func TestLibraryRecords(t *testing.T) {
	raw, _, _ := planC(t, `
#include <stdio.h>
#include <time.h>
void rt_print_to(FILE *to);
void rt_when(struct tm *out);
struct rt_clock { struct timespec now; FILE *log; };
`)
	opaque := map[string]bool{}
	for _, r := range raw.Records {
		opaque[r.C] = r.Opaque
	}
	if diff := cmp.Diff(map[string]bool{"struct __sFILE": true, "struct tm": false, "struct timespec": false, "struct rt_clock": false}, opaque); diff != "" {
		t.Error(diff)
	}
	var names []string
	for _, s := range raw.Scalars {
		if s.Library {
			names = append(names, s.C)
		}
	}
	if !slices.Contains(names, "time_t") || slices.Contains(names, "off_t") {
		t.Errorf("the C library's typedefs that count are %v", names)
	}
}

// TestSymbols links to what an asm label says, once.
func TestSymbols(t *testing.T) {
	raw, _, _ := planC(t, `
int rt_a(int n) __asm__("other");
int rt_b(long long n) __asm__("other");
extern int rt_v __asm__("other_v");
`)
	if a := raw.Func("rt_a"); a.Symbol != "other" || a.Shim != nil {
		t.Errorf("rt_a is %s, %v", a.Symbol, a.Shim)
	}
	if b := raw.Func("rt_b"); b.Symbol != "rttgo_rt_b" || b.Shim == nil || b.Shim.Reason != "has the symbol other of another function" {
		t.Errorf("rt_b is %s, %v", b.Symbol, b.Shim)
	}
	if v := raw.Var("rt_v"); v.Symbol != "other_v" {
		t.Errorf("rt_v is %s", v.Symbol)
	}
}

// TestAddresses tells what can lie at an address from a mere number.
func TestAddresses(t *testing.T) {
	raw, _, _ := planC(t, `
typedef struct { int a, b; } rt_regs_t;
#define A ((rt_regs_t *)0x40001000)
#define B ((rt_regs_t *)0x40001000)
#define NONE ((rt_regs_t *)0)
#define BAD ((rt_regs_t *)-1)
#define ODD ((rt_regs_t *)0x40001002)
#define END ((void *)0x20010000)
#define RUN ((void (*)(int))0x08000001)
#define REG (*(volatile int *)0x40001000)
`)
	got := map[string]string{}
	for _, a := range raw.Addresses {
		got[a.C] = a.Type.String() + " " + a.Store
	}
	want := map[string]string{"A": "*Regs A", "B": "*Regs A", "NONE": "*Regs ", "BAD": "*Regs ", "ODD": "*Regs ", "END": "unsafe.Pointer ", "REG": "*int32 REG"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if c, ok := raw.Const("RUN"); !ok || c.Type != goUintptr || c.Value != "0x8000001" {
		t.Errorf("RUN is %+v", c)
	}
}

// TestSkippedIsDecided reports what the front end could not take.
func TestSkippedIsDecided(t *testing.T) {
	api := parse(t, "int rt_a(void);")
	at := model.Pos{File: "t.h", Line: 7, Col: 1}
	api.Skipped = []*model.Skipped{
		{Decl: model.Decl{Pos: at}, Kind: "declaration", Reason: "is not valid C"},
		{Decl: model.Decl{Name: "rt_v", Pos: at}, Kind: "typedef", Reason: "has attribute vector_size"},
	}
	_, decisions, _ := Build(api, nil)
	var got []string
	for _, d := range decisions {
		if d.Line == 7 {
			got = append(got, d.Kind+" "+d.String())
		}
	}
	want := []string{"declaration (declaration): skipped: is not valid C", "typedef rt_v: skipped: has attribute vector_size"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestBuildFacts asserts what something bound depends on, and nothing else.
func TestBuildFacts(t *testing.T) {
	raw, _, _ := planC(t, `
#include "rtconfig.h"
#define BOARD_LEVEL 2
#if defined(RT_USING_HEAP) && BOARD_LEVEL > 1 && !defined(RT_USING_SMP)
struct rt_a { int a; };
#endif
#ifdef RT_USING_NOTHING
struct rt_b { int b; };
#endif
#if defined(__ARM_FEATURE_DSP) || defined(__ARM_FEATURE_MVE)
int rt_c(void);
#endif
`)
	var got []string
	for _, f := range raw.Build.Macros {
		got = append(got, f.Differs)
	}
	want := []string{
		"!defined(RT_TICK_PER_SECOND) || RT_TICK_PER_SECOND != 1000", "!defined(BOARD_LEVEL) || BOARD_LEVEL != 2", "!defined(RT_USING_HEAP)",
		"defined(RT_USING_SMP)", "!(defined(__ARM_FEATURE_DSP) || defined(__ARM_FEATURE_MVE))",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, f := range slices.Concat(raw.Build.Compiler, raw.Build.Macros, raw.Build.Types) {
		if !strings.Contains(f.Message, "Go bindings") {
			t.Errorf("not said what differs from what: %s", f.Message)
		}
	}
}
