package inspect

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rttgen/rttgen/model"
)

var (
	intType  = &model.Type{Kind: model.Int, Name: "int", Size: 4, Align: 4, Signed: true}
	longType = &model.Type{Kind: model.Int, Name: "long unsigned int", Size: 4, Align: 4}
	charType = &model.Type{Kind: model.Int, Name: "char", Size: 1, Align: 1}
	u64Type  = &model.Type{Kind: model.Int, Name: "long long unsigned int", Size: 8, Align: 8}
)

func at(name string, line int, guards ...string) model.Decl {
	return model.Decl{Name: name, Pos: model.Pos{File: "include/a.h", Line: line}, Guards: guards}
}

// api has one of everything whose form is easily got wrong.
func api() *model.API {
	inner := &model.Record{
		Decl: at("struct <anon include/a.h:4>", 4, "defined(A)"), Complete: true, Size: 4, Align: 4,
		Fields: []*model.Field{{Decl: at("x", 5, "defined(A)"), Type: intType}},
	}
	outer := &model.Record{
		Decl: at("struct s", 2, "defined(A)"), Tag: "s", Complete: true, Size: 16, Align: 4,
		Fields: []*model.Field{
			{Decl: at("name", 3, "defined(A)", "N > 0"), Type: &model.Type{Kind: model.Array, Elem: charType, Len: 8, Size: 8, Align: 1}},
			{Decl: at("", 4, "defined(A)"), Type: &model.Type{Kind: model.Struct, Record: inner}, Offset: 8},
			{Decl: at("bits", 6, "defined(A)"), Type: longType, IsBits: true, Bits: 3, Offset: 12, BitOffset: 96},
		},
	}
	rtconfig := model.Pos{File: "rtconfig.h", Line: 1}
	a := &model.API{
		Version: model.Version{Major: 5, Minor: 2},
		Headers: []string{"a.h"},
		Defines: []model.Define{{Name: "X", Value: "1", Origin: "-D"}, {Name: "Y", Value: "2", Origin: "rttgen.yaml"}},
		Records: []*model.Record{outer, inner, {Decl: at("struct opaque", 1), Tag: "opaque"}},
		Enums: []*model.Enum{{
			Decl: at("enum <anon include/a.h:9>", 9), Complete: true, Size: 1, Signed: true, TypedefNames: []string{"e_t"},
			Constants: []model.Constant{{Decl: at("E_B", 9), Value: 1}, {Decl: at("E_A", 9), Value: -1}},
		}},
		Functions: []*model.Function{
			{Decl: at("f", 10, "defined(A)"), Result: longType, Params: []model.Param{{Name: "fmt", Type: &model.Type{Kind: model.Pointer, Elem: charType, Size: 4, Align: 4}}}, Variadic: true},
			{Decl: at("g", 11), Result: intType, Inline: true},
		},
		Variables: []*model.Variable{{Decl: at("v", 12), Type: intType}},
		Macros: []*model.Macro{
			{Decl: at("BIG", 13), Kind: model.MacroInt, Int: -1, Type: u64Type, Text: "0xffffffffffffffffULL"},
			{Decl: at("NEG", 13), Kind: model.MacroInt, Int: -1, Type: intType, Text: "(-1)"},
			{Decl: model.Decl{Name: "NAME", Pos: rtconfig}, Kind: model.MacroString, String: "uart1", Text: `"uart1"`},
			{Decl: model.Decl{Name: "ON", Pos: rtconfig}, Kind: model.MacroEmpty},
			{Decl: at("OTHER", 14), Kind: model.MacroOther, Text: "f(1)"},
		},
		FuncMacros: []*model.FuncMacro{{Decl: at("M", 15), Params: []string{"a", "b"}, Variadic: true}},
	}
	a.Sort()
	return a
}

func TestJSON(t *testing.T) {
	var out strings.Builder
	if err := JSON(&out, api(), "rttgen test"); err != nil {
		t.Fatal(err)
	}
	var got, want map[string]any
	if err := json.Unmarshal([]byte(out.String()), &got); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(wantJSON), &want); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

const wantJSON = `{
 "version": "5.2.0", "compiler": "rttgen test", "flags": "-DX -DY=2", "headers": ["a.h"],
 "rtconfig": {"NAME": "\"uart1\"", "ON": ""},
 "structs": {
  "struct s": {"kind": "structure", "size": 16, "align": 4, "file": "include/a.h", "line": 2, "guards": ["defined(A)"], "fields": [
   {"name": "name", "type": "char [8]", "offset": 0, "size": 8, "guards": ["N > 0"]},
   {"name": "", "type": "struct <anon include/a.h:4>", "offset": 8, "size": 4, "anonymous":
    {"kind": "structure", "size": 4, "align": 4, "file": "include/a.h", "line": 4, "guards": ["defined(A)"],
     "fields": [{"name": "x", "type": "int", "offset": 0, "size": 4}]}},
   {"name": "bits", "type": "long unsigned int", "offset": 12, "size": 4, "bitfield": true, "bit_width": 3, "bit_offset": 96}
  ]},
  "struct <anon include/a.h:4>": {"kind": "structure", "size": 4, "align": 4, "file": "include/a.h", "line": 4,
   "guards": ["defined(A)"], "fields": [{"name": "x", "type": "int", "offset": 0, "size": 4}]}
 },
 "opaque": ["struct opaque"],
 "enums": {"typedef e_t": {"size": 1, "file": "include/a.h", "line": 9, "signed": true, "underlying": "signed char", "constants": {"E_A": -1, "E_B": 1}}},
 "typedefs": {},
 "functions": {"f": {"ret": "unsigned long", "params": [{"name": "fmt", "type": "char *"}], "variadic": true, "file": "include/a.h", "line": 10, "guards": ["defined(A)"]}},
 "static_inline_functions": {"g": {"ret": "int", "params": [], "variadic": false, "file": "include/a.h", "line": 11}},
 "variables": {"v": {"type": "int", "storage": "extern", "file": "include/a.h", "line": 12}},
 "macros": {
  "BIG": {"kind": "int", "value": -1, "ctype": "long long unsigned int", "file": "include/a.h", "line": 13},
  "NEG": {"kind": "int", "value": -1, "ctype": "int", "file": "include/a.h", "line": 13},
  "NAME": {"kind": "string", "value": "uart1", "file": "rtconfig.h", "line": 1},
  "ON": {"kind": "empty", "value": "", "file": "rtconfig.h", "line": 1},
  "OTHER": {"kind": "other", "value": "f(1)", "file": "include/a.h", "line": 14}
 },
 "function_macros": {"M": {"params": "a,b,...", "file": "include/a.h", "line": 15}}
}`

func TestText(t *testing.T) {
	var out strings.Builder
	if err := Text(&out, api()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(wantText, out.String()); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

const wantText = `// RT-Thread 5.2.0: a.h
// -DX (-D)
// -DY=2 (rttgen.yaml)
// 3 structs and unions, 1 enums, 0 typedefs, 1 functions, 1 static inline functions, 1 variables, 5 macros, 1 function-like macros

struct <anon include/a.h:4> { // size 4, align 4 include/a.h:4 #if defined(A)
    /*    0 */ int x;
};

struct opaque; // include/a.h:1

struct s { // size 16, align 4 include/a.h:2 #if defined(A)
    /*    0 */ char name[8]; // #if N > 0
    /*    8 */ struct <anon include/a.h:4>;
    /* 12:0 */ long unsigned int bits : 3;
};

enum <anon include/a.h:9> { // signed char include/a.h:9
    E_B = 1,
    E_A = -1,
};

long unsigned int f(char *fmt, ...); // include/a.h:10 #if defined(A)
static inline int g(void); // include/a.h:11

extern int v; // include/a.h:12

#define BIG 0xffffffffffffffff // include/a.h:13
#define NAME "uart1" // rtconfig.h:1
#define NEG -1 // include/a.h:13
#define ON // rtconfig.h:1
#define OTHER f(1) // include/a.h:14
#define M(a,b,...) // include/a.h:15
`
